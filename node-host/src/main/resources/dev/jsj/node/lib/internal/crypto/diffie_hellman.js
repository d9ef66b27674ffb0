'use strict';

// Key agreement: Diffie-Hellman over primes and over curves.

const binding = internalBinding('crypto_keys');
const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const { encode, later, toBytes } = require('internal/crypto/common');
const { KeyObject, checked, kHandle } = require('internal/crypto/keys');
const { validateFunction, validateInt32, validateObject, validateString } = require('internal/validators');

/** The groups of RFC 2409 and 3526 by their primes' inner digits: 2^n - 2^(n-64) - 1 + 2^64 * (floor(2^(n-130) pi) + c). */
const GROUPS = {
  __proto__: null,
  modp1: [768, 149686n],
  modp2: [1024, 129093n],
  modp5: [1536, 741804n],
  modp14: [2048, 124476n],
  modp15: [3072, 1690314n],
  modp16: [4096, 240904n],
  modp17: [6144, 929484n],
  modp18: [8192, 4743158n],
};

/** floor(2^bits * pi), by Machin's formula. */
function scaledPi(bits) {
  const guard = 64n;
  const one = 1n << (BigInt(bits) + guard);
  const arctan = (x) => {
    let power = one / x;
    let sum = power;
    for (let n = 3n, sign = -1n; power > 0n; n += 2n, sign = -sign) {
      power /= x * x;
      sum += sign * (power / n);
    }
    return sum;
  };
  return (4n * (4n * arctan(5n) - arctan(239n))) >> guard;
}

function groupPrime(name) {
  const group = GROUPS[name];
  if (group === undefined) throw new codes.ERR_CRYPTO_UNKNOWN_DH_GROUP();
  const [bits, addend] = group;
  const n = BigInt(bits);
  const prime = (1n << n) - (1n << (n - 64n)) - 1n + (1n << 64n) * (scaledPi(bits - 130) + addend);
  return Buffer.from(prime.toString(16), 'hex');
}

/** A native number without the sign byte, in at least `size` bytes. */
function unsigned(arrayBuffer, size = 0) {
  let bytes = Buffer.from(arrayBuffer);
  while (bytes.length > 1 && bytes[0] === 0) bytes = bytes.subarray(1);
  return bytes.length < size ? Buffer.concat([Buffer.alloc(size - bytes.length), bytes]) : bytes;
}

class DiffieHellman {
  #prime;
  #generator;
  #private;
  #public;

  constructor(sizeOrPrime, primeEncoding, generator, generatorEncoding) {
    if (typeof sizeOrPrime === 'number') validateInt32(sizeOrPrime, 'sizeOrPrime');
    else toBytes(sizeOrPrime, 'buffer', 'sizeOrPrime', ['number', 'string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView']);
    if (primeEncoding && !Buffer.isEncoding(primeEncoding) && primeEncoding !== 'buffer') {
      [generatorEncoding, generator, primeEncoding] = [generator, primeEncoding, undefined];
    }
    this.#prime = typeof sizeOrPrime === 'number' ? unsigned(binding.prime(sizeOrPrime, true)) :
      Buffer.from(toBytes(sizeOrPrime, primeEncoding));
    this.#generator = generator === undefined ? Buffer.of(2) : typeof generator === 'number' ?
      unsigned(Buffer.from(generator.toString(16).padStart(8, '0'), 'hex')) : Buffer.from(toBytes(generator, generatorEncoding));
    this.verifyError = 0;
  }

