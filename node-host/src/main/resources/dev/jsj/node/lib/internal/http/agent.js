'use strict';

// http.Agent: sockets by the place they lead to; those that are free wait for the next request.

const net = require('net');
const EventEmitter = require('events');
const { validateNumber, validateOneOf, validateString } = require('internal/validators');

const kOnKeylog = Symbol('onkeylog');
const kRequestOptions = Symbol('requestOptions');


function freeSocketErrorListener() {
  this.destroy();
}

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  EventEmitter.call(this);
  this.defaultPort = 80;
  this.protocol = 'http:';
  this.options = { __proto__: null, ...options };
  if (this.options.noDelay === undefined) this.options.noDelay = true;
  this.options.path = null;
  this.requests = { __proto__: null };
  this.sockets = { __proto__: null };
  this.freeSockets = { __proto__: null };
  this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
  this.keepAlive = this.options.keepAlive || false;
  this.maxSockets = this.options.maxSockets || Agent.defaultMaxSockets;
  this.maxFreeSockets = this.options.maxFreeSockets || 256;
  this.scheduling = this.options.scheduling || 'lifo';
  this.maxTotalSockets = this.options.maxTotalSockets;
  this.totalSocketCount = 0;
  validateOneOf(this.scheduling, 'scheduling', ['fifo', 'lifo']);
  if (this.maxTotalSockets !== undefined) validateNumber(this.maxTotalSockets, 'maxTotalSockets', 1);
  else this.maxTotalSockets = Infinity;
  this.on('free', (socket, requestOptions) => onFree(this, socket, requestOptions));
  this.on('newListener', maybeEnableKeylog);
}
Object.setPrototypeOf(Agent.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Agent, EventEmitter);
Agent.defaultMaxSockets = Infinity;

function maybeEnableKeylog(event) {
  if (event !== 'keylog') return;
  this.removeListener('newListener', maybeEnableKeylog);
  const agent = this;
  this[kOnKeylog] = function onkeylog(keylog) {
    agent.emit('keylog', keylog, this);
  };
}

/** A socket has become free: the next request takes it, or it waits, or it goes. */
function onFree(agent, socket, options) {
  const name = agent.getName(options);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const requests = agent.requests[name];
  if (requests && requests.length > 0) {
    const req = requests.shift();
    if (requests.length === 0) delete agent.requests[name];
    setRequestSocket(agent, req, socket);
    return;
  }
  const req = socket._httpMessage;
  if (!req || !req.shouldKeepAlive || !agent.keepAlive) {
    socket.destroy();
    return;
  }
  const free = agent.freeSockets[name] || [];
  const count = free.length + (agent.sockets[name]?.length ?? 0);
  if (agent.totalSocketCount > agent.maxTotalSockets || count > agent.maxSockets || free.length >= agent.maxFreeSockets ||
      !agent.keepSocketAlive(socket)) {
    socket.destroy();
    return;
  }
  agent.freeSockets[name] = free;
  socket._httpMessage = null;
  agent.removeSocket(socket, options);
  socket.once('error', freeSocketErrorListener);
  free.push(socket);
}

Agent.prototype.createConnection = net.createConnection;

Agent.prototype.getName = function(options = {}) {
  let name = options.host || 'localhost';
  name += ':';
  if (options.port) name += options.port;
  name += ':';
  if (options.localAddress) name += options.localAddress;
  if (options.family === 4 || options.family === 6) name += `:${options.family}`;
  if (options.socketPath) name += `:${options.socketPath}`;
  return name;
};

/** The options of a connection, with the agent's own on top. */
function connectionOptions(agent, options) {
  const merged = { __proto__: null, ...options, ...agent.options };
  if (merged.socketPath) merged.path = merged.socketPath;
  normalizeServerName(merged, options.headers ? options : {});
  return merged;
}

function normalizeServerName(options, req) {
  if (options.servername || options.servername === '') return;
  options.servername = calculateServerName(options, req);
}

function calculateServerName(options, req) {
  let name = options.host;
  const header = typeof req.getHeader === 'function' ? req.getHeader('host') : undefined;
  if (header) {
    validateString(header, 'options.headers.host');
    name = header.startsWith('[') ? header.slice(1, Math.max(1, header.indexOf(']'))) : header.split(':', 1)[0];
  }
  return net.isIP(name) ? '' : name;
}

