'use strict';

// node:string_decoder: bytes that arrive in pieces, as text; a character cut in two waits for its rest.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { normalizeEncoding } = require('internal/buffer/encodings');

/** How many bytes at the end of `bytes` begin a UTF-8 sequence that is not complete, and may yet become valid. */
function incompleteUtf8(bytes) {
  const { length } = bytes;
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back];
    if ((byte & 0xc0) === 0x80) continue;
    const size = byte >= 0xf0 && byte <= 0xf4 ? 4 : byte >= 0xe0 ? (byte < 0xf0 ? 3 : 0) : byte >= 0xc2 ? 2 : 0;
    if (size <= back) return 0;
    if (back > 1 && !isValidSecond(byte, bytes[length - back + 1])) return 0;
    return back;
  }
  return 0;
}

function isValidSecond(lead, second) {
  if (lead === 0xe0) return second >= 0xa0;
  if (lead === 0xed) return second <= 0x9f;
  if (lead === 0xf0) return second >= 0x90;
  if (lead === 0xf4) return second <= 0x8f;
  return true;
}

/** Bytes at the end that must wait, by encoding. */
const INCOMPLETE = {
  __proto__: null,
  utf8: incompleteUtf8,
  utf16le(bytes) {
    const odd = bytes.length % 2;
    const last = bytes[bytes.length - odd - 1];
    return bytes.length - odd >= 2 && last >= 0xd8 && last <= 0xdb ? odd + 2 : odd;
  },
  base64: (bytes) => bytes.length % 3,
  base64url: (bytes) => bytes.length % 3,
  latin1: () => 0,
  ascii: () => 0,
  hex: () => 0,
};

/** How many bytes the character has that the waiting ones begin. */
function expectedSize(encoding, first) {
  if (encoding === 'utf8') return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return encoding === 'utf16le' ? 2 : 3;
}

function StringDecoder(encoding) {
  const name = normalizeEncoding(encoding);
  if (name === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  this.encoding = name;
  this._waiting = Buffer.alloc(0);
  Object.defineProperty(this, '_waiting', { enumerable: false });
}

StringDecoder.prototype.write = function write(buffer) {
  if (typeof buffer === 'string') return buffer;
  if (!ArrayBuffer.isView(buffer)) {
    throw new codes.ERR_INVALID_ARG_TYPE('buf', ['Buffer', 'TypedArray', 'DataView'], buffer);
  }
  let bytes = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  if (this._waiting.length > 0) bytes = Buffer.concat([this._waiting, bytes]);
  const waiting = INCOMPLETE[this.encoding](bytes);
  const end = bytes.length - waiting;
  this._waiting = Buffer.from(bytes.subarray(end));
  return bytes.toString(this.encoding, 0, end);
};

StringDecoder.prototype.end = function end(buffer) {
  let text = buffer === undefined ? '' : this.write(buffer);
  if (this._waiting.length > 0) {
    text += this.encoding === 'utf16le' ? this._waiting.toString('utf16le', 0, this._waiting.length & ~1) :
      this._waiting.toString(this.encoding);
    this._waiting = Buffer.alloc(0);
  }
  return text;
};

StringDecoder.prototype.text = function text(buffer, offset) {
  this._waiting = Buffer.alloc(0);
  return this.write(buffer.slice(offset));
};

Object.defineProperties(StringDecoder.prototype, {
  lastChar: { configurable: true, enumerable: true, get() { return this._waiting; } },
  lastNeed: {
    configurable: true,
    enumerable: true,
    get() {
      const { length } = this._waiting;
      return length === 0 ? 0 : Math.max(1, expectedSize(this.encoding, this._waiting[0]) - length);
    },
  },
  lastTotal: {
    configurable: true,
    enumerable: true,
    get() { return this._waiting.length === 0 ? 0 : expectedSize(this.encoding, this._waiting[0]); },
  },
});

module.exports = { StringDecoder };
