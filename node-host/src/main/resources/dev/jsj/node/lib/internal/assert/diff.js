'use strict';

// The difference between two inspected values, line by line, as AssertionError shows it: lines of one side only are marked,
// long runs of equal lines are cut.

const MAX_LINES = 50;

/** Whether two lines are the same but for a comma at the end. */
function sameButComma(actual, expected) {
  return actual === expected || (actual.endsWith(',') && actual.slice(0, -1) === expected) ||
    (expected.endsWith(',') && expected.slice(0, -1) === actual);
}

/** The text of a comparison while it grows. */
class Report {
  constructor(colors) {
    this.colors = colors;
    this.text = '';
    this.pendingExpected = '';
    this.printed = 0;
    this.equalRun = 0;
    this.skipped = false;
  }

  /** Before a difference: the end of the run of equal lines, of which only the first two are out. */
  closeRun(lines, index) {
    const run = this.equalRun;
    if (run > 2) {
      if (run === 5) this.#line(lines[index - 3]);
      else if (run > 5) {
        this.text += `\n${this.colors.blue}...${this.colors.white}`;
        this.skipped = true;
      }
      if (run > 3) this.#line(lines[index - 2]);
      this.#line(lines[index - 1]);
    }
    this.equalRun = 0;
  }

  #line(line) {
    this.text += `\n  ${line}`;
    this.printed++;
  }

  actual(line) {
    this.text += `\n${this.colors.green}+${this.colors.white} ${line}`;
    this.printed++;
  }

  /** Lines that were expected wait, so that a block of differences reads +++--- and not +-+-+-. */
  expected(line) {
    this.pendingExpected += `\n${this.colors.red}-${this.colors.white} ${line}`;
    this.printed++;
  }

  equal(line) {
    this.text += this.pendingExpected;
    this.pendingExpected = '';
    if (++this.equalRun <= 2) this.#line(line);
  }
}

/** Takes equal lines off the end of both; answers how they are shown. */
function takeCommonEnd(actual, expected, first, colors) {
  let shown = '';
  let last = '';
  let count = first;
  while (actual.length > 0 && expected.length > 0 && actual[actual.length - 1] === expected[expected.length - 1]) {
    const line = actual.pop();
    expected.pop();
    if (count++ < 3) shown = `\n  ${line}${shown}`;
    else last = line;
  }
  const skipped = count >= 5;
  if (skipped) shown = `\n${colors.blue}...${colors.white}${shown}`;
  if (last !== '') shown = `\n  ${last}${shown}`;
  return { shown, skipped };
}

/** Compares the lines; `header` comes first, `indicator` last. */
function diffLines(actual, expected, header, indicator, matchedAhead, colors) {
  const end = takeCommonEnd(actual, expected, matchedAhead, colors);
  const count = Math.max(actual.length, expected.length);
  if (count === 0) return undefined; // the same text
  const report = new Report(colors);
  report.skipped = end.skipped;
  const title = `${header}\n${colors.green}+ actual${colors.white} ${colors.red}- expected${colors.white}`;
  const skippedNote = ` ${colors.blue}...${colors.white} Lines skipped`;
  for (let i = 0; i < count; i++) {
    if (i >= expected.length) {
      report.closeRun(actual, i);
      report.actual(actual[i]);
    } else if (i >= actual.length) {
      report.closeRun(expected, i);
      report.expected(expected[i]);
    } else if (sameButComma(actual[i], expected[i])) {
      report.equal(expected[i].endsWith(',') ? expected[i] : actual[i]);
    } else {
      report.closeRun(actual, i);
      report.actual(actual[i]);
      report.expected(expected[i]);
    }
    if (report.printed > MAX_LINES && i < count - 2) {
      return `${title}${skippedNote}\n${report.text}\n${colors.blue}...${colors.white}${report.pendingExpected}\n` +
        `${colors.blue}...${colors.white}`;
    }
  }
  return `${title}${report.skipped ? skippedNote : ''}\n${report.text}${report.pendingExpected}${end.shown}${indicator}`;
}

module.exports = { diffLines };
