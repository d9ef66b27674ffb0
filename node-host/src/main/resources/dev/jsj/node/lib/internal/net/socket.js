'use strict';

// net.Socket: a Duplex over a native stream (`_handle`), which may be a TCP or Unix domain socket or what a subclass puts there.

const binding = internalBinding('net');
const stream = require('stream');
const { codes, errnoException } = require('internal/errors');
const timers = require('internal/timers');
const { getTimerDuration } = timers;
const { validateAbortSignal, validateFunction, validateNumber } = require('internal/validators');

const settings = { autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 250 };

const kBytesRead = Symbol('kBytesRead');
const kBytesWritten = Symbol('kBytesWritten');
const kNoDelay = Symbol('kSetNoDelay');
const kKeepAlive = Symbol('kSetKeepAlive');
const kKeepAliveDelay = Symbol('kSetKeepAliveInitialDelay');
const kTimeout = Symbol('timeout');
const kTimeoutStart = Symbol('kTimeoutStart');
const kWriteDone = Symbol('kWriteDone');
const kShutdownDone = Symbol('kShutdownDone');
const kDrainWaiting = Symbol('kDrainWaiting');
const kOnRead = Symbol('kBuffer');
const kReading = Symbol('kReading');
const kReferenced = Symbol('kReferenced');
const kPeer = Symbol('kPeer');
const kLocal = Symbol('kLocal');

/** What the native stream calls, with the socket as `this`. */
function onData(chunk) {
  const onread = this[kOnRead];
  if (onread !== undefined) {
    deliverToBuffer(this, onread, chunk);
    return;
  }
  if (!this.push(chunk) && this._handle) stopReading(this);
}

/** Option `onread`: data goes into the program's own buffer. */
function deliverToBuffer(socket, onread, chunk) {
  for (let start = 0; start < chunk.length && !socket.destroyed;) {
    const buffer = typeof onread.buffer === 'function' ? onread.buffer() : onread.buffer;
    const count = Math.min(buffer.length, chunk.length - start);
    buffer.set(chunk.subarray(start, start + count), 0);
    start += count;
    if (onread.callback(count, buffer) === false) socket.pause();
  }
}

function onEnd() {
  this[kReading] = false;
  if (this[kOnRead] !== undefined && this.readableFlowing === null) this.resume();
  this.push(null);
  if (this.readableLength === 0) this.read(0);
}

function onFailure(errno) {
  const done = this[kWriteDone] ?? this[kShutdownDone];
  const error = errnoException(errno, this[kWriteDone] ? 'write' : 'read');
  this[kWriteDone] = this[kShutdownDone] = null;
  if (done) done(error);
  this.destroy(error);
}

function onDrained() {
  const written = this[kWriteDone];
  this[kWriteDone] = null;
  if (written) written(null);
  const ended = this[kShutdownDone];
  this[kShutdownDone] = null;
  if (ended) ended(null);
  const waiting = this[kDrainWaiting];
  if (waiting !== undefined) {
    this[kDrainWaiting] = undefined;
    waiting(null);
  }
}

/** Calls back when the native stream has sent what it holds; one at a time. */
function onceDrained(socket, callback) {
  socket[kDrainWaiting] = callback;
}

function attachHandle(socket, handle) {
  socket._handle = handle;
  binding.setCallbacks(handle, socket, onData, onEnd, onFailure, onDrained);
  if (socket[kNoDelay]) binding.setNoDelay(handle, true);
  if (socket[kKeepAlive]) binding.setKeepAlive(handle, true, socket[kKeepAliveDelay]);
  if (!socket[kReferenced]) binding.reference(handle, false);
}

function startReading(socket) {
  if (!socket[kReading]) {
    socket[kReading] = true;
    binding.readStart(socket._handle);
  }
}

function stopReading(socket) {
  if (socket[kReading]) {
    socket[kReading] = false;
    binding.readStop(socket._handle);
  }
}

