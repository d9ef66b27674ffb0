'use strict';

// Symmetric ciphers of node:crypto.

const binding = internalBinding('crypto_cipher');
const { Transform } = require('stream');
const { StringDecoder } = require('string_decoder');
const { codes } = require('internal/errors');
const { encode, opensslError, toBytes } = require('internal/crypto/common');
const { secretBytes } = require('internal/crypto/keys');
const { validateInteger, validateObject, validateString, validateUint32 } = require('internal/validators');

const GCM_TAG_LENGTHS = [4, 8, 12, 13, 14, 15, 16];

function describe(name) {
  const info = binding.info(name);
  if (info === null) return undefined;
  const [fullName, mode, keyLength, ivLength, blockSize, nid, authenticated] = info;
  return { name: fullName, mode, keyLength, ivLength, blockSize, nid, authenticated };
}

function getCipherInfo(nameOrNid, options) {
  if (typeof nameOrNid !== 'string' && typeof nameOrNid !== 'number') {
    throw new codes.ERR_INVALID_ARG_TYPE('nameOrNid', ['string', 'number'], nameOrNid);
  }
  const found = typeof nameOrNid === 'string' ? describe(nameOrNid) :
    binding.names().map(describe).find((one) => one.nid === nameOrNid);
  if (found === undefined) return undefined;
  let { ivLength } = found;
  if (options !== undefined) {
    validateObject(options, 'options');
    if (options.keyLength !== undefined) {
      validateInteger(options.keyLength, 'options.keyLength');
      if (options.keyLength !== found.keyLength) return undefined;
    }
    if (options.ivLength !== undefined) {
      validateInteger(options.ivLength, 'options.ivLength');
      if (!found.authenticated && options.ivLength !== ivLength) return undefined;
      ivLength = options.ivLength;
    }
  }
  const { mode, name, nid, blockSize, keyLength } = found;
  return {
    mode,
    name: mode === 'gcm' ? `id-aes${keyLength * 8}-GCM` : name,
    nid,
    ...(blockSize > 1 && { blockSize }),
    ...(ivLength > 0 && { ivLength }),
    keyLength,
  };
}

function invalidState(what) {
  return new codes.ERR_CRYPTO_INVALID_STATE(what);
}

function finishedError() {
  return Object.assign(new Error('Invalid state'), { code: 'ERR_CRYPTO_INVALID_STATE' });
}

/** What both directions share. */
class CipherBase extends Transform {
  #handle;
  #info;
  #encrypts;
  #tagLength;
  #decoder;
  #started = false;
  #finished = false;
  #tagSet = false;

  constructor(encrypts, cipher, key, iv, options) {
    super(options);
    validateString(cipher, 'cipher');
    const keyBytes = secretBytes(key, 'key');
    if (iv !== null && iv !== undefined) iv = toBytes(iv, 'utf8', 'iv');
    else if (iv === undefined) throw new codes.ERR_INVALID_ARG_TYPE('iv', ['string', 'ArrayBuffer', 'Buffer', 'TypedArray', 'DataView'], iv);
    const info = describe(cipher);
    if (info === undefined) throw new codes.ERR_CRYPTO_UNKNOWN_CIPHER();
    if (keyBytes.byteLength !== info.keyLength) throw new codes.ERR_CRYPTO_INVALID_KEYLEN();
    const ivLength = iv === null ? 0 : iv.byteLength;
    const fits = info.mode === 'gcm' ? ivLength > 0 : ivLength === info.ivLength;
    if (!fits) throw new codes.ERR_CRYPTO_INVALID_IV();
    const tagLength = options?.authTagLength;
    if (tagLength !== undefined) validateUint32(tagLength, 'options.authTagLength');
    if (info.mode === 'gcm' && tagLength !== undefined && !GCM_TAG_LENGTHS.includes(tagLength)) {
      throw new codes.ERR_CRYPTO_INVALID_AUTH_TAG(`Invalid authentication tag length: ${tagLength}`);
    }
    this.#info = info;
    this.#encrypts = encrypts;
    this.#tagLength = tagLength;
    this.#handle = binding.create(cipher, encrypts, keyBytes, iv ?? new Uint8Array(0), tagLength ?? 16);
  }

