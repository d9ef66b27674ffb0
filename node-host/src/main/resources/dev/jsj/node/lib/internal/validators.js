'use strict';

// Argument checks shared by the public modules; every failure is the coded error Node gives.

const { codes } = require('internal/errors');

function invalidType(name, expected, value) {
  return new codes.ERR_INVALID_ARG_TYPE(name, expected, value);
}

function validateString(value, name) {
  if (typeof value !== 'string') throw invalidType(name, 'string', value);
}

function validateStringArray(value, name) {
  validateArray(value, name);
  for (let i = 0; i < value.length; i++) validateString(value[i], `${name}[${i}]`);
}

function validateBoolean(value, name) {
  if (typeof value !== 'boolean') throw invalidType(name, 'boolean', value);
}

function validateFunction(value, name) {
  if (typeof value !== 'function') throw invalidType(name, 'Function', value);
}

function validateNumber(value, name, min = undefined, max) {
  if (typeof value !== 'number') throw invalidType(name, 'number', value);
  const low = min != null && value < min;
  const high = max != null && value > max;
  if (low || high || ((min != null || max != null) && Number.isNaN(value))) {
    const lower = min != null ? `>= ${min}` : '';
    const upper = max != null ? `<= ${max}` : '';
    throw new codes.ERR_OUT_OF_RANGE(name, lower && upper ? `${lower} && ${upper}` : lower + upper, value);
  }
}

function validateInteger(value, name, min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER) {
  if (typeof value !== 'number') throw invalidType(name, 'number', value);
  if (!Number.isInteger(value)) throw new codes.ERR_OUT_OF_RANGE(name, 'an integer', value);
  if (value < min || value > max) throw new codes.ERR_OUT_OF_RANGE(name, `>= ${min} && <= ${max}`, value);
}

function validateInt32(value, name, min = -2147483648, max = 2147483647) {
  validateInteger(value, name, min, max);
}

function validateUint32(value, name, positive = false) {
  validateInteger(value, name, positive ? 1 : 0, 4294967295);
}

/** `options`: allowArray, allowFunction, nullable. */
function validateObject(value, name, options = undefined) {
  if (value === null) {
    if (options?.nullable) return;
  } else if (typeof value === 'object') {
    if (!Array.isArray(value) || options?.allowArray) return;
  } else if (typeof value === 'function' && options?.allowFunction) {
    return;
  }
  throw invalidType(name, 'Object', value);
}

function validateArray(value, name, minLength = 0) {
  if (!Array.isArray(value)) throw invalidType(name, 'Array', value);
  if (value.length < minLength) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, value, `must be longer than ${minLength}`);
  }
}

function validateOneOf(value, name, allowed) {
  if (allowed.includes(value)) return;
  const shown = allowed.map((one) => (typeof one === 'string' ? `'${one}'` : String(one))).join(', ');
  throw new codes.ERR_INVALID_ARG_VALUE(name, value, `must be one of: ${shown}`);
}

function validateUnion(value, name, union) {
  if (!union.includes(value)) throw invalidType(name, `('${union.join('|')}')`, value);
}

function validateBuffer(value, name = 'buffer') {
  if (!ArrayBuffer.isView(value)) throw invalidType(name, ['Buffer', 'TypedArray', 'DataView'], value);
}

function validateAbortSignal(signal, name) {
  if (signal !== undefined && (signal === null || typeof signal !== 'object' || !('aborted' in signal))) {
    throw invalidType(name, 'AbortSignal', signal);
  }
}

function validatePort(port, name = 'Port', allowZero = true) {
  const isText = typeof port === 'string' && port.trim().length > 0;
  if ((typeof port !== 'number' && !isText) || +port !== (+port >>> 0) || port > 0xffff || (port === 0 && !allowZero)) {
    throw new codes.ERR_SOCKET_BAD_PORT(name, port, allowZero);
  }
  return port | 0;
}

/** A file mode: an integer, or its octal digits as text. */
function parseFileMode(value, name, whenMissing) {
  value ??= whenMissing;
  if (typeof value === 'string') {
    if (!/^[0-7]+$/.test(value)) {
      throw new codes.ERR_INVALID_ARG_VALUE(name, value, 'must be a 32-bit unsigned integer or an octal string');
    }
    value = Number.parseInt(value, 8);
  }
  validateUint32(value, name);
  return value;
}

module.exports = {
  parseFileMode,
  validateAbortSignal,
  validateArray,
  validateBoolean,
  validateBuffer,
  validateFunction,
  validateInt32,
  validateInteger,
  validateNumber,
  validateObject,
  validateOneOf,
  validatePort,
  validateString,
  validateStringArray,
  validateUint32,
  validateUnion,
};
