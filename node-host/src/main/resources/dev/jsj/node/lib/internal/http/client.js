'use strict';

// http.ClientRequest.

const binding = internalBinding('http');
const net = require('net');
const { addAbortSignal, finished } = require('stream');
const { codes } = require('internal/errors');
const {
  DEFAULT_MAX_HEADERS, KEEP_ALIVE, UPGRADE, checkIsHttpToken, defaultMaxHeaderSize, isLenient, parseError,
} = require('internal/http/common');
const { IncomingMessage, end, fill, kJoin, pauseSource, setTrailers } = require('internal/http/incoming');
const { OutgoingMessage, kHeadDone } = require('internal/http/outgoing');
const { getTimerDuration } = require('internal/timers');
const { validateBoolean, validateInteger } = require('internal/validators');

const INVALID_PATH = /[^\u0021-\u00ff]/;

function validateHost(host, name) {
  if (host !== null && host !== undefined && typeof host !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE(`options.${name}`, ['string', 'undefined', 'null'], host);
  }
  return host;
}

function isUrl(value) {
  return Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

/** The options of a request, from whatever the program gave. */
function optionsOf(input, options) {
  let fromUrl = null;
  if (typeof input === 'string') fromUrl = require('internal/url/url').urlToHttpOptions(new URL(input));
  else if (isUrl(input)) fromUrl = require('internal/url/url').urlToHttpOptions(input);
  else options = input;
  return { ...fromUrl, ...options };
}

function ClientRequest(input, options, cb) {
  if (typeof input !== 'string' && !isUrl(input)) {
    cb = options;
    options = input;
    input = null;
  }
  if (typeof options === 'function') {
    cb = options;
    options = {};
  }
  options = input === null ? { ...options } : optionsOf(input, options);
  OutgoingMessage.call(this, options);

  let { agent } = options;
  const defaultAgent = options._defaultAgent || require('internal/http/agent').globalAgent();
  if (agent === false) {
    agent = new defaultAgent.constructor();
  } else if (agent === null || agent === undefined) {
    if (typeof options.createConnection !== 'function') agent = defaultAgent;
  } else if (typeof agent.addRequest !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('options.agent', ['Agent-like Object', 'undefined', 'false'], agent);
  }
  this.agent = agent;

  const protocol = options.protocol || defaultAgent.protocol;
  const expectedProtocol = this.agent?.protocol ?? defaultAgent.protocol;
  if (options.path && INVALID_PATH.test(`${options.path}`)) throw new codes.ERR_UNESCAPED_CHARACTERS('Request path');
  if (protocol !== expectedProtocol) throw new codes.ERR_INVALID_PROTOCOL(protocol, expectedProtocol);

  const defaultPort = options.defaultPort || this.agent?.defaultPort;
  options.port = options.port || defaultPort || 80;
  const { port } = options;
  const host = options.host = validateHost(options.hostname, 'hostname') || validateHost(options.host, 'host') || 'localhost';
  const setHost = options.setHost !== undefined ? Boolean(options.setHost) : options.setDefaultHeaders !== false;

  this._removedConnection = options.setDefaultHeaders === false;
  this._removedContLen = options.setDefaultHeaders === false;
  this._removedTE = options.setDefaultHeaders === false;
  this.socketPath = options.socketPath;
  if (options.timeout !== undefined) this.timeout = getTimerDuration(options.timeout, 'timeout');
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, 'maxHeaderSize', 0);
  this.maxHeaderSize = options.maxHeaderSize;
  if (options.insecureHTTPParser !== undefined) validateBoolean(options.insecureHTTPParser, 'options.insecureHTTPParser');
  this.insecureHTTPParser = options.insecureHTTPParser;
  if (options.joinDuplicateHeaders !== undefined) validateBoolean(options.joinDuplicateHeaders, 'options.joinDuplicateHeaders');
  this.joinDuplicateHeaders = options.joinDuplicateHeaders;

  let { method } = options;
  if (method !== null && method !== undefined && typeof method !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE('options.method', 'string', method);
  }
  if (method) {
    if (!checkIsHttpToken(method)) throw new codes.ERR_INVALID_HTTP_TOKEN('Method', method);
    method = this.method = method.toUpperCase();
  } else {
    method = this.method = 'GET';
  }
  this.path = options.path || '/';
  this.maxHeadersCount = null;
  this.aborted = false;
  this.res = null;
  this.parser = null;
  this.reusedSocket = false;
  this.upgradeOrConnect = false;
  this.timeoutCb = null;
  this._ended = false;
  this.host = host;
  this.protocol = protocol;
  if (cb) this.once('response', cb);
  this.useChunkedEncodingByDefault = !['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'].includes(method);

  // A connection that the agent will not use again is closed after the answer.
  const isReused = Boolean(this.agent) && (this.agent.keepAlive || Number.isFinite(this.agent.maxSockets));
  this._last = !isReused;
  this.shouldKeepAlive = isReused;
  setInitialHeaders(this, options, host, port, defaultPort, setHost);
  if (options.signal) { // destroys the request, and with it the socket it may have by then
    addAbortSignal(options.signal, this);
    delete options.signal;
  }
  if (options.uniqueHeaders) this.uniqueHeaders = options.uniqueHeaders;
  connectRequest(this, options, port);
}
Object.setPrototypeOf(ClientRequest.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ClientRequest, OutgoingMessage);

