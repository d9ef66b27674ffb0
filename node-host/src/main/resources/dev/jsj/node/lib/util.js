'use strict';

// node:util. What takes more than a few lines is loaded from internal/ when first used.

const types = require('internal/types');
const { inspect } = require('internal/inspect/inspect');
const { format, formatWithOptions } = require('internal/inspect/format');
const { promisify, callbackify, deprecate } = require('internal/promisify');
const { debuglog } = require('internal/debuglog');
const { codes } = require('internal/errors');
const { validateString, validateNumber, validateAbortSignal } = require('internal/validators');

/** Makes instances of `constructor` inherit from those of `superConstructor`. */
function inherits(constructor, superConstructor) {
  if (constructor == null) throw new codes.ERR_INVALID_ARG_TYPE('ctor', 'Function', constructor);
  if (superConstructor == null) throw new codes.ERR_INVALID_ARG_TYPE('superCtor', 'Function', superConstructor);
  if (superConstructor.prototype === undefined) {
    throw new codes.ERR_INVALID_ARG_TYPE('superCtor.prototype', 'Object', superConstructor.prototype);
  }
  Object.defineProperty(constructor, 'super_', { value: superConstructor, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, superConstructor.prototype);
}

function _extend(target, source) {
  if (source === null || typeof source !== 'object') return target;
  return Object.assign(target, source);
}

function isDeepStrictEqual(a, b) {
  return require('internal/deep_equal').isDeepStrictEqual(a, b);
}

function stripVTControlCharacters(text) {
  validateString(text, 'str');
  return require('internal/inspect/primitives').stripVTControlCharacters(text);
}

function getSystemErrorName(number) {
  validateNumber(number, 'err');
  if (number >= 0 || !Number.isSafeInteger(number)) throw new codes.ERR_OUT_OF_RANGE('err', 'a negative integer', number);
  return require('internal/uv').errorName(number);
}

function getSystemErrorMap() {
  return require('internal/uv').errorMap();
}

async function aborted(signal, resource) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  if (signal.aborted) return undefined;
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function parseEnv(content) {
  validateString(content, 'content');
  return require('internal/dotenv').parse(content);
}

function _exceptionWithHostPort(errno, syscall, address, port) {
  const error = require('internal/errors').errnoException(errno, syscall, port > 0 ? `${address}:${port}` : address);
  error.address = address;
  if (port) error.port = port;
  return error;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Prints a line with the time before it. */
function log(...args) {
  const now = new Date();
  const time = `${now.getDate()} ${MONTHS[now.getMonth()]} ${now.toTimeString().slice(0, 8)}`;
  console.log('%s - %s', time, format(...args));
}

const isObject = (value) => value !== null && typeof value === 'object';

module.exports = {
  _errnoException: (...args) => require('internal/errors').errnoException(...args),
  _exceptionWithHostPort,
  _extend,
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate,
  format,
  formatWithOptions,
  getSystemErrorMap,
  getSystemErrorName,
  inherits,
  inspect,
  isArray: Array.isArray,
  isBoolean: (value) => typeof value === 'boolean',
  isBuffer: (value) => require('buffer').Buffer.isBuffer(value),
  isDeepStrictEqual,
  isNull: (value) => value === null,
  isNullOrUndefined: (value) => value === null || value === undefined,
  isNumber: (value) => typeof value === 'number',
  isString: (value) => typeof value === 'string',
  isSymbol: (value) => typeof value === 'symbol',
  isUndefined: (value) => value === undefined,
  isRegExp: types.isRegExp,
  isObject,
  isDate: types.isDate,
  isError: (value) => types.isNativeError(value) || value instanceof Error,
  isFunction: (value) => typeof value === 'function',
  isPrimitive: (value) => value === null || (typeof value !== 'object' && typeof value !== 'function'),
  log,
  promisify,
  stripVTControlCharacters,
  toUSVString: (text) => `${text}`.toWellFormed(),
  get styleText() { return require('internal/style_text').styleText; },
  get parseArgs() { return require('internal/parse_args').parseArgs; },
  get TextDecoder() { return require('internal/encoding').TextDecoder; },
  get TextEncoder() { return require('internal/encoding').TextEncoder; },
  get MIMEType() { return require('internal/mime').MIMEType; },
  get MIMEParams() { return require('internal/mime').MIMEParams; },
  aborted,
  parseEnv,
  types,
};

// The lazily loaded names above become plain properties, as users expect to be able to replace them.
for (const name of ['styleText', 'parseArgs', 'TextDecoder', 'TextEncoder', 'MIMEType', 'MIMEParams']) {
  const { get } = Object.getOwnPropertyDescriptor(module.exports, name);
  Object.defineProperty(module.exports, name, {
    configurable: true,
    enumerable: true,
    get,
    set(value) {
      Object.defineProperty(module.exports, name, { value, writable: true, enumerable: true, configurable: true });
    },
  });
}
