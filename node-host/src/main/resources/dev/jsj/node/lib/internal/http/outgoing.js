'use strict';

// http.OutgoingMessage: headers, and the body in the framing that they announce. The head is composed and written natively, together with
// the first piece of the body; a message that waits for its turn on the connection keeps its bytes in `outputData`.

const binding = internalBinding('http');
const { Buffer } = require('buffer');
const { Stream } = require('stream');
const { codes, errnoException } = require('internal/errors');
const { nativeStream, throwHeaderProblem, validateHeaderName, validateHeaderValue } = require('internal/http/common');
const { validateString } = require('internal/validators');
const { Socket } = require('internal/net/socket');

const kHeaders = Symbol('kOutHeaders');
const kHeadDone = Symbol('kHeadDone');
const kHeadUnsent = Symbol('kHeadUnsent');
const kCorked = Symbol('corked');
const kErrored = Symbol('errored');
const kHighWaterMark = Symbol('kHighWaterMark');
const kNeedDrain = Symbol('kNeedDrain');
const kBytes = Symbol('kBytesWritten');
const kChunks = Symbol('kChunkedBuffer');
const kWriteCallbacks = Symbol('kWriteCallbacks');
const DEFAULT_HIGH_WATER_MARK = 16 * 1024;

// Bits for the composition of a head (OutgoingHead).
const SEND_DATE = 1;
const KEEP_ALIVE = 2;
const CHUNKED_BY_DEFAULT = 4;
const HAS_BODY = 8;
const REMOVED_CONNECTION = 16;
const REMOVED_LENGTH = 32;
const REMOVED_ENCODING = 64;
const AGENT = 128;
const LAST_REQUEST = 256;
const NO_CHUNKS = 512;
const DEFAULT_KEEP_ALIVE = 1024;
const CHUNKED = 1;
const LAST = 2;
const FORCE_KEEP_ALIVE = 8;

const socketWrite = Socket.prototype.write;

function OutgoingMessage(options) {
  Stream.call(this);
  initialize(this, options);
}
Object.setPrototypeOf(OutgoingMessage.prototype, Stream.prototype);
Object.setPrototypeOf(OutgoingMessage, Stream);

/** What a fresh message has; every field is there from the start, so that all messages look alike to the engine. */
function initialize(message, options) {
  message.outputData = NO_OUTPUT;
  message.outputSize = 0;
  message.writable = true;
  message.destroyed = false;
  message._last = false;
  message.chunkedEncoding = false;
  message.shouldKeepAlive = true;
  message.maxRequestsOnConnectionReached = false;
  message._defaultKeepAlive = true;
  message.useChunkedEncodingByDefault = true;
  message.sendDate = false;
  message._removedConnection = false;
  message._removedContLen = false;
  message._removedTE = false;
  message.strictContentLength = false;
  message._contentLength = null;
  message._hasBody = true;
  message._trailer = '';
  message.finished = false;
  message._headerSent = false;
  message._closed = false;
  message.socket = null;
  message._keepAliveTimeout = 0;
  message._maxRequestsPerSocket = 0;
  message._firstLine = '';
  message._composed = false;
  message._bodyLength = -1;
  message[kHeaders] = null;
  message[kHeadDone] = false;
  message[kHeadUnsent] = false;
  message[kCorked] = 0;
  message[kErrored] = null;
  message[kNeedDrain] = false;
  message[kBytes] = 0;
  message[kChunks] = null;
  message[kWriteCallbacks] = null;
  message[kHighWaterMark] = options?.highWaterMark ?? DEFAULT_HIGH_WATER_MARK;
}

const NO_OUTPUT = Object.freeze([]);

// ---- state

function accessor(name, get, set) {
  Object.defineProperty(OutgoingMessage.prototype, name, { configurable: true, enumerable: true, get, set });
}

