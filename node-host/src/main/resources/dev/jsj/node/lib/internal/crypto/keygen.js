'use strict';

// New keys.

const binding = internalBinding('crypto_keys');
const { codes } = require('internal/errors');
const { later } = require('internal/crypto/common');
const { PrivateKeyObject, PublicKeyObject, SecretKeyObject, checked, exportKey } = require('internal/crypto/keys');
const { validateFunction, validateInteger, validateObject, validateOneOf, validateString, validateUint32 } =
  require('internal/validators');

const TYPES = ['rsa', 'rsa-pss', 'dsa', 'ec', 'ed25519', 'ed448', 'x25519', 'x448', 'dh'];

/** What the native generator takes: [type, size or curve, exponent]. */
function generatorArguments(type, options) {
  validateString(type, 'type');
  if (!TYPES.includes(type)) throw new codes.ERR_INVALID_ARG_VALUE('type', type, 'must be a supported key type');
  if (options !== undefined) validateObject(options, 'options');
  if (type === 'rsa' || type === 'rsa-pss' || type === 'dsa') {
    validateObject(options, 'options');
    validateUint32(options.modulusLength, 'options.modulusLength');
    const { publicExponent = 0x10001 } = options;
    validateUint32(publicExponent, 'options.publicExponent');
    return [type, String(options.modulusLength), publicExponent];
  }
  if (type === 'ec') {
    validateObject(options, 'options');
    validateString(options.namedCurve, 'options.namedCurve');
    if (!binding.curves().includes(options.namedCurve) && !/^P-(256|384|521)$/.test(options.namedCurve)) {
      throw new codes.ERR_CRYPTO_INVALID_CURVE();
    }
    return [type, options.namedCurve];
  }
  if (type === 'dh') {
    validateObject(options, 'options');
    validateUint32(options.primeLength, 'options.primeLength');
    return [type, String(options.primeLength)];
  }
  return [type];
}

function encodePair([publicKey, privateKey], { publicKeyEncoding, privateKeyEncoding } = {}) {
  const one = (handle, kind, encoding, name) => {
    if (encoding === undefined) return kind === 'public' ? new PublicKeyObject(handle) : new PrivateKeyObject(handle);
    validateObject(encoding, `options.${name}`);
    if (encoding.format === 'jwk') return checked(binding.jwk(handle));
    validateOneOf(encoding.format, `options.${name}.format`, ['pem', 'der', 'jwk']);
    return exportKey(handle, kind, encoding);
  };
  return {
    publicKey: one(publicKey, 'public', publicKeyEncoding, 'publicKeyEncoding'),
    privateKey: one(privateKey, 'private', privateKeyEncoding, 'privateKeyEncoding'),
  };
}

function generateKeyPairSync(type, options) {
  const args = generatorArguments(type, options);
  const pair = binding.generate(...args);
  if (typeof pair[0] === 'boolean') checked(pair);
  return encodePair(pair, options);
}

function generateKeyPair(type, options, callback) {
  if (typeof options === 'function') [options, callback] = [undefined, options];
  validateFunction(callback, 'callback');
  generatorArguments(type, options);
  later(() => generateKeyPairSync(type, options), callback, ({ publicKey, privateKey }) => [publicKey, privateKey]);
}
Object.defineProperty(generateKeyPair, require('internal/promisify').customPromisifyArgs, {
  value: ['publicKey', 'privateKey'],
});

function generateKeySync(type, options) {
  validateString(type, 'type');
  validateOneOf(type, 'type', ['aes', 'hmac']);
  validateObject(options, 'options');
  const { length } = options;
  if (type === 'aes') validateOneOf(length, 'options.length', [128, 192, 256]);
  else validateInteger(length, 'options.length', 8, 2 ** 31 - 1);
  return new SecretKeyObject(require('crypto').randomBytes(Math.floor(length / 8)));
}

function generateKey(type, options, callback) {
  validateFunction(callback, 'callback');
  const key = generateKeySync(type, options);
  later(() => key, callback);
}

module.exports = { generateKey, generateKeyPair, generateKeyPairSync, generateKeySync };
