'use strict';

// Checks and conversions of the arguments of fs functions.

const constants = require('internal/fs/constants');
const { codes } = require('internal/errors');
const { parseFileMode, validateFunction, validateInteger, validateObject, validateUint32 } = require('internal/validators');

const FLAGS = {
  '__proto__': null,
  'r': constants.O_RDONLY,
  'rs': constants.O_RDONLY | constants.O_SYNC,
  'sr': constants.O_RDONLY | constants.O_SYNC,
  'r+': constants.O_RDWR,
  'rs+': constants.O_RDWR | constants.O_SYNC,
  'sr+': constants.O_RDWR | constants.O_SYNC,
  'w': constants.O_TRUNC | constants.O_CREAT | constants.O_WRONLY,
  'wx': constants.O_TRUNC | constants.O_CREAT | constants.O_WRONLY | constants.O_EXCL,
  'xw': constants.O_TRUNC | constants.O_CREAT | constants.O_WRONLY | constants.O_EXCL,
  'w+': constants.O_TRUNC | constants.O_CREAT | constants.O_RDWR,
  'wx+': constants.O_TRUNC | constants.O_CREAT | constants.O_RDWR | constants.O_EXCL,
  'xw+': constants.O_TRUNC | constants.O_CREAT | constants.O_RDWR | constants.O_EXCL,
  'a': constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY,
  'ax': constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_EXCL,
  'xa': constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_EXCL,
  'as': constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_SYNC,
  'sa': constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | constants.O_SYNC,
  'a+': constants.O_APPEND | constants.O_CREAT | constants.O_RDWR,
  'ax+': constants.O_APPEND | constants.O_CREAT | constants.O_RDWR | constants.O_EXCL,
  'xa+': constants.O_APPEND | constants.O_CREAT | constants.O_RDWR | constants.O_EXCL,
  'as+': constants.O_APPEND | constants.O_CREAT | constants.O_RDWR | constants.O_SYNC,
  'sa+': constants.O_APPEND | constants.O_CREAT | constants.O_RDWR | constants.O_SYNC,
};

function toFlags(flags, name = 'flags') {
  if (typeof flags === 'number') {
    require('internal/validators').validateInt32(flags, name);
    return flags;
  }
  if (flags == null) return constants.O_RDONLY;
  const number = FLAGS[flags];
  if (number === undefined) throw new codes.ERR_INVALID_ARG_VALUE(name, flags);
  return number;
}

/** A path given as a string, a Buffer or a file URL. */
function toPath(path, name = 'path') {
  let text = path;
  if (typeof path !== 'string') {
    if (ArrayBuffer.isView(path) && path instanceof Uint8Array) text = require('buffer').Buffer.from(path).toString();
    else if (typeof path === 'object' && path !== null && typeof path.href === 'string') {
      text = require('internal/url/url').toPathIfFileURL(path);
    }
    if (typeof text !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'URL'], path);
  }
  if (text.includes('\0')) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, path, 'must be a string, Uint8Array, or URL without null bytes');
  }
  return text;
}

function toFd(fd, name = 'fd') {
  require('internal/validators').validateInt32(fd, name, 0);
  return fd;
}

function toMode(mode, whenMissing, name = 'mode') {
  return parseFileMode(mode, name, whenMissing);
}

/** Options given as an object, or as the name of an encoding. */
function toOptions(options, defaults = {}) {
  if (options == null || typeof options === 'function') return defaults;
  if (typeof options === 'string') {
    checkEncoding(options);
    return { ...defaults, encoding: options };
  }
  if (typeof options !== 'object') throw new codes.ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  if (options.encoding !== undefined && options.encoding !== 'buffer') checkEncoding(options.encoding);
  require('internal/validators').validateAbortSignal(options.signal, 'options.signal');
  return { ...defaults, ...options };
}

function checkEncoding(encoding) {
  if (encoding && encoding !== 'buffer' && !require('buffer').Buffer.isEncoding(encoding)) {
    throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
}

/** A time as seconds since 1970, from a Date, a number or numeric text; as nanoseconds. */
function toNanoseconds(time, name = 'time') {
  let seconds = time;
  if (typeof time === 'string' && `${+time}` === time) seconds = +time;
  if (require('util').types.isDate(time)) seconds = time.getTime() / 1000;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['Date', 'Time in seconds'], time);
  }
  return Math.round(seconds * 1e6) * 1000;
}

/** A part of a buffer: {buffer, offset, length}, checked. */
function toRange(buffer, offset, length) {
  if (!ArrayBuffer.isView(buffer)) {
    throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
  }
  if (offset == null) offset = 0;
  else validateInteger(offset, 'offset', 0);
  if (offset > buffer.byteLength) throw new codes.ERR_OUT_OF_RANGE('offset', `<= ${buffer.byteLength}`, offset);
  const available = buffer.byteLength - offset;
  if (length === undefined) length = available;
  if (length !== (length | 0) || length < 0) {
    throw new codes.ERR_OUT_OF_RANGE('length', '>= 0', length);
  }
  if (length > available) throw new codes.ERR_OUT_OF_RANGE('length', `<= ${available}`, length);
  return { offset, length };
}

/** A position in a file; -1 stands for the current one. */
function toPosition(position) {
  if (position == null || position === -1) return -1;
  if (typeof position === 'bigint') return Number(position);
  if (typeof position !== 'number') throw new codes.ERR_INVALID_ARG_TYPE('position', ['integer', 'bigint'], position);
  validateInteger(position, 'position', -1);
  return position;
}

/** What write functions take: a string becomes a Buffer. */
function toBytes(data, encoding, name = 'data') {
  if (typeof data === 'string') return require('buffer').Buffer.from(data, encoding || 'utf8');
  if (!ArrayBuffer.isView(data)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  }
  return data;
}

function toCallback(callback, name = 'cb') {
  validateFunction(callback, name);
  return callback;
}

/** Encodes a name for the caller who asked for an encoding. */
function encodeName(name, options) {
  const { encoding } = toOptions(options);
  if (encoding == null || encoding === 'utf8' || encoding === 'utf-8') return name;
  const bytes = require('buffer').Buffer.from(name);
  return encoding === 'buffer' ? bytes : bytes.toString(encoding);
}

function toOwner(value, name) {
  validateInteger(value, name, -1, 4294967295);
  return value === 4294967295 ? -1 : value;
}

module.exports = {
  encodeName,
  toBytes,
  toCallback,
  toFd,
  toFlags,
  toMode,
  toNanoseconds,
  toOptions,
  toOwner,
  toPath,
  toPosition,
  toRange,
  validateObject,
  validateUint32,
};