accessor('connection', function() {
  return this.socket;
}, function(socket) {
  this.socket = socket;
});
accessor('headersSent', function() {
  return this[kHeadDone];
});
accessor('_header', function() {
  if (!this[kHeadDone]) return null;
  composeIfNeeded(this, -1);
  return binding.headText(this[kHeaders]);
});
accessor('_headers', function() {
  return this.getHeaders();
});
accessor('writableFinished', function() {
  return this.finished && this.outputSize === 0 && (!this.socket || this.socket.writableLength === 0) && !this[kWriteCallbacks];
});
accessor('writableObjectMode', () => false);
accessor('writableLength', function() {
  return this.outputSize + (this.socket ? this.socket.writableLength : 0);
});
accessor('writableHighWaterMark', function() {
  return this.socket ? this.socket.writableHighWaterMark : this[kHighWaterMark];
});
accessor('writableCorked', function() {
  return this[kCorked];
});
accessor('writableEnded', function() {
  return this.finished;
});
accessor('writableNeedDrain', function() {
  return !this.destroyed && !this.finished && this[kNeedDrain];
});
accessor('closed', function() {
  return this._closed;
});
accessor('errored', function() {
  return this[kErrored];
});

OutgoingMessage.prototype.setTimeout = function(msecs, callback) {
  if (callback) this.on('timeout', callback);
  if (!this.socket) this.once('socket', (socket) => socket.setTimeout(msecs));
  else this.socket.setTimeout(msecs);
  return this;
};

OutgoingMessage.prototype.destroy = function(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  this[kErrored] = error ?? null;
  if (this.socket) this.socket.destroy(error);
  else this.once('socket', (socket) => socket.destroy(error));
  return this;
};

// ---- headers

function headersOf(message) {
  return message[kHeaders] ??= binding.createHead();
}

OutgoingMessage.prototype.setHeader = function(name, value) {
  if (this[kHeadDone]) throw new codes.ERR_HTTP_HEADERS_SENT('set');
  const problem = binding.setHeader(this[kHeaders] ?? headersOf(this), name, value);
  if (problem !== 0) throwHeaderProblem(problem, name, value);
  return this;
};

OutgoingMessage.prototype.setHeaders = function(headers) {
  if (this[kHeadDone]) throw new codes.ERR_HTTP_HEADERS_SENT('set');
  if (!headers || Array.isArray(headers) || typeof headers.keys !== 'function' || typeof headers.get !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('headers', ['Headers', 'Map'], headers);
  }
  const cookies = [];
  for (const [name, value] of headers) {
    if (name === 'set-cookie') {
      if (Array.isArray(value)) cookies.push(...value);
      else cookies.push(value);
    } else {
      this.setHeader(name, value);
    }
  }
  if (cookies.length > 0) this.setHeader('set-cookie', cookies);
  return this;
};

OutgoingMessage.prototype.appendHeader = function(name, value) {
  if (this[kHeadDone]) throw new codes.ERR_HTTP_HEADERS_SENT('append');
  const problem = binding.appendHeader(headersOf(this), name, value);
  if (problem !== 0) throwHeaderProblem(problem, name, value);
  return this;
};

OutgoingMessage.prototype.getHeader = function(name) {
  validateString(name, 'name');
  return this[kHeaders] === null ? undefined : binding.getHeader(this[kHeaders], name);
};

OutgoingMessage.prototype.hasHeader = function(name) {
  validateString(name, 'name');
  return this[kHeaders] !== null && binding.hasHeader(this[kHeaders], name);
};

OutgoingMessage.prototype.removeHeader = function(name) {
  validateString(name, 'name');
  if (this[kHeadDone]) throw new codes.ERR_HTTP_HEADERS_SENT('remove');
  if (this[kHeaders] !== null) binding.removeHeader(this[kHeaders], name);
  switch (name.toLowerCase()) {
    case 'connection': this._removedConnection = true; break;
    case 'content-length': this._removedContLen = true; break;
    case 'transfer-encoding': this._removedTE = true; break;
    case 'date': this.sendDate = false; break;
  }
};

