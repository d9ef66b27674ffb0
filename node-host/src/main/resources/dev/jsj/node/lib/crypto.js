'use strict';

// node:crypto on the JDK's providers. Hashes, HMACs, key derivation and random values are here; ciphers, keys and signatures
// in internal/crypto.

const binding = internalBinding('crypto');
const { Buffer } = require('buffer');
const { Transform } = require('stream');
const { codes } = require('internal/errors');
const {
  validateBuffer, validateFunction, validateInt32, validateInteger, validateObject, validateString, validateUint32,
} = require('internal/validators');

function toBytes(data, encoding, name = 'data') {
  if (typeof data === 'string') return Buffer.from(data, encoding === 'buffer' ? 'utf8' : encoding);
  if (!ArrayBuffer.isView(data)) {
    if (data instanceof ArrayBuffer) return new Uint8Array(data);
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], data);
  }
  return data;
}

function encode(arrayBuffer, encoding) {
  const buffer = Buffer.from(arrayBuffer);
  return encoding === undefined || encoding === 'buffer' ? buffer : buffer.toString(encoding);
}

/** What Hash and Hmac share: a native digest that is fed until its value is asked for. */
class Digest extends Transform {
  #state;
  #finalized = false;
  #result;

  constructor(state, options) {
    super(options);
    this.#state = state;
  }

  get _state() {
    return this.#state;
  }

