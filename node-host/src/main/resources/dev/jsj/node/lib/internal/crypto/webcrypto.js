'use strict';

// The global crypto (Web Cryptography): random values, digests, HMAC, PBKDF2 and HKDF. Other algorithms are not recognised.

const nodeCrypto = require('crypto');
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { customInspect, inspect } = require('internal/inspect/inspect');
const types = require('internal/types');

const kCreate = Symbol('create');
const MAX_RANDOM_BYTES = 65536;

/** Algorithm names as they are written, by lower case; the hashes with their names in node:crypto and block sizes. */
const HASHES = {
  '__proto__': null,
  'sha-1': { name: 'SHA-1', digest: 'sha1', block: 512, jwk: 'HS1' },
  'sha-256': { name: 'SHA-256', digest: 'sha256', block: 512, jwk: 'HS256' },
  'sha-384': { name: 'SHA-384', digest: 'sha384', block: 1024, jwk: 'HS384' },
  'sha-512': { name: 'SHA-512', digest: 'sha512', block: 1024, jwk: 'HS512' },
};
const KEY_USAGES = {
  __proto__: null, HMAC: ['sign', 'verify'], PBKDF2: ['deriveKey', 'deriveBits'], HKDF: ['deriveKey', 'deriveBits'],
};

function domException(message, name) {
  const { DOMException } = require('internal/dom_exception');
  return new DOMException(message, name);
}

function requireArguments(method, args, count, on = 'SubtleCrypto') {
  if (args.length >= count) return;
  throw Object.assign(new TypeError(`Failed to execute '${method}' on '${on}': ${count} argument${count === 1 ? '' : 's'} ` +
    `required, but only ${args.length} present.`), { code: 'ERR_MISSING_ARGS' });
}

