'use strict';

// scrypt.

const binding = internalBinding('crypto_cipher');
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { later, toBytes } = require('internal/crypto/common');
const { validateFunction, validateInt32, validateInteger, validateUint32 } = require('internal/validators');

/** A parameter that may be given under two names. */
function option(options, short, long, otherwise) {
  if (options?.[short] !== undefined && options[long] !== undefined) {
    throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR(`options.${short}`, `options.${long}`);
  }
  const value = options?.[short] ?? options?.[long];
  if (value === undefined) return otherwise;
  validateUint32(value, options[short] !== undefined ? short : long);
  return value;
}

function check(password, salt, keylen, options) {
  const secret = toBytes(password, 'utf8', 'password');
  const saltBytes = toBytes(salt, 'utf8', 'salt');
  validateInt32(keylen, 'keylen', 0);
  const cost = option(options, 'N', 'cost', 16384);
  const blockSize = option(options, 'r', 'blockSize', 8);
  const parallel = option(options, 'p', 'parallelization', 1);
  const { maxmem = 32 * 1024 * 1024 } = options ?? {};
  validateInteger(maxmem, 'maxmem', 0);
  if (cost < 2 || (cost & (cost - 1)) !== 0 || blockSize === 0 || parallel === 0) {
    throw new codes.ERR_CRYPTO_INVALID_SCRYPT_PARAMS('Invalid scrypt params');
  }
  if (128 * cost * blockSize + 128 * blockSize * parallel + 256 * blockSize > maxmem) {
    throw new codes.ERR_CRYPTO_INVALID_SCRYPT_PARAMS(
      'Invalid scrypt params: error:030000AC:digital envelope routines::memory limit exceeded');
  }
  return [secret, saltBytes, cost, blockSize, parallel, keylen];
}

function scryptSync(password, salt, keylen, options) {
  return Buffer.from(binding.scrypt(...check(password, salt, keylen, options)));
}

function scrypt(password, salt, keylen, options, callback) {
  if (callback === undefined) [options, callback] = [undefined, options];
  const args = check(password, salt, keylen, options);
  validateFunction(callback, 'callback');
  later(() => Buffer.from(binding.scrypt(...args)), callback);
}

module.exports = { scrypt, scryptSync };
