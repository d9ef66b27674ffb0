'use strict';

// http.Server. The parser of a connection takes its bytes straight from the native stream; a request reaches JavaScript when its head is
// complete.

const binding = internalBinding('http');
const netBinding = internalBinding('net');
const net = require('net');
const EventEmitter = require('events');
const { codes } = require('internal/errors');
const {
  DEFAULT_MAX_HEADERS, EXPECT, HAS_BODY, HAS_HOST, KEEP_ALIVE, UPGRADE, defaultMaxHeaderSize, isLenient, parseError,
} = require('internal/http/common');
const { IncomingMessage, end, fill, isUntouched, kJoin, pauseSource, setTrailers } = require('internal/http/incoming');
const { ServerResponse } = require('internal/http/response');
const timers = require('internal/timers');
const { validateBoolean, validateInteger, validateObject } = require('internal/validators');

const kConnection = Symbol('kConnection');
const kConnections = Symbol('kConnections');
const kIncomingMessage = Symbol('IncomingMessage');
const kServerResponse = Symbol('ServerResponse');
const kChecking = Symbol('http.server.connectionsCheckingInterval');

const CONTINUE = /(?:^|\W)100-continue(?:$|\W)/i;

const plainResponse = (status) => `HTTP/1.1 ${status}\r\nConnection: close\r\n\r\n`;

function storeOptions(server, options) {
  const { IncomingMessage: Incoming, ServerResponse: Response } = options;
  server[kIncomingMessage] = Incoming || IncomingMessage;
  server[kServerResponse] = Response || ServerResponse;
  const integer = (name, fallback) => {
    const value = options[name];
    if (value === undefined) return fallback;
    validateInteger(value, name, 0);
    return value;
  };
  const boolean = (name, fallback) => {
    const value = options[name];
    if (value === undefined) return fallback;
    validateBoolean(value, `options.${name}`);
    return value;
  };
  server.maxHeaderSize = integer('maxHeaderSize', undefined);
  server.insecureHTTPParser = boolean('insecureHTTPParser', undefined);
  server.requestTimeout = integer('requestTimeout', 300000);
  server.headersTimeout = integer('headersTimeout', server.requestTimeout > 0 ? Math.min(60000, server.requestTimeout) : 60000);
  if (server.requestTimeout > 0 && server.headersTimeout > 0 && server.headersTimeout > server.requestTimeout) {
    throw new codes.ERR_OUT_OF_RANGE('headersTimeout', '<= requestTimeout', options.headersTimeout);
  }
  server.keepAliveTimeout = integer('keepAliveTimeout', 5000);
  server.connectionsCheckingInterval = integer('connectionsCheckingInterval', 30000);
  server.requireHostHeader = boolean('requireHostHeader', true);
  server.joinDuplicateHeaders = boolean('joinDuplicateHeaders', undefined);
  server.rejectNonStandardBodyWrites = boolean('rejectNonStandardBodyWrites', false);
}

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = {};
  } else if (options == null) {
    options = {};
  } else {
    validateObject(options, 'options');
  }
  initializeServer(this, options);
  net.Server.call(this, {
    allowHalfOpen: true,
    noDelay: options.noDelay ?? true,
    keepAlive: options.keepAlive,
    keepAliveInitialDelay: options.keepAliveInitialDelay,
    highWaterMark: options.highWaterMark,
  });
  if (requestListener) this.on('request', requestListener);
  this.on('connection', connectionListener);
  this.on('listening', () => watchConnections(this));
}
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

/** What servers of http and https have in common. */
function initializeServer(server, options) {
  storeOptions(server, options);
  server.httpAllowHalfOpen = false;
  server.timeout = 0;
  server.maxHeadersCount = null;
  server.maxRequestsPerSocket = 0;
  server[kConnections] = new Set();
}

/** The connection is shown to listeners; reading begins once the parser is there. */
Server.prototype._accepted = function(socket) {
  if (this.pauseOnConnect) socket.pause();
  this.emit('connection', socket);
};

Server.prototype.close = function(...args) {
  closeServer(this);
  return net.Server.prototype.close.apply(this, args);
};

function closeServer(server) {
  closeIdleConnections(server);
  if (server[kChecking]) {
    timers.clearInterval(server[kChecking]);
    server[kChecking] = undefined;
  }
}

Server.prototype.closeAllConnections = function() {
  closeAllConnections(this);
};

Server.prototype.closeIdleConnections = function() {
  closeIdleConnections(this);
};

function closeAllConnections(server) {
  for (const connection of server[kConnections]) connection.socket.destroy();
}

function closeIdleConnections(server) {
  for (const { socket, parser } of server[kConnections]) {
    if (!socket._httpMessage && !binding.isInMessage(parser)) socket.destroy();
  }
}