function bytesOf(data, name) {
  if (types.isAnyArrayBuffer(data)) return Buffer.from(data);
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  throw new codes.ERR_INVALID_ARG_TYPE(name, ['ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], data);
}

/** The memory of a buffer alone. */
function arrayBufferOf(buffer) {
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.length);
}

function unrecognized() {
  return domException('Unrecognized algorithm name', 'NotSupportedError');
}

function readHash(algorithm) {
  const name = typeof algorithm === 'string' ? algorithm : algorithm?.name;
  const hash = HASHES[`${name}`.toLowerCase()];
  if (hash === undefined) throw unrecognized();
  return hash;
}

/** The algorithm with the name as the specification writes it. */
function readKeyAlgorithm(algorithm) {
  const given = typeof algorithm === 'string' ? { name: algorithm } : algorithm;
  const name = `${given?.name}`.toUpperCase();
  if (KEY_USAGES[name] === undefined) throw unrecognized();
  return { ...given, name };
}

class CryptoKey {
  #type;
  #extractable;
  #algorithm;
  #usages;
  #bytes;

  constructor(token, bytes, algorithm, extractable, usages) {
    if (token !== kCreate) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#type = 'secret';
    this.#bytes = bytes;
    this.#algorithm = algorithm;
    this.#extractable = extractable;
    this.#usages = usages;
  }

  static isKey(value) {
    return typeof value === 'object' && value !== null && #bytes in value;
  }

  static bytes(key) {
    return key.#bytes;
  }

  get type() { return this.#type; }
  get extractable() { return this.#extractable; }
  get algorithm() { return this.#algorithm; }
  get usages() { return this.#usages; }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    const { type, extractable, algorithm, usages } = this;
    return `CryptoKey ${inspect({ type, extractable, algorithm, usages }, inner)}`;
  }
}
const { bytes: keyBytes, isKey } = CryptoKey;
delete CryptoKey.bytes;
delete CryptoKey.isKey;

function checkUsages(name, usages) {
  if (usages.some((usage) => !KEY_USAGES[name].includes(usage))) {
    throw domException(name === 'HMAC' ? 'Unsupported key usage for an HMAC key' : `Unsupported key usage for a ${name} key`,
                       'SyntaxError');
  }
  if (usages.length === 0) throw domException('Usages cannot be empty when importing a secret key.', 'SyntaxError');
}

function makeKey(bytes, algorithm, extractable, usages) {
  const { name } = algorithm;
  checkUsages(name, usages);
  const details = name === 'HMAC' ? { name, hash: { name: readHash(algorithm.hash).name }, length: bytes.length * 8 } : { name };
  return new CryptoKey(kCreate, bytes, details, Boolean(extractable), [...usages]);
}

function requireKey(key, name, usage) {
  if (!isKey(key)) throw new codes.ERR_INVALID_ARG_TYPE('key', 'CryptoKey', key);
  const matches = key.algorithm.name === name && key.usages.includes(usage);
  if (!matches) throw domException(`Unable to use this key to ${usage}`, 'InvalidAccessError');
}

function hmac(key, data) {
  return nodeCrypto.createHmac(readHash(key.algorithm.hash).digest, keyBytes(key)).update(bytesOf(data, 'data')).digest();
}

function deriveBits(algorithm, key, length) {
  const hash = readHash(algorithm.hash).digest;
  const salt = bytesOf(algorithm.salt, 'algorithm.salt');
  if (!Number.isInteger(length) || length % 8 !== 0) {
    throw domException('length must be a multiple of 8', 'OperationError');
  }
  const { name } = key.algorithm;
  return new Promise((resolve, reject) => {
    const done = (error, bits) => {
      if (error) reject(error);
      else resolve(name === 'HKDF' ? bits : arrayBufferOf(bits));
    };
    if (name === 'HKDF') nodeCrypto.hkdf(hash, keyBytes(key), salt, bytesOf(algorithm.info, 'algorithm.info'), length / 8, done);
    else nodeCrypto.pbkdf2(keyBytes(key), salt, algorithm.iterations, length / 8, hash, done);
  });
}

class SubtleCrypto {
  constructor(token) {
    if (token !== kCreate) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }

  async digest(algorithm, data) {
    requireArguments('digest', arguments, 2);
    const { digest } = readHash(algorithm);
    return arrayBufferOf(nodeCrypto.createHash(digest).update(bytesOf(data, 'data')).digest());
  }

  async importKey(format, keyData, algorithm, extractable, usages) {
    requireArguments('importKey', arguments, 4);
    const read = readKeyAlgorithm(algorithm);
    if (format === 'jwk') return makeKey(Buffer.from(keyData.k, 'base64url'), read, extractable, usages);
    if (format !== 'raw') throw domException(`Unable to import ${read.name} key with format ${format}`, 'NotSupportedError');
    return makeKey(Buffer.from(bytesOf(keyData, 'keyData')), read, extractable, usages);
  }

  async exportKey(format, key) {
    requireArguments('exportKey', arguments, 2);
    if (!isKey(key)) throw new codes.ERR_INVALID_ARG_TYPE('key', 'CryptoKey', key);
    if (!key.extractable) throw domException('key is not extractable', 'InvalidAccessException');
    if (format === 'raw') return arrayBufferOf(keyBytes(key));
    if (format !== 'jwk') throw domException(`Unable to export ${key.algorithm.name} key using ${format} format`, 'NotSupportedError');
    return {
      key_ops: key.usages,
      ext: key.extractable,
      kty: 'oct',
      k: keyBytes(key).toString('base64url'),
      alg: readHash(key.algorithm.hash).jwk,
    };
  }

  async generateKey(algorithm, extractable, usages) {
    requireArguments('generateKey', arguments, 3);
    const read = readKeyAlgorithm(algorithm);
    if (read.name !== 'HMAC') throw unrecognized();
    const { length = readHash(read.hash).block } = read;
    const key = makeKey(nodeCrypto.randomBytes(Math.ceil(length / 8)), read, extractable, usages);
    const { name, hash } = key.algorithm;
    return new CryptoKey(kCreate, keyBytes(key), { name, length, hash }, key.extractable, key.usages);
  }

  async sign(algorithm, key, data) {
    requireArguments('sign', arguments, 3);
    const { name } = readKeyAlgorithm(algorithm);
    if (name !== 'HMAC') throw unrecognized();
    requireKey(key, name, 'sign');
    return arrayBufferOf(hmac(key, data));
  }

  async verify(algorithm, key, signature, data) {
    requireArguments('verify', arguments, 4);
    const { name } = readKeyAlgorithm(algorithm);
    if (name !== 'HMAC') throw unrecognized();
    requireKey(key, name, 'verify');
    const expected = hmac(key, data);
    const given = bytesOf(signature, 'signature');
    return expected.length === given.length && nodeCrypto.timingSafeEqual(expected, given);
  }

  async deriveBits(algorithm, key, length) {
    requireArguments('deriveBits', arguments, 3);
    const read = readKeyAlgorithm(algorithm);
    requireKey(key, read.name, 'deriveBits');
    return deriveBits(read, key, length);
  }

  async deriveKey(algorithm, key, derived, extractable, usages) {
    requireArguments('deriveKey', arguments, 5);
    const read = readKeyAlgorithm(algorithm);
    requireKey(key, read.name, 'deriveKey');
    const target = readKeyAlgorithm(derived);
    const { length = readHash(target.hash).block } = target;
    return makeKey(Buffer.from(await deriveBits(read, key, length)), target, extractable, usages);
  }

  async encrypt() {
    requireArguments('encrypt', arguments, 3);
    throw unrecognized();
  }

  async decrypt() {
    requireArguments('decrypt', arguments, 3);
    throw unrecognized();
  }

  async wrapKey() {
    requireArguments('wrapKey', arguments, 4);
    throw unrecognized();
  }

  async unwrapKey() {
    requireArguments('unwrapKey', arguments, 6);
    throw unrecognized();
  }
}

const subtle = new SubtleCrypto(kCreate);

function isIntegerArray(value) {
  return types.isTypedArray(value) && !/^(?:Float|BigFloat)/.test(value[Symbol.toStringTag]);
}

class Crypto {
  constructor(token) {
    if (token !== kCreate) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }

  get subtle() {
    if (this !== crypto) throw new codes.ERR_INVALID_THIS('Crypto');
    return subtle;
  }

  getRandomValues(array) {
    if (this !== crypto) throw new codes.ERR_INVALID_THIS('Crypto');
    requireArguments('getRandomValues', arguments, 1, 'Crypto');
    if (!isIntegerArray(array)) {
      throw domException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
    }
    if (array.byteLength > MAX_RANDOM_BYTES) {
      throw domException('The requested length exceeds 65,536 bytes', 'QuotaExceededError');
    }
    return nodeCrypto.randomFillSync(array);
  }

  randomUUID(options) {
    if (this !== crypto) throw new codes.ERR_INVALID_THIS('Crypto');
    return nodeCrypto.randomUUID(options);
  }
}
const crypto = new Crypto(kCreate);

for (const Class of [Crypto, SubtleCrypto, CryptoKey]) {
  for (const name of Object.getOwnPropertyNames(Class.prototype)) {
    if (name !== 'constructor') Object.defineProperty(Class.prototype, name, { enumerable: true });
  }
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
}

module.exports = { Crypto, CryptoKey, SubtleCrypto, crypto };
