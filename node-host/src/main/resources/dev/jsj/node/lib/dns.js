'use strict';

// node:dns. `lookup` asks the system; the others ask name servers.

const binding = internalBinding('dns');
const { codes } = require('internal/errors');
const { isIP } = require('internal/net/ip');
const {
  validateBoolean, validateFunction, validateNumber, validateOneOf, validatePort, validateString,
} = require('internal/validators');

const ADDRCONFIG = 1024;
const V4MAPPED = 8;
const ALL = 16;

let defaultResultOrder = 'verbatim';

function dnsException(code, syscall, hostname) {
  let errno;
  if (typeof code === 'number') {
    errno = code;
    code = code === -3008 || code === -3007 ? 'ENOTFOUND' : require('internal/uv').errorName(code);
  }
  const error = new Error(`${syscall} ${code}${hostname ? ` ${hostname}` : ''}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  if (hostname) error.hostname = hostname;
  return error;
}

function familyOf(family) {
  if (family === 'IPv4') return 4;
  if (family === 'IPv6') return 6;
  validateOneOf(family, 'options.family', [0, 4, 6]);
  return family;
}

/** The checked options of a look-up: family, all, order. */
function lookupOptions(hostname, options) {
  if (hostname) validateString(hostname, 'hostname');
  let family = 0;
  let all = false;
  let order = defaultResultOrder;
  if (typeof options === 'number') {
    validateOneOf(options, 'family', [0, 4, 6]);
    family = options;
  } else if (options !== undefined && typeof options !== 'object') {
    validateFunction(arguments.length === 2 ? options : undefined, 'callback');
    throw new codes.ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  } else if (options) {
    if (options.hints != null) {
      validateNumber(options.hints, 'options.hints');
      const hints = options.hints >>> 0;
      if ((hints & ~(ADDRCONFIG | V4MAPPED | ALL)) !== 0) throw new codes.ERR_INVALID_ARG_VALUE('hints', hints);
    }
    if (options.family != null) family = familyOf(options.family);
    if (options.all != null) {
      validateBoolean(options.all, 'options.all');
      all = options.all;
    }
    if (options.verbatim != null) {
      validateBoolean(options.verbatim, 'options.verbatim');
      order = options.verbatim ? 'verbatim' : 'ipv4first';
    }
    if (options.order != null) {
      validateOneOf(options.order, 'options.order', ['verbatim', 'ipv4first', 'ipv6first']);
      order = options.order;
    }
  }
  return { family, all, order };
}

function inOrder(addresses, order) {
  const list = addresses.map((address) => ({ address, family: isIP(address) }));
  if (order === 'verbatim') return list;
  const first = order === 'ipv4first' ? 4 : 6;
  return [...list.filter((one) => one.family === first), ...list.filter((one) => one.family !== first)];
}

/** Calls done(error, [{address, family}...]). */
function find(hostname, { family, order }, done) {
  if (!hostname) {
    process.emitWarning(`The provided hostname "${hostname}" is not a valid hostname, and is supported in the dns module solely for ` +
      'compatibility.', 'DeprecationWarning', 'DEP0118');
    process.nextTick(done, null, []);
    return;
  }
  const known = isIP(hostname);
  if (known) {
    process.nextTick(done, null, [{ address: hostname, family: known }]);
    return;
  }
  binding.lookup(hostname, family, (found) => {
    if (typeof found === 'number') done(dnsException(found, 'getaddrinfo', hostname));
    else done(null, inOrder(found, order));
  });
}

function lookup(hostname, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  } else {
    validateFunction(callback, 'callback');
  }
  const checked = lookupOptions(hostname, options);
  find(hostname, checked, (error, found) => {
    if (error) callback(error);
    else if (checked.all) callback(null, found);
    else if (found.length === 0) callback(null, null, checked.family === 6 ? 6 : 4);
    else callback(null, found[0].address, found[0].family);
  });
  return {};
}
Object.defineProperty(lookup, Symbol.for('nodejs.util.promisify.custom'), {
  value: (hostname, options) => require('dns/promises').lookup(hostname, options),
});

function lookupService(address, port, callback) {
  if (!isIP(address)) throw new codes.ERR_INVALID_ARG_VALUE('address', address);
  validatePort(port);
  validateFunction(callback, 'callback');
  binding.reverse(address, (name) => {
    const { services } = require('internal/dns/services');
    callback(null, name ?? address, services[port] ?? String(port));
  });
  return {};
}

function setDefaultResultOrder(order) {
  validateOneOf(order, 'dnsOrder', ['verbatim', 'ipv4first', 'ipv6first']);
  defaultResultOrder = order;
}

const { RESOLVER_METHODS, Resolver } = require('internal/dns/resolver');

let defaultResolver;

/** The resolver behind the module's own functions. */
function shared() {
  return defaultResolver ??= new Resolver();
}

const CODES = [
  'NODATA', 'FORMERR', 'SERVFAIL', 'NOTFOUND', 'NOTIMP', 'REFUSED', 'BADQUERY', 'BADNAME', 'BADFAMILY', 'BADRESP', 'CONNREFUSED',
  'TIMEOUT', 'EOF', 'FILE', 'NOMEM', 'DESTRUCTION', 'BADSTR', 'BADFLAGS', 'NONAME', 'BADHINTS', 'NOTINITIALIZED', 'LOADIPHLPAPI',
  'ADDRGETNETWORKPARAMS', 'CANCELLED',
];

module.exports = {
  ADDRCONFIG,
  ALL,
  V4MAPPED,
  getDefaultResultOrder: () => defaultResultOrder,
  Resolver,
  lookup,
  lookupService,
  setDefaultResultOrder,
};
for (const name of RESOLVER_METHODS) module.exports[name] = (...args) => shared()[name](...args);
for (const name of CODES) module.exports[name] = `E${name}`;
Object.defineProperty(module.exports, 'promises', {
  configurable: true, enumerable: true, get: () => require('dns/promises'),
});
