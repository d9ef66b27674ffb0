'use strict';

// Percent-encoding (URL Standard, 1.3).

const HEX = '0123456789ABCDEF';

/** A set of ASCII code points that are escaped, beside controls and everything from 0x7f on. */
function encodeSet(characters) {
  const set = new Uint8Array(128);
  for (let code = 0; code < 0x20; code++) set[code] = 1;
  set[0x7f] = 1;
  for (const character of characters) set[character.charCodeAt(0)] = 1;
  return set;
}

const C0_CONTROL = encodeSet('');
const FRAGMENT = encodeSet(' "<>`');
const QUERY = encodeSet(' "#<>');
const SPECIAL_QUERY = encodeSet(' "#<>\'');
const PATH = encodeSet(' "#<>?`{}');
const USERINFO = encodeSet(' "#<>?`{}/:;=@[\\]^|');

function percentByte(byte) {
  return `%${HEX[byte >> 4]}${HEX[byte & 15]}`;
}

/** UTF-8 percent-encode; a lone surrogate counts as U+FFFD. */
function encodeCodePoint(code) {
  if (code < 0x80) return percentByte(code);
  if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
  if (code < 0x800) return percentByte(0xc0 | (code >> 6)) + percentByte(0x80 | (code & 63));
  if (code < 0x10000) {
    return percentByte(0xe0 | (code >> 12)) + percentByte(0x80 | ((code >> 6) & 63)) + percentByte(0x80 | (code & 63));
  }
  return percentByte(0xf0 | (code >> 18)) + percentByte(0x80 | ((code >> 12) & 63)) +
    percentByte(0x80 | ((code >> 6) & 63)) + percentByte(0x80 | (code & 63));
}

function percentEncode(text, set) {
  let result = '';
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80 && set[unit] === 0) continue;
    result += text.slice(copied, i);
    const code = text.codePointAt(i);
    result += encodeCodePoint(code);
    if (code > 0xffff) i++;
    copied = i + 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}

function hexValue(code) {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** Percent escapes resolved, the bytes read as UTF-8 (malformed ones as U+FFFD). */
function percentDecode(text) {
  if (!text.includes('%')) return text;
  const { Buffer } = require('buffer');
  const bytes = Buffer.from(text, 'utf8');
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const high = bytes[i] === 37 && i + 2 < bytes.length ? hexValue(bytes[i + 1]) : -1;
    const low = high >= 0 ? hexValue(bytes[i + 2]) : -1;
    if (low >= 0) {
      bytes[length++] = high * 16 + low;
      i += 2;
    } else {
      bytes[length++] = bytes[i];
    }
  }
  return bytes.utf8Slice(0, length);
}

module.exports = { C0_CONTROL, FRAGMENT, PATH, QUERY, SPECIAL_QUERY, USERINFO, percentDecode, percentEncode };
