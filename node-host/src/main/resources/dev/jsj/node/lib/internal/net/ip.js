'use strict';

// Which texts are IP addresses.

const binding = internalBinding('net');

/** 4, 6, or 0 for anything else. */
function isIP(text) {
  return binding.addressFamily(`${text}`);
}

function isIPv4(text) {
  return binding.addressFamily(`${text}`) === 4;
}

function isIPv6(text) {
  return binding.addressFamily(`${text}`) === 6;
}

module.exports = { isIP, isIPv4, isIPv6 };
