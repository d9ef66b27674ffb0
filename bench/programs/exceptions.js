// throw, catch and finally, near and far, with error objects and with plain values.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(3500);

class ParseError extends Error {
  constructor(message, position) {
    super(message);
    this.name = 'ParseError';
    this.position = position;
  }
}

let attempts = 0;

function parseDigit(text, i) {
  const digit = text.charCodeAt(i) - 48;
  if (digit < 0 || digit > 9) throw new ParseError('not a digit: ' + text[i], i);
  return digit;
}

function parseNumber(text) {
  let value = 0;
  for (let i = 0; i < text.length; i++) value = value * 10 + parseDigit(text, i);
  return value;
}

function tryParse(text) {
  try {
    return parseNumber(text);
  } catch (error) {
    if (error instanceof ParseError) return -error.position;
    throw error;
  } finally {
    attempts++;
  }
}

function deep(n, value) {
  if (n === 0) throw value;
  try {
    return deep(n - 1, value);
  } finally {
    attempts++;
  }
}

function early(list) {
  for (const x of list) {
    try {
      if (x > 3) return x;
      if (x === 2) continue;
      attempts += x;
    } finally {
      attempts++;
    }
  }
  return 0;
}

function run() {
  attempts = 0;
  let checksum = 0;
  for (let i = 0; i < rounds; i++) {
    checksum = (checksum + tryParse(String(i * 37)) + tryParse('12x4') + tryParse('99')) | 0;
    if (i % 4 === 0) {
      try {
        deep(12, i);
      } catch (value) {
        checksum = (checksum + value) | 0;
      }
    }
    checksum = (checksum + early([1, 2, 3, 4, 5])) | 0;
    try {
      null.property;
    } catch ({ name }) {
      checksum += name.length;
    }
  }
  return [checksum, attempts].join(' ');
}

bench.run('exceptions', run, 5);