  #checked(result) {
    if (typeof result !== 'string') return result;
    if (result === 'authentication') throw new Error('Unsupported state or unable to authenticate data');
    throw opensslError(result);
  }

  #encode(bytes, encoding, last) {
    if (encoding === undefined || encoding === null || encoding === 'buffer') return encode(bytes);
    this.#decoder ??= new StringDecoder(encoding);
    if (this.#decoder.encoding !== new StringDecoder(encoding).encoding) {
      throw new codes.ERR_INTERNAL_ASSERTION('Cannot change encoding');
    }
    const buffer = encode(bytes);
    return last ? this.#decoder.end(buffer) : this.#decoder.write(buffer);
  }

  update(data, inputEncoding, outputEncoding) {
    if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
      throw new codes.ERR_INVALID_ARG_TYPE('data', ['string', 'Buffer', 'TypedArray', 'DataView'], data);
    }
    if (this.#finished) throw finishedError();
    this.#started = true;
    const output = this.#checked(binding.update(this.#handle, toBytes(data, inputEncoding)));
    return this.#encode(output, outputEncoding, false);
  }

  final(outputEncoding) {
    if (this.#finished) throw finishedError();
    if (!this.#encrypts && this.#info.authenticated && !this.#tagSet) {
      this.#finished = true;
      throw new Error('Unsupported state or unable to authenticate data');
    }
    const output = this.#checked(binding.finish(this.#handle));
    this.#finished = true;
    return this.#encode(output, outputEncoding, true);
  }

  setAutoPadding(autoPadding = true) {
    if (this.#finished) throw invalidState('setAutoPadding');
    binding.setAutoPadding(this.#handle, Boolean(autoPadding));
    return this;
  }

  setAAD(buffer, options) {
    const bytes = toBytes(buffer, options?.encoding, 'buffer');
    if (this.#started || this.#finished || !this.#info.authenticated) throw invalidState('setAAD');
    binding.setAAD(this.#handle, bytes);
    return this;
  }

  _setTag(tag) {
    if (this.#encrypts || this.#finished || this.#tagSet || !this.#info.authenticated) throw invalidState('setAuthTag');
    const { byteLength } = tag;
    const fits = this.#tagLength !== undefined ? byteLength === this.#tagLength :
      this.#info.mode === 'gcm' ? GCM_TAG_LENGTHS.includes(byteLength) : byteLength === 16;
    if (!fits) throw new codes.ERR_CRYPTO_INVALID_AUTH_TAG(`Invalid authentication tag length: ${byteLength}`);
    this.#tagSet = true;
    binding.setTag(this.#handle, tag);
  }

  _tag() {
    const tag = this.#finished && this.#encrypts ? binding.tag(this.#handle) : null;
    if (tag === null) throw invalidState('getAuthTag');
    return encode(tag);
  }

  _transform(chunk, encoding, callback) {
    this.push(this.update(chunk, encoding));
    callback();
  }

  _flush(callback) {
    try {
      this.push(this.final());
    } catch (error) {
      callback(error);
      return;
    }
    callback();
  }
}

class Cipheriv extends CipherBase {
  constructor(cipher, key, iv, options) {
    super(true, cipher, key, iv, options);
  }

  getAuthTag() {
    return this._tag();
  }
}

class Decipheriv extends CipherBase {
  constructor(cipher, key, iv, options) {
    super(false, cipher, key, iv, options);
  }

  setAuthTag(tag, encoding) {
    this._setTag(toBytes(tag, encoding, 'buffer'));
    return this;
  }
}

module.exports = { Cipheriv, Decipheriv, getCipherInfo, getCiphers: () => binding.names() };