OutgoingMessage.prototype.getHeaderNames = function() {
  return this[kHeaders] === null ? [] : binding.headerNames(this[kHeaders], false);
};

OutgoingMessage.prototype.getRawHeaderNames = function() {
  return this[kHeaders] === null ? [] : binding.headerNames(this[kHeaders], true);
};

OutgoingMessage.prototype.getHeaders = function() {
  return this[kHeaders] === null ? { __proto__: null } : binding.headersObject(this[kHeaders]);
};

/** Adds headers given as an object, as pairs, or as names and values in turn. */
function addHeaders(message, headers) {
  if (!Array.isArray(headers)) {
    for (const name of Object.keys(headers)) {
      if (name !== '') message.setHeader(name, headers[name]);
    }
    return;
  }
  const table = headersOf(message);
  const add = (name, value) => {
    const problem = binding.addHeader(table, name, value);
    if (problem !== 0) throwHeaderProblem(problem, name, value);
  };
  if (headers.length > 0 && Array.isArray(headers[0])) headers = headers.flatMap(([name, value]) => [name, value]);
  if (headers.length % 2 !== 0) throw new codes.ERR_INVALID_ARG_VALUE('headers', headers);
  const before = new Set(message.getHeaderNames());
  for (let i = 0; i < headers.length; i += 2) {
    const lower = `${headers[i]}`.toLowerCase();
    if (before.delete(lower)) binding.removeHeader(table, lower);
    add(headers[i], headers[i + 1]);
  }
}

// ---- the head

/** What the native composition needs to know. */
function wants(message) {
  return (message.sendDate ? SEND_DATE : 0) | (message.shouldKeepAlive ? KEEP_ALIVE : 0) |
    (message.useChunkedEncodingByDefault ? CHUNKED_BY_DEFAULT : 0) | (message._hasBody ? HAS_BODY : 0) |
    (message._removedConnection ? REMOVED_CONNECTION : 0) | (message._removedContLen ? REMOVED_LENGTH : 0) |
    (message._removedTE ? REMOVED_ENCODING : 0) | (message.agent ? AGENT : 0) |
    (message.maxRequestsOnConnectionReached ? LAST_REQUEST : 0) | (message._defaultKeepAlive ? DEFAULT_KEEP_ALIVE : 0) |
    (message.statusCode === 204 || message.statusCode === 304 ? NO_CHUNKS : 0);
}

/** Fixes the head; it is composed with the first bytes of the body. */
OutgoingMessage.prototype._storeHeader = function(firstLine, headers) {
  if (headers) addHeaders(this, headers);
  this._firstLine = firstLine.endsWith('\r\n') ? firstLine.slice(0, -2) : firstLine;
  this[kHeadDone] = true;
  this[kHeadUnsent] = true;
  if (this.method !== undefined && this.getHeader('expect') !== undefined) this._send(''); // the body waits for the answer
};

/** What the Keep-Alive header says; -1 for none. */
function keepAliveSeconds(message) {
  const { _keepAliveTimeout: milliseconds } = message;
  return milliseconds > 0 ? Math.floor(milliseconds / 1000) : -1;
}

/** Composes the head unless that is done; `length` is that of the whole body, -1 for unknown. */
function composeIfNeeded(message, length) {
  if (message._composed) return;
  message._composed = true;
  const result = binding.compose(headersOf(message), message._firstLine, wants(message), length,
                                 keepAliveSeconds(message), message._maxRequestsPerSocket | 0);
  applyComposition(message, result);
}

function applyComposition(message, result) {
  message.chunkedEncoding = (result & CHUNKED) !== 0;
  if (result & LAST) message._last = true;
  if (result & FORCE_KEEP_ALIVE) message.shouldKeepAlive = true;
  if (message._contentLength === null) {
    const length = binding.declaredLength(message[kHeaders]);
    if (length >= 0) message._contentLength = length;
  }
}

OutgoingMessage.prototype._implicitHeader = function() {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('_implicitHeader()');
};

