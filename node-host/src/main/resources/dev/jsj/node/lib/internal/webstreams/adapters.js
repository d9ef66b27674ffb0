'use strict';

// Node's streams as web streams and the other way round: the `toWeb` and `fromWeb` of node:stream.

const web = require('internal/webstreams/streams');
const { AbortError, codes } = require('internal/errors');
const { validateBoolean, validateObject } = require('internal/validators');

const streams = () => require('stream');

function isStreamLike(value, state) {
  return typeof value === 'object' && value !== null && typeof value[state] === 'object' && value[state] !== null;
}

/** An end before the end, as web streams report it. */
function asAbort(error) {
  return error?.code === 'ERR_STREAM_PREMATURE_CLOSE' ? new AbortError(undefined, { cause: error }) : error;
}

/** The callback for a promise's reactions: what it throws is no rejection but an uncaught exception. */
function throwingLater(callback) {
  return (error) => {
    try {
      callback(error);
    } catch (failure) {
      process.nextTick(() => { throw failure; });
    }
  };
}

function newWritableStreamFromStreamWritable(writable) {
  if (!isStreamLike(writable, '_writableState')) {
    throw new codes.ERR_INVALID_ARG_TYPE('streamWritable', 'stream.Writable', writable);
  }
  const { destroy, finished } = streams();
  if (writable.destroyed || writable.writable === false) {
    const closed = new web.WritableStream();
    closed.close();
    return closed;
  }
  const { writableHighWaterMark: highWaterMark } = writable;
  const strategy = writable.writableObjectMode ? new web.CountQueuingStrategy({ highWaterMark }) : { highWaterMark };
  let controller;
  let drained;
  let closed;
  const onDrain = () => drained?.resolve();
  const cleanup = finished(writable, (error) => {
    error = asAbort(error);
    cleanup();
    writable.on('error', () => {});
    if (error != null) {
      drained?.reject(error);
      if (closed !== undefined) {
        closed.reject(error);
        closed = undefined;
      }
      controller.error(error);
      controller = undefined;
      return;
    }
    if (closed !== undefined) {
      closed.resolve();
      closed = undefined;
      return;
    }
    controller.error(new AbortError());
    controller = undefined;
  });
  writable.on('drain', onDrain);
  return new web.WritableStream({
    start(c) {
      controller = c;
    },
    write(chunk) {
      if (writable.writableNeedDrain || !writable.write(chunk)) {
        drained = deferred();
        return drained.promise.finally(() => { drained = undefined; });
      }
      return undefined;
    },
    abort(reason) {
      destroy(writable, reason);
    },
    close() {
      if (closed === undefined && !writable.writableEnded) {
        closed = deferred();
        writable.end();
        return closed.promise;
      }
      controller = undefined;
      return Promise.resolve();
    },
  }, strategy);
}

function deferred() {
  const result = {};
  result.promise = new Promise((resolve, reject) => {
    result.resolve = resolve;
    result.reject = reject;
  });
  return result;
}

function newStreamWritableFromWritableStream(stream, options = {}) {
  if (!(stream instanceof web.WritableStream)) {
    throw new codes.ERR_INVALID_ARG_TYPE('writableStream', 'WritableStream', stream);
  }
  validateObject(options, 'options');
  const { highWaterMark, decodeStrings = true, objectMode = false, signal } = options;
  validateBoolean(objectMode, 'options.objectMode');
  validateBoolean(decodeStrings, 'options.decodeStrings');
  const { Writable, destroy } = streams();
  const writer = stream.getWriter();
  let closed = false;
  const writable = new Writable({
    highWaterMark,
    objectMode,
    decodeStrings,
    signal,
    write: (chunk, encoding, callback) => writeTo(writer, chunk, callback),
    destroy(error, callback) {
      endWriter(writer, closed, error, callback);
    },
    final(callback) {
      finishWriter(writer, closed, callback);
    },
  });
  writer.closed.then(() => {
    closed = true;
    if (!writable.writableEnded) destroy(writable, new codes.ERR_STREAM_PREMATURE_CLOSE());
  }, (error) => {
    closed = true;
    destroy(writable, error);
  });
  return writable;
}

function writeTo(writer, chunk, callback) {
  const done = throwingLater(callback);
  writer.ready.then(() => writer.write(chunk).then(() => done(), done), done);
}

function endWriter(writer, closed, error, callback) {
  const call = throwingLater(callback);
  const done = () => call(error);
  if (closed) done();
  else if (error != null) writer.abort(error).then(done, done);
  else writer.close().then(done, done);
}

function finishWriter(writer, closed, callback) {
  const done = throwingLater(callback);
  if (closed) done();
  else writer.close().then(() => done(), done);
}