  #power(base, exponent) {
    return unsigned(binding.modPow(base, exponent, this.#prime));
  }

  generateKeys(encoding) {
    this.#private ??= require('crypto').randomBytes(Math.min(this.#prime.length, 64));
    this.#public = this.#power(this.#generator, this.#private);
    return encode(this.#public, encoding);
  }

  computeSecret(otherKey, inputEncoding, outputEncoding) {
    const other = toBytes(otherKey, inputEncoding, 'otherPublicKey');
    if (this.#private === undefined) throw Object.assign(new Error('error:02800064:Diffie-Hellman routines::no private value'), { code: 'ERR_OSSL_DH_NO_PRIVATE_VALUE' });
    const secret = this.#power(other, this.#private);
    return encode(unsigned(secret, this.#prime.length), outputEncoding);
  }

  getPrime(encoding) { return encode(this.#prime, encoding); }
  getGenerator(encoding) { return encode(this.#generator, encoding); }

  getPublicKey(encoding) {
    if (this.#public === undefined) throw Object.assign(new Error('No public key - did you forget to generate one?'), { code: 'ERR_CRYPTO_INVALID_STATE' });
    return encode(this.#public, encoding);
  }

  getPrivateKey(encoding) {
    if (this.#private === undefined) throw Object.assign(new Error('No private key - did you forget to generate one?'), { code: 'ERR_CRYPTO_INVALID_STATE' });
    return encode(this.#private, encoding);
  }

  setPublicKey(key, encoding) {
    this.#public = Buffer.from(toBytes(key, encoding, 'key'));
    return this;
  }

  setPrivateKey(key, encoding) {
    this.#private = Buffer.from(toBytes(key, encoding, 'key'));
    return this;
  }
}

class DiffieHellmanGroup extends DiffieHellman {
  constructor(name) {
    validateString(name, 'name');
    super(groupPrime(name));
  }
}
delete DiffieHellmanGroup.prototype.setPublicKey;

class ECDH {
  #curve;
  #private;
  #public;

  constructor(curve) {
    validateString(curve, 'curve');
    if (!binding.curves().includes(curve)) throw new codes.ERR_CRYPTO_INVALID_CURVE();
    this.#curve = curve;
  }

  /** A point in another form; its second half is computed where it is compressed. */
  static convertKey(key, curve, inputEncoding, outputEncoding, format) {
    const handle = checked(binding.ecKey(curve, toBytes(key, inputEncoding, 'key'), false));
    return ECDH.#format(ECDH.#pointOf(handle), format, outputEncoding);
  }

  static #pointOf(handle) {
    const { x, y } = binding.jwk(handle);
    return Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  }

  static #format(point, format = 'uncompressed', encoding) {
    const size = (point.length - 1) / 2;
    const odd = point[point.length - 1] & 1;
    let bytes = point;
    if (format === 'compressed') bytes = Buffer.concat([Buffer.of(2 + odd), point.subarray(1, 1 + size)]);
    else if (format === 'hybrid') bytes = Buffer.concat([Buffer.of(6 + odd), point.subarray(1)]);
    else if (format !== 'uncompressed') throw new codes.ERR_CRYPTO_ECDH_INVALID_FORMAT(format);
    return encode(bytes, encoding);
  }

  generateKeys(encoding, format) {
    const [, handle] = binding.generate('ec', this.#curve);
    this.setPrivateKey(Buffer.from(binding.jwk(handle).d, 'base64url'));
    return this.getPublicKey(encoding, format);
  }

  setPrivateKey(key, encoding) {
    const bytes = Buffer.from(toBytes(key, encoding, 'key'));
    if (bytes.every((byte) => byte === 0)) {
      throw Object.assign(new Error('Private key is not valid for specified curve.'), { code: 'ERR_CRYPTO_INVALID_KEYTYPE' });
    }
    this.#private = bytes;
    this.#public = Buffer.from(checked(binding.ecPublic(this.#curve, bytes, false)));
    return this;
  }

  setPublicKey(key, encoding) {
    this.#public = Buffer.from(ECDH.convertKey(key, this.#curve, encoding));
    return this;
  }

  getPrivateKey(encoding) {
    if (this.#private === undefined) throw Object.assign(new Error('Failed to get ECDH private key'), { code: 'ERR_CRYPTO_OPERATION_FAILED' });
    return encode(this.#private, encoding);
  }

  getPublicKey(encoding, format) {
    if (this.#public === undefined) throw Object.assign(new Error('Failed to get ECDH public key'), { code: 'ERR_CRYPTO_OPERATION_FAILED' });
    return ECDH.#format(this.#public, format, encoding);
  }

  computeSecret(otherKey, inputEncoding, outputEncoding) {
    const other = binding.ecKey(this.#curve, toBytes(otherKey, inputEncoding, 'otherPublicKey'), false);
    if (Array.isArray(other)) throw new codes.ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY();
    const own = checked(binding.ecKey(this.#curve, this.getPrivateKey(), true));
    return encode(checked(binding.agree(own, other)), outputEncoding);
  }
}

function diffieHellman(options, callback) {
  validateObject(options, 'options');
  const { privateKey, publicKey } = options;
  if (!(privateKey instanceof KeyObject)) throw new codes.ERR_INVALID_ARG_VALUE('options.privateKey', privateKey);
  if (!(publicKey instanceof KeyObject)) throw new codes.ERR_INVALID_ARG_VALUE('options.publicKey', publicKey);
  if (privateKey.type !== 'private') throw new codes.ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE(privateKey.type, 'private');
  const compute = () => Buffer.from(checked(binding.agree(privateKey[kHandle], checked(binding.publicOf(publicKey[kHandle])))));
  if (callback === undefined) return compute();
  validateFunction(callback, 'callback');
  later(compute, callback);
  return undefined;
}

function generatePrimeSync(size, options = {}) {
  validateInt32(size, 'size', 1);
  validateObject(options, 'options');
  const bytes = unsigned(binding.prime(size, options.safe === true));
  return options.bigint ? BigInt(`0x${bytes.toString('hex')}`) : bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
}

function generatePrime(size, options, callback) {
  if (typeof options === 'function') [options, callback] = [{}, options];
  validateFunction(callback, 'callback');
  later(() => generatePrimeSync(size, options), callback);
}

function checkPrimeSync(candidate) {
  const bytes = typeof candidate === 'bigint' ? Buffer.from(candidate.toString(16).padStart(2, '0').replace(/^(.(..)*)$/, '0$1'), 'hex') :
    toBytes(candidate, undefined, 'candidate');
  return binding.isPrime(bytes);
}

function checkPrime(candidate, options, callback = options) {
  validateFunction(callback, 'callback');
  later(() => checkPrimeSync(candidate), callback);
}

module.exports = {
  DiffieHellman, DiffieHellmanGroup, ECDH, checkPrime, checkPrimeSync, diffieHellman, generatePrime, generatePrimeSync,
  getCurves: () => binding.curves(),
};
