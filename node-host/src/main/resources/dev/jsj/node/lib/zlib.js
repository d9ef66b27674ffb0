'use strict';

// node:zlib: deflate and gzip on the JDK's implementation, brotli; sync, with callbacks and as streams.

const binding = internalBinding('zlib');
const constants = require('internal/zlib/constants');
const { Brotli, defineClass, runAsync, runSync, toBytes } = require('internal/zlib/stream');
const { validateUint32 } = require('internal/validators');

const zlib = module.exports = {};

const CLASSES = [
  ['Deflate', 'deflate'], ['Inflate', 'inflate'], ['Gzip', 'gzip'], ['Gunzip', 'gunzip'], ['DeflateRaw', 'deflateRaw'],
  ['InflateRaw', 'inflateRaw'], ['Unzip', 'unzip'],
];

/** Defines the class, `create<Name>`, `<method>` and `<method>Sync`. */
function define(name, method, Class) {
  zlib[name] = Class;
  Object.assign(zlib, {
    [method](buffer, options, callback) {
      if (typeof options === 'function') [options, callback] = [{}, options];
      runAsync(new Class(options), buffer, callback);
    },
    [`${method}Sync`](buffer, options) {
      return runSync(new Class(options), buffer);
    },
  });
  Object.defineProperty(zlib, `create${name}`, {
    configurable: true,
    enumerable: true,
    value: { [`create${name}`]: (options) => new Class(options) }[`create${name}`],
  });
}

for (const [name, method] of CLASSES) define(name, method, defineClass(name, constants[name.toUpperCase()]));
for (const name of ['BrotliCompress', 'BrotliDecompress']) {
  const mode = name === 'BrotliCompress' ? constants.BROTLI_ENCODE : constants.BROTLI_DECODE;
  define(name, name[0].toLowerCase() + name.slice(1), defineClass(name, mode, Brotli));
}

zlib.crc32 = function crc32(data, value = 0) {
  if (typeof data !== 'string' && !ArrayBuffer.isView(data)) {
    throw new (require('internal/errors').codes.ERR_INVALID_ARG_TYPE)(
      'data', ['Buffer', 'TypedArray', 'DataView', 'string'], data);
  }
  validateUint32(value, 'value');
  return binding.crc32(toBytes(data), value);
};

const codes = {};
for (const key of Object.keys(constants)) {
  if (/^Z_(OK|STREAM|NEED|ERRNO|DATA|MEM|BUF|VERSION)/.test(key)) {
    codes[key] = constants[key];
    codes[constants[key]] = key;
  }
  if (!key.startsWith('BROTLI')) Object.defineProperty(zlib, key, { enumerable: false, value: constants[key] });
}
Object.defineProperties(zlib, {
  constants: { enumerable: true, value: constants },
  codes: { enumerable: true, value: Object.freeze(codes) },
});
