'use strict';

// node:stream: the published port of Node's own streams (readable-stream), on our buffers, events and errors.

const streams = require('readable-stream/lib/stream');
const types = require('internal/types');

streams._isUint8Array = types.isUint8Array;
streams._isArrayBufferView = types.isArrayBufferView;
streams._uint8ArrayToBuffer = (chunk) => require('buffer').Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

const adapters = () => require('internal/webstreams/adapters');

for (const [Class, name, adapter] of [
  [streams.Readable, 'fromWeb', 'newStreamReadableFromReadableStream'],
  [streams.Readable, 'toWeb', 'newReadableStreamFromStreamReadable'],
  [streams.Writable, 'fromWeb', 'newStreamWritableFromWritableStream'],
  [streams.Writable, 'toWeb', 'newWritableStreamFromStreamWritable'],
  [streams.Duplex, 'fromWeb', 'newStreamDuplexFromReadableWritablePair'],
  [streams.Duplex, 'toWeb', 'newReadableWritablePairFromDuplex'],
]) {
  Class[name] = Object.defineProperty((stream, options) => adapters()[adapter](stream, options), 'name', { value: name });
}

module.exports = streams;
