'use strict';

// net.Server.

const binding = internalBinding('net');
const EventEmitter = require('events');
const { codes, errnoException, uvExceptionWithHostPort } = require('internal/errors');
const { Socket, normalizeArgs } = require('internal/net/socket');
const { isIP } = require('internal/net/ip');
const {
  validateAbortSignal, validateNumber, validatePort,
} = require('internal/validators');

const DEFAULT_BACKLOG = 511;
const EAFNOSUPPORT = -97;

function Server(options, connectionListener) {
  if (!(this instanceof Server)) return new Server(options, connectionListener);
  EventEmitter.call(this);
  if (typeof options === 'function') {
    connectionListener = options;
    options = {};
  } else if (options == null || typeof options === 'object') {
    options = { ...options };
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  if (typeof connectionListener === 'function') this.on('connection', connectionListener);
  if (options.keepAliveInitialDelay !== undefined) {
    validateNumber(options.keepAliveInitialDelay, 'options.keepAliveInitialDelay');
    if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
  }
  if (options.highWaterMark !== undefined) validateNumber(options.highWaterMark, 'options.highWaterMark');
  this._connections = 0;
  this._handle = null;
  this._usingWorkers = false;
  this._workers = [];
  this._unref = false;
  this._listeningId = 1;
  this.allowHalfOpen = options.allowHalfOpen || false;
  this.pauseOnConnect = Boolean(options.pauseOnConnect);
  this.noDelay = Boolean(options.noDelay);
  this.keepAlive = Boolean(options.keepAlive);
  this.keepAliveInitialDelay = ~~(options.keepAliveInitialDelay ?? 0);
  this.highWaterMark = options.highWaterMark;
  this._pipeName = null;
}
Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter);

Server.prototype.listen = function(...args) {
  const [options, callback] = normalizeArgs(args);
  if (this._handle || this._lookingUp) throw new codes.ERR_SERVER_ALREADY_LISTEN();
  if (callback !== null) this.once('listening', callback);
  const backlog = backlogOf(args, options);
  if (options instanceof Server || options._handle || typeof options.fd === 'number') {
    throw new codes.ERR_INVALID_ARG_VALUE('options', options, 'is a handle, which cannot be shared');
  }
  abortOn(options.signal, this);
  if (args.length === 0 || typeof args[0] === 'function' ||
      (options.port === undefined && 'port' in options) || options.port === null) {
    options.port = 0;
  }
  if (typeof options.port === 'number' || typeof options.port === 'string') {
    validatePort(options.port, 'options.port');
    if (options.host) lookUpAndListen(this, options.port | 0, options.host, backlog, options.exclusive, options.ipv6Only);
    else listenTcp(this, null, options.port | 0, backlog, options.ipv6Only);
    return this;
  }
  if (options.path && isPipeName(options.path)) {
    listenPipe(this, options, backlog);
    return this;
  }
  if (!(('port' in options) || ('path' in options))) {
    throw new codes.ERR_INVALID_ARG_VALUE('options', options, 'must have the property "port" or "path"');
  }
  throw new codes.ERR_INVALID_ARG_VALUE('options', options);
};

function backlogOf(args, options) {
  if (typeof args[0] === 'object' && args[0] !== null) return options.backlog || DEFAULT_BACKLOG;
  return Number(args[1]) || Number(args[2]) || DEFAULT_BACKLOG;
}

function isPipeName(path) {
  return typeof path === 'string' && !(Number(path) >= 0);
}

function abortOn(signal, server) {
  if (signal === undefined) return;
  validateAbortSignal(signal, 'options.signal');
  const onAborted = () => server.close();
  if (signal.aborted) {
    process.nextTick(onAborted);
  } else {
    signal.addEventListener('abort', onAborted, { once: true });
    server.once('close', () => signal.removeEventListener('abort', onAborted));
  }
}

function lookUpAndListen(server, port, host, backlog, exclusive, ipv6Only) {
  if (isIP(host)) {
    listenTcp(server, host, port, backlog, ipv6Only);
    return;
  }
  server._lookingUp = true;
  require('dns').lookup(host, (error, address) => {
    server._lookingUp = false;
    if (error) server.emit('error', error);
    else listenTcp(server, address, port, backlog, ipv6Only);
  });
}

