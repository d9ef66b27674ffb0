'use strict';

// http.IncomingMessage. A request without a body that nobody reads needs none of a stream's state: the state, like the headers, is made
// when it is first asked for.

const binding = internalBinding('http');
const { Readable, finished } = require('stream');

const kHead = Symbol('kHead');
const kTrailers = Symbol('kTrailersHead');
const kHeaders = Symbol('kHeaders');
const kRawHeaders = Symbol('kRawHeaders');
const kDistinct = Symbol('kHeadersDistinct');
const kTrailersObject = Symbol('kTrailers');
const kRawTrailers = Symbol('kRawTrailers');
const kTrailersDistinct = Symbol('kTrailersDistinct');
const kEnded = Symbol('kEnded');
const kState = Symbol('kState');
const kJoin = Symbol('kJoinDuplicateHeaders');

function IncomingMessage(socket) {
  this._readableState = undefined;
  this.socket = socket;
  this.httpVersionMajor = null;
  this.httpVersionMinor = null;
  this.httpVersion = null;
  this.complete = false;
  this.url = '';
  this.method = null;
  this.statusCode = null;
  this.statusMessage = null;
  this.aborted = false;
  this.upgrade = null;
  this.client = socket;
  this._consumed = false;
  this._dumped = false;
}
Object.setPrototypeOf(IncomingMessage.prototype, Readable.prototype);
Object.setPrototypeOf(IncomingMessage, Readable);

/** Makes a message from a parser's head: what the parser's callbacks use instead of `new`. */
function fill(message, head, version) {
  message[kHead] = head;
  message.httpVersionMajor = version === 11 ? 1 : Math.floor(version / 10);
  message.httpVersionMinor = version === 11 ? 1 : version % 10;
  message.httpVersion = version === 11 ? '1.1' : `${message.httpVersionMajor}.${message.httpVersionMinor}`;
}

/** Whether anybody has asked for the state of the stream. */
function isUntouched(message) {
  return message[kState] === undefined;
}

/** Says that no (more) body will come. */
function end(message) {
  message[kEnded] = true;
  if (message[kState] !== undefined) {
    message.push(null);
    if (message[kState].length === 0 && message[kState].flowing === null && message.listenerCount('readable') > 0) message.read(0);
  }
}

Object.defineProperty(IncomingMessage.prototype, '_readableState', {
  configurable: true,
  get() {
    let state = this[kState];
    if (state === undefined && Object.hasOwn(this, 'socket')) {
      const highWaterMark = this.socket ? this.socket.readableHighWaterMark : undefined;
      Readable.call(this, { autoDestroy: true, highWaterMark });
      state = this[kState];
      state.readingMore = true;
      if (this[kEnded]) {
        state.readingMore = false;
        this.push(null);
      }
    }
    return state;
  },
  set(state) {
    this[kState] = state;
  },
});

Object.defineProperty(IncomingMessage.prototype, 'connection', {
  configurable: true,
  enumerable: true,
  get() {
    return this.socket;
  },
  set(socket) {
    this.socket = socket;
  },
});

/** An accessor whose value is made when first read. */
function lazy(name, key, make) {
  Object.defineProperty(IncomingMessage.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      let value = this[key];
      if (value === undefined) {
        value = make(this);
        this[key] = value;
      }
      return value;
    },
    set(value) {
      this[key] = value;
    },
  });
}

lazy('headers', kHeaders, (message) => (message[kHead] ? binding.headers(message[kHead], Boolean(message[kJoin])) : {}));
lazy('rawHeaders', kRawHeaders, (message) => (message[kHead] ? binding.rawHeaders(message[kHead]) : []));
lazy('headersDistinct', kDistinct, (message) => (message[kHead] ? binding.distinctHeaders(message[kHead]) : {}));
lazy('trailers', kTrailersObject, (message) => (message[kTrailers] ? binding.headers(message[kTrailers], false) : {}));
lazy('rawTrailers', kRawTrailers, (message) => (message[kTrailers] ? binding.rawHeaders(message[kTrailers]) : []));
lazy('trailersDistinct', kTrailersDistinct, (message) =>
  (message[kTrailers] ? binding.distinctHeaders(message[kTrailers]) : {}));

function setTrailers(message, head) {
  message[kTrailers] = head;
  message[kTrailersObject] = message[kRawTrailers] = message[kTrailersDistinct] = undefined;
}

IncomingMessage.prototype.setTimeout = function(msecs, callback) {
  if (callback) this.on('timeout', callback);
  this.socket.setTimeout(msecs);
  return this;
};

IncomingMessage.prototype._read = function() {
  if (!this._consumed) {
    this[kState].readingMore = false;
    this._consumed = true;
  }
  const { socket } = this;
  if (socket?.readable) resumeSource(socket);
};

const kPausedByBody = Symbol('kPausedByBody');

function pauseSource(socket) {
  if (!socket[kPausedByBody]) {
    socket[kPausedByBody] = true;
    if (socket._handle) require('internal/net/socket').stopReading(socket);
    else socket.pause();
  }
}

function resumeSource(socket) {
  if (socket[kPausedByBody]) {
    socket[kPausedByBody] = false;
    if (socket._handle) require('internal/net/socket').startReading(socket);
    else socket.resume();
  }
}

IncomingMessage.prototype._destroy = function(err, cb) {
  if (!this.readableEnded || !this.complete) {
    this.aborted = true;
    this.emit('aborted');
  }
  const { socket } = this;
  if (socket && !socket.destroyed && this.aborted) {
    socket.destroy(err);
    const cleanup = finished(socket, (e) => {
      if (e?.code === 'ERR_STREAM_PREMATURE_CLOSE') e = null;
      cleanup();
      process.nextTick(onError, this, e || err, cb);
    });
  } else {
    process.nextTick(onError, this, err, cb);
  }
};

/** An error that nobody listens for is no crash: the message was only cut off. */
function onError(message, error, cb) {
  if (message.listenerCount('error') === 0) cb();
  else cb(error);
}

/** Throws the rest of the body away. */
IncomingMessage.prototype._dump = function() {
  if (!this._dumped) {
    this._dumped = true;
    this.resume();
  }
};

IncomingMessage.prototype._addHeaderLines = function(headers) {
  for (let i = 0; i + 1 < headers.length; i += 2) this._addHeaderLine(headers[i], headers[i + 1], this.headers);
};

IncomingMessage.prototype._addHeaderLine = function(field, value, dest) {
  field = field.toLowerCase();
  if (field === 'set-cookie') (dest[field] ??= []).push(value);
  else if (dest[field] === undefined) dest[field] = value;
  else if (field === 'cookie') dest[field] += `; ${value}`;
  else dest[field] += `, ${value}`;
};

module.exports = { IncomingMessage, end, fill, isUntouched, kJoin, kState, pauseSource, resumeSource, setTrailers };