function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  if (options?.objectMode) {
    throw new codes.ERR_INVALID_ARG_VALUE('options.objectMode', options.objectMode, 'is not supported');
  } else if (options?.readableObjectMode || options?.writableObjectMode) {
    throw new codes.ERR_INVALID_ARG_VALUE(
      `options.${options.readableObjectMode ? 'readableObjectMode' : 'writableObjectMode'}`,
      options.readableObjectMode || options.writableObjectMode, 'is not supported');
  }
  if (options?.keepAliveInitialDelay !== undefined) {
    validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
  }
  if (typeof options === 'number') options = { fd: options };
  else options = { ...options };
  options.allowHalfOpen = Boolean(options.allowHalfOpen);
  options.emitClose = false;
  options.autoDestroy = true;
  options.decodeStrings = false;
  const { signal } = options;
  options.signal = undefined;
  this.connecting = false;
  this._hadError = false;
  this._parent = null;
  this._host = null;
  this._handle = null;
  this._peername = null;
  this._sockname = null;
  this[kTimeout] = null;
  this[kReading] = false;
  this[kReferenced] = true;
  this[kWriteDone] = null;
  this[kShutdownDone] = null;
  this[kBytesRead] = 0;
  this[kBytesWritten] = 0;
  this[kNoDelay] = Boolean(options.noDelay);
  this[kKeepAlive] = Boolean(options.keepAlive);
  this[kKeepAliveDelay] = ~~((options.keepAliveInitialDelay ?? 0) / 1000);
  stream.Duplex.call(this, options);
  const { onread } = options;
  if (onread !== null && typeof onread === 'object' &&
      (onread.buffer instanceof Uint8Array || typeof onread.buffer === 'function') && typeof onread.callback === 'function') {
    this[kOnRead] = onread;
  }
  this.server = null;
  this._server = null;
  this.on('end', onReadableStreamEnd);
  if (options.handle) {
    attachHandle(this, options.handle);
    if (!options.pauseOnCreate && !options.manualStart) {
      this.read(0);
    }
  }
  if (signal) {
    validateAbortSignal(signal, 'options.signal');
    stream.addAbortSignal(signal, this);
  }
}
Object.setPrototypeOf(Socket.prototype, stream.Duplex.prototype);
Object.setPrototypeOf(Socket, stream.Duplex);

/** After the other side's end nothing may be written, unless the socket stays half open. */
function onReadableStreamEnd() {
  if (!this.allowHalfOpen) this.write = writeAfterFIN;
}

function writeAfterFIN(chunk, encoding, cb) {
  if (!this.writableEnded) return stream.Duplex.prototype.write.call(this, chunk, encoding, cb);
  if (typeof encoding === 'function') cb = encoding;
  const error = new Error('This socket has been ended by the other party');
  error.code = 'EPIPE';
  if (typeof cb === 'function') process.nextTick(cb, error);
  this.destroy(error);
  return false;
}

Socket.prototype._final = function(cb) {
  if (this.connecting) {
    this.once('connect', () => this._final(cb));
    return;
  }
  if (!this._handle) {
    cb();
    return;
  }
  const result = binding.shutdown(this._handle, () => cb());
  if (result === 1) this[kShutdownDone] = cb;
  else if (result < 0 && this._handle) cb(errnoException(result, 'shutdown'));
  else process.nextTick(cb);
};

Socket.prototype._read = function(n) {
  if (this.connecting || !this._handle) this.once('connect', () => this._read(n));
  else startReading(this);
};

Socket.prototype.pause = function() {
  if (this[kOnRead] && !this.connecting && this._handle && !this.destroyed) stopReading(this);
  return stream.Duplex.prototype.pause.call(this);
};

Socket.prototype.resume = function() {
  if (this[kOnRead] && !this.connecting && this._handle && !this.destroyed) startReading(this);
  return stream.Duplex.prototype.resume.call(this);
};

Socket.prototype.read = function(n) {
  if (this[kOnRead] && !this.connecting && this._handle && !this.destroyed) startReading(this);
  return Reflect.apply(stream.Duplex.prototype.read, this, [n]);
};

// ---- writing

Socket.prototype._writeGeneric = function(isVector, data, encoding, cb) {
  if (this.connecting) {
    this._pendingData = data;
    this._pendingEncoding = encoding;
    const onClose = () => cb(new codes.ERR_SOCKET_CLOSED_BEFORE_CONNECTION());
    this.once('connect', function() {
      this.off('close', onClose);
      this._writeGeneric(isVector, data, encoding, cb);
    });
    this.once('close', onClose);
    return;
  }
  this._pendingData = null;
  this._pendingEncoding = '';
  if (!this._handle) {
    cb(new codes.ERR_SOCKET_CLOSED());
    return;
  }
  const result = isVector ? writeAll(this._handle, data) : writeOne(this._handle, data, encoding);
  if (result === 0) cb();
  else if (result > 0) this[kWriteDone] = cb;
  else cb(errnoException(result, 'write'));
};

function writeOne(handle, data, encoding) {
  if (typeof data !== 'string') return binding.write(handle, data);
  if (encoding === 'utf8' || encoding === 'utf-8') return binding.writeText(handle, data, 'utf8');
  if (encoding === 'latin1' || encoding === 'binary') return binding.writeText(handle, data, 'latin1');
  return binding.write(handle, require('buffer').Buffer.from(data, encoding));
}

function writeAll(handle, chunks) {
  const { Buffer } = require('buffer');
  const list = chunks.map(({ chunk, encoding }) => (typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk));
  return binding.write(handle, Buffer.concat(list));
}