function setInitialHeaders(req, options, host, port, defaultPort, setHost) {
  const { headers } = options;
  const isArray = Array.isArray(headers);
  if (!isArray) {
    if (headers) {
      for (const name of Object.keys(headers)) req.setHeader(name, headers[name]);
    }
    if (host && !req.getHeader('host') && setHost) {
      let text = host;
      const colon = text.indexOf(':');
      if (colon !== -1 && text.includes(':', colon + 1) && !text.startsWith('[')) text = `[${text}]`;
      if (port && +port !== defaultPort) text += `:${port}`;
      req.setHeader('Host', text);
    }
    if (options.auth && !req.getHeader('Authorization')) {
      req.setHeader('Authorization', `Basic ${require('buffer').Buffer.from(options.auth).toString('base64')}`);
    }
    if (req.getHeader('expect')) req._storeHeader(requestLine(req));
  } else {
    req._storeHeader(requestLine(req), headers);
  }
}

function requestLine(req) {
  return `${req.method} ${req.path} HTTP/1.1`;
}

ClientRequest.prototype._implicitHeader = function() {
  if (this[kHeadDone]) throw new codes.ERR_HTTP_HEADERS_SENT('render');
  this._storeHeader(requestLine(this));
};

/** Asks the agent, or the program's own function, for a socket. */
function connectRequest(req, options, port) {
  if (req.agent) {
    req.agent.addRequest(req, { ...options, host: options.host, port, localAddress: options.localAddress });
    return;
  }
  req._last = true;
  req.shouldKeepAlive = false;
  const connection = { ...options };
  if (options.socketPath) connection.path = options.socketPath;
  else delete connection.path;
  if (typeof options.createConnection === 'function') {
    let called = false;
    const onCreate = (error, socket) => {
      if (called) return;
      called = true;
      if (error) process.nextTick(() => emitError(req, error));
      else req.onSocket(socket);
    };
    try {
      const socket = options.createConnection(connection, onCreate);
      if (socket) onCreate(null, socket);
    } catch (error) {
      onCreate(error);
    }
  } else {
    req.onSocket(net.createConnection(connection));
  }
}

function emitError(req, error) {
  req.emit('error', error);
}

// ---- giving up

ClientRequest.prototype.abort = function() {
  if (this.aborted) return;
  this.aborted = true;
  process.nextTick(() => this.emit('abort'));
  this.destroy();
};

ClientRequest.prototype.destroy = function(error) {
  if (this.destroyed) return this;
  this.destroyed = true;
  if (this.res) this.res._dump();
  this._error = error;
  this.socket?.emit('_requestDestroyed');
  if (this.socket) destroySocket(this);
  return this;
};

function destroySocket(req) {
  const { socket, _error: error } = req;
  if (req.agent && socket._httpMessage !== req && !error) return;
  if (error) {
    req._errorPending = error;
  }
  socket.destroy(error);
}

function connectionReset(message) {
  const error = new Error(message);
  error.code = 'ECONNRESET';
  return error;
}

// ---- the socket

ClientRequest.prototype.onSocket = function(socket, error) {
  process.nextTick(onSocketNow, this, socket, error);
};

function onSocketNow(req, socket, error) {
  if (!req.destroyed && !error) {
    useSocket(req, socket);
    req._flush();
    return;
  }
  req.destroyed = true;
  if (socket) {
    if (error || !req.agent || socket.destroyed) {
      finished(socket.destroy(error || req._error), (problem) => {
        giveUp(req, (problem?.code === 'ERR_STREAM_PREMATURE_CLOSE' ? null : problem) || error);
      });
      return;
    }
    socket.emit('free');
  }
  giveUp(req, error || req._error);
}

/** The end of a request that never had its socket. */
function giveUp(req, error) {
  if (!req.aborted && !error) error = connectionReset('socket hang up');
  if (error && !req._emittedError) {
    req._emittedError = true;
    req.emit('error', error);
  }
  closeRequest(req);
}