OutgoingMessage.prototype.flushHeaders = function() {
  if (!this[kHeadDone]) this._implicitHeader();
  if (this[kHeadUnsent]) transmit(this, undefined, '', 0, null);
};

// ---- bytes on their way

/** Sends the head, if that is still to do, and data in a framing (0 none, 1 chunk, 3 chunk and end). */
function transmit(message, data, encoding, framing, callback) {
  let head;
  if (message[kHeadUnsent]) {
    composeIfNeeded(message, -1);
    head = message[kHeaders];
    message[kHeadUnsent] = false;
    message._headerSent = true;
  }
  if (typeof data === 'string' && encoding !== 'latin1' && encoding !== 'binary') {
    if (encoding && encoding !== 'utf8' && encoding !== 'utf-8') data = Buffer.from(data, encoding);
  } else if (typeof data === 'string') {
    encoding = 'latin1';
  }
  const trailer = framing === 3 && message._trailer !== '' ? message._trailer : undefined;
  const { socket } = message;
  if (socket && socket._httpMessage === message && socket.writable) {
    if (message.outputData.length > 0) message._flushOutput(socket);
    const handle = nativeStream(socket, socketWrite);
    if (handle !== undefined) {
      const result = binding.send(handle, head, data, encoding, framing, trailer);
      return sent(message, socket, result, callback);
    }
    return socket.write(binding.send(undefined, head, data, encoding, framing, trailer), callback ?? undefined);
  }
  if (message.destroyed || (socket && socket.destroyed)) {
    if (callback) process.nextTick(callback, new codes.ERR_STREAM_DESTROYED('write'));
    return false;
  }
  const bytes = binding.send(undefined, head, data, encoding, framing, trailer);
  if (message.outputData === NO_OUTPUT) message.outputData = [];
  message.outputData.push({ data: bytes, encoding: 'buffer', callback });
  message.outputSize += bytes.length;
  message._onPendingData?.(bytes.length);
  return message.outputSize < message[kHighWaterMark];
}

/** What follows a native write. */
function sent(message, socket, result, callback) {
  if (result < 0) {
    const error = errnoException(result, 'write');
    if (callback) process.nextTick(callback, error);
    process.nextTick(() => socket.destroy(error));
    return false;
  }
  if (result === 0) {
    if (callback) process.nextTick(callback, null);
    return true;
  }
  const waiting = message[kWriteCallbacks] ??= [];
  if (callback) waiting.push(callback);
  watchDrain(socket, message);
  return internalBinding('net').pendingBytes(socket._handle) < socket.writableHighWaterMark;
}

const kWatching = Symbol('kWatching');

/** Calls the messages whose bytes were pending when the stream has sent them. */
function watchDrain(socket, message) {
  const watching = socket[kWatching];
  if (watching !== undefined) {
    if (!watching.includes(message)) watching.push(message);
    return;
  }
  const list = [message];
  socket[kWatching] = list;
  require('internal/net/socket').onceDrained(socket, () => {
    socket[kWatching] = undefined;
    for (const one of list) {
      const callbacks = one[kWriteCallbacks];
      one[kWriteCallbacks] = null;
      for (const callback of callbacks ?? []) callback(null);
      if (one[kNeedDrain] && !one.finished) {
        one[kNeedDrain] = false;
        one.emit('drain');
      }
    }
  });
}

OutgoingMessage.prototype._send = function(data, encoding, callback) {
  if (typeof encoding === 'function') [encoding, callback] = [null, encoding];
  return transmit(this, data, encoding, 0, callback);
};

OutgoingMessage.prototype._writeRaw = function(data, encoding, callback) {
  if (typeof encoding === 'function') [encoding, callback] = [null, encoding];
  return transmit(this, data, encoding, 0, callback);
};

/** Sends what waited for the connection. */
OutgoingMessage.prototype._flushOutput = function(socket) {
  const output = this.outputData;
  if (output.length === 0) return undefined;
  this.outputData = NO_OUTPUT;
  this._onPendingData?.(-this.outputSize);
  this.outputSize = 0;
  let result;
  socket.cork();
  for (const { data, callback } of output) result = socket.write(data, callback ?? undefined);
  socket.uncork();
  return result;
};