Server.prototype.setTimeout = function(msecs, callback) {
  this.timeout = msecs;
  if (callback) this.on('timeout', callback);
  return this;
};

Server.prototype[EventEmitter.captureRejectionSymbol] = function(error, event, ...args) {
  if (event !== 'request') {
    net.Server.prototype[EventEmitter.captureRejectionSymbol].call(this, error, event, ...args);
    return;
  }
  const [, res] = args;
  if (!res.headersSent && !res.writableEnded) {
    for (const name of res.getHeaderNames()) res.removeHeader(name);
    res.statusCode = 500;
    res.end('Internal Server Error');
  } else {
    res.destroy();
  }
};

/** Looks at intervals for requests that take too long. */
function watchConnections(server) {
  if (server[kChecking] || server.connectionsCheckingInterval <= 0) return;
  server[kChecking] = timers.setInterval(() => {
    for (const { socket, parser } of server[kConnections]) {
      if (binding.isLate(parser, server.headersTimeout, server.requestTimeout)) {
        socketOnError.call(socket, new codes.ERR_HTTP_REQUEST_TIMEOUT());
      }
    }
  }, server.connectionsCheckingInterval);
  server[kChecking].unref();
}

// ---- connections

/** One client's connection: whose turn it is, and what waits. */
class Connection {
  constructor(server, socket) {
    this.server = server;
    this.socket = socket;
    this.incoming = null; // the request whose body is being read
    this.requests = []; // requests without a complete answer
    this.waiting = []; // responses behind the one that has the socket
    this.waitingBytes = 0;
    this.requestsCount = 0;
    this.timer = null;
    this.paused = false;
    this.armedInMessage = false;
    this.suspendedTimeout = false; // while the keep-alive timer counts
    this.upgrade = null;
    this.onPendingData = (delta) => this.addWaitingBytes(delta);
    this.parser = binding.createParser(
      true, server.maxHeaderSize || defaultMaxHeaderSize(), server.maxHeadersCount ?? DEFAULT_MAX_HEADERS, this,
      this.onHead, this.onBody, this.onComplete, this.onError, this.onUpgrade, isLenient(server.insecureHTTPParser));
  }

  addWaitingBytes(delta) {
    this.waitingBytes += delta;
    if (this.paused && this.waitingBytes < this.socket.writableHighWaterMark) resumeReading(this);
  }

  // ---- what the parser calls

  onHead(head, method, url, flags, version) {
    const { server, socket } = this;
    const req = new server[kIncomingMessage](socket);
    fill(req, head, version);
    req.url = url;
    req.method = method;
    if (server.joinDuplicateHeaders) req[kJoin] = true;
    if (this.suspendedTimeout) {
      this.suspendedTimeout = false;
      socket.setTimeout(server.timeout);
    }
    if ((flags & UPGRADE) !== 0) {
      req.upgrade = method === 'CONNECT' || server.listenerCount('upgrade') > 0;
      if (req.upgrade) {
        this.upgrade = req;
        return 2;
      }
    } else {
      req.upgrade = false;
    }
    if ((flags & HAS_BODY) === 0) {
      end(req);
      if (this.requests.length > 0) req.complete = true;
    } else {
      this.incoming = req;
    }
    this.requests.push(req);
    const res = new server[kServerResponse](req, server);
    res._keepAliveTimeout = server.keepAliveTimeout;
    res._maxRequestsPerSocket = server.maxRequestsPerSocket;
    res._onPendingData = this.onPendingData;
    res.shouldKeepAlive = (flags & KEEP_ALIVE) !== 0;
    res._connection = this;
    if (socket._httpMessage) {
      this.waiting.push(res);
      if (this.waitingBytes >= socket.writableHighWaterMark) pauseReading(this);
    } else {
      res.assignSocket(socket);
    }
    dispatch(this, req, res, flags);
    if ((flags & HAS_BODY) === 0) req.complete = true;
    return 0;
  }

  onBody(chunk) {
    const req = this.incoming;
    if (req !== null && !req._dumped && !req.push(chunk)) pauseSource(this.socket);
  }

  onComplete(trailers) {
    const req = this.incoming;
    if (req === null) return;
    this.incoming = null;
    if (trailers !== undefined) setTrailers(req, trailers);
    req.complete = true;
    end(req);
    if (this.socket._httpMessage || this.waiting.length > 0) return;
    armKeepAlive(this);
  }

  onError(code, reason, packet) {
    prepareError(this, parseError(code, reason, packet));
  }

