'use strict';

// CompressionStream and DecompressionStream (Compression Standard), on the streams of node:zlib.

const { newReadableWritablePairFromDuplex } = require('internal/webstreams/adapters');
const { show } = require('internal/webstreams/encoding');
const { customInspect } = require('internal/inspect/inspect');
const { codes } = require('internal/errors');

const COMPRESSORS = { '__proto__': null, 'deflate': 'createDeflate', 'deflate-raw': 'createDeflateRaw', 'gzip': 'createGzip' };
const DECOMPRESSORS = { '__proto__': null, 'deflate': 'createInflate', 'deflate-raw': 'createInflateRaw', 'gzip': 'createGunzip' };

function makePair(table, format) {
  const method = table[`${format}`];
  if (method === undefined) throw new codes.ERR_INVALID_ARG_VALUE('format', format);
  return newReadableWritablePairFromDuplex(require('zlib')[method]());
}

class CompressionStream {
  #pair;

  constructor(format) {
    this.#pair = makePair(COMPRESSORS, format);
  }

  get readable() { return this.#pair.readable; }
  get writable() { return this.#pair.writable; }

  [customInspect](depth, options) {
    return show(this, { readable: this.readable, writable: this.writable }, depth, options);
  }
}

class DecompressionStream {
  #pair;

  constructor(format) {
    this.#pair = makePair(DECOMPRESSORS, format);
  }

  get readable() { return this.#pair.readable; }
  get writable() { return this.#pair.writable; }

  [customInspect](depth, options) {
    return show(this, { readable: this.readable, writable: this.writable }, depth, options);
  }
}
for (const Class of [CompressionStream, DecompressionStream]) {
  Object.defineProperties(Class.prototype, {
    readable: { enumerable: true },
    writable: { enumerable: true },
    [Symbol.toStringTag]: { value: Class.name, configurable: true },
  });
}

module.exports = { CompressionStream, DecompressionStream };