Socket.prototype._writev = function(chunks, cb) {
  this._writeGeneric(true, chunks, '', cb);
};

Socket.prototype._write = function(data, encoding, cb) {
  this._writeGeneric(false, data, encoding, cb);
};

// ---- the end

Socket.prototype._destroy = function(exception, cb) {
  this.connecting = false;
  for (let socket = this; socket !== null; socket = socket._parent) clearSocketTimeout(socket);
  const handle = this._handle;
  if (handle) {
    const hadError = Boolean(exception);
    this[kBytesRead] = binding.bytesRead(handle);
    this[kBytesWritten] = binding.bytesWritten(handle);
    addresses(this);
    const onClose = () => this.emit('close', hadError);
    if (this.resetAndClosing) {
      this.resetAndClosing = false;
      binding.reset(handle, onClose);
    } else {
      this._closeHandle(handle, onClose);
    }
    this._handle = null;
    this[kReading] = false;
    cb(exception);
  } else {
    cb(exception);
    process.nextTick(emitClose, this);
  }
  if (this._server) {
    this._server._connections--;
    this._server._emitCloseIfDrained?.();
  }
};

Socket.prototype._closeHandle = function(handle, callback) {
  binding.close(handle, callback);
};

function emitClose(socket) {
  socket.emit('close', Boolean(socket.errored));
}

Socket.prototype.end = function(data, encoding, callback) {
  stream.Duplex.prototype.end.call(this, data, encoding, callback);
  return this;
};

Socket.prototype.destroySoon = function() {
  if (this.writable) this.end();
  if (this.writableFinished) this.destroy();
  else this.once('finish', this.destroy);
};

Socket.prototype.resetAndDestroy = function() {
  if (!this._handle) {
    this.destroy(new codes.ERR_SOCKET_CLOSED());
  } else if (this.connecting) {
    this.once('connect', () => resetNow(this));
  } else {
    resetNow(this);
  }
  return this;
};

function resetNow(socket) {
  socket.resetAndClosing = true;
  socket.destroy();
}

// ---- settings

function clearSocketTimeout(socket) {
  if (socket[kTimeout]) {
    timers.clearTimeout(socket[kTimeout]);
    socket[kTimeout] = null;
  }
}

/**
 * The timer is not restarted by every byte: when it fires it looks how long nothing has moved, and sleeps on for what is left.
 */
function checkIdle(socket) {
  const idle = socket._handle ? Math.min((binding.idleTime(socket._handle) ?? Infinity) - 1, performanceNow() - socket[kTimeoutStart]) :
    performanceNow() - socket[kTimeoutStart];
  const rest = socket.timeout - idle;
  if (rest > 0) {
    socket[kTimeout] = timers.setUnrefTimeout(() => checkIdle(socket), Math.max(1, Math.ceil(rest)));
  } else {
    socket[kTimeout] = null;
    socket._onTimeout();
  }
}

function performanceNow() {
  return internalBinding('timers').now();
}

Socket.prototype.setTimeout = function(msecs, callback) {
  if (this.destroyed) return this;
  this.timeout = msecs;
  msecs = getTimerDuration(msecs, 'msecs');
  if (callback !== undefined) validateFunction(callback, 'callback');
  clearSocketTimeout(this);
  if (msecs === 0) {
    if (callback !== undefined) this.removeListener('timeout', callback);
  } else {
    this[kTimeoutStart] = performanceNow();
    this[kTimeout] = timers.setUnrefTimeout(() => checkIdle(this), msecs);
    if (callback !== undefined) this.once('timeout', callback);
  }
  return this;
};

/** Says that the socket is in use. */
Socket.prototype._unrefTimer = function() {
  for (let socket = this; socket !== null; socket = socket._parent) socket[kTimeoutStart] = performanceNow();
};

Socket.prototype._onTimeout = function() {
  this.emit('timeout');
};

Socket.prototype.setNoDelay = function(enable) {
  const on = enable === undefined ? true : Boolean(enable);
  if (on !== this[kNoDelay]) {
    this[kNoDelay] = on;
    if (this._handle) binding.setNoDelay(this._handle, on);
  }
  return this;
};

Socket.prototype.setKeepAlive = function(enable, initialDelayMsecs) {
  const on = Boolean(enable);
  const delay = ~~(initialDelayMsecs / 1000);
  if (on !== this[kKeepAlive] || (on && delay !== this[kKeepAliveDelay])) {
    this[kKeepAlive] = on;
    this[kKeepAliveDelay] = delay;
    if (this._handle) binding.setKeepAlive(this._handle, on, delay);
  }
  return this;
};

