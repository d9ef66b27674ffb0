'use strict';

// Blob and File (File API).

const { codes } = require('internal/errors');
const { customInspect, inspect } = require('internal/inspect/inspect');
const { validateObject } = require('internal/validators');
const types = internalBinding('types');

const messaging = internalBinding('messaging');

const stored = new Map();
let bytesOf;

/** The bytes of one part: text, a buffer, another blob. */
function partBytes(part, endings) {
  if (types.isAnyArrayBuffer(part)) return new Uint8Array(part.slice(0));
  if (ArrayBuffer.isView(part)) return new Uint8Array(part.buffer, part.byteOffset, part.byteLength).slice();
  if (isBlob(part)) return bytesOf(part);
  let text = `${part}`;
  if (endings === 'native') text = text.replace(/\r\n|\r|\n/g, '\n');
  const { TextEncoder } = require('internal/encoding');
  return new TextEncoder().encode(text);
}

function join(parts) {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const bytes = new Uint8Array(length);
  let position = 0;
  for (const part of parts) {
    bytes.set(part, position);
    position += part.length;
  }
  return bytes;
}

function normalizeType(type) {
  const text = `${type}`;
  return /[^\x20-\x7e]/.test(text) ? '' : text.toLowerCase();
}

class Blob {
  #bytes;
  #type;

  static {
    bytesOf = (blob) => blob.#bytes;
  }

  constructor(sources = [], options = {}) {
    if (sources === null || typeof sources[Symbol.iterator] !== 'function' || typeof sources === 'string') {
      throw new codes.ERR_INVALID_ARG_TYPE('sources', 'a sequence', sources);
    }
    validateObject(options, 'options');
    const { type = '', endings = 'transparent' } = options;
    if (endings !== 'transparent' && endings !== 'native') {
      throw new codes.ERR_INVALID_ARG_VALUE('options.endings', endings);
    }
    this.#bytes = join([...sources].map((part) => partBytes(part, endings)));
    this.#type = normalizeType(type);
  }

  [messaging.clone]() {
    return { data: { bytes: this.#bytes, type: this.#type }, deserializeInfo: 'internal/blob:makeClone' };
  }

  get type() {
    return this.#type;
  }

  get size() {
    return this.#bytes.length;
  }

  slice(start = 0, end = this.size, contentType = '') {
    const clamp = (value) => (value < 0 ? Math.max(this.size + value, 0) : Math.min(value, this.size));
    const from = clamp(start);
    return new Blob([this.#bytes.subarray(from, Math.max(clamp(end), from))], { type: contentType });
  }

  async arrayBuffer() {
    return this.#bytes.slice().buffer;
  }

  async bytes() {
    return this.#bytes.slice();
  }

  async text() {
    const { TextDecoder } = require('internal/encoding');
    return new TextDecoder().decode(this.#bytes);
  }

  stream() {
    const bytes = this.#bytes;
    const { ReadableStream } = require('stream/web');
    return new ReadableStream({
      type: 'bytes',
      start(controller) {
        if (bytes.length > 0) controller.enqueue(bytes.slice());
        controller.close();
      },
    });
  }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `Blob ${inspect({ size: this.size, type: this.type }, inner)}`;
  }
}

class File extends Blob {
  #name;
  #lastModified;

  constructor(sources, name, options = {}) {
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('fileBits', 'fileName');
    super(sources, options);
    this.#name = `${name}`.toWellFormed();
    this.#lastModified = options?.lastModified === undefined ? Date.now() : Number(options.lastModified);
  }

  get name() {
    return this.#name;
  }

  get lastModified() {
    return this.#lastModified;
  }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `File ${inspect({ size: this.size, type: this.type, name: this.#name, lastModified: this.#lastModified }, inner)}`;
  }
}

for (const [Class, names] of [[Blob, ['size', 'type', 'slice', 'stream', 'text', 'arrayBuffer', 'bytes']],
                              [File, ['name', 'lastModified']]]) {
  for (const name of names) Object.defineProperty(Class.prototype, name, { enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
}

/** The copy of a blob or file, as Node makes it: a blob. */
function makeClone({ bytes, type }) {
  return new Blob([bytes], { type });
}

function isBlob(value) {
  return typeof value === 'object' && value !== null && value instanceof Blob;
}

function createObjectURL(blob) {
  if (!isBlob(blob)) throw new codes.ERR_INVALID_ARG_TYPE('obj', 'Blob', blob);
  const id = `blob:nodedata:${require('crypto').randomUUID()}`;
  stored.set(id, blob);
  return id;
}

function revokeObjectURL(url) {
  stored.delete(url);
}

function resolveObjectURL(url) {
  return stored.get(`${url}`);
}

module.exports = { Blob, File, createObjectURL, isBlob, makeClone, resolveObjectURL, revokeObjectURL };
