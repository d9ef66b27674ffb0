import { isCurrency, parseMoney, type Money } from "./money.js";

export interface Entry {
  date: Date;
  category: string[];
  money: Money;
  note?: string;
}

export class LogError extends Error {
  readonly #line: number;

  constructor(line: number, options: ErrorOptions) {
    const cause = options.cause instanceof Error ? options.cause.message : "unreadable";
    super(`line ${line}: ${cause}`, options);
    this.#line = line;
  }

  get line(): number {
    return this.#line;
  }
}

/** `2024-02-29 food/bread 3.20 EUR # with seeds` */
const LINE = /^(?<date>\d{4}-\d\d-\d\d)\s+(?<category>[\w/-]+)\s+(?<amount>\S+)\s+(?<currency>[A-Z]{3})(?:\s+#\s*(?<note>.*))?$/;

function parseLine(text: string): Entry {
  const fields = LINE.exec(text)?.groups;
  if (!fields) {
    throw new SyntaxError(`not an entry: ${JSON.stringify(text)}`);
  }
  const { date, category, amount, currency, note } = fields as Record<"date" | "category" | "amount" | "currency", string> & {
    note?: string;
  };
  if (!isCurrency(currency)) {
    throw new RangeError(`unknown currency ${currency}`);
  }
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.valueOf())) {
    throw new RangeError(`no such day: ${date}`);
  }
  return { date: day, category: category.split("/"), money: parseMoney(amount, currency), ...(note && { note }) };
}

export function* parseLog(text: string): Generator<Entry, number, void> {
  let count = 0;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim() || line.startsWith("#")) continue;
    try {
      yield parseLine(line);
      count++;
    } catch (cause) {
      throw new LogError(index + 1, { cause });
    }
  }
  return count;
}
