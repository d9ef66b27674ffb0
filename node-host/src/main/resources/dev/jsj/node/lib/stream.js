'use strict';

// node:stream: the published port of Node's own streams (readable-stream), on our buffers, events and errors.

const streams = require('readable-stream/lib/stream');
const types = require('internal/types');

streams._isUint8Array = types.isUint8Array;
streams._isArrayBufferView = types.isArrayBufferView;
streams._uint8ArrayToBuffer = (chunk) => require('buffer').Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

module.exports = streams;
