'use strict';

// node:string_decoder: bytes that arrive in pieces, as text; a character cut in two waits for its rest.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { normalizeEncoding } = require('internal/buffer/encodings');

/** The bytes of a character that is not complete: at most four, how many there are, how many it still needs. */
class Incomplete {
  bytes = Buffer.alloc(4);
  length = 0;
  missing = 0;

  append(source, count) {
    for (let i = 0; i < count; i++) this.bytes[this.length++] = source[i];
  }

  /** Keeps the last `length` bytes of a chunk, which need `missing` more. */
  keep(chunk, length, missing) {
    this.length = 0;
    this.append(chunk.subarray(chunk.length - length), length);
    this.missing = missing;
  }

  take(encoding) {
    const text = this.bytes.toString(encoding, 0, this.length);
    this.length = 0;
    this.missing = 0;
    return text;
  }
}

/** For each encoding, what the end of a chunk leaves incomplete: [bytes there, bytes missing]. */
const TAILS = {
  __proto__: null,
  utf8(chunk) {
    for (let back = 1; back <= Math.min(4, chunk.length); back++) {
      const byte = chunk[chunk.length - back];
      if ((byte & 0xc0) === 0x80) continue;
      const size = (byte & 0xe0) === 0xc0 ? 2 : (byte & 0xf0) === 0xe0 ? 3 : (byte & 0xf8) === 0xf0 ? 4 : 0;
      return back < size ? [back, size - back] : [0, 0];
    }
    return [0, 0];
  },
  utf16le(chunk) {
    if (chunk.length % 2 === 1) return [1, 1];
    return (chunk[chunk.length - 1] & 0xfc) === 0xd8 ? [2, 2] : [0, 0];
  },
  base64: (chunk) => (chunk.length % 3 === 0 ? [0, 0] : [chunk.length % 3, 3 - chunk.length % 3]),
};
TAILS.base64url = TAILS.base64;

const state = Symbol('incomplete');

function StringDecoder(encoding) {
  const name = normalizeEncoding(encoding);
  if (name === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this.encoding = name;
  Object.defineProperty(this, state, { value: new Incomplete() });
}

StringDecoder.prototype.write = function write(buffer) {
  if (typeof buffer === 'string') return buffer;
  if (!ArrayBuffer.isView(buffer)) {
    throw new codes.ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], buffer);
  }
  const waiting = this[state];
  if (waiting === undefined) throw new codes.ERR_INVALID_THIS('StringDecoder');
  const chunk = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  const tailOf = TAILS[this.encoding];
  return tailOf === undefined ? chunk.toString(this.encoding) : writeParts(waiting, chunk, this.encoding, tailOf);
};

function writeParts(waiting, chunk, encoding, tailOf) {
  let text = '';
  if (waiting.missing > 0) {
    let count = Math.min(waiting.missing, chunk.length);
    if (encoding === 'utf8') {
      const stop = chunk.subarray(0, count).findIndex((byte) => (byte & 0xc0) !== 0x80);
      if (stop !== -1) { // the character ends too early
        count = stop;
        waiting.missing = stop;
      }
    }
    waiting.append(chunk, count);
    waiting.missing -= count;
    chunk = chunk.subarray(count);
    if (waiting.missing === 0) text = waiting.take(encoding);
  }
  if (chunk.length === 0) return text;
  const [length, missing] = tailOf(chunk);
  if (length > 0) waiting.keep(chunk, length, missing);
  return text + chunk.toString(encoding, 0, chunk.length - length);
}

StringDecoder.prototype.end = function end(buffer) {
  const text = buffer === undefined ? '' : this.write(buffer);
  const waiting = this[state];
  if (waiting.length === 0) return text;
  if (this.encoding === 'utf16le') waiting.length &= ~1; // half a unit is nothing
  return text + waiting.take(this.encoding);
};

StringDecoder.prototype.text = function text(buffer, offset) {
  const waiting = this[state];
  waiting.length = 0;
  waiting.missing = 0;
  return this.write(buffer.slice(offset));
};

Object.defineProperties(StringDecoder.prototype, {
  lastChar: { configurable: true, enumerable: true, get() { return this[state].bytes; } },
  lastNeed: { configurable: true, enumerable: true, get() { return this[state].missing; } },
  lastTotal: {
    configurable: true,
    enumerable: true,
    get() { return this[state].length + this[state].missing; },
  },
});

module.exports = { StringDecoder };
