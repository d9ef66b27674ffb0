export * as money from "./money.js";
export { parseLog, LogError, type Entry } from "./log.js";
export { Report } from "./report.js";

import { parseLog } from "./log.js";
import { Report } from "./report.js";

/** The report of a log's text. */
export function tally(text: string): string {
  return Report.of(parseLog(text)).toString();
}

export async function tallyAll(texts: AsyncIterable<string>): Promise<string> {
  const report = new Report();
  for await (const text of texts) {
    for (const entry of parseLog(text)) report.add(entry);
  }
  return `${report}`;
}