/** One request's use of a socket, until the answer is complete. */
class Exchange {
  constructor(req, socket) {
    this.req = req;
    this.socket = socket;
    this.parser = binding.createParser(
      false, req.maxHeaderSize || defaultMaxHeaderSize(), req.maxHeadersCount ?? DEFAULT_MAX_HEADERS, this,
      this.onHead, this.onBody, this.onComplete, this.onError, this.onUpgrade, isLenient(req.insecureHTTPParser));
    this.incoming = null;
    this.keepAlive = false;
    this.finishing = false;
    this.onResponseTimeout = null;
    this.listeners = [];
  }

  onHead(head, status, statusMessage, flags, version) {
    const { req, socket } = this;
    const res = new IncomingMessage(socket);
    fill(res, head, version);
    res.statusCode = status;
    res.statusMessage = statusMessage;
    res.upgrade = (flags & UPGRADE) !== 0;
    if (req.joinDuplicateHeaders) res[kJoin] = true;
    if (req.res && req._finalResponse) {
      socket.destroy();
      return 0;
    }
    if (res.upgrade || req.method === 'CONNECT' && status >= 200 && status < 300) {
      res.upgrade = true;
      req.res = res;
      req.upgradeOrConnect = true;
      this.upgrade = res;
      return 2;
    }
    if (req.method === 'CONNECT') res.upgrade = false;
    if (status >= 100 && status < 200) {
      req.res = null;
      if (status === 100) {
        req.emit('continue');
      }
      const { httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders, statusCode } = res;
      req.emit('information', { statusCode, statusMessage, httpVersion, httpVersionMajor, httpVersionMinor, headers, rawHeaders });
      return 1;
    }
    req.res = res;
    req._finalResponse = true;
    this.incoming = res;
    res.req = req;
    if (req.shouldKeepAlive && (flags & KEEP_ALIVE) === 0 && !req.upgradeOrConnect && req.method !== 'HEAD') {
      req.shouldKeepAlive = false;
    } else if (req.method === 'HEAD' && (flags & KEEP_ALIVE) === 0 && /close/i.test(res.headers.connection ?? '')) {
      req.shouldKeepAlive = false;
    }
    this.onResponseTimeout = () => res.emit('timeout');
    socket.on('timeout', this.onResponseTimeout);
    res.on('end', () => responseOnEnd(this));
    socket.on('drain', noop);
    if (req.aborted || !req.emit('response', res)) res._dump();
    return req.method === 'HEAD' ? 1 : 0;
  }

  onBody(chunk) {
    const res = this.incoming;
    if (res !== null && !res._dumped && !res.push(chunk)) pauseSource(this.socket);
  }

  onComplete(trailers) {
    const res = this.incoming;
    if (res === null) return;
    this.incoming = null;
    this.done = true;
    if (trailers !== undefined) setTrailers(res, trailers);
    res.complete = true;
    end(res);
    void res._readableState; // the end must be seen, whoever reads
  }

  onError(code, reason, packet) {
    if (this.finishing) return; // how the connection ended tells more
    const { req, socket } = this;
    const error = parseError(code, reason, packet);
    this.release();
    req._emittedError = true;
    socket._hadError = true;
    req.emit('error', error);
    socket.destroy();
  }

  onUpgrade(head) {
    const { req, socket, upgrade: res } = this;
    this.release();
    this.stopTimeouts();
    socket._httpMessage = null;
    socket.readableFlowing = null;
    const event = req.method === 'CONNECT' ? 'connect' : 'upgrade';
    if (req.listenerCount(event) > 0) {
      req.upgradeOrConnect = true;
      socket.emit('agentRemove');
      req.emit(event, res, socket, head);
      req.destroyed = true;
      req._closed = true;
      req.emit('close');
    } else {
      socket.destroy();
      req.destroy?.();
      closeRequest(req);
    }
  }

  /** Nothing more will come: a body that lasts until the end of the connection is complete. */
  finish() {
    if (this.finishing) return;
    this.finishing = true;
    binding.finish(this.parser);
  }

  stopTimeouts() {
    const { req, socket } = this;
    if (req.timeoutCb) socket.removeListener('timeout', req.timeoutCb);
    if (this.onResponseTimeout) socket.removeListener('timeout', this.onResponseTimeout);
  }

  /** Takes HTTP's hands off the socket. */
  release() {
    const { socket } = this;
    binding.free(this.parser);
    for (const [event, listener] of this.listeners) socket.removeListener(event, listener);
    this.listeners = [];
    this.req.parser = null;
    socket.parser = null;
  }
}

function noop() {}

