'use strict';

// tls.TLSSocket: a net.Socket whose native stream encrypts.

const binding = internalBinding('tls');
const net = require('net');
const { codes } = require('internal/errors');
const { describeChain } = require('internal/tls/certificate');
const { createSecureContext } = require('internal/tls/context');
const { attachHandle } = require('internal/net/socket');
const { validateObject } = require('internal/validators');

const VERIFY_TEXTS = {
  __proto__: null,
  CERT_HAS_EXPIRED: 'certificate has expired',
  CERT_NOT_YET_VALID: 'certificate is not yet valid',
  CERT_SIGNATURE_FAILURE: 'certificate signature failure',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'self-signed certificate in certificate chain',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unable to get local issuer certificate',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unable to verify the first certificate',
};

function verifyError(code) {
  const error = new Error(VERIFY_TEXTS[code] ?? code);
  error.code = code;
  return error;
}

/** A failure of TLS itself, which the JDK describes in words of its own. */
function tlsError(text) {
  const alert = /\(?(handshake_failure|protocol_version|bad_certificate|certificate_required|no_application_protocol|unknown_ca)\)?/.exec(text)?.[1];
  const reason = /not an SSL\/TLS|(?:Unsupported or )?unrecognized SSL/i.test(text) ? 'wrong version number' :
    alert === 'protocol_version' ? 'tlsv1 alert protocol version' : alert === 'handshake_failure' ? 'sslv3 alert handshake failure' :
      alert === 'no_application_protocol' ? 'tlsv1 alert no application protocol' : text;
  const error = new Error(`error:0A00010B:SSL routines::${reason}`);
  error.library = 'SSL routines';
  error.reason = reason;
  error.code = `ERR_SSL_${reason.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`;
  return error;
}

function connectionReset(message) {
  const error = new Error(message);
  error.code = 'ECONNRESET';
  return error;
}

/** ALPN protocols as a list of names: given so, or in wire form. */
function protocolList(protocols) {
  if (!protocols) return [];
  if (Array.isArray(protocols)) return protocols.map(String);
  const bytes = new Uint8Array(protocols.buffer, protocols.byteOffset, protocols.byteLength);
  const list = [];
  for (let i = 0; i < bytes.length; i += bytes[i] + 1) {
    list.push(String.fromCharCode(...bytes.subarray(i + 1, i + 1 + bytes[i])));
  }
  return list;
}

const kContext = Symbol('kContext');
const kEndSeen = Symbol('kEndSeen');

class TLSSocket extends net.Socket {
  constructor(socket, options = {}) {
    validateObject(options, 'options');
    const over = socket instanceof net.Socket ? socket : null;
    super({
      allowHalfOpen: over ? over.allowHalfOpen : options.allowHalfOpen,
      highWaterMark: options.highWaterMark,
      signal: options.signal,
      manualStart: true,
    });
    if (socket && !over) throw new codes.ERR_INVALID_ARG_TYPE('socket', 'net.Socket', socket);
    this._tlsOptions = options;
    this._secureEstablished = false;
    this._securePending = false;
    this._controlReleased = false;
    this.secureConnecting = true;
    this.ssl = null;
    this.servername = null;
    this.alpnProtocol = null;
    this.authorized = false;
    this.authorizationError = null;
    this.encrypted = true;
    this[kContext] = options.secureContext ?? createSecureContext(options);
    if (over) {
      this._parent = over;
      this.server = options.server ?? null;
      if (over.connecting) over.once('connect', () => this._secure(over._handle));
      else if (over._handle) this._secure(over._handle);
      over.on('error', (error) => this.destroy(error));
      over.once('close', () => this.destroy());
    } else if (options.handle) {
      this._secure(options.handle);
    }
  }

  /** Puts TLS over a connected native stream. */
  _secure(handle) {
    const options = this._tlsOptions;
    const isServer = Boolean(options.isServer);
    const name = isServer ? '' : options.servername ?? '';
    const ask = isServer && options.requestCert ? 1 : 0;
    const secured = binding.wrap(handle, this[kContext].context, isServer, name, protocolList(options.ALPNProtocols), ask,
                                 () => this._onSecure(), (text) => this._onTlsError(tlsError(text)));
    if (typeof secured === 'string') {
      process.nextTick(() => this.destroy(tlsError(secured)));
      return;
    }
    this.ssl = {};
    attachHandle(this, secured);
    if (options.handshakeTimeout > 0 && isServer) {
      this.setTimeout(options.handshakeTimeout, () => this._onTlsError(new codes.ERR_TLS_HANDSHAKE_TIMEOUT()));
    }
    binding.start(secured);
    if (!this.destroyed && this._handle) this.read(0);
  }

  _connected(handle) {
    if (this.destroyed) return;
    this.connecting = false;
    this._secure(handle);
    this.emit('connect');
    this.emit('ready');
  }