  onUpgrade(bodyHead) {
    const { server, socket, upgrade: req } = this;
    const event = req.method === 'CONNECT' ? 'connect' : 'upgrade';
    release(this);
    if (server.listenerCount(event) > 0) {
      socket.readableFlowing = null;
      server.emit(event, req, socket, bodyHead);
    } else {
      socket.destroy();
    }
  }
}

function pauseReading(connection) {
  connection.paused = true;
  if (connection.socket._handle) require('internal/net/socket').stopReading(connection.socket);
  else connection.socket.pause();
}

function resumeReading(connection) {
  connection.paused = false;
  if (connection.socket._handle) require('internal/net/socket').startReading(connection.socket);
  else connection.socket.resume();
}

/** Gives a request to the program, or answers it where HTTP says how. */
function dispatch(connection, req, res, flags) {
  const { server, socket } = connection;
  if (req.httpVersionMajor === 1 && req.httpVersionMinor === 1) {
    if (server.requireHostHeader && (flags & HAS_HOST) === 0) {
      res.writeHead(400, ['Connection', 'close']);
      res.end();
      return;
    }
    const limit = server.maxRequestsPerSocket;
    if (limit > 0) {
      connection.requestsCount++;
      res.maxRequestsOnConnectionReached = limit <= connection.requestsCount;
      if (limit < connection.requestsCount) {
        server.emit('dropRequest', req, socket);
        res.writeHead(503);
        res.end();
        return;
      }
    }
    if ((flags & EXPECT) !== 0) {
      expectation(server, req, res);
      return;
    }
  }
  server.emit('request', req, res);
}

function expectation(server, req, res) {
  if (CONTINUE.test(req.headers.expect)) {
    res._expect_continue = true;
    if (server.listenerCount('checkContinue') > 0) {
      server.emit('checkContinue', req, res);
    } else {
      res.writeContinue();
      server.emit('request', req, res);
    }
  } else if (server.listenerCount('checkExpectation') > 0) {
    server.emit('checkExpectation', req, res);
  } else {
    res.writeHead(417);
    res.end();
  }
}

/** What follows a finished response: the next one gets the connection, or the connection idles or ends. */
ServerResponse.prototype._onFinished = function() {
  const connection = this._connection;
  if (connection === undefined) return;
  const { socket, requests, waiting } = connection;
  const { req } = this;
  const index = requests.indexOf(req);
  if (index === 0) requests.shift();
  else if (index > 0) requests.splice(index, 1);
  if (!isUntouched(req) || req._eventsCount > 0 || connection.incoming === req) {
    if (!req._consumed || isUntouched(req)) req._dump();
  }
  this.detachSocket(socket);
  process.nextTick(emitResponseClose, this);
  if (this._last) {
    if (typeof socket.destroySoon === 'function') socket.destroySoon();
    else socket.end();
  } else if (waiting.length > 0) {
    waiting.shift().assignSocket(socket);
  } else {
    armKeepAlive(connection);
  }
};

function emitResponseClose(res) {
  if (res._closed) return;
  res.destroyed = true;
  res._closed = true;
  res.emit('close');
}

/** The timer looks how long nothing has moved, so that a request does not have to restart it. */
function armKeepAlive(connection) {
  const { keepAliveTimeout } = connection.server;
  if (connection.timer === null && keepAliveTimeout > 0 && connection.socket._handle) {
    connection.armedInMessage = binding.isInMessage(connection.parser);
    connection.timer = timers.setUnrefTimeout(() => checkKeepAlive(connection), keepAliveTimeout);
  }
  if (connection.server.timeout && keepAliveTimeout > 0) {
    connection.suspendedTimeout = true;
    connection.socket.setTimeout(0);
  }
}

function checkKeepAlive(connection) {
  const { socket, parser, server } = connection;
  connection.timer = null;
  if (socket.destroyed || !socket._handle || socket._httpMessage) return;
  const idle = netBinding.idleTime(socket._handle) ?? server.keepAliveTimeout;
  const rest = server.keepAliveTimeout - idle;
  // Once a message goes on, its own time limits count; one that nobody sends the rest of holds no connection.
  if (binding.isInMessage(parser) && (rest > 0 || !connection.armedInMessage)) return;
  if (rest > 0) connection.timer = timers.setUnrefTimeout(() => checkKeepAlive(connection), Math.max(1, rest));
  else socketOnTimeout.call(socket);
}

