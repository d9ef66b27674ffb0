'use strict';

// TextEncoder and TextDecoder (Encoding Standard).

const { codes } = require('internal/errors');
const { customInspect, inspect } = require('internal/inspect/inspect');
const { validateObject } = require('internal/validators');
const types = internalBinding('types');
const buffer = internalBinding('buffer');
const binding = internalBinding('encoding');

class TextEncoder {
  get encoding() {
    return 'utf-8';
  }

  encode(input = '') {
    return binding.encodeUtf8(`${input}`);
  }

  encodeInto(source, destination) {
    if (typeof source !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('src', 'string', source);
    if (!(destination instanceof Uint8Array)) throw new codes.ERR_INVALID_ARG_TYPE('dest', 'Uint8Array', destination);
    const written = buffer.utf8Write(destination, source, 0, destination.length);
    return { read: unitsRead(source, written), written };
  }

  [customInspect](depth, options) {
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = Object.create({ constructor: TextEncoder });
    shown.encoding = this.encoding;
    return inspect(shown, options);
  }
}

/** How many UTF-16 units became that many bytes. */
function unitsRead(source, bytes) {
  let units = 0;
  for (let count = 0; units < source.length; units++) {
    const code = source.codePointAt(units);
    count += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (count > bytes) break;
    if (code > 0xffff) units++;
  }
  return units;
}

function bytesOf(input) {
  if (input === undefined) return new Uint8Array(0);
  if (types.isAnyArrayBuffer(input)) return new Uint8Array(input);
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  throw new codes.ERR_INVALID_ARG_TYPE('list', ['SharedArrayBuffer', 'ArrayBuffer', 'ArrayBufferView'], input);
}

class TextDecoder {
  #encoding;
  #fatal;
  #ignoreBOM;
  #decoder;

  constructor(encoding = 'utf-8', options = {}) {
    const name = binding.encodingFromLabel(`${encoding}`.trim().toLowerCase());
    if (name === null) throw new codes.ERR_ENCODING_NOT_SUPPORTED(encoding);
    if (options !== null && options !== undefined) validateObject(options, 'options', { allowFunction: true });
    this.#encoding = name;
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }

  decode(input = undefined, options = {}) {
    const bytes = bytesOf(input);
    const stream = Boolean(options?.stream);
    this.#decoder ??= binding.createDecoder(this.#encoding, this.#fatal, this.#ignoreBOM);
    const text = binding.decode(this.#decoder, bytes, stream);
    if (!stream || text === null) this.#decoder = undefined;
    if (text === null) throw new codes.ERR_ENCODING_INVALID_ENCODED_DATA(this.#encoding, undefined);
    return text;
  }

  get encoding() {
    return this.#encoding;
  }

  get fatal() {
    return this.#fatal;
  }

  get ignoreBOM() {
    return this.#ignoreBOM;
  }

  [customInspect](depth, options) {
    if (typeof depth === 'number' && depth < 0) return this;
    const shown = Object.create({ constructor: TextDecoder });
    shown.encoding = this.encoding;
    shown.fatal = this.fatal;
    shown.ignoreBOM = this.ignoreBOM;
    return inspect(shown, options);
  }
}

for (const [Class, names] of [[TextEncoder, ['encoding', 'encode', 'encodeInto']],
                              [TextDecoder, ['encoding', 'fatal', 'ignoreBOM', 'decode']]]) {
  for (const name of names) Object.defineProperty(Class.prototype, name, { enumerable: true });
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { value: Class.name, configurable: true });
}

module.exports = { TextDecoder, TextEncoder };