function listenTcp(server, address, port, backlog, ipv6Only) {
  const onConnection = (handle) => accept(server, handle);
  let handle = binding.listenTcp(address ?? '::', port, backlog, Boolean(ipv6Only), onConnection);
  if (address === null && handle === EAFNOSUPPORT) {
    handle = binding.listenTcp('0.0.0.0', port, backlog, false, onConnection);
  }
  const shown = address ?? '::';
  server._connectionKey = `${shown.includes(':') ? 6 : 4}:${shown}:${port}`;
  listening(server, handle, shown, port);
}

function listenPipe(server, options, backlog) {
  server._pipeName = options.path;
  listening(server, binding.listenPipe(options.path, backlog, (handle) => accept(server, handle)), options.path, -1);
}

function listening(server, handle, address, port) {
  if (typeof handle === 'number') {
    const error = uvExceptionWithHostPort(handle, 'listen', address, port);
    process.nextTick(() => server.emit('error', error));
    return;
  }
  server._handle = handle;
  if (server._unref) server.unref();
  process.nextTick(() => {
    if (server._handle) server.emit('listening');
  });
}

function dropped(handle) {
  const data = { localAddress: undefined, localPort: undefined, localFamily: undefined };
  const local = binding.localAddress(handle);
  const remote = binding.remoteAddress(handle);
  if (Array.isArray(local)) [data.localAddress, data.localFamily, data.localPort] = local;
  if (Array.isArray(remote)) [data.remoteAddress, data.remoteFamily, data.remotePort] = remote;
  return data;
}

/** A new connection, or why there is none. */
function accept(server, handle) {
  if (typeof handle === 'number') {
    server.emit('error', errnoException(handle, 'accept'));
    return;
  }
  if (server.maxConnections && server._connections >= server.maxConnections) {
    const data = dropped(handle);
    binding.close(handle);
    server.emit('drop', data);
    return;
  }
  const socket = server._makeSocket({
    handle,
    allowHalfOpen: server.allowHalfOpen,
    pauseOnCreate: server.pauseOnConnect,
    manualStart: true,
    readable: true,
    writable: true,
    readableHighWaterMark: server.highWaterMark,
    writableHighWaterMark: server.highWaterMark,
    noDelay: server.noDelay,
    keepAlive: server.keepAlive,
    keepAliveInitialDelay: server.keepAliveInitialDelay,
  });
  server._connections++;
  socket.server = server;
  socket._server = server;
  server._accepted(socket);
}

/** The stream for a new connection. */
Server.prototype._makeSocket = function(options) {
  return new Socket(options);
};

/** Shows a new socket to the program. */
Server.prototype._accepted = function(socket) {
  if (!this.pauseOnConnect) socket.read(0);
  else socket.pause();
  this.emit('connection', socket);
};

Server.prototype.address = function() {
  if (!this._handle) return null;
  const address = binding.localAddress(this._handle);
  if (!Array.isArray(address)) return this._pipeName ?? null;
  return { address: address[0], family: address[1], port: address[2] };
};

Object.defineProperty(Server.prototype, 'listening', {
  configurable: true,
  enumerable: true,
  get() {
    return Boolean(this._handle);
  },
});

Server.prototype.getConnections = function(callback) {
  process.nextTick(callback, null, this._connections);
  return this;
};

Server.prototype.close = function(callback) {
  if (typeof callback === 'function') {
    if (!this._handle) this.once('close', () => callback(new codes.ERR_SERVER_NOT_RUNNING()));
    else this.once('close', callback);
  }
  if (this._handle) {
    this._closing = true;
    binding.closeListener(this._handle, () => {
      this._closing = false;
      this._emitCloseIfDrained();
    });
    this._handle = null;
  } else {
    this._emitCloseIfDrained();
  }
  return this;
};

Server.prototype._emitCloseIfDrained = function() {
  if (this._handle || this._connections > 0 || this._closing) return;
  process.nextTick(() => {
    if (!this._handle && this._connections === 0) this.emit('close');
  });
};

Server.prototype[Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')] = async function() {
  if (!this._handle) return;
  await new Promise((resolve, reject) => this.close((error) => (error ? reject(error) : resolve())));
};

Server.prototype[EventEmitter.captureRejectionSymbol] = function(error, event, socket) {
  if (event === 'connection') socket.destroy(error);
  else this.emit('error', error);
};

Server.prototype.ref = function() {
  this._unref = false;
  if (this._handle) binding.reference(this._handle, true);
  return this;
};

Server.prototype.unref = function() {
  this._unref = true;
  if (this._handle) binding.reference(this._handle, false);
  return this;
};

module.exports = { Server };
