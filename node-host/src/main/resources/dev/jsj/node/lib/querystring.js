'use strict';

// node:querystring.

const { codes } = require('internal/errors');

const UNESCAPED = /[^A-Za-z0-9\-_.!~*'()]/;

/**
 * Like encodeURIComponent, but the first half of a surrogate pair takes whatever follows it for the second; only at the
 * end of the text is it an error.
 */
function escape(text) {
  if (typeof text !== 'string') text = typeof text === 'object' ? String(text) : `${text}`;
  if (!UNESCAPED.test(text)) return text;
  if (text.isWellFormed()) return encodeURIComponent(text);
  let paired = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdfff) {
      paired += text[i];
    } else {
      if (++i >= text.length) throw new codes.ERR_INVALID_URI();
      paired += String.fromCodePoint(0x10000 + (((unit & 0x3ff) << 10) | (text.charCodeAt(i) & 0x3ff)));
    }
  }
  return encodeURIComponent(paired);
}

/** Percent escapes to bytes; what is not an escape stays as it is. */
function unescapeBuffer(text, decodeSpaces) {
  const { Buffer } = require('buffer');
  const bytes = Buffer.allocUnsafe(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const escaped = text[i] === '%' && /^[0-9a-fA-F]{2}$/.test(text.slice(i + 1, i + 3));
    bytes[length++] = escaped ? Number.parseInt(text.slice(i + 1, i + 3), 16) : text.charCodeAt(i);
    if (escaped) i += 2;
    else if (decodeSpaces && text[i] === '+') bytes[length - 1] = 32;
  }
  return bytes.subarray(0, length);
}

function unescape(text, decodeSpaces) {
  try {
    return decodeURIComponent(text);
  } catch {
    return module.exports.unescapeBuffer(text, decodeSpaces).toString();
  }
}

function primitiveText(value) {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`;
  if (typeof value === 'bigint' || typeof value === 'boolean') return `${value}`;
  return '';
}

function stringify(object, separator, equals, options) {
  separator ||= '&';
  equals ||= '=';
  const encode = typeof options?.encodeURIComponent === 'function' ? options.encodeURIComponent : module.exports.escape;
  if (object === null || typeof object !== 'object') return '';
  const text = (value) => {
    const primitive = primitiveText(value);
    return typeof value === 'string' || primitive.length > 0 ? encode(primitive) : '';
  };
  const fields = [];
  for (const key of Object.keys(object)) {
    const value = object[key];
    const name = encode(primitiveText(key)) + equals;
    if (Array.isArray(value)) for (const item of value) fields.push(name + text(item));
    else fields.push(name + text(value));
  }
  return fields.join(separator);
}

function parse(query, separator, equals, options) {
  const result = { __proto__: null };
  if (typeof query !== 'string' || query.length === 0) return result;
  separator = separator ? `${separator}` : '&';
  equals = equals ? `${equals}` : '=';
  if (separator === '') { // nothing ends a field
    result[query] = '';
    return result;
  }
  let limit = 1000;
  if (typeof options?.maxKeys === 'number') limit = options.maxKeys > 0 ? options.maxKeys : Infinity;
  const custom = typeof options?.decodeURIComponent === 'function' ? options.decodeURIComponent : module.exports.unescape;
  const decode = (text) => {
    const spaced = text.replaceAll('+', ' ');
    if (custom === unescape && !spaced.includes('%')) return spaced;
    try {
      return custom(custom === unescape ? spaced : text.replaceAll('+', '%20'));
    } catch {
      return unescape(spaced);
    }
  };
  let position = 0;
  for (let count = 0; position <= query.length && count < limit; count++) {
    let end = query.indexOf(separator, position);
    if (end === -1) end = query.length;
    const field = query.slice(position, end);
    position = end + separator.length;
    if (field.length === 0) continue;
    const split = field.indexOf(equals);
    const key = decode(split === -1 ? field : field.slice(0, split));
    const value = split === -1 ? '' : decode(field.slice(split + equals.length));
    if (!(key in result)) result[key] = value;
    else if (Array.isArray(result[key])) result[key].push(value);
    else result[key] = [result[key], value];
  }
  return result;
}

module.exports = {
  unescapeBuffer,
  unescape,
  escape,
  stringify,
  encode: stringify,
  parse,
  decode: parse,
};
