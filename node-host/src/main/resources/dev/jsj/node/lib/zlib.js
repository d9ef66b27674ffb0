'use strict';

// node:zlib: deflate and gzip, sync, with callbacks and as streams, on the JDK's implementation.

const binding = internalBinding('zlib');
const { Buffer } = require('buffer');
const { Transform } = require('stream');
const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const constants = Object.freeze({
  Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BLOCK: 5,
  Z_OK: 0, Z_STREAM_END: 1, Z_NEED_DICT: 2, Z_ERRNO: -1, Z_STREAM_ERROR: -2, Z_DATA_ERROR: -3, Z_MEM_ERROR: -4,
  Z_BUF_ERROR: -5, Z_VERSION_ERROR: -6,
  Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1,
  Z_FILTERED: 1, Z_HUFFMAN_ONLY: 2, Z_RLE: 3, Z_FIXED: 4, Z_DEFAULT_STRATEGY: 0,
  DEFLATE: 1, INFLATE: 2, GZIP: 3, GUNZIP: 4, DEFLATERAW: 5, INFLATERAW: 6, UNZIP: 7,
  Z_MIN_WINDOWBITS: 8, Z_MAX_WINDOWBITS: 15, Z_DEFAULT_WINDOWBITS: 15,
  Z_MIN_CHUNK: 64, Z_MAX_CHUNK: Infinity, Z_DEFAULT_CHUNK: 16384,
  Z_MIN_MEMLEVEL: 1, Z_MAX_MEMLEVEL: 9, Z_DEFAULT_MEMLEVEL: 8, Z_MIN_LEVEL: -1, Z_MAX_LEVEL: 9, Z_DEFAULT_LEVEL: -1,
});

/** The error for a native failure: [errno name, message]. */
function zlibError([code, message]) {
  const error = new Error(message);
  error.errno = constants[code];
  error.code = code;
  return error;
}

function toBytes(data) {
  if (typeof data === 'string') return Buffer.from(data);
  if (ArrayBuffer.isView(data)) return data;
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['string', 'Buffer', 'TypedArray', 'DataView', 'ArrayBuffer'], data);
}

function open(mode, options = {}) {
  const { level = constants.Z_DEFAULT_COMPRESSION, strategy = 0, dictionary } = options ?? {};
  if (!(level >= -1 && level <= 9)) throw new codes.ERR_OUT_OF_RANGE('options.level', '>= -1 and <= 9', level);
  return binding.open(mode, level, strategy, dictionary === undefined ? undefined : toBytes(dictionary));
}

function step(handle, bytes, isLast) {
  const result = binding.step(handle, bytes, isLast);
  if (Array.isArray(result)) throw zlibError(result);
  return Buffer.from(result);
}

class ZlibBase extends Transform {
  #handle;
  #options;

  constructor(options, mode) {
    super({ ...options, decodeStrings: true });
    this.#options = options;
    this.#handle = open(mode, options);
    this.bytesWritten = 0;
    this._mode = mode;
    Object.defineProperty(this, '_mode', { enumerable: false });
  }

  _transform(chunk, encoding, callback) {
    this.bytesWritten += chunk.length;
    this.#run(chunk, false, callback);
  }

  _flush(callback) {
    this.#run(new Uint8Array(0), true, callback);
  }

  #run(bytes, isLast, callback) {
    let output;
    try {
      output = step(this.#handle, bytes, isLast);
    } catch (error) {
      callback(error);
      return;
    }
    if (output.length > 0) this.push(output);
    callback();
  }

  flush(kind, callback) {
    if (typeof kind === 'function') callback = kind;
    const output = Buffer.from(binding.flush(this.#handle));
    if (output.length > 0) this.push(output);
    if (callback) process.nextTick(callback);
  }

  params(level, strategy, callback) {
    binding.params(this.#handle, level, strategy);
    process.nextTick(callback);
  }

  reset() {
    this.#handle = open(this._mode, this.#options);
  }

  close(callback) {
    if (callback) this.once('close', callback);
    this.destroy();
  }
}

module.exports = { constants, codes: {} };

for (const [name, method] of [['Deflate', 'deflate'], ['Inflate', 'inflate'], ['Gzip', 'gzip'], ['Gunzip', 'gunzip'],
                              ['DeflateRaw', 'deflateRaw'], ['InflateRaw', 'inflateRaw'], ['Unzip', 'unzip']]) {
  const mode = constants[name.toUpperCase()];
  const Class = class extends ZlibBase {
    constructor(options) {
      super(options, mode);
    }
  };
  Object.defineProperty(Class, 'name', { value: name });
  const runSync = (data, options) => {
    const output = step(open(mode, options), toBytes(data), true);
    if (options?.maxOutputLength !== undefined && output.length > options.maxOutputLength) {
      throw new codes.ERR_BUFFER_TOO_LARGE(options.maxOutputLength);
    }
    return options?.info ? { buffer: output, engine: new Class(options) } : output;
  };
  module.exports[name] = new Proxy(Class, { apply: (target, thisArg, args) => new target(...args) });
  module.exports[`create${name}`] = (options) => new Class(options);
  module.exports[`${method}Sync`] = Object.defineProperty(runSync, 'name', { value: `${method}Sync` });
  module.exports[method] = {
    [method](data, options, callback) {
      if (typeof options === 'function') [options, callback] = [{}, options];
      validateFunction(callback, 'callback');
      const bytes = toBytes(data);
      require('internal/timers').setImmediate(() => {
        let output;
        try {
          output = runSync(bytes, options);
        } catch (error) {
          callback(error);
          return;
        }
        callback(null, output);
      });
    },
  }[method];
}

function crc32(data, value = 0) {
  return binding.crc32(toBytes(data), value);
}
module.exports.crc32 = crc32;
for (const key of Object.keys(constants)) {
  if (/^Z_(OK|STREAM|NEED|ERRNO|DATA|MEM|BUF|VERSION)/.test(key)) {
    module.exports.codes[key] = constants[key];
    module.exports.codes[constants[key]] = key;
  }
  if (key.startsWith('Z_')) {
    Object.defineProperty(module.exports, key, { enumerable: false, value: constants[key] });
  }
}
