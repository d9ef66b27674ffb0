'use strict';

// Hosts (URL Standard, 3): domains, IPv4 and IPv6 addresses, opaque hosts.

const binding = internalBinding('url');
const { C0_CONTROL, percentDecode, percentEncode } = require('internal/url/percent');

const FORBIDDEN_HOST = /[\0\t\n\r #/:<>?@[\\\]^|]/;
const FORBIDDEN_DOMAIN = /[\0-\x20#%/:<>?@[\\\]^|\x7f]/;
const NON_ASCII = /[^\0-\x7f]/;

/** One part of an IPv4 address: decimal, octal (0...) or hexadecimal (0x...); NaN when malformed. */
function parseIPv4Number(text) {
  if (text === '') return NaN;
  if (/^0[xX][0-9a-fA-F]*$/.test(text)) return text.length === 2 ? 0 : Number.parseInt(text.slice(2), 16);
  if (/^0[0-7]+$/.test(text)) return Number.parseInt(text, 8);
  return /^(0|[1-9][0-9]*)$/.test(text) ? Number(text) : NaN;
}

/** Whether the last label makes the host an IPv4 address, well-formed or not. */
function endsInNumber(host) {
  const labels = host.split('.');
  if (labels[labels.length - 1] === '') {
    if (labels.length === 1) return false;
    labels.pop();
  }
  const last = labels[labels.length - 1];
  return /^[0-9]+$/.test(last) || /^0[xX][0-9a-fA-F]*$/.test(last);
}

/** The serialized address, or null. */
function parseIPv4(host) {
  const parts = host.split('.');
  if (parts[parts.length - 1] === '' && parts.length > 1) parts.pop();
  if (parts.length > 4) return null;
  let address = 0;
  for (let i = 0; i < parts.length; i++) {
    const number = parseIPv4Number(parts[i]);
    if (Number.isNaN(number)) return null;
    const isLast = i === parts.length - 1;
    if (isLast ? number >= 256 ** (5 - parts.length) : number > 255) return null;
    address += isLast ? number : number * 256 ** (3 - i);
  }
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** The eight pieces of an IPv6 address, or null. */
function parseIPv6(text) {
  const pieces = [];
  let compress = -1;
  let i = 0;
  if (text[0] === ':') {
    if (text[1] !== ':') return null;
    i = 2;
    compress = 0;
  }
  while (i < text.length) {
    if (pieces.length === 8) return null;
    if (text[i] === ':') {
      if (compress !== -1) return null;
      i++;
      compress = pieces.length;
      continue;
    }
    const digits = /^[0-9a-fA-F]{0,4}/.exec(text.slice(i))[0];
    const next = text[i + digits.length];
    if (next === '.') {
      if (digits.length === 0 || pieces.length > 6) return null;
      const quad = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text.slice(i));
      if (quad === null) return null;
      const bytes = quad.slice(1);
      if (bytes.some((byte) => Number(byte) > 255 || (byte.length > 1 && byte[0] === '0'))) return null;
      pieces.push(bytes[0] * 256 + +bytes[1], bytes[2] * 256 + +bytes[3]);
      i = text.length;
      break;
    }
    i += digits.length;
    if (next === ':') {
      if (++i === text.length) return null;
    } else if (next !== undefined) {
      return null;
    }
    pieces.push(Number.parseInt(digits, 16) || 0);
  }
  if (compress !== -1) {
    if (pieces.length === 8) return null;
    pieces.splice(compress, 0, ...new Array(8 - pieces.length).fill(0));
  }
  return pieces.length === 8 ? pieces : null;
}

/** The shortest text: the first longest run of zeros becomes '::'. */
function serializeIPv6(pieces) {
  let bestStart = -1;
  let bestLength = 1;
  for (let i = 0; i < 8;) {
    let end = i;
    while (end < 8 && pieces[end] === 0) end++;
    if (end - i > bestLength) {
      bestStart = i;
      bestLength = end - i;
    }
    i = Math.max(end, i + 1);
  }
  const hex = (list) => list.map((piece) => piece.toString(16)).join(':');
  if (bestStart === -1) return hex(pieces);
  return `${hex(pieces.slice(0, bestStart))}::${hex(pieces.slice(bestStart + bestLength))}`;
}

/** The serialized host, or null when it is not one. */
function parseHost(input, isSpecial) {
  if (input[0] === '[') {
    if (input[input.length - 1] !== ']') return null;
    const pieces = parseIPv6(input.slice(1, -1));
    return pieces === null ? null : `[${serializeIPv6(pieces)}]`;
  }
  if (!isSpecial) return FORBIDDEN_HOST.test(input) ? null : percentEncode(input, C0_CONTROL);
  const domain = domainToASCII(percentDecode(input));
  if (domain === null || domain === '' || FORBIDDEN_DOMAIN.test(domain)) return null;
  return endsInNumber(domain) ? parseIPv4(domain) : domain;
}

/** Plain names need no more than lower case; the rest is done by the Unicode library. */
function domainToASCII(domain) {
  if (!NON_ASCII.test(domain)) {
    const lower = domain.toLowerCase();
    if (!lower.includes('xn--')) return lower;
  }
  return binding.domainToASCII(domain);
}

module.exports = { domainToASCII, parseHost };