OutgoingMessage.prototype._emitDrain = function() {
  this[kNeedDrain] = false;
  this.emit('drain');
};

OutgoingMessage.prototype._flush = function() {
  const { socket } = this;
  if (!socket || !socket.writable) return;
  const result = this._flushOutput(socket);
  if (this.finished) {
    this._finish();
  } else if (result && this[kNeedDrain]) {
    this._emitDrain();
  }
};

// ---- the body

function byteLength(data, encoding) {
  return typeof data === 'string' ? Buffer.byteLength(data, encoding) : data.byteLength;
}

function fail(message, error, callback) {
  process.nextTick(() => {
    message.emit('error', error);
    if (callback) callback(error);
  });
  return false;
}

OutgoingMessage.prototype.write = function(chunk, encoding, callback) {
  if (typeof encoding === 'function') [encoding, callback] = [null, encoding];
  const result = write(this, chunk, encoding, callback);
  if (!result) this[kNeedDrain] = true;
  return result;
};

function write(message, chunk, encoding, callback) {
  if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
  if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
    throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
  }
  const error = message.finished ? new codes.ERR_STREAM_WRITE_AFTER_END() :
    message.destroyed ? new codes.ERR_STREAM_DESTROYED('write') : null;
  if (error) {
    if (message.finished) return fail(message, error, callback);
    process.nextTick(() => callback?.(error));
    return false;
  }
  if (message.strictContentLength) {
    message[kBytes] += byteLength(chunk, encoding);
    if (message._contentLength !== null && message[kBytes] > message._contentLength) {
      throw new codes.ERR_HTTP_CONTENT_LENGTH_MISMATCH(message[kBytes], message._contentLength);
    }
  }
  if (!message[kHeadDone]) {
    message._implicitHeader();
  }
  if (message[kHeadDone]) composeIfNeeded(message, -1);
  if (!message._hasBody) {
    if (message.rejectNonStandardBodyWrites) throw new codes.ERR_HTTP_BODY_NOT_ALLOWED();
    if (callback) process.nextTick(callback);
    return true;
  }
  if (message[kCorked] > 0) {
    const chunks = message[kChunks] ??= [];
    chunks.push({ chunk, encoding, callback });
    return true;
  }
  if (message.chunkedEncoding) {
    if (chunk.length === 0) {
      if (callback) process.nextTick(callback);
      return true;
    }
    return transmit(message, chunk, encoding, 1, callback);
  }
  return transmit(message, chunk, encoding, 0, callback);
}

OutgoingMessage.prototype.cork = function() {
  this[kCorked]++;
};

OutgoingMessage.prototype.uncork = function() {
  if (this[kCorked] > 0) this[kCorked]--;
  if (this[kCorked] === 0) flushCorked(this);
};

function flushCorked(message) {
  const chunks = message[kChunks];
  if (!chunks) return;
  message[kChunks] = null;
  const data = Buffer.concat(chunks.map(({ chunk, encoding }) => (typeof chunk === 'string' ? Buffer.from(chunk, encoding || 'utf8') : chunk)));
  const callbacks = chunks.map((one) => one.callback).filter(Boolean);
  const callback = callbacks.length > 0 ? (error) => callbacks.forEach((one) => one(error)) : null;
  if (data.length > 0 || !message.chunkedEncoding) transmit(message, data, '', message.chunkedEncoding ? 1 : 0, callback);
}

OutgoingMessage.prototype.addTrailers = function(headers) {
  let text = '';
  const isArray = Array.isArray(headers);
  for (const key of Object.keys(headers)) {
    const [name, value] = isArray ? headers[key] : [key, headers[key]];
    validateHeaderName(name, 'Trailer name');
    for (const one of Array.isArray(value) && value.length > 1 ? value : [value]) {
      validateTrailer(name, one);
      text += `${name}: ${one}\r\n`;
    }
  }
  this._trailer = text;
};

