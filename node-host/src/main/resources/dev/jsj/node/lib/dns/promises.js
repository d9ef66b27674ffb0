'use strict';

// node:dns/promises.

const dns = require('dns');

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

module.exports = {
  getDefaultResultOrder: dns.getDefaultResultOrder,
  lookup,
  lookupService: promised(dns.lookupService, (hostname, service) => ({ hostname, service })),
  setDefaultResultOrder: dns.setDefaultResultOrder,
};
