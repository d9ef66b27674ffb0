'use strict';

// The stream behind every class of node:zlib: it hands chunks with a flush kind to the native codec.

const binding = internalBinding('zlib');
const constants = require('internal/zlib/constants');
const { Buffer, kMaxLength } = require('buffer');
const { Transform, finished } = require('stream');
const { codes } = require('internal/errors');
const { deprecate } = require('internal/promisify');
const types = require('internal/types');
const { validateFunction, validateNumber } = require('internal/validators');

const { BROTLI_DECODE, BROTLI_ENCODE, GZIP, INFLATE, GUNZIP, UNZIP, Z_BLOCK, Z_FINISH, Z_FULL_FLUSH,
        Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH } = constants;

const kFlushFlag = Symbol('kFlushFlag');
const kError = Symbol('kError');

/** Input of sync calls is handed over in pieces of this size, so that maxOutputLength stops a bomb early. */
const SYNC_PIECE = 64 * 1024;

/** An empty chunk that asks for a flush of its kind. */
const flushChunks = [];
for (let kind = Z_NO_FLUSH; kind <= Z_BLOCK; kind++) {
  flushChunks[kind] = Buffer.alloc(0);
  flushChunks[kind][kFlushFlag] = kind;
}

/** Flush kinds by how much they do. */
const FLUSH_ORDER = [Z_NO_FLUSH, Z_BLOCK, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH];

function strongerFlush(a, b) {
  return FLUSH_ORDER.indexOf(a) > FLUSH_ORDER.indexOf(b) ? a : b;
}

/** Whether `number` was given; NaN counts as not given. */
function isGiven(number, name) {
  if (number === undefined || Number.isNaN(number)) return false;
  if (Number.isFinite(number)) return true;
  validateNumber(number, name);
  throw new codes.ERR_OUT_OF_RANGE(name, 'a finite number', number);
}

function inRange(number, name, lower, upper, otherwise) {
  if (!isGiven(number, name)) return otherwise;
  if (number < lower || number > upper) throw new codes.ERR_OUT_OF_RANGE(name, `>= ${lower} and <= ${upper}`, number);
  return number;
}

/** The native codec of a stream, and what it was opened with. */
class Handle {
  #native;
  #open;

  constructor(open) {
    this.#open = open;
    this.#native = open();
  }

