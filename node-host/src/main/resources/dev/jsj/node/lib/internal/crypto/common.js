'use strict';

// What the parts of node:crypto share: bytes from arguments, output in an encoding, OpenSSL's errors.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const types = require('internal/types');

const BINARY = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'];

/** Text in an encoding, a buffer or a view of one, as bytes. */
function toBytes(data, encoding, name = 'data', expected = ['string', ...BINARY]) {
  if (typeof data === 'string') return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding);
  if (ArrayBuffer.isView(data)) return data;
  if (types.isAnyArrayBuffer(data)) return new Uint8Array(data);
  throw new codes.ERR_INVALID_ARG_TYPE(name, expected, data);
}

function encode(bytes, encoding) {
  const buffer = Buffer.from(bytes);
  return encoding === undefined || encoding === null || encoding === 'buffer' ? buffer : buffer.toString(encoding);
}

const REASONS = {
  '__proto__': null,
  'bad decrypt': ['error:1C800064:Provider routines::bad decrypt', 'ERR_OSSL_BAD_DECRYPT', 'Provider routines'],
  'wrong final block length': ['error:1C80006B:Provider routines::wrong final block length',
                               'ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH', 'Provider routines'],
  'interrupted or cancelled': ['error:07880109:common libcrypto routines::interrupted or cancelled',
                               'ERR_OSSL_CRYPTO_INTERRUPTED_OR_CANCELLED', 'common libcrypto routines'],
};

/** The error that OpenSSL gives for a reason. */
function opensslError(reason) {
  const known = REASONS[reason];
  if (known === undefined) return Object.assign(new Error(reason), { code: 'ERR_CRYPTO_OPERATION_FAILED' });
  const [message, code, library] = known;
  return Object.assign(new Error(message), { library, reason, code });
}

/** Calls back later with what `compute` answers. */
function later(compute, callback, spread = (result) => [result]) {
  require('internal/timers').setImmediate(() => {
    let result;
    try {
      result = compute();
    } catch (error) {
      callback(error);
      return;
    }
    callback(null, ...spread(result));
  });
}

module.exports = { encode, later, opensslError, toBytes };
