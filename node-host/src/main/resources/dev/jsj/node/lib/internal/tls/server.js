'use strict';

// tls.Server.

const net = require('net');
const { createSecureContext } = require('internal/tls/context');
const { TLSSocket } = require('internal/tls/socket');
const { codes } = require('internal/errors');
const { validateNumber, validateObject } = require('internal/validators');

const DEFAULT_HANDSHAKE_TIMEOUT = 120 * 1000;


function Server(options, listener) {
  if (!(this instanceof Server)) return new Server(options, listener);
  if (typeof options === 'function') {
    listener = options;
    options = {};
  } else if (options == null || typeof options === 'object') {
    options ??= {};
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  this._sharedOptions = options;
  this.setSecureContext(options);
  this.requestCert = options.requestCert === true;
  this.rejectUnauthorized = options.rejectUnauthorized !== false;
  this.ALPNProtocols = options.ALPNProtocols;
  this[kHandshakeTimeout] = options.handshakeTimeout || DEFAULT_HANDSHAKE_TIMEOUT;
  validateNumber(this[kHandshakeTimeout], 'options.handshakeTimeout');
  net.Server.call(this, options);
  if (listener) this.on('secureConnection', listener);
}
const kHandshakeTimeout = Symbol('handshake-timeout');
Object.setPrototypeOf(Server.prototype, net.Server.prototype);
Object.setPrototypeOf(Server, net.Server);

Server.prototype.setSecureContext = function(options) {
  validateObject(options, 'options');
  this._sharedCreds = createSecureContext(options);
};

Server.prototype._makeSocket = function(options) {
  return new TLSSocket(null, {
    ...options,
    secureContext: this._sharedCreds,
    isServer: true,
    server: this,
    requestCert: this.requestCert,
    rejectUnauthorized: this.rejectUnauthorized,
    ALPNProtocols: this.ALPNProtocols,
    handshakeTimeout: this[kHandshakeTimeout],
  });
};

Server.prototype._accepted = function(socket) {
  socket.on('error', (error) => {
    if (!socket._secureEstablished) this.emit('tlsClientError', error, socket);
  });
  this.emit('connection', socket);
};

module.exports = { Server };
