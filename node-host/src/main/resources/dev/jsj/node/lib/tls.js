'use strict';

// node:tls, on the JDK's TLS engine.

const { codes } = require('internal/errors');
const { checkServerIdentity } = require('internal/tls/certificate');
const { SecureContext, createSecureContext } = require('internal/tls/context');

const CIPHERS = [
  'aes128-gcm-sha256', 'aes128-sha', 'aes128-sha256', 'aes256-gcm-sha384', 'aes256-sha', 'aes256-sha256', 'dhe-rsa-aes128-gcm-sha256',
  'dhe-rsa-aes256-gcm-sha384', 'dhe-rsa-chacha20-poly1305', 'ecdhe-ecdsa-aes128-gcm-sha256', 'ecdhe-ecdsa-aes256-gcm-sha384',
  'ecdhe-ecdsa-chacha20-poly1305', 'ecdhe-rsa-aes128-gcm-sha256', 'ecdhe-rsa-aes256-gcm-sha384', 'ecdhe-rsa-chacha20-poly1305',
  'tls_aes_128_gcm_sha256', 'tls_aes_256_gcm_sha384', 'tls_chacha20_poly1305_sha256',
];

function convertALPNProtocols(protocols, out) {
  const { Buffer } = require('buffer');
  if (Array.isArray(protocols)) {
    out.ALPNProtocols = Buffer.concat(protocols.map((name, i) => {
      const length = Buffer.byteLength(name);
      if (length > 255) throw new codes.ERR_OUT_OF_RANGE(`The byte length of the protocol at index ${i} exceeds the maximum length.`, '<= 255', length, true);
      return Buffer.concat([Buffer.from([length]), Buffer.from(name)]);
    }));
  } else if (ArrayBuffer.isView(protocols)) {
    out.ALPNProtocols = Buffer.from(protocols.buffer, protocols.byteOffset, protocols.byteLength).subarray();
  }
}

module.exports = {
  CLIENT_RENEG_LIMIT: 3,
  CLIENT_RENEG_WINDOW: 600,
  DEFAULT_CIPHERS: 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES128-GCM-SHA256:' +
    'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES256-GCM-SHA384:DHE-RSA-AES128-GCM-SHA256:' +
    'ECDHE-RSA-AES128-SHA256:DHE-RSA-AES128-SHA256:ECDHE-RSA-AES256-SHA384:DHE-RSA-AES256-SHA384:ECDHE-RSA-AES256-SHA256:' +
    'DHE-RSA-AES256-SHA256:HIGH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!PSK:!SRP:!CAMELLIA',
  DEFAULT_ECDH_CURVE: 'auto',
  DEFAULT_MAX_VERSION: 'TLSv1.3',
  DEFAULT_MIN_VERSION: 'TLSv1.2',
  SecureContext,
  checkServerIdentity,
  convertALPNProtocols,
  createSecureContext,
  getCiphers: () => [...CIPHERS],
  connect: (...args) => require('internal/tls/socket').connect(...args),
  createServer: (options, listener) => new (require('internal/tls/server').Server)(options, listener),
};

for (const [name, file] of [['TLSSocket', 'socket'], ['Server', 'server']]) {
  Object.defineProperty(module.exports, name, {
    configurable: true,
    enumerable: true,
    get: () => (file === 'socket' ? require('internal/tls/socket') : require('internal/tls/server'))[name],
  });
}
