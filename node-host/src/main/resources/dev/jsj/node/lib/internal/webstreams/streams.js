'use strict';

// The classes of web-streams-polyfill as Node shows them: what util.inspect prints, and the marks by which node:stream
// recognises their state.

const web = require('web-streams-polyfill/dist/ponyfill.es2018');
const { customInspect, inspect } = require('internal/inspect/inspect');

const isDisturbed = Symbol.for('nodejs.stream.disturbed');
const isErrored = Symbol.for('nodejs.stream.errored');
const isReadable = Symbol.for('nodejs.stream.readable');
const isWritable = Symbol.for('nodejs.stream.writable');
const isClosedPromise = Symbol.for('nodejs.webstream.isClosedPromise');
const controllerErrorFunction = Symbol.for('nodejs.webstream.controllerErrorFunction');

/** Shows an object of a class as `fields` of it. */
function show(Class, fields) {
  Object.defineProperty(Class.prototype, customInspect, {
    configurable: true,
    writable: true,
    enumerable: false,
    value(depth, options) {
      if (depth < 0) return this;
      const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
      return `${Class.name} ${inspect(fields(this), inner)}`;
    },
  });
}

function isBytes(stream) {
  return stream._readableStreamController instanceof web.ReadableByteStreamController;
}

show(web.ReadableStream, (stream) => ({ locked: stream.locked, state: stream._state, supportsBYOB: isBytes(stream) }));
show(web.WritableStream, (stream) => ({
  locked: stream.locked,
  state: stream._state === 'erroring' ? 'erroring' : stream._state,
}));
show(web.TransformStream, (stream) => ({
  readable: stream.readable, writable: stream.writable, backpressure: stream._backpressure,
}));
show(web.ReadableStreamDefaultReader, (reader) => ({
  stream: reader._ownerReadableStream, readRequests: reader._readRequests.length, close: reader.closed,
}));
show(web.ReadableStreamBYOBReader, (reader) => ({
  stream: reader._ownerReadableStream, requests: reader._readIntoRequests.length, close: reader.closed,
}));
show(web.WritableStreamDefaultWriter, (writer) => ({
  stream: writer._ownerWritableStream, close: writer.closed, ready: writer.ready, desiredSize: writer.desiredSize,
}));
show(web.ReadableStreamBYOBRequest, (request) => ({
  view: request.view, controller: request._associatedReadableByteStreamController,
}));
for (const name of ['ReadableStreamDefaultController', 'ReadableByteStreamController', 'TransformStreamDefaultController',
                    'WritableStreamDefaultController']) {
  show(web[name], () => ({}));
}
show(web.ByteLengthQueuingStrategy, ({ highWaterMark }) => ({ highWaterMark }));
show(web.CountQueuingStrategy, ({ highWaterMark }) => ({ highWaterMark }));

/** A promise of the stream's end, kept beside the stream: a reader or writer of its own would lock it. */
const ends = new WeakMap();

function endOf(stream) {
  let end = ends.get(stream);
  if (end === undefined) {
    let resolve;
    let reject;
    const promise = new Promise((onClosed, onErrored) => {
      resolve = onClosed;
      reject = onErrored;
    });
    promise.catch(() => {});
    end = { promise, resolve, reject };
    ends.set(stream, end);
    watchState(stream, end);
  }
  return end;
}

/** Hears of the end by the property that holds the state. */
function watchState(stream, end) {
  let state = stream._state;
  const settle = () => {
    if (state === 'closed') end.resolve();
    else if (state === 'errored') process.nextTick(() => end.reject(stream._storedError));
  };
  Object.defineProperty(stream, '_state', {
    configurable: true,
    enumerable: true,
    get: () => state,
    set(next) {
      state = next;
      settle();
    },
  });
  settle();
}

function mark(Class, symbol, get) {
  Object.defineProperty(Class.prototype, symbol, { configurable: true, get });
}
mark(web.ReadableStream, isDisturbed, function() { return this._disturbed; });
mark(web.ReadableStream, isErrored, function() { return this._state === 'errored'; });
mark(web.ReadableStream, isReadable, function() { return this._state === 'readable'; });
mark(web.WritableStream, isErrored, function() { return this._state === 'errored' || this._state === 'erroring'; });
mark(web.WritableStream, isWritable, function() { return this._state === 'writable'; });
mark(web.ReadableStream, isClosedPromise, function() { return endOf(this); });
mark(web.WritableStream, isClosedPromise, function() { return endOf(this); });
mark(web.ReadableStream, controllerErrorFunction, function() {
  return (error) => {
    if (this._state === 'readable') this._readableStreamController.error(error);
  };
});
mark(web.WritableStream, controllerErrorFunction, function() {
  return (error) => this._writableStreamController.error(error);
});

module.exports = web;
