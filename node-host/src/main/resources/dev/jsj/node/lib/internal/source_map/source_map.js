'use strict';

// `module.SourceMap`: source maps of revision 3.

const { validateObject } = require('internal/validators');

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGIT_VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));
const DIGIT_BITS = 5;
const CONTINUES = 1 << DIGIT_BITS;

/** Reads base64 variable-length quantities. */
class Mappings {
  #text;
  #at = 0;

  constructor(text) {
    this.#text = text;
  }

  get atEnd() {
    return this.#at >= this.#text.length;
  }

  /** Whether the segment ends here. */
  get atSeparator() {
    const next = this.#text[this.#at];
    return next === undefined || next === ',' || next === ';';
  }

  nextCharacter() {
    return this.#text[this.#at++];
  }

  nextNumber() {
    let result = 0;
    let shift = 0;
    let digit;
    do {
      digit = DIGIT_VALUES.get(this.nextCharacter());
      result += (digit & (CONTINUES - 1)) << shift;
      shift += DIGIT_BITS;
    } while (digit & CONTINUES);
    const magnitude = result >>> 1;
    return result & 1 ? -magnitude : magnitude;
  }
}

function copyOf(payload) {
  const copy = { ...payload };
  for (const key of Object.keys(copy)) if (Array.isArray(copy[key])) copy[key] = copy[key].slice();
  return copy;
}

class SourceMap {
  #payload;
  #lineLengths;
  /** In the order of the generated positions. */
  #entries = [];

  constructor(payload, { lineLengths } = {}) {
    validateObject(payload, 'payload');
    this.#payload = copyOf(payload);
    this.#lineLengths = lineLengths?.slice();
    if (payload.sections) {
      for (const { map, offset } of payload.sections) this.#addMap(map, offset.line, offset.column);
    } else {
      this.#addMap(payload, 0, 0);
    }
    this.#entries.sort((a, b) => a.generatedLine - b.generatedLine || a.generatedColumn - b.generatedColumn);
  }

  get payload() {
    return copyOf(this.#payload);
  }

  get lineLengths() {
    return this.#lineLengths?.slice();
  }

  #addMap({ mappings: text, sources = [], names = [] }, firstLine, firstColumn) {
    const mappings = new Mappings(text);
    let generatedLine = firstLine;
    let generatedColumn = firstColumn;
    let source = 0;
    let originalLine = 0;
    let originalColumn = 0;
    let nameIndex = 0;
    while (!mappings.atEnd) {
      if (mappings.atSeparator) {
        if (mappings.nextCharacter() === ';') {
          generatedLine++;
          generatedColumn = 0;
        }
        continue;
      }
      generatedColumn += mappings.nextNumber();
      if (mappings.atSeparator) {
        this.#entries.push({ generatedLine, generatedColumn });
        continue;
      }
      source += mappings.nextNumber();
      originalLine += mappings.nextNumber();
      originalColumn += mappings.nextNumber();
      let name;
      if (!mappings.atSeparator) {
        nameIndex += mappings.nextNumber();
        name = names[nameIndex];
      }
      const originalSource = sources[source];
      this.#entries.push({ generatedLine, generatedColumn, originalSource, originalLine, originalColumn, name });
    }
  }

  /** What the generated position, both counted from 0, was made of; an empty object for nothing. */
  findEntry(line, column) {
    const entries = this.#entries;
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { generatedLine, generatedColumn } = entries[middle];
      if (generatedLine < line || (generatedLine === line && generatedColumn <= column)) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return {};
    const { generatedLine, generatedColumn, originalSource, originalLine, originalColumn, name } = entries[low - 1];
    return { generatedLine, generatedColumn, originalSource, originalLine, originalColumn, name };
  }

  /** The original of a generated position; all counted from 1. */
  findOrigin(lineNumber, columnNumber) {
    const entry = this.findEntry(lineNumber - 1, columnNumber - 1);
    if (entry.originalSource === undefined) return {};
    return {
      name: entry.name,
      fileName: entry.originalSource,
      lineNumber: entry.originalLine + lineNumber - entry.generatedLine,
      columnNumber: entry.originalColumn + columnNumber - entry.generatedColumn,
    };
  }
}

module.exports = { SourceMap };
