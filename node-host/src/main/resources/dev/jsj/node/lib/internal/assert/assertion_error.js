'use strict';

// AssertionError and its messages.

const { inspect } = require('internal/inspect/inspect');
const { stripVTControlCharacters } = require('internal/inspect/primitives');
const { validateObject } = require('internal/validators');
const { diffLines } = require('internal/assert/diff');

const HEADERS = {
  __proto__: null,
  deepStrictEqual: 'Expected values to be strictly deep-equal:',
  strictEqual: 'Expected values to be strictly equal:',
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: 'Expected values to be loosely deep-equal:',
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: 'Values have same structure but are not reference-equal:',
  notDeepEqualUnequal: 'Expected values not to be loosely deep-equal:',
};

/** Values this short, together, are compared on one line. */
const MAX_SHORT_LENGTH = 12;
const MAX_LINES = 50;
const MAX_TEXT = 512;
const NO_COLORS = { blue: '', green: '', red: '', white: '' };
const COLORS = { blue: '\u001b[34m', green: '\u001b[32m', red: '\u001b[31m', white: '\u001b[39m' };

function currentColors() {
  return process.stderr.isTTY && process.stderr.hasColors?.() ? COLORS : NO_COLORS;
}

function show(value) {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Infinity,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
  });
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

function cutLines(lines, colors) {
  if (lines.length <= MAX_LINES) return lines;
  return [...lines.slice(0, MAX_LINES - 4), `${colors.blue}...${colors.white}`];
}

function differenceMessage(actual, expected, operator, message, colors) {
  const actualText = show(actual);
  const actualLines = actualText.split('\n');
  const expectedLines = show(expected).split('\n');
  if (operator === 'strictEqual' && ((isObject(actual) && isObject(expected)) ||
      (typeof actual === 'function' && typeof expected === 'function'))) {
    operator = 'strictEqualObject';
  }
  const header = message || HEADERS[operator];
  let indicator = '';
  let matched = 0;
  if (actualLines.length === 1 && expectedLines.length === 1 && actualLines[0] !== expectedLines[0]) {
    const plain = (text) => (inspect.defaultOptions.colors ? stripVTControlCharacters(text) : text);
    const actualRaw = plain(actualLines[0]);
    const expectedRaw = plain(expectedLines[0]);
    const length = actualRaw.length + expectedRaw.length;
    if (length <= MAX_SHORT_LENGTH) {
      if (!isObject(actual) && !isObject(expected) && (actual !== 0 || expected !== 0)) {
        return `${header}\n\n${actualLines[0]} !== ${expectedLines[0]}\n`;
      }
    } else if (operator !== 'strictEqualObject' && length < (process.stderr.isTTY ? process.stderr.columns : 80)) {
      while (actualRaw[matched] === expectedRaw[matched]) matched++;
      if (matched > 2) {
        indicator = `\n  ${' '.repeat(matched)}^`;
        matched = 0;
      }
    }
  }
  const difference = diffLines(actualLines, expectedLines, header, indicator, matched, colors);
  return difference ?? `${HEADERS.notIdentical}\n\n${cutLines(actualText.split('\n'), colors).join('\n')}\n`;
}

function unequalMessage(actual, operator, colors) {
  const isReference = operator === 'notStrictEqual' && (isObject(actual) || typeof actual === 'function');
  const header = HEADERS[isReference ? 'notStrictEqualObject' : operator];
  const lines = cutLines(show(actual).split('\n'), colors);
  if (lines.length === 1) return `${header}${lines[0].length > 5 ? '\n\n' : ' '}${lines[0]}`;
  return `${header}\n\n${lines.join('\n')}\n`;
}

function cutText(text) {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT - 3)}...` : text;
}

function looseMessage(actual, expected, operator) {
  const actualText = show(actual);
  const expectedText = show(expected);
  if (operator === 'notDeepEqual' && actualText === expectedText) {
    const text = `${HEADERS[operator]}\n\n${actualText}`;
    return text.length > 1024 ? `${text.slice(0, 1021)}...` : text;
  }
  const left = cutText(actualText);
  const right = cutText(expectedText);
  if (operator === 'deepEqual') return `${HEADERS[operator]}\n\n${left}\n\nshould loosely deep-equal\n\n${right}`;
  const header = HEADERS[`${operator}Unequal`];
  if (header) return `${header}\n\n${left}\n\nshould not loosely deep-equal\n\n${right}`;
  return `${left} ${operator} ${right}`;
}

function makeMessage(actual, expected, operator, message) {
  const colors = message == null ? currentColors() : NO_COLORS;
  if (operator === 'deepStrictEqual' || operator === 'strictEqual') {
    return differenceMessage(actual, expected, operator, message, colors);
  }
  if (message != null) return String(message);
  if (operator === 'notDeepStrictEqual' || operator === 'notStrictEqual') return unequalMessage(actual, operator, colors);
  return looseMessage(actual, expected, operator);
}

/** An error without its stack, which would differ anyway. */
function withoutStack(error) {
  const copy = Object.assign(Object.create(Object.getPrototypeOf(error)), error);
  Object.defineProperty(copy, 'message', { __proto__: null, value: error.message });
  return copy;
}

function isErrorWithStack(value) {
  return isObject(value) && 'stack' in value && value instanceof Error;
}

function addEllipsis(text) {
  const lines = text.split('\n', 11);
  if (lines.length > 10) return `${lines.slice(0, 10).join('\n')}\n...`;
  return text.length > MAX_TEXT ? `${text.slice(MAX_TEXT)}...` : text;
}

class AssertionError extends Error {
  constructor(options) {
    validateObject(options, 'options');
    const { message, operator, stackStartFn, stackStartFunction } = options;
    let { actual, expected } = options;
    if (message == null && isErrorWithStack(actual) && isErrorWithStack(expected)) {
      actual = withoutStack(actual);
      expected = withoutStack(expected);
    }
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0; // the real stack is taken below
    super(makeMessage(actual, expected, operator, message));
    Error.stackTraceLimit = limit;
    this.generatedMessage = !message;
    Object.defineProperty(this, 'name', {
      __proto__: null, value: 'AssertionError [ERR_ASSERTION]', enumerable: false, writable: true, configurable: true,
    });
    this.code = 'ERR_ASSERTION';
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    Error.captureStackTrace(this, stackStartFn || stackStartFunction);
    void this.stack; // its first line shows the code
    this.name = 'AssertionError';
  }

  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }

  [inspect.custom](recurseTimes, ctx) {
    const { actual, expected } = this;
    if (typeof actual === 'string') this.actual = addEllipsis(actual);
    if (typeof expected === 'string') this.expected = addEllipsis(expected);
    const text = inspect(this, { ...ctx, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return text;
  }
}

module.exports = { AssertionError };