function reference(socket, on) {
  socket[kReferenced] = on;
  if (socket._handle) binding.reference(socket._handle, on);
  return socket;
}

Socket.prototype.ref = function() {
  return reference(this, true);
};

Socket.prototype.unref = function() {
  return reference(this, false);
};

// ---- what can be asked

/** Looks up both ends' addresses while they can still be had. */
function addresses(socket) {
  if (!socket._handle) return;
  if (socket[kPeer] === undefined) socket[kPeer] = binding.remoteAddress(socket._handle);
  if (socket[kLocal] === undefined) socket[kLocal] = binding.localAddress(socket._handle);
}

function part(which, index) {
  return function() {
    addresses(this);
    const known = this[which];
    return Array.isArray(known) ? known[index] : undefined;
  };
}

Socket.prototype.address = function() {
  addresses(this);
  const known = this[kLocal];
  return Array.isArray(known) ? { address: known[0], family: known[1], port: known[2] } : {};
};

const getters = {
  remoteAddress: part(kPeer, 0),
  remoteFamily: part(kPeer, 1),
  remotePort: part(kPeer, 2),
  localAddress: part(kLocal, 0),
  localFamily: part(kLocal, 1),
  localPort: part(kLocal, 2),
  _connecting() {
    return this.connecting;
  },
  pending() {
    return !this._handle || this.connecting;
  },
  readyState() {
    if (this.connecting) return 'opening';
    if (this.readable && this.writable) return 'open';
    if (this.readable && !this.writable) return 'readOnly';
    return !this.readable && this.writable ? 'writeOnly' : 'closed';
  },
  bufferSize() {
    return this._handle ? this.writableLength : undefined;
  },
  bytesRead() {
    return this._handle ? binding.bytesRead(this._handle) : this[kBytesRead];
  },
  _bytesDispatched() {
    return this._handle ? binding.bytesWritten(this._handle) + binding.pendingBytes(this._handle) : this[kBytesWritten];
  },
  bytesWritten() {
    let bytes = this._bytesDispatched;
    const { Buffer } = require('buffer');
    const state = this._writableState;
    if (!state) return undefined;
    for (const { chunk, encoding } of state.getBuffer()) {
      bytes += typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.length;
    }
    const data = this._pendingData;
    if (Array.isArray(data)) {
      for (const { chunk, encoding } of data) {
        bytes += typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.length;
      }
    } else if (data) {
      bytes += typeof data === 'string' ? Buffer.byteLength(data, this._pendingEncoding) : data.byteLength;
    }
    return bytes;
  },
};
for (const name of Object.keys(getters)) {
  Object.defineProperty(Socket.prototype, name, { configurable: true, enumerable: name !== '_bytesDispatched', get: getters[name] });
}

// ---- connecting

/** The arguments of connect and listen as [options, callback]. */
function normalizeArgs(args) {
  let options = {};
  if (args.length > 0) {
    const first = args[0];
    if (typeof first === 'object' && first !== null) {
      options = first;
    } else if (typeof first === 'string' && toNumber(first) === false) {
      options.path = first;
    } else {
      options.port = first;
      if (args.length > 1 && typeof args[1] === 'string') options.host = args[1];
    }
  }
  const last = args[args.length - 1];
  return [options, typeof last === 'function' && args.length > 0 ? last : null];
}

function toNumber(text) {
  const number = Number(text);
  return number >= 0 ? number : false;
}

Socket.prototype.connect = function(...args) {
  const [options, callback] = Array.isArray(args[0]) && args.length === 1 ? args[0] : normalizeArgs(args);
  if (callback !== null && callback !== undefined) this.once('connect', callback);
  if (this._parent?.connecting) return this;
  if (options.onread) this[kOnRead] ??= options.onread;
  if (this.write !== Socket.prototype.write && Object.hasOwn(this, 'write')) delete this.write;
  if (this.destroyed) {
    this._undestroy();
    this._handle = null;
    this._peername = null;
    this[kPeer] = this[kLocal] = undefined;
  }
  require('internal/net/connecting').start(this, options);
  return this;
};

/** What happens once the native socket is connected. */
Socket.prototype._connected = function(handle) {
  if (this.destroyed) return;
  this.connecting = false;
  if (this._handle !== handle) attachHandle(this, handle);
  if (this.readable && !this[kOnRead]) this.read(0);
  this.emit('connect');
  this.emit('ready');
  if (this[kOnRead] && this._handle && !this.isPaused()) startReading(this);
};

function connect(...args) {
  const [options, callback] = normalizeArgs(args);
  const socket = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect([options, callback]);
}

module.exports = {
  Socket,
  attachHandle,
  connect,
  normalizeArgs,
  onceDrained,
  settings,
  startReading,
  stopReading,
};
