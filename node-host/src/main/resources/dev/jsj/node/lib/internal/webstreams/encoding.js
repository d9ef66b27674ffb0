'use strict';

// TextEncoderStream and TextDecoderStream (Encoding Standard, 8).

const { TransformStream } = require('internal/webstreams/streams');
const { TextDecoder, TextEncoder } = require('internal/encoding');
const { customInspect, inspect } = require('internal/inspect/inspect');
const { codes } = require('internal/errors');

function show(object, fields, depth, options) {
  if (depth < 0) return object;
  const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
  return `${object.constructor.name} ${inspect(fields, inner)}`;
}

class TextEncoderStream {
  #transform;
  #pending = ''; // a leading surrogate whose partner may come in the next chunk

  constructor() {
    const encoder = new TextEncoder();
    this.#transform = new TransformStream({
      transform: (chunk, controller) => {
        let text = this.#pending + `${chunk}`;
        this.#pending = '';
        const last = text.charCodeAt(text.length - 1);
        if (last >= 0xd800 && last <= 0xdbff) {
          this.#pending = text[text.length - 1];
          text = text.slice(0, -1);
        }
        if (text !== '') controller.enqueue(encoder.encode(text));
      },
      flush: (controller) => {
        if (this.#pending !== '') controller.enqueue(encoder.encode(this.#pending));
      },
    });
  }

  static #of(stream) {
    if (typeof stream !== 'object' || stream === null || !(#transform in stream)) {
      throw new codes.ERR_INVALID_THIS('TextEncoderStream');
    }
    return stream.#transform;
  }

  get encoding() {
    TextEncoderStream.#of(this);
    return 'utf-8';
  }

  get readable() { return TextEncoderStream.#of(this).readable; }
  get writable() { return TextEncoderStream.#of(this).writable; }

  [customInspect](depth, options) {
    const { encoding, readable, writable } = this;
    return show(this, { encoding, readable, writable }, depth, options);
  }
}

class TextDecoderStream {
  #decoder;
  #transform;

  constructor(encoding = 'utf-8', options = {}) {
    const decoder = new TextDecoder(encoding, options);
    this.#decoder = decoder;
    this.#transform = new TransformStream({
      transform(chunk, controller) {
        const text = decoder.decode(chunk, { stream: true });
        if (text !== '') controller.enqueue(text);
      },
      flush(controller) {
        const text = decoder.decode();
        if (text !== '') controller.enqueue(text);
      },
    });
  }

  static #of(stream) {
    if (typeof stream !== 'object' || stream === null || !(#transform in stream)) {
      throw new codes.ERR_INVALID_THIS('TextDecoderStream');
    }
    return stream;
  }

  get encoding() { return TextDecoderStream.#of(this).#decoder.encoding; }
  get fatal() { return TextDecoderStream.#of(this).#decoder.fatal; }
  get ignoreBOM() { return TextDecoderStream.#of(this).#decoder.ignoreBOM; }
  get readable() { return TextDecoderStream.#of(this).#transform.readable; }
  get writable() { return TextDecoderStream.#of(this).#transform.writable; }

  [customInspect](depth, options) {
    const { encoding, fatal, ignoreBOM, readable, writable } = this;
    return show(this, { encoding, fatal, ignoreBOM, readable, writable }, depth, options);
  }
}

module.exports = { TextDecoderStream, TextEncoderStream, show };
