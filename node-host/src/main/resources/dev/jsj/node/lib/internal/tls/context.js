'use strict';

// tls.createSecureContext: keys, certificates and authorities for one side of TLS.

const binding = internalBinding('tls');
const { codes } = require('internal/errors');
const { validateObject, validateString } = require('internal/validators');

const VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

function checkVersion(version, name) {
  if (!VERSIONS.includes(version)) throw new codes.ERR_TLS_INVALID_PROTOCOL_VERSION(version, name);
  return version;
}

/** PEM given as text, bytes, or a list of either (an entry may be {pem, passphrase}). */
function texts(value, name) {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((one) => one !== undefined && one !== null && one !== false).map((one) => {
    const pem = one.pem ?? one;
    if (typeof pem !== 'string' && !ArrayBuffer.isView(pem)) {
      throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Buffer', 'TypedArray', 'DataView'], pem);
    }
    return { text: typeof pem === 'string' ? pem : require('buffer').Buffer.from(pem).toString('latin1'), passphrase: one.passphrase };
  });
}

/** Throws what a native failure means. */
function check(failure) {
  if (typeof failure !== 'string') return;
  const error = new Error(failure.includes('start line') ? 'error:0909006C:PEM routines:get_name:no start line' : failure);
  error.library = 'PEM routines';
  error.reason = failure.includes('start line') ? 'no start line' : failure;
  error.code = failure.includes('start line') ? 'ERR_OSSL_PEM_NO_START_LINE' : 'ERR_OSSL_UNSUPPORTED';
  throw error;
}

class SecureContext {
  constructor(options) {
    const minVersion = checkVersion(options.minVersion ?? require('tls').DEFAULT_MIN_VERSION, 'minimum');
    const maxVersion = checkVersion(options.maxVersion ?? require('tls').DEFAULT_MAX_VERSION, 'maximum');
    this.context = binding.createContext(minVersion, maxVersion);
    const keys = texts(options.key, 'options.key');
    const certificates = texts(options.cert, 'options.cert');
    if (options.passphrase != null) validateString(options.passphrase, 'options.passphrase');
    keys.forEach(({ text, passphrase }, i) => {
      const certificate = certificates[i] ?? certificates[0];
      if (certificate) check(binding.addKey(this.context, text, certificate.text, passphrase ?? options.passphrase ?? ''));
    });
    const authorities = texts(options.ca, 'options.ca');
    const extra = process.env.NODE_EXTRA_CA_CERTS;
    if (authorities.length > 0 && extra) authorities.push({ text: require('fs').readFileSync(extra, 'latin1') });
    for (const { text } of authorities) check(binding.addAuthorities(this.context, text));
    if (options.pfx) {
      for (const pfx of Array.isArray(options.pfx) ? options.pfx : [options.pfx]) {
        const store = pfx.buf ?? pfx;
        check(binding.addStore(this.context, typeof store === 'string' ? require('buffer').Buffer.from(store, 'latin1') : store,
                               pfx.passphrase ?? options.passphrase ?? ''));
      }
    }
  }
}

function createSecureContext(options = {}) {
  validateObject(options, 'options');
  return new SecureContext(options);
}

module.exports = { SecureContext, createSecureContext };
