'use strict';

// KeyObject, and keys from the many forms in which functions of node:crypto take them.

const binding = internalBinding('crypto_keys');
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { encode, opensslError, toBytes } = require('internal/crypto/common');
const { validateObject, validateOneOf, validateString } = require('internal/validators');

const kHandle = Symbol('kHandle');

/** Throws for a failure of a native call: [whether a passphrase is missing, reason]. */
function checked(result) {
  if (!Array.isArray(result) || typeof result[0] !== 'boolean') return result;
  if (result[0]) throw opensslError('interrupted or cancelled');
  throw decodeError(result[1]);
}

function decodeError(reason) {
  const error = opensslError(reason);
  if (error.code !== 'ERR_CRYPTO_OPERATION_FAILED') return error;
  return Object.assign(new Error('error:1E08010C:DECODER routines::unsupported'), {
    library: 'DECODER routines', reason: 'unsupported', code: 'ERR_OSSL_UNSUPPORTED',
  });
}

class KeyObject {
  #type;

  constructor(type, handle) {
    if (type !== 'secret' && type !== 'public' && type !== 'private') {
      throw new codes.ERR_INVALID_ARG_VALUE('type', type);
    }
    if (typeof handle !== 'object' || handle === null) throw new codes.ERR_INVALID_ARG_TYPE('handle', 'object', handle);
    this.#type = type;
    Object.defineProperty(this, kHandle, { value: handle });
  }

  get type() {
    return this.#type;
  }

  static from(key) {
    const object = key?.[Symbol.for('jsj.keyObject')];
    if (object === undefined) throw new codes.ERR_INVALID_ARG_TYPE('key', 'CryptoKey', key);
    return object;
  }

  equals(other) {
    if (!(other instanceof KeyObject)) throw new codes.ERR_INVALID_ARG_TYPE('otherKeyObject', 'KeyObject', other);
    if (other.type !== this.type) return false;
    return this.type === 'secret' ? this[kHandle].equals(other[kHandle]) : binding.equals(this[kHandle], other[kHandle]);
  }

  get [Symbol.toStringTag]() {
    return 'KeyObject';
  }
}

class SecretKeyObject extends KeyObject {
  constructor(bytes) {
    super('secret', bytes);
  }

  get symmetricKeySize() {
    return this[kHandle].length;
  }

  export(options) {
    if (options !== undefined) {
      validateObject(options, 'options');
      validateOneOf(options.format, 'options.format', [undefined, 'buffer', 'jwk']);
      if (options.format === 'jwk') return { kty: 'oct', k: this[kHandle].toString('base64url') };
    }
    return Buffer.from(this[kHandle]);
  }
}

class AsymmetricKeyObject extends KeyObject {
  get asymmetricKeyType() {
    return binding.details(this[kHandle])[0];
  }

  get asymmetricKeyDetails() {
    const [type, detail, publicExponent] = binding.details(this[kHandle]);
    if (type === 'ec') return { namedCurve: detail };
    return type.startsWith('rsa') ? { modulusLength: detail, publicExponent } : {};
  }

  export(options) {
    validateObject(options, 'options');
    if (options.format === 'jwk') return checked(binding.jwk(this[kHandle]));
    validateOneOf(options.format, 'options.format', ['pem', 'der', 'jwk']);
    return exportKey(this[kHandle], this.type, options);
  }
}

class PublicKeyObject extends AsymmetricKeyObject {
  constructor(handle) {
    super('public', handle);
  }
}

class PrivateKeyObject extends AsymmetricKeyObject {
  constructor(handle) {
    super('private', handle);
  }
}

/** The key in the form that `options` describe: {format, type, cipher, passphrase}. */
function exportKey(handle, keyType, { format, type, cipher, passphrase }) {
  const [algorithm] = binding.details(handle);
  const allowed = keyType === 'public' ? ['pkcs1', 'spki'] : ['pkcs1', 'pkcs8', 'sec1'];
  if (!allowed.includes(type)) throw new codes.ERR_INVALID_ARG_VALUE('options.type', type);
  if (type === 'pkcs1' && algorithm !== 'rsa') {
    throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS('pkcs1', 'can only be used for RSA keys');
  }
  if (type === 'sec1' && algorithm !== 'ec') {
    throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS('sec1', 'can only be used for EC keys');
  }
  if (cipher !== undefined) {
    validateString(cipher, 'options.cipher');
    if (type !== 'pkcs8') {
      throw new codes.ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS(type, 'does not support encryption');
    }
    passphrase = Buffer.from(toBytes(passphrase, 'utf8', 'options.passphrase')).toString();
  }
  const result = checked(binding.exportKey(handle, type, format === 'pem', cipher, passphrase));
  return typeof result === 'string' ? result : encode(result);
}

const KEY_TYPES = ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView', 'string', 'KeyObject', 'CryptoKey'];

function passphraseText(passphrase) {
  return passphrase == null ? undefined : Buffer.from(toBytes(passphrase, 'utf8', 'options.passphrase')).toString();
}

/** A native key from text, bytes or {key, format, type, encoding, passphrase}. */
function readKey(key, wantsPrivate) {
  if (key instanceof KeyObject) {
    if (key.type === 'secret') throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(key.type, wantsPrivate ? 'private' : 'private or public');
    return key[kHandle];
  }
  let options = {};
  if (key !== null && typeof key === 'object' && !ArrayBuffer.isView(key) && !(key instanceof ArrayBuffer)) {
    options = key;
    key = options.key;
    if (key instanceof KeyObject) return readKey(key, wantsPrivate);
    if (options.format === 'jwk') {
      validateObject(key, 'key.key');
      return checked(binding.fromJwk(key));
    }
  }
  const bytes = toBytes(key, options.encoding, 'key', KEY_TYPES);
  const passphrase = passphraseText(options.passphrase);
  if (options.format === 'der') {
    const type = options.type ?? (wantsPrivate ? 'pkcs8' : 'spki');
    return checked(binding.fromDer(bytes, type, wantsPrivate || type === 'pkcs8' || type === 'sec1', passphrase));
  }
  if (options.format !== undefined && options.format !== 'pem') {
    throw new codes.ERR_INVALID_ARG_VALUE('options.format', options.format);
  }
  return checked(binding.fromPem(Buffer.from(bytes).toString(), passphrase));
}

/** The native private key; what is none is an error. */
function privateHandle(key) {
  const handle = readKey(key, true);
  if (binding.isPrivate(handle)) return handle;
  throw decodeError('unsupported');
}

/** The native public key, also of a private one. */
function publicHandle(key) {
  return checked(binding.publicOf(readKey(key, false)));
}

/** The bytes of a secret key given as text, bytes or KeyObject. */
function secretBytes(key, name = 'key', encoding = 'utf8') {
  if (key instanceof KeyObject) {
    if (key.type !== 'secret') throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(key.type, 'secret');
    return key[kHandle];
  }
  return toBytes(key, encoding, name, KEY_TYPES);
}

function createSecretKey(key, encoding) {
  return new SecretKeyObject(Buffer.from(toBytes(key, encoding, 'key')));
}

function createPublicKey(key) {
  return new PublicKeyObject(publicHandle(key));
}

function createPrivateKey(key) {
  if (key instanceof KeyObject) {
    throw new codes.ERR_INVALID_ARG_TYPE('key', ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], key);
  }
  return new PrivateKeyObject(privateHandle(key));
}

module.exports = {
  KeyObject,
  PrivateKeyObject,
  PublicKeyObject,
  SecretKeyObject,
  checked,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  exportKey,
  kHandle,
  privateHandle,
  publicHandle,
  readKey,
  secretBytes,
};