function validateTrailer(name, value) {
  try {
    validateHeaderValue(name, value);
  } catch (error) {
    if (error.code === 'ERR_INVALID_CHAR') throw new codes.ERR_INVALID_CHAR('trailer content', name);
    throw error;
  }
}

OutgoingMessage.prototype.end = function(chunk, encoding, callback) {
  if (typeof chunk === 'function') [chunk, encoding, callback] = [null, null, chunk];
  else if (typeof encoding === 'function') [encoding, callback] = [null, encoding];
  if (chunk !== undefined && chunk !== null && typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) {
    throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['string', 'Buffer', 'Uint8Array'], chunk);
  }
  if (this.finished) {
    endAgain(this, chunk, callback);
    return this;
  }
  if (typeof callback === 'function') this.once('finish', callback);
  const hasChunk = chunk !== undefined && chunk !== null;
  if (this.strictContentLength && hasChunk) this[kBytes] += byteLength(chunk, encoding);
  if (!this[kHeadDone]) {
    if (this._endAtOnce(hasChunk ? chunk : undefined, encoding)) return this;
    this._bodyLength = hasChunk ? byteLength(chunk, encoding) : 0;
    this._implicitHeader();
    composeIfNeeded(this, this._hasBody ? this._bodyLength : -1);
  }
  composeIfNeeded(this, -1);
  if (this.strictContentLength && this._hasBody && !this.chunkedEncoding && this._contentLength !== null &&
      this[kBytes] !== this._contentLength) {
    throw new codes.ERR_HTTP_CONTENT_LENGTH_MISMATCH(this[kBytes], this._contentLength);
  }
  while (this[kCorked] > 0) this[kCorked]--;
  flushCorked(this);
  this.finished = true;
  const finish = (error) => onFinish(this, error);
  if (this._hasBody && this.chunkedEncoding) {
    transmit(this, hasChunk ? chunk : undefined, encoding, 3, finish);
  } else if (this._hasBody && hasChunk && chunk.length > 0) {
    transmit(this, chunk, encoding, 0, finish);
  } else if (this[kHeadUnsent] || !this._isIdle()) {
    transmit(this, undefined, '', 0, finish);
  } else {
    process.nextTick(finish);
  }
  if (this.outputData.length === 0 && this.socket && this.socket._httpMessage === this) this._finish();
  return this;
};

/** Whether nothing of the message is under way. */
OutgoingMessage.prototype._isIdle = function() {
  return this.outputData.length === 0 && (!this.socket || this.socket.writableLength === 0);
};

/** A whole message in one native call, where the kind of message knows how. */
OutgoingMessage.prototype._endAtOnce = function() {
  return false;
};

function endAgain(message, chunk, callback) {
  if (chunk) {
    const error = new codes.ERR_STREAM_WRITE_AFTER_END();
    fail(message, error, callback);
  } else if (typeof callback === 'function') {
    if (!message.writableFinished) message.on('finish', callback);
    else callback(new codes.ERR_STREAM_ALREADY_FINISHED('end'));
  }
}

function onFinish(message, error) {
  if (error || message.socket?._hadError) return;
  message._onFinished?.();
  message.emit('finish');
}

OutgoingMessage.prototype._finish = function() {
  this.emit('prefinish');
};

OutgoingMessage.prototype.pipe = function() {
  this.emit('error', new codes.ERR_STREAM_CANNOT_PIPE());
};

OutgoingMessage.prototype[Symbol.for('nodejs.rejection')] = function(error) {
  this.destroy(error);
};

module.exports = {
  OutgoingMessage,
  addHeaders,
  headersOf,
  initialize,
  keepAliveSeconds,
  kHeadDone,
  kHeadUnsent,
  kWriteCallbacks,
  onFinish,
  socketWrite,
  watchDrain,
  wants,
};