  _transform(chunk, encoding, callback) {
    binding.update(this.#state, toBytes(chunk, encoding));
    callback();
  }

  _flush(callback) {
    this.push(this.digest());
    callback();
  }

  update(data, encoding) {
    if (this.#finalized) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
    binding.update(this.#state, toBytes(data, encoding));
    return this;
  }

  digest(encoding) {
    if (this.#finalized) {
      if (this.constructor === Hmac) return encoding && encoding !== 'buffer' ? '' : Buffer.alloc(0);
      throw new codes.ERR_CRYPTO_HASH_FINALIZED();
    }
    this.#finalized = true;
    this.#result = binding.digest(this.#state);
    return encode(this.#result, encoding);
  }

  _checkOpen() {
    if (this.#finalized) throw new codes.ERR_CRYPTO_HASH_FINALIZED();
  }
}

class Hash extends Digest {
  constructor(algorithm, options, state) {
    if (state === undefined) {
      validateString(algorithm, 'algorithm');
      if (options?.outputLength !== undefined) validateUint32(options.outputLength, 'options.outputLength');
      state = binding.createHash(algorithm, options?.outputLength ?? -1);
      if (state === null) {
        const error = new Error('Digest method not supported');
        error.code = 'ERR_OSSL_EVP_UNSUPPORTED';
        throw error;
      }
    }
    super(state, options);
  }

  copy(options) {
    this._checkOpen();
    return new Hash(undefined, options, binding.copy(this._state));
  }
}

function secretKeyBytes(key, encoding) {
  if (typeof key === 'string') return Buffer.from(key, encoding);
  if (ArrayBuffer.isView(key) || key instanceof ArrayBuffer) return toBytes(key);
  return require('internal/crypto/keys').secretBytes(key, 'key', encoding);
}

class Hmac extends Digest {
  constructor(algorithm, key, options) {
    validateString(algorithm, 'hmac');
    const bytes = secretKeyBytes(key, options?.encoding);
    const state = binding.createHmac(algorithm, bytes);
    if (state === null) {
      const error = new Error(`Invalid digest: ${algorithm}`);
      error.code = 'ERR_CRYPTO_INVALID_DIGEST';
      throw error;
    }
    super(state, options);
  }
}

/** Calls back with what `compute` answers, later. */
function later(compute, callback) {
  let result;
  let failure = null;
  try {
    result = compute();
  } catch (error) {
    failure = error;
  }
  require('internal/timers').setImmediate(() => (failure ? callback(failure) : callback(null, result)));
}

function randomBytes(size, callback) {
  validateInteger(size, 'size', 0, 2147483647);
  if (callback === undefined) return Buffer.from(binding.randomBytes(size));
  validateFunction(callback, 'callback');
  later(() => Buffer.from(binding.randomBytes(size)), callback);
  return undefined;
}

function randomFillSync(buffer, offset = 0, size) {
  if (!ArrayBuffer.isView(buffer) && !(buffer instanceof ArrayBuffer)) {
    throw new codes.ERR_INVALID_ARG_TYPE('buf', ['ArrayBuffer', 'ArrayBufferView'], buffer);
  }
  const bytes = ArrayBuffer.isView(buffer) ? new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength) :
    new Uint8Array(buffer);
  validateInteger(offset, 'offset', 0, bytes.length);
  size ??= bytes.length - offset;
  validateInteger(size, 'size', 0, bytes.length - offset);
  bytes.set(new Uint8Array(binding.randomBytes(size)), offset);
  return buffer;
}

function randomFill(buffer, offset, size, callback) {
  if (typeof offset === 'function') [callback, offset, size] = [offset, 0, undefined];
  else if (typeof size === 'function') [callback, size] = [size, undefined];
  validateFunction(callback, 'callback');
  later(() => randomFillSync(buffer, offset, size), callback);
}

const RANGE_LIMIT = 2 ** 48 - 1;

function randomInt(min, max, callback) {
  if (max === undefined || typeof max === 'function') [min, max, callback] = [0, min, max];
  if (!Number.isSafeInteger(min)) throw new codes.ERR_INVALID_ARG_TYPE('min', 'a safe integer', min);
  if (!Number.isSafeInteger(max)) throw new codes.ERR_INVALID_ARG_TYPE('max', 'a safe integer', max);
  if (max <= min) throw new codes.ERR_OUT_OF_RANGE('max', `greater than the value of "min" (${min})`, max);
  const range = max - min;
  if (range > RANGE_LIMIT) throw new codes.ERR_OUT_OF_RANGE('max - min', `<= ${RANGE_LIMIT}`, range);
  const draw = () => {
    const limit = RANGE_LIMIT + 1 - ((RANGE_LIMIT + 1) % range); // so that every number is equally likely
    for (;;) {
      const value = Buffer.from(binding.randomBytes(6)).readUIntBE(0, 6);
      if (value < limit) return min + (value % range);
    }
  };
  if (callback === undefined) return draw();
  validateFunction(callback, 'callback');
  later(draw, callback);
  return undefined;
}

function randomUUID(options) {
  if (options !== undefined) validateObject(options, 'options');
  const bytes = Buffer.from(binding.randomBytes(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function timingSafeEqual(a, b) {
  validateBuffer(a, 'buf1');
  validateBuffer(b, 'buf2');
  if (a.byteLength !== b.byteLength) throw new codes.ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH();
  return binding.timingSafeEqual(a, b);
}

function pbkdf2Sync(password, salt, iterations, keylen, digest) {
  validateString(digest, 'digest');
  validateInt32(iterations, 'iterations', 1);
  validateInt32(keylen, 'keylen', 0);
  const key = binding.pbkdf2(toBytes(password, 'utf8', 'password'), toBytes(salt, 'utf8', 'salt'), iterations, keylen, digest);
  if (key === null) throw new codes.ERR_CRYPTO_INVALID_DIGEST(digest);
  return Buffer.from(key);
}

function pbkdf2(password, salt, iterations, keylen, digest, callback) {
  validateFunction(callback, 'callback');
  later(() => pbkdf2Sync(password, salt, iterations, keylen, digest), callback);
}

function hkdfSync(digest, key, salt, info, keylen) {
  validateString(digest, 'digest');
  const hmac = (secret, data) => new Hmac(digest, secret).update(data).digest();
  const size = hmac('', '').length;
  const extracted = hmac(toBytes(salt, 'utf8', 'salt').byteLength === 0 ? Buffer.alloc(size) : salt,
                         toBytes(key, 'utf8', 'key'));
  let block = Buffer.alloc(0);
  let output = Buffer.alloc(0);
  for (let i = 1; output.length < keylen; i++) {
    block = hmac(extracted, Buffer.concat([block, Buffer.from(toBytes(info, 'utf8', 'info')), Buffer.from([i])]));
    output = Buffer.concat([output, block]);
  }
  return output.buffer.slice(output.byteOffset, output.byteOffset + keylen);
}

function hkdf(digest, key, salt, info, keylen, callback) {
  validateFunction(callback, 'callback');
  later(() => hkdfSync(digest, key, salt, info, keylen), callback);
}

/** One-shot hash. */
function hash(algorithm, data, outputEncoding = 'hex') {
  return new Hash(algorithm).update(data).digest(outputEncoding);
}

module.exports = {
  Hash,
  Hmac,
  createHash: (algorithm, options) => new Hash(algorithm, options),
  createHmac: (algorithm, key, options) => new Hmac(algorithm, key, options),
  getHashes: () => binding.hashes(),
  hash,
  hkdf,
  hkdfSync,
  pbkdf2,
  pbkdf2Sync,
  pseudoRandomBytes: randomBytes,
  prng: randomBytes,
  rng: randomBytes,
  randomBytes,
  randomFill,
  randomFillSync,
  randomInt,
  randomUUID,
  timingSafeEqual,
  get webcrypto() { return require('internal/crypto/webcrypto').crypto; },
  get subtle() { return require('internal/crypto/webcrypto').crypto.subtle; },
  get getRandomValues() {
    const { crypto } = require('internal/crypto/webcrypto');
    return (array) => crypto.getRandomValues(array);
  },
  getFips: () => 0,
  setFips(enabled) {
    if (enabled) throw new codes.ERR_CRYPTO_FIPS_UNAVAILABLE();
  },
  get constants() { return require('internal/crypto/constants'); },
};

/** Functions and classes that are loaded when first used: [file, names...]. */
const PARTS = [
  ['cipher', 'Cipheriv', 'Decipheriv', 'getCipherInfo', 'getCiphers'],
  ['keys', 'KeyObject', 'createPrivateKey', 'createPublicKey', 'createSecretKey'],
  ['keygen', 'generateKey', 'generateKeyPair', 'generateKeyPairSync', 'generateKeySync'],
  ['sign', 'Sign', 'Verify', 'privateDecrypt', 'privateEncrypt', 'publicDecrypt', 'publicEncrypt', 'sign', 'verify'],
  ['diffie_hellman', 'DiffieHellman', 'DiffieHellmanGroup', 'ECDH', 'checkPrime', 'checkPrimeSync', 'diffieHellman',
   'generatePrime', 'generatePrimeSync', 'getCurves'],
  ['scrypt', 'scrypt', 'scryptSync'],
];

function defineLazy(name, load) {
  Object.defineProperty(module.exports, name, {
    configurable: true,
    enumerable: true,
    get: load,
    set(value) {
      Object.defineProperty(module.exports, name, { value, writable: true, enumerable: true, configurable: true });
    },
  });
}

for (const [file, ...names] of PARTS) {
  for (const name of names) defineLazy(name, () => require(`internal/crypto/${file}`)[name]);
}

/** The functions that make an instance of a class above, under their own names. */
const FACTORIES = {
  createCipheriv: 'Cipheriv',
  createDecipheriv: 'Decipheriv',
  createSign: 'Sign',
  createVerify: 'Verify',
  createDiffieHellman: 'DiffieHellman',
  createDiffieHellmanGroup: 'DiffieHellmanGroup',
  getDiffieHellman: 'DiffieHellmanGroup',
  createECDH: 'ECDH',
};
for (const name of Object.keys(FACTORIES)) {
  module.exports[name] = { [name](...args) { return new module.exports[FACTORIES[name]](...args); } }[name];
}