  _onTlsError(error) {
    if (this.destroyed) return;
    if (this._tlsOptions.isServer && !this._secureEstablished) {
      this._tlsOptions.server?.emit('tlsClientError', error, this);
      this.destroy();
    } else {
      this.destroy(error);
    }
  }

  _onSecure() {
    if (this.destroyed) return;
    const options = this._tlsOptions;
    this._secureEstablished = true;
    this.secureConnecting = false;
    const handle = this._handle;
    const protocol = binding.alpnProtocol(handle);
    this.alpnProtocol = protocol === '' || protocol === 'null' ? false : protocol;
    this.servername = options.isServer ? binding.serverName(handle) : options.servername || false;
    if (options.isServer) this._finishServer(options);
    else this._finishClient(options);
  }

  _finishServer(options) {
    if (options.handshakeTimeout > 0) this.setTimeout(0);
    if (options.requestCert) {
      const problem = binding.problem(this._handle, this[kContext].context, false);
      if (problem === null) {
        this.authorized = true;
      } else {
        this.authorizationError = problem ?? 'UNABLE_TO_GET_ISSUER_CERT';
        if (options.rejectUnauthorized !== false) {
          this.destroy();
          return;
        }
      }
    }
    this.emit('secure');
    options.server?.emit('secureConnection', this);
  }

  _finishClient(options) {
    const problem = binding.problem(this._handle, this[kContext].context, true);
    let error = problem ? verifyError(problem) : null;
    if (!error) {
      const host = options.servername || options.host || 'localhost';
      const check = options.checkServerIdentity ?? require('tls').checkServerIdentity;
      error = check(options.hostForCheck ?? host, this.getPeerCertificate(true)) ?? null;
    }
    if (error) {
      this.authorized = false;
      this.authorizationError = error.code || error.message;
      const reject = options.rejectUnauthorized ?? process.env.NODE_TLS_REJECT_UNAUTHORIZED !== '0';
      if (reject !== false) {
        this.destroy(error);
        return;
      }
    } else {
      this.authorized = true;
    }
    this.emit('secure');
    this.emit('secureConnect');
  }

  getProtocol() {
    return this._handle ? binding.protocol(this._handle) : null;
  }

  getCipher() {
    if (!this._handle) return undefined;
    const standardName = binding.cipher(this._handle);
    const name = standardName.includes('_WITH_') ?
      standardName.replace(/^TLS_/, '').replace('_WITH_', '_').replace(/AES_(\d+)/, 'AES$1').replaceAll('_', '-') : standardName;
    return { name, standardName, version: this.getProtocol() === 'TLSv1.3' ? 'TLSv1.3' : 'TLSv1/SSLv3' };
  }

  getPeerCertificate(detailed) {
    return this._handle ? describeChain(binding.peerCertificates(this._handle), detailed) : null;
  }

  getCertificate() {
    return describeChain(binding.ownCertificates(this[kContext].context), false);
  }

  getSession() {
    return undefined;
  }

  getTLSTicket() {
    return undefined;
  }

  getEphemeralKeyInfo() {
    return this._handle ? {} : null;
  }

  getFinished() {
    return undefined;
  }

  getPeerFinished() {
    return undefined;
  }

  isSessionReused() {
    return false;
  }

  setMaxSendFragment() {
    return true;
  }

  setServername(name) {
    this._tlsOptions.servername = name;
  }

  disableRenegotiation() {}

  enableTrace() {}

  _destroy(error, callback) {
    if (!error && !this._tlsOptions?.isServer && this._handle && !this._secureEstablished && !this.connecting && this[kEndSeen]) {
      error = connectionReset('Client network socket disconnected before secure TLS connection was established');
    }
    super._destroy(error, callback);
  }

  push(chunk, encoding) {
    if (chunk === null && !this._secureEstablished && !this._tlsOptions.isServer && !this.destroyed) {
      this[kEndSeen] = true;
      this.destroy(connectionReset('Client network socket disconnected before secure TLS connection was established'));
      return false;
    }
    return super.push(chunk, encoding);
  }
}

/** tls.connect([port][, host][, options][, callback]). */
function connect(...args) {
  const [first, callback] = net._normalizeArgs(args);
  const given = typeof args[0] === 'object' ? args[0] : args[1] !== null && typeof args[1] === 'object' ? args[1] :
    args[2] !== null && typeof args[2] === 'object' ? args[2] : {};
  const options = { ...first, ...given };
  const host = options.host || options.socket?._host || 'localhost';
  const serverName = options.servername ?? (net.isIP(host) ? '' : host);
  const socket = new TLSSocket(options.socket, {
    ...options,
    isServer: false,
    servername: net.isIP(serverName) ? '' : serverName,
    hostForCheck: options.servername || host,
  });
  if (callback) socket.once('secureConnect', callback);
  if (!options.socket) {
    if (options.timeout) socket.setTimeout(options.timeout);
    net.Socket.prototype.connect.call(socket, [options, null]);
  }
  return socket;
}

module.exports = { TLSSocket, connect };