function connectionListener(socket) {
  const server = this;
  const connection = new Connection(server, socket);
  socket[kConnection] = connection;
  socket.parser = connection.parser;
  socket._httpMessage = null;
  if (socket.server === null) socket.server = server;
  if (server.timeout && typeof socket.setTimeout === 'function') socket.setTimeout(server.timeout);
  server[kConnections].add(connection);
  socket.on('timeout', socketOnTimeout);
  socket.on('error', socketOnError);
  socket.on('close', socketOnClose);
  socket.on('end', socketOnEnd);
  socket.on('drain', socketOnDrain);
  if (socket._handle && socket instanceof net.Socket && socket.readableLength === 0 && socket.readableFlowing === null &&
      binding.consume(connection.parser, socket._handle)) {
    connection.consumed = true;
    socket.read(0);
    socket.on = socketOnWrap;
    socket.addListener = socketOnWrap;
  } else {
    socket.on('data', socketOnData);
  }
}

/** A program that wants the raw bytes gets them, instead of the parser. */
function socketOnWrap(event, listener) {
  const connection = this[kConnection];
  if (connection?.consumed && (event === 'data' || event === 'readable')) {
    binding.unconsume(connection.parser);
    connection.consumed = false;
    delete this.on;
    delete this.addListener;
    net.Socket.prototype.on.call(this, 'data', socketOnData);
  }
  return net.Socket.prototype.on.call(this, event, listener);
}

function socketOnData(chunk) {
  const connection = this[kConnection];
  if (connection) binding.execute(connection.parser, chunk);
}

/** Takes HTTP's hands off a socket. */
function release(connection) {
  const { server, socket, parser } = connection;
  server[kConnections].delete(connection);
  if (connection.timer) timers.clearTimeout(connection.timer);
  connection.timer = null;
  binding.free(parser);
  delete socket.on;
  delete socket.addListener;
  socket.removeListener('timeout', socketOnTimeout);
  socket.removeListener('error', socketOnError);
  socket.removeListener('close', socketOnClose);
  socket.removeListener('end', socketOnEnd);
  socket.removeListener('drain', socketOnDrain);
  socket.removeListener('data', socketOnData);
  socket[kConnection] = undefined;
  socket.parser = null;
}

function socketOnTimeout() {
  const connection = this[kConnection];
  const req = connection?.incoming;
  const res = this._httpMessage;
  const byRequest = req && !req.complete && req.emit('timeout', this);
  const byResponse = res && res.emit('timeout', this);
  const byServer = connection?.server.emit('timeout', this);
  if (!byRequest && !byResponse && !byServer) this.destroy();
}

function connectionReset(message) {
  const error = new Error(message);
  error.code = 'ECONNRESET';
  return error;
}

function socketOnClose() {
  const connection = this[kConnection];
  const res = this._httpMessage;
  if (res) process.nextTick(emitResponseClose, res); // after the other listeners of the socket
  if (!connection) return;
  abortRequests(connection);
  release(connection);
}

/** The requests that never got their answer have ended too. */
function abortRequests(connection) {
  for (const req of connection.requests.splice(0)) {
    if (isUntouched(req) && !(req._eventsCount > 0) && connection.incoming !== req) {
      req.aborted = true;
      continue;
    }
    req.destroy(connectionReset('aborted'));
  }
}

function socketOnEnd() {
  const connection = this[kConnection];
  if (!connection) return;
  binding.finish(connection.parser);
  if (!this[kConnection] || this.destroyed) return;
  if (!connection.server.httpAllowHalfOpen) {
    if (this.writable) this.end();
  } else if (connection.waiting.length > 0) {
    connection.waiting[connection.waiting.length - 1]._last = true;
  } else if (this._httpMessage) {
    this._httpMessage._last = true;
  } else if (this.writable) {
    this.end();
  }
}

function socketOnDrain() {
  const connection = this[kConnection];
  if (connection?.paused && connection.waitingBytes < this.writableHighWaterMark) resumeReading(connection);
  const message = this._httpMessage;
  if (message && !message.finished && message.writableNeedDrain) message._emitDrain();
}

function noop() {}

/** An error of the connection: the program's handler, or a short answer and the end. */
function prepareError(connection, error) {
  socketOnError.call(connection.socket, error);
}

function socketOnError(error) {
  this.removeListener('error', socketOnError);
  if (this.listenerCount('error') === 0) this.on('error', noop);
  const server = this[kConnection]?.server ?? this.server;
  if (server?.emit('clientError', error, this)) return;
  if (this.writable && (!this._httpMessage || !this._httpMessage._headerSent)) {
    this.write(plainResponse(statusFor(error.code)), 'latin1');
  }
  this.destroy(error);
}

function statusFor(code) {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW': return '431 Request Header Fields Too Large';
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW': return '413 Payload Too Large';
    case 'ERR_HTTP_REQUEST_TIMEOUT': return '408 Request Timeout';
    default: return '400 Bad Request';
  }
}

module.exports = {
  Server,
  closeAllConnections,
  closeIdleConnections,
  closeServer,
  connectionListener,
  initializeServer,
  watchConnections,
};