  /** Answers all output that the input gives; a failure is [code, message]. */
  step(bytes, flush) {
    return binding.step(this.#native, bytes, flush);
  }

  /** Input behind the end of the compressed data; undefined before the end. */
  surplus() {
    return binding.surplus(this.#native);
  }

  params(level, strategy) {
    binding.params(this.#native, level, strategy);
  }

  reset() {
    this.#native = this.#open();
  }

  close() {
    this.#native = undefined;
  }
}

function failure([code, message]) {
  const error = new Error(message);
  error.errno = constants[code] ?? constants[`BROTLI_DECODER_${code.slice('ERR__'.length)}`] ?? code;
  error.code = code;
  return error;
}

function isBytes(value) {
  return ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value);
}

/** What all codecs have; `flushKinds` are the least, the final and the full one. */
function ZlibBase(options, mode, open, flushKinds) {
  let chunkSize = constants.Z_DEFAULT_CHUNK;
  let maxOutputLength = kMaxLength;
  let [flush, finishFlush] = flushKinds;
  if (options) {
    const isBrotli = mode === BROTLI_ENCODE || mode === BROTLI_DECODE;
    const last = isBrotli ? constants.BROTLI_OPERATION_EMIT_METADATA : Z_BLOCK;
    chunkSize = options.chunkSize;
    if (!isGiven(chunkSize, 'options.chunkSize')) chunkSize = constants.Z_DEFAULT_CHUNK;
    else if (chunkSize < constants.Z_MIN_CHUNK) {
      throw new codes.ERR_OUT_OF_RANGE('options.chunkSize', `>= ${constants.Z_MIN_CHUNK}`, chunkSize);
    }
    flush = inRange(options.flush, 'options.flush', 0, last, flush);
    finishFlush = inRange(options.finishFlush, 'options.finishFlush', 0, last, finishFlush);
    maxOutputLength = inRange(options.maxOutputLength, 'options.maxOutputLength', 1, kMaxLength, kMaxLength);
    if (options.encoding || options.objectMode || options.writableObjectMode) {
      options = { ...options, encoding: null, objectMode: false, writableObjectMode: false };
    }
  }
  Transform.call(this, { autoDestroy: true, ...options });
  this[kError] = null;
  this.bytesWritten = 0;
  this._handle = new Handle(open);
  this._chunkSize = chunkSize;
  this._defaultFlushFlag = flush;
  this._finishFlushFlag = finishFlush;
  this._defaultFullFlushFlag = flushKinds[2];
  this._info = Boolean(options?.info);
  this._maxOutputLength = maxOutputLength;
}
Object.setPrototypeOf(ZlibBase.prototype, Transform.prototype);
Object.setPrototypeOf(ZlibBase, Transform);

Object.defineProperties(ZlibBase.prototype, {
  _closed: { configurable: true, enumerable: true, get() { return !this._handle; } },
  bytesRead: {
    configurable: true,
    enumerable: true,
    get: deprecate(function() { return this.bytesWritten; },
                   'zlib.bytesRead is deprecated and will change its meaning in the future. Use zlib.bytesWritten ' +
                   'instead.', 'DEP0108'),
    set(value) { this.bytesWritten = value; },
  },
});

function requireHandle(stream) {
  if (!stream._handle) throw new (require('assert').AssertionError)({ message: 'zlib binding closed' });
  return stream._handle;
}

ZlibBase.prototype.reset = function reset() {
  return requireHandle(this).reset();
};

ZlibBase.prototype._flush = function _flush(callback) {
  this._transform(Buffer.alloc(0), '', callback);
};

ZlibBase.prototype._final = function _final(callback) {
  callback();
};

/** Writes out what has been taken in, so that a reader can decode it. */
ZlibBase.prototype.flush = function flush(kind, callback) {
  if (typeof kind === 'function' || (kind === undefined && !callback)) {
    callback = kind;
    kind = this._defaultFullFlushFlag;
  }
  if (this.writableFinished) {
    if (callback) process.nextTick(callback);
  } else if (this.writableEnded) {
    if (callback) this.once('end', callback);
  } else {
    this.write(flushChunks[kind], '', callback);
  }
};

ZlibBase.prototype.close = function close(callback) {
  if (callback) finished(this, callback);
  this.destroy();
};

function closeHandle(stream) {
  stream._handle?.close();
  stream._handle = null;
}

ZlibBase.prototype._destroy = function _destroy(error, callback) {
  closeHandle(this);
  callback(error);
};

ZlibBase.prototype._transform = function _transform(chunk, encoding, callback) {
  let flush = this._defaultFlushFlag;
  if (typeof chunk[kFlushFlag] === 'number') flush = chunk[kFlushFlag];
  else if (this.writableEnded && this.writableLength === chunk.byteLength) {
    flush = strongerFlush(flush, this._finishFlushFlag);
  }
  processChunk(this, chunk, flush, callback);
};

/** Runs one step; counts the input; answers the output or throws. */
function runStep(stream, handle, chunk, flush) {
  const output = handle.step(chunk, flush);
  if (Array.isArray(output)) throw failure(output);
  stream.bytesWritten += chunk.byteLength - (handle.surplus() ?? 0);
  return Buffer.from(output);
}

function processChunk(stream, chunk, flush, callback) {
  const handle = stream._handle;
  if (!handle) {
    process.nextTick(callback);
    return;
  }
  require('internal/timers').setImmediate(() => {
    if (stream.destroyed || stream._handle !== handle) {
      callback();
      return;
    }
    let output;
    try {
      output = runStep(stream, handle, chunk, flush);
    } catch (error) {
      stream.destroy(error);
      stream[kError] = error;
      return;
    }
    for (let start = 0; start < output.length && !stream.destroyed; start += stream._chunkSize) {
      stream.push(output.subarray(start, Math.min(output.length, start + stream._chunkSize)));
    }
    if (stream.destroyed) return;
    if (handle.surplus() > 0) stream.push(null); // what follows the compressed data is nobody's
    callback();
  });
}

/** All output of `chunk` at once. */
function processChunkSync(stream, chunk, flush) {
  const handle = requireHandle(stream);
  const parts = [];
  let total = 0;
  for (let start = 0; start === 0 || start < chunk.byteLength; start += SYNC_PIECE) {
    const piece = chunk.byteLength <= SYNC_PIECE ? chunk : chunk.subarray(start, start + SYNC_PIECE);
    const isLast = start + SYNC_PIECE >= chunk.byteLength;
    const output = runStep(stream, handle, piece, isLast ? flush : Z_NO_FLUSH);
    total += output.length;
    if (total > stream._maxOutputLength) {
      closeHandle(stream);
      throw new codes.ERR_BUFFER_TOO_LARGE(stream._maxOutputLength);
    }
    parts.push(output);
    if (handle.surplus() > 0) break;
  }
  closeHandle(stream);
  return parts.length === 1 ? parts[0] : Buffer.concat(parts, total);
}

ZlibBase.prototype._processChunk = function _processChunk(chunk, flush, callback) {
  if (typeof callback === 'function') {
    processChunk(this, chunk, flush, callback);
    return undefined;
  }
  return processChunkSync(this, chunk, flush);
};

/** The deflate family. */
function Zlib(options, mode) {
  let level = constants.Z_DEFAULT_COMPRESSION;
  let strategy = constants.Z_DEFAULT_STRATEGY;
  let dictionary;
  if (options) {
    const isReader = mode === INFLATE || mode === GUNZIP || mode === UNZIP;
    if (!(isReader && (options.windowBits == null || options.windowBits === 0))) {
      inRange(options.windowBits, 'options.windowBits', mode === GZIP ? 9 : 8, 15, 15);
    }
    level = inRange(options.level, 'options.level', -1, 9, level);
    inRange(options.memLevel, 'options.memLevel', 1, 9, 8);
    strategy = inRange(options.strategy, 'options.strategy', 0, 4, strategy);
    dictionary = options.dictionary;
    if (dictionary !== undefined && !isBytes(dictionary)) {
      throw new codes.ERR_INVALID_ARG_TYPE(
        'options.dictionary', ['Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], dictionary);
    }
  }
  const open = () => binding.open(mode, this._level ?? level, this._strategy ?? strategy, dictionary);
  Reflect.apply(ZlibBase, this, [options, mode, open, [Z_NO_FLUSH, Z_FINISH, Z_FULL_FLUSH]]);
  this._level = level;
  this._strategy = strategy;
  this._mode = mode;
}
Object.setPrototypeOf(Zlib.prototype, ZlibBase.prototype);
Object.setPrototypeOf(Zlib, ZlibBase);

/** Changes level and strategy for what is written from now on. */
Zlib.prototype.params = function params(level, strategy, callback) {
  inRange(level, 'level', -1, 9);
  inRange(strategy, 'strategy', 0, 4);
  if (this._level === level && this._strategy === strategy) {
    process.nextTick(callback);
    return;
  }
  this.flush(Z_SYNC_FLUSH, (error) => {
    requireHandle(this).params(level, strategy);
    if (error) return;
    this._level = level;
    this._strategy = strategy;
    if (callback) callback();
  });
};

/** Brotli in either direction. */
function Brotli(options, mode) {
  const given = options?.params ?? {};
  for (const key of Object.keys(given)) {
    const number = Number(key);
    if (Number.isNaN(number) || number < 0 || number > 9) throw new codes.ERR_BROTLI_INVALID_PARAM(key);
    const value = given[key];
    if (typeof value !== 'number' && typeof value !== 'boolean') {
      throw new codes.ERR_INVALID_ARG_TYPE('options.params[key]', 'number', value);
    }
  }
  const clamped = (key, least, most, otherwise) => Math.min(Math.max(Number(given[key] ?? otherwise), least), most);
  const quality = clamped(constants.BROTLI_PARAM_QUALITY, 0, constants.BROTLI_MAX_QUALITY, constants.BROTLI_DEFAULT_QUALITY);
  const window = clamped(constants.BROTLI_PARAM_LGWIN, constants.BROTLI_MIN_WINDOW_BITS, constants.BROTLI_MAX_WINDOW_BITS,
                         constants.BROTLI_DEFAULT_WINDOW);
  const open = () => binding.open(mode, quality, window, undefined);
  Reflect.apply(ZlibBase, this, [options, mode, open, [
    constants.BROTLI_OPERATION_PROCESS, constants.BROTLI_OPERATION_FINISH, constants.BROTLI_OPERATION_FLUSH]]);
}
Object.setPrototypeOf(Brotli.prototype, Zlib.prototype);
Object.setPrototypeOf(Brotli, Zlib);

/** A class, callable without `new`: of the deflate family, or Brotli. */
function defineClass(name, mode, Base = Zlib) {
  const Class = {
    [name]: function(options) {
      if (!(this instanceof Class)) return new Class(options);
      Reflect.apply(Base, this, [options, mode]);
      return undefined;
    },
  }[name];
  Object.setPrototypeOf(Class.prototype, Base.prototype);
  Object.setPrototypeOf(Class, Base);
  return Class;
}

function toBytes(data) {
  if (typeof data === 'string') return Buffer.from(data);
  if (ArrayBuffer.isView(data)) {
    return data instanceof Uint8Array ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  }
  if (types.isAnyArrayBuffer(data)) return Buffer.from(data);
  throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], data);
}

/** The sync form: the whole output for the whole input. */
function runSync(engine, data) {
  const buffer = processChunkSync(engine, toBytes(data), engine._finishFlushFlag);
  return engine._info ? { buffer, engine } : buffer;
}

/** The callback form. */
function runAsync(engine, data, callback) {
  validateFunction(callback, 'callback');
  const parts = [];
  let total = 0;
  let failed = false;
  const fail = (error) => {
    if (failed) return;
    failed = true;
    callback(error);
  };
  engine.on('error', fail);
  engine.on('data', (part) => {
    parts.push(part);
    total += part.length;
    if (total <= engine._maxOutputLength || failed) return;
    engine.close();
    fail(new codes.ERR_BUFFER_TOO_LARGE(engine._maxOutputLength));
  });
  engine.on('end', () => {
    if (failed) return;
    const buffer = parts.length === 1 ? parts[0] : Buffer.concat(parts, total);
    engine.close();
    callback(null, engine._info ? { buffer, engine } : buffer);
  });
  engine.end(toBytes(data));
}

module.exports = { Brotli, defineClass, runAsync, runSync, toBytes };
