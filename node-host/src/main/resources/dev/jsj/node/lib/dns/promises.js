'use strict';

// node:dns/promises.

const dns = require('dns');
const { RESOLVER_METHODS } = require('internal/dns/resolver');

/** The promise form of a function whose callback gets one result, or several made into one by `combine`. */
function promised(fn, combine = (value) => value) {
  return (...args) => new Promise((resolve, reject) => {
    fn(...args, (error, ...results) => {
      if (error) reject(error);
      else resolve(combine(...results));
    });
  });
}

function lookup(hostname, options) {
  return promised(dns.lookup, (address, family) => (Array.isArray(address) ? address : { address, family }))(hostname, options ?? {});
}

/** dns.promises.Resolver. */
class Resolver {
  #resolver;

  constructor(options) {
    this.#resolver = new dns.Resolver(options);
    for (const name of RESOLVER_METHODS) {
      const method = this.#resolver[name].bind(this.#resolver);
      const direct = name === 'getServers' || name === 'setServers';
      Object.defineProperty(this, name, { configurable: true, writable: true, value: direct ? method : promised(method) });
    }
  }

  cancel() {
    this.#resolver.cancel();
  }

  setLocalAddress(...addresses) {
    this.#resolver.setLocalAddress(...addresses);
  }
}

module.exports = {
  Resolver,
  getDefaultResultOrder: dns.getDefaultResultOrder,
  lookup,
  lookupService: promised(dns.lookupService, (hostname, service) => ({ hostname, service })),
  setDefaultResultOrder: dns.setDefaultResultOrder,
};
for (const name of RESOLVER_METHODS) {
  module.exports[name] = name === 'getServers' || name === 'setServers' ? dns[name] : promised(dns[name]);
}
for (const name of Object.keys(dns)) {
  if (typeof dns[name] === 'string') module.exports[name] = dns[name];
}
