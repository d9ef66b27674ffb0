'use strict';

// The encodings a Buffer knows, by any spelling of their names.

const binding = internalBinding('buffer');

const ALIASES = {
  __proto__: null,
  utf8: 'utf8',
  'utf-8': 'utf8',
  ucs2: 'utf16le',
  'ucs-2': 'utf16le',
  utf16le: 'utf16le',
  'utf-16le': 'utf16le',
  latin1: 'latin1',
  binary: 'latin1',
  base64: 'base64',
  base64url: 'base64url',
  hex: 'hex',
  ascii: 'ascii',
};

/** The usual name of an encoding, undefined for one we do not know; nothing at all means UTF-8. */
function normalizeEncoding(name) {
  if (name == null || name === 'utf8' || name === 'utf-8' || name === '') return 'utf8';
  return ALIASES[name] ?? ALIASES[`${name}`.toLowerCase()];
}

function base64ByteLength(text) {
  let { length } = text;
  if (text.charCodeAt(length - 1) === 61) length--;
  if (length > 1 && text.charCodeAt(length - 1) === 61) length--;
  return (length * 3) >>> 2;
}

/**
 * byteLength(text) may be too long for malformed text; write(buffer, text, offset, length) and slice(buffer, start, end)
 * are native.
 */
const encodings = {
  __proto__: null,
  utf8: { byteLength: binding.byteLengthUtf8, write: binding.utf8Write, slice: binding.utf8Slice },
  utf16le: { byteLength: (text) => text.length * 2, write: binding.ucs2Write, slice: binding.ucs2Slice },
  latin1: { byteLength: (text) => text.length, write: binding.latin1Write, slice: binding.latin1Slice },
  ascii: { byteLength: (text) => text.length, write: binding.latin1Write, slice: binding.asciiSlice },
  base64: { byteLength: base64ByteLength, write: binding.base64Write, slice: binding.base64Slice },
  base64url: { byteLength: base64ByteLength, write: binding.base64Write, slice: binding.base64urlSlice },
  hex: { byteLength: (text) => text.length >>> 1, write: binding.hexWrite, slice: binding.hexSlice },
};

function encodingOperations(name) {
  return encodings[normalizeEncoding(name)];
}

module.exports = { normalizeEncoding, encodingOperations, encodings };