function useSocket(req, socket) {
  req.socket = socket;
  const exchange = new Exchange(req, socket);
  req.parser = exchange.parser;
  socket.parser = exchange.parser;
  socket._httpMessage = req;
  exchange.listeners = [
    ['error', (error) => socketError(exchange, error)],
    ['end', () => socketEnd(exchange)],
    ['close', () => socketClose(exchange)],
    ['drain', () => socketDrain(exchange)],
  ];
  for (const [event, listener] of exchange.listeners) socket.on(event, listener);
  const parseData = () => {
    const onData = (chunk) => binding.execute(exchange.parser, chunk);
    exchange.listeners.push(['data', onData]);
    socket.on('data', onData);
  };
  const consume = () => {
    if (socket.destroyed || !socket._handle || socket.parser !== exchange.parser) return;
    if (binding.consume(exchange.parser, socket._handle)) socket.read(0);
    else parseData();
  };
  if (socket instanceof net.Socket && socket.readableLength === 0) {
    if (socket.connecting) {
      socket.prependOnceListener('connect', consume);
      exchange.listeners.push(['connect', consume]);
    } else {
      consume();
    }
  } else {
    parseData();
  }
  if (req.timeout !== undefined || req.agent?.options?.timeout) listenForTimeout(req);
  req.emit('socket', socket);
}

function socketDrain({ req }) {
  if (!req.finished && req.writableNeedDrain) req._emitDrain();
}

function socketError(exchange, error) {
  const { req, socket } = exchange;
  exchange.release();
  req._emittedError = true;
  socket._hadError = true;
  req.emit('error', error);
  socket.destroy();
}

function socketEnd(exchange) {
  const { req, socket } = exchange;
  if (!req.res && !req._emittedError) {
    req._emittedError = true;
    socket._hadError = true;
    req.emit('error', connectionReset('socket hang up'));
  }
  exchange.finish();
  socket.end();
}

function socketClose(exchange) {
  const { req } = exchange;
  const { res } = req;
  exchange.finish();
  exchange.release();
  req.destroyed = true;
  if (res) {
    if (!res.complete) res.destroy(connectionReset('aborted'));
    closeRequest(req);
    if (!res.aborted && res.readable) res.push(null);
  } else {
    if (!req._emittedError) {
      req._emittedError = true;
      exchange.socket._hadError = true;
      req.emit('error', connectionReset('socket hang up'));
    }
    closeRequest(req);
  }
  if (req.outputData.length > 0) req.outputData = [];
}

function closeRequest(req) {
  if (req._closed) return;
  req._closed = true;
  req.emit('close');
}

/** The answer has been read: the socket is free once the request is sent as well. */
function responseOnEnd(exchange) {
  const { req, socket } = exchange;
  if (req.socket !== socket) return;
  req._ended = true;
  exchange.stopTimeouts();
  if (!req.shouldKeepAlive) {
    if (socket.writable) {
      if (typeof socket.destroySoon === 'function') socket.destroySoon();
      else socket.end();
    }
  } else if (req.writableFinished && !req.aborted) {
    keepSocket(exchange);
  } else {
    req.once('finish', () => keepSocket(exchange));
  }
}

function keepSocket(exchange) {
  const { req, socket } = exchange;
  if (exchange.kept) return;
  exchange.kept = true;
  if (req.timeoutCb) {
    socket.setTimeout(0, req.timeoutCb);
    req.timeoutCb = null;
  }
  exchange.release();
  req.destroyed = true;
  process.nextTick(() => {
    socket.removeListener('drain', noop);
    closeRequest(req);
    socket.emit('free');
  });
}

// ---- timeouts

function emitRequestTimeout() {
  this._httpMessage?.emit('timeout');
}

function listenForTimeout(req) {
  if (req.timeoutCb) return;
  req.timeoutCb = emitRequestTimeout;
  if (req.socket) req.socket.once('timeout', emitRequestTimeout);
  else req.on('socket', (socket) => socket.once('timeout', emitRequestTimeout));
}

function setSocketTimeout(socket, msecs) {
  if (socket.connecting) socket.once('connect', () => socket.setTimeout(msecs));
  else socket.setTimeout(msecs);
}

ClientRequest.prototype.setTimeout = function(msecs, callback) {
  if (this._ended) return this;
  listenForTimeout(this);
  msecs = getTimerDuration(msecs, 'msecs');
  if (callback) this.once('timeout', callback);
  if (this.socket) setSocketTimeout(this.socket, msecs);
  else this.once('socket', (socket) => setSocketTimeout(socket, msecs));
  return this;
};

function onceConnected(req, callback) {
  const act = (socket) => {
    if (socket.connecting) socket.once('connect', () => callback(socket));
    else callback(socket);
  };
  if (req.socket) act(req.socket);
  else req.once('socket', act);
}

ClientRequest.prototype.setNoDelay = function(noDelay) {
  onceConnected(this, (socket) => socket.setNoDelay(noDelay));
};

ClientRequest.prototype.setSocketKeepAlive = function(enable, initialDelay) {
  onceConnected(this, (socket) => socket.setKeepAlive(enable, initialDelay));
};

ClientRequest.prototype.clearTimeout = function(cb) {
  this.setTimeout(0, cb);
};


module.exports = { ClientRequest };