Agent.prototype.addRequest = function(req, options, port, localAddress) {
  if (typeof options === 'string') options = { __proto__: null, host: options, port, localAddress };
  options = { __proto__: null, ...options, ...this.options };
  if (options.socketPath) options.path = options.socketPath;
  normalizeServerName(options, req);
  const name = this.getName(options);
  this.sockets[name] ||= [];
  const free = this.freeSockets[name];
  let socket;
  if (free) {
    while (free.length > 0 && free[0].destroyed) free.shift();
    socket = this.scheduling === 'fifo' ? free.shift() : free.pop();
    if (free.length === 0) delete this.freeSockets[name];
  }
  const count = (free ? free.length : 0) + this.sockets[name].length;
  if (socket) {
    this.reuseSocket(socket, req);
    setRequestSocket(this, req, socket);
    this.sockets[name].push(socket);
  } else if (count < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
    this.createSocket(req, options, (error, made) => {
      if (error) req.onSocket(made, error);
      else setRequestSocket(this, req, made);
    });
  } else {
    (this.requests[name] ||= []).push(req);
    req[kRequestOptions] = options;
  }
};

Agent.prototype.createSocket = function(req, options, cb) {
  options = connectionOptions(this, options);
  normalizeServerName(options, req);
  const name = this.getName(options);
  options._agentKey = name;
  options.encoding = null;
  let called = false;
  const onCreate = (error, socket) => {
    if (called) return;
    called = true;
    if (error) {
      cb(error);
      return;
    }
    this.sockets[name] ||= [];
    this.sockets[name].push(socket);
    this.totalSocketCount++;
    installListeners(this, socket, options);
    cb(null, socket);
  };
  if (this.keepAlive && this.options.keepAlive) options.keepAlive = true;
  if (this.options.keepAliveMsecs || this.keepAlive) options.keepAliveInitialDelay = this.keepAliveMsecs;
  const socket = this.createConnection(options, onCreate);
  if (socket) onCreate(null, socket);
};

function installListeners(agent, socket, options) {
  const onFreeSocket = () => {
    agent.emit('free', socket, options);
  };
  const onClose = () => {
    agent.totalSocketCount--;
    agent.removeSocket(socket, options);
  };
  const onTimeout = () => {
    for (const list of Object.values(agent.freeSockets)) {
      if (list.includes(socket)) {
        socket.destroy();
        return;
      }
    }
  };
  const onRemove = () => {
    agent.totalSocketCount--;
    agent.removeSocket(socket, options);
    socket.removeListener('close', onClose);
    socket.removeListener('free', onFreeSocket);
    socket.removeListener('timeout', onTimeout);
    socket.removeListener('agentRemove', onRemove);
  };
  socket.on('free', onFreeSocket);
  socket.on('close', onClose);
  socket.on('timeout', onTimeout);
  socket.on('agentRemove', onRemove);
  if (agent[kOnKeylog]) socket.on('keylog', agent[kOnKeylog]);
}

Agent.prototype.removeSocket = function(socket, options) {
  const name = this.getName(options);
  const lists = socket.writable ? [this.sockets] : [this.sockets, this.freeSockets];
  for (const sockets of lists) {
    const list = sockets[name];
    const index = list ? list.indexOf(socket) : -1;
    if (index !== -1) {
      list.splice(index, 1);
      if (list.length === 0) delete sockets[name];
    }
  }
  let req;
  if (this.requests[name]?.length) {
    [req] = this.requests[name];
  } else {
    for (const key of Object.keys(this.requests)) {
      if (this.sockets[key]?.length) break;
      [req] = this.requests[key];
      options = req[kRequestOptions];
      break;
    }
  }
  if (req && options) {
    req[kRequestOptions] = undefined;
    this.createSocket(req, options, (error, made) => {
      if (error) req.onSocket(made, error);
      else made.emit('free');
    });
  }
};

Agent.prototype.keepSocketAlive = function(socket) {
  socket.setKeepAlive(true, this.keepAliveMsecs);
  socket.unref();
  let timeout = this.options.timeout || 0;
  const hint = /^timeout=(\d+)/.exec(socket._httpMessage.res?.headers['keep-alive'] ?? '')?.[1];
  if (hint) {
    const server = Number.parseInt(hint, 10) * 1000;
    if (server === 0) return false;
    if (timeout === 0 || server < timeout) timeout = server;
  }
  if (socket.timeout !== timeout) socket.setTimeout(timeout);
  return true;
};

Agent.prototype.reuseSocket = function(socket, req) {
  socket.removeListener('error', freeSocketErrorListener);
  req.reusedSocket = true;
  socket.ref();
};

Agent.prototype.destroy = function() {
  for (const set of [this.freeSockets, this.sockets]) {
    for (const key of Object.keys(set)) {
      for (const socket of [...set[key]]) socket.destroy();
    }
  }
};

function setRequestSocket(agent, req, socket) {
  req.onSocket(socket);
  const agentTimeout = agent.options.timeout || 0;
  if (req.timeout === undefined || req.timeout === agentTimeout) return;
  socket.setTimeout(req.timeout);
}

let shared;

function globalAgent() {
  return shared ??= new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });
}

function setGlobalAgent(agent) {
  shared = agent;
}

module.exports = { Agent, globalAgent, setGlobalAgent, calculateServerName };