function newReadableStreamFromStreamReadable(readable, options = {}) {
  if (!isStreamLike(readable, '_readableState')) {
    throw new codes.ERR_INVALID_ARG_TYPE('streamReadable', 'stream.Readable', readable);
  }
  const { destroy, finished } = streams();
  if (readable.destroyed || readable.readable === false) {
    const ended = new web.ReadableStream();
    ended.cancel();
    return ended;
  }
  const objectMode = readable.readableObjectMode;
  const { readableHighWaterMark: highWaterMark } = readable;
  const strategy = options.strategy ?? (objectMode ? new web.CountQueuingStrategy({ highWaterMark }) :
    new web.ByteLengthQueuingStrategy({ highWaterMark }));
  let controller;
  let wasCanceled = false;
  const { Buffer } = require('buffer');
  const onData = (chunk) => {
    controller.enqueue(Buffer.isBuffer(chunk) && !objectMode ? new Uint8Array(chunk) : chunk);
    if (controller.desiredSize <= 0) readable.pause();
  };
  readable.pause();
  const cleanup = finished(readable, (error) => {
    error = asAbort(error);
    cleanup();
    readable.on('error', () => {});
    if (error) controller.error(error);
    else if (!wasCanceled) controller.close();
  });
  readable.on('data', onData);
  return new web.ReadableStream({
    start(c) {
      controller = c;
    },
    pull() {
      readable.resume();
    },
    cancel(reason) {
      wasCanceled = true;
      destroy(readable, reason);
    },
  }, strategy);
}

function newStreamReadableFromReadableStream(stream, options = {}) {
  if (!(stream instanceof web.ReadableStream)) {
    throw new codes.ERR_INVALID_ARG_TYPE('readableStream', 'ReadableStream', stream);
  }
  validateObject(options, 'options');
  const { highWaterMark, encoding, objectMode = false, signal } = options;
  if (encoding !== undefined && !require('buffer').Buffer.isEncoding(encoding)) {
    throw new codes.ERR_INVALID_ARG_VALUE(encoding, 'options.encoding');
  }
  validateBoolean(objectMode, 'options.objectMode');
  const { Readable, destroy } = streams();
  const reader = stream.getReader();
  let closed = false;
  const readable = new Readable({
    objectMode,
    highWaterMark,
    encoding,
    signal,
    read() {
      readInto(reader, readable);
    },
    destroy(error, callback) {
      endReader(reader, closed, error, callback);
    },
  });
  reader.closed.then(() => { closed = true; }, (error) => {
    closed = true;
    destroy(readable, error);
  });
  return readable;
}

function readInto(reader, readable) {
  reader.read().then(({ done, value }) => readable.push(done ? null : value),
                     (error) => streams().destroy(readable, error));
}

function endReader(reader, closed, error, callback) {
  const call = throwingLater(callback);
  const done = () => call(error);
  if (closed) done();
  else reader.cancel(error).then(done, done);
}

function newReadableWritablePairFromDuplex(duplex) {
  if (!isStreamLike(duplex, '_writableState') || !isStreamLike(duplex, '_readableState')) {
    throw new codes.ERR_INVALID_ARG_TYPE('duplex', 'stream.Duplex', duplex);
  }
  const { isReadable, isWritable } = streams();
  if (duplex.destroyed) {
    const writable = new web.WritableStream();
    const readable = new web.ReadableStream();
    writable.close();
    readable.cancel();
    return { readable, writable };
  }
  const writable = isWritable(duplex) ? newWritableStreamFromStreamWritable(duplex) : new web.WritableStream();
  if (!isWritable(duplex)) writable.close();
  const readable = isReadable(duplex) ? newReadableStreamFromStreamReadable(duplex) : new web.ReadableStream();
  if (!isReadable(duplex)) readable.cancel();
  return { writable, readable };
}

function newStreamDuplexFromReadableWritablePair(pair = {}, options = {}) {
  validateObject(pair, 'pair');
  const { readable: readableStream, writable: writableStream } = pair;
  if (!(readableStream instanceof web.ReadableStream)) {
    throw new codes.ERR_INVALID_ARG_TYPE('pair.readable', 'ReadableStream', readableStream);
  }
  if (!(writableStream instanceof web.WritableStream)) {
    throw new codes.ERR_INVALID_ARG_TYPE('pair.writable', 'WritableStream', writableStream);
  }
  validateObject(options, 'options');
  const { allowHalfOpen = false, objectMode = false, encoding, decodeStrings = true, highWaterMark, signal } = options;
  const { Duplex, destroy } = streams();
  const writer = writableStream.getWriter();
  const reader = readableStream.getReader();
  let writableClosed = false;
  let readableClosed = false;
  const duplex = new Duplex({
    allowHalfOpen,
    highWaterMark,
    objectMode,
    encoding,
    decodeStrings,
    signal,
    write: (chunk, unused, callback) => writeTo(writer, chunk, callback),
    final(callback) {
      finishWriter(writer, writableClosed, callback);
    },
    read() {
      readInto(reader, duplex);
    },
    destroy(error, callback) {
      endWriter(writer, writableClosed, error, () => endReader(reader, readableClosed, error, callback));
    },
  });
  writer.closed.then(() => {
    writableClosed = true;
    if (!duplex.writableEnded) destroy(duplex, new codes.ERR_STREAM_PREMATURE_CLOSE());
  }, (error) => {
    writableClosed = true;
    readableClosed = true;
    destroy(duplex, error);
  });
  reader.closed.then(() => { readableClosed = true; }, (error) => {
    writableClosed = true;
    readableClosed = true;
    destroy(duplex, error);
  });
  return duplex;
}

module.exports = {
  newReadableStreamFromStreamReadable,
  newReadableWritablePairFromDuplex,
  newStreamDuplexFromReadableWritablePair,
  newStreamReadableFromReadableStream,
  newStreamWritableFromWritableStream,
  newWritableStreamFromStreamWritable,
};
