'use strict';

// Signatures and RSA encryption of node:crypto.

const binding = internalBinding('crypto_keys');
const { Buffer } = require('buffer');
const { Writable } = require('stream');
const { codes } = require('internal/errors');
const { encode, later, toBytes } = require('internal/crypto/common');
const { checked, privateHandle, publicHandle, readKey } = require('internal/crypto/keys');
const { validateFunction, validateOneOf, validateString } = require('internal/validators');

const RSA_PKCS1_PADDING = 1;
const RSA_PKCS1_OAEP_PADDING = 4;
const PSS_SALT_MAX = -2;

function isKnownDigest(name) {
  return require('crypto').getHashes().includes(name.toLowerCase().replace(/^rsa-/, '').replace(/^sha-(?=\d)/, 'sha'));
}

/** [padding, salt length, whether r and s stand side by side] from a key given with options. */
function signatureOptions(key) {
  const { padding = 0, saltLength = PSS_SALT_MAX, dsaEncoding = 'der' } =
    key !== null && typeof key === 'object' && !ArrayBuffer.isView(key) ? key : {};
  validateOneOf(dsaEncoding, 'dsaEncoding', ['der', 'ieee-p1363']);
  return [padding, saltLength, dsaEncoding === 'ieee-p1363'];
}

function signBytes(digest, data, key) {
  return Buffer.from(checked(binding.sign(privateHandle(key), data, digest, ...signatureOptions(key))));
}

function verifyBytes(digest, data, key, signature) {
  return checked(binding.verify(publicHandle(key), data, digest, ...signatureOptions(key), signature));
}

/** Collects what is to be signed. */
class Collector extends Writable {
  #parts = [];

  constructor(algorithm, options) {
    super(options);
    validateString(algorithm, 'algorithm');
    if (!isKnownDigest(algorithm)) throw Object.assign(new Error(`Invalid digest: ${algorithm}`), { code: 'ERR_CRYPTO_INVALID_DIGEST' });
    Object.defineProperty(this, '_algorithm', { value: algorithm });
  }

  _write(chunk, encoding, callback) {
    this.update(chunk, encoding);
    callback();
  }

  update(data, encoding) {
    if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
      throw new codes.ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
    }
    this.#parts.push(Buffer.from(toBytes(data, encoding)));
    return this;
  }

  _collected() {
    return Buffer.concat(this.#parts);
  }
}

class Sign extends Collector {
  sign(key, encoding) {
    if (!key) throw new codes.ERR_CRYPTO_SIGN_KEY_REQUIRED();
    return encode(signBytes(this._algorithm, this._collected(), key), encoding);
  }
}

class Verify extends Collector {
  verify(key, signature, encoding) {
    return verifyBytes(this._algorithm, this._collected(), key, toBytes(signature, encoding, 'signature'));
  }
}

function checkAlgorithm(algorithm) {
  if (algorithm == null) return undefined;
  validateString(algorithm, 'algorithm');
  if (!isKnownDigest(algorithm)) throw Object.assign(new Error(`Invalid digest: ${algorithm}`), { code: 'ERR_CRYPTO_INVALID_DIGEST' });
  return algorithm;
}

function sign(algorithm, data, key, callback) {
  const digest = checkAlgorithm(algorithm);
  const bytes = toBytes(data, undefined, 'data', ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView']);
  if (!key) throw new codes.ERR_CRYPTO_SIGN_KEY_REQUIRED();
  if (callback === undefined) return signBytes(digest, bytes, key);
  validateFunction(callback, 'callback');
  later(() => signBytes(digest, bytes, key), callback);
  return undefined;
}

function verify(algorithm, data, key, signature, callback) {
  const digest = checkAlgorithm(algorithm);
  const bytes = toBytes(data, undefined, 'data', ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView']);
  if (!ArrayBuffer.isView(signature) && !(signature instanceof ArrayBuffer)) {
    throw new codes.ERR_INVALID_ARG_TYPE('signature', ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], signature);
  }
  const expected = toBytes(signature);
  if (callback === undefined) return verifyBytes(digest, bytes, key, expected);
  validateFunction(callback, 'callback');
  later(() => verifyBytes(digest, bytes, key, expected), callback);
  return undefined;
}

/** A function that encrypts or decrypts one block with RSA. */
function rsa(name, keyOf, encrypts, defaultPadding) {
  return {
    [name](options, buffer) {
      const { padding = defaultPadding, oaepHash, oaepLabel, encoding } =
        options !== null && typeof options === 'object' && !ArrayBuffer.isView(options) ? options : {};
      const data = toBytes(buffer, encoding, 'buffer');
      const label = oaepLabel === undefined ? undefined : toBytes(oaepLabel, encoding, 'key.oaepLabel');
      if (oaepHash !== undefined) validateString(oaepHash, 'key.oaepHash');
      return encode(checked(binding.crypt(keyOf(options), encrypts, data, padding, oaepHash, label)));
    },
  }[name];
}

/** What private encryption can be undone with: a public key, or the private one. */
const anyKey = (key) => readKey(key, false);

module.exports = {
  Sign,
  Verify,
  privateDecrypt: rsa('privateDecrypt', privateHandle, false, RSA_PKCS1_OAEP_PADDING),
  privateEncrypt: rsa('privateEncrypt', privateHandle, true, RSA_PKCS1_PADDING),
  publicDecrypt: rsa('publicDecrypt', (key) => checked(binding.publicOf(anyKey(key))), false, RSA_PKCS1_PADDING),
  publicEncrypt: rsa('publicEncrypt', publicHandle, true, RSA_PKCS1_OAEP_PADDING),
  sign,
  verify,
};
