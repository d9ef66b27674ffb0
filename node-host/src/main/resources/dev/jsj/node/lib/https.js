'use strict';

// node:https: http over TLS.

const http = require('http');
const {
  closeAllConnections, closeIdleConnections, closeServer, connectionListener, initializeServer, watchConnections,
} = require('internal/http/server');
const { Agent: HttpAgent } = require('internal/http/agent');
const { Server: HttpServer } = require('internal/http/server');
const tls = require('tls');

function Server(options, requestListener) {
  if (!(this instanceof Server)) return new Server(options, requestListener);
  if (typeof options === 'function') {
    requestListener = options;
    options = {};
  } else {
    options = { ...options };
  }
  if (!options.ALPNProtocols && !options.ALPNCallback) options.ALPNProtocols = ['http/1.1'];
  initializeServer(this, options);
  tls.Server.call(this, { noDelay: true, ...options, allowHalfOpen: true });
  if (requestListener) this.on('request', requestListener);
  this.on('secureConnection', connectionListener);
  this.on('tlsClientError', (error, socket) => {
    if (!this.emit('clientError', error, socket)) socket.destroy();
  });
  this.on('listening', () => watchConnections(this));
}
Object.setPrototypeOf(Server.prototype, tls.Server.prototype);
Object.setPrototypeOf(Server, tls.Server);

Server.prototype.closeAllConnections = function() {
  closeAllConnections(this);
};

Server.prototype.closeIdleConnections = function() {
  closeIdleConnections(this);
};

Server.prototype.close = function(...args) {
  closeServer(this);
  return tls.Server.prototype.close.apply(this, args);
};

Server.prototype.setTimeout = HttpServer.prototype.setTimeout;

function createConnection(port, host, options) {
  if (port !== null && typeof port === 'object') options = port;
  else if (host !== null && typeof host === 'object') options = { ...host };
  else options = { ...options };
  if (typeof port === 'number') options.port = port;
  if (typeof host === 'string') options.host = host;
  return tls.connect(options);
}

function Agent(options) {
  if (!(this instanceof Agent)) return new Agent(options);
  HttpAgent.call(this, options);
  this.defaultPort = 443;
  this.protocol = 'https:';
  this.maxCachedSessions = this.options.maxCachedSessions ?? 100;
  this._sessionCache = { map: {}, list: [] };
}
Object.setPrototypeOf(Agent.prototype, HttpAgent.prototype);
Object.setPrototypeOf(Agent, HttpAgent);
Agent.prototype.createConnection = createConnection;

const NAME_OPTIONS = [
  'ca', 'cert', 'clientCertEngine', 'ciphers', 'key', 'pfx', 'rejectUnauthorized', 'servername', 'minVersion', 'maxVersion',
  'secureProtocol', 'crl', 'honorCipherOrder', 'ecdhCurve', 'dhparam', 'secureOptions', 'sessionIdContext', 'sigalgs',
  'privateKeyIdentifier', 'privateKeyEngine',
];

Agent.prototype.getName = function(options = {}) {
  let name = HttpAgent.prototype.getName.call(this, options);
  for (const option of NAME_OPTIONS) {
    name += ':';
    const value = options[option];
    if (option === 'rejectUnauthorized' ? value !== undefined : option === 'servername' ? value && value !== options.host : value) {
      name += value;
    }
  }
  return name;
};

const globalAgent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });

function request(...args) {
  let options = {};
  if (typeof args[0] === 'string') options = require('url').urlToHttpOptions(new URL(args.shift()));
  else if (args[0]?.href && args[0].protocol && args[0].auth === undefined) options = require('url').urlToHttpOptions(args.shift());
  if (args[0] && typeof args[0] !== 'function') Object.assign(options, args.shift());
  options._defaultAgent = module.exports.globalAgent;
  return new http.ClientRequest(options, ...args);
}

function get(input, options, cb) {
  const req = request(input, options, cb);
  req.end();
  return req;
}

module.exports = { Agent, globalAgent, Server, createServer: (options, listener) => new Server(options, listener), get, request };
