'use strict';

// node:stream/web: the published port of the reference implementation (web-streams-polyfill), with Node's way of showing
// them, and the encoding and compression streams.

const web = require('internal/webstreams/streams');

module.exports = {
  ReadableStream: web.ReadableStream,
  ReadableStreamDefaultReader: web.ReadableStreamDefaultReader,
  ReadableStreamBYOBReader: web.ReadableStreamBYOBReader,
  ReadableStreamBYOBRequest: web.ReadableStreamBYOBRequest,
  ReadableByteStreamController: web.ReadableByteStreamController,
  ReadableStreamDefaultController: web.ReadableStreamDefaultController,
  TransformStream: web.TransformStream,
  TransformStreamDefaultController: web.TransformStreamDefaultController,
  WritableStream: web.WritableStream,
  WritableStreamDefaultController: web.WritableStreamDefaultController,
  WritableStreamDefaultWriter: web.WritableStreamDefaultWriter,
  ByteLengthQueuingStrategy: web.ByteLengthQueuingStrategy,
  CountQueuingStrategy: web.CountQueuingStrategy,
};
for (const [name, file] of [['TextEncoderStream', 'encoding'], ['TextDecoderStream', 'encoding'],
                            ['CompressionStream', 'compression'], ['DecompressionStream', 'compression']]) {
  Object.defineProperty(module.exports, name, {
    configurable: true,
    enumerable: true,
    get: () => require(`internal/webstreams/${file}`)[name],
  });
}
