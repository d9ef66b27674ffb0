'use strict';

// node:punycode (RFC 3492).

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const INITIAL_BIAS = 72;
const INITIAL_N = 128;
const MAX_INT = 0x7fffffff;

function fail(kind) {
  const messages = {
    overflow: 'Overflow: input needs wider integers to process',
    'not-basic': 'Illegal input >= 0x80 (not a basic code point)',
    'invalid-input': 'Invalid input',
  };
  throw new RangeError(messages[kind]);
}

function adapt(delta, count, isFirst) {
  delta = isFirst ? Math.floor(delta / DAMP) : delta >> 1;
  delta += Math.floor(delta / count);
  let k = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE) delta = Math.floor(delta / (BASE - T_MIN));
  return Math.floor(k + ((BASE - T_MIN + 1) * delta) / (delta + SKEW));
}

function threshold(k, bias) {
  return k <= bias ? T_MIN : k >= bias + T_MAX ? T_MAX : k - bias;
}

function digitValue(code) {
  if (code >= 48 && code < 58) return 26 + code - 48;
  if (code >= 65 && code < 91) return code - 65;
  if (code >= 97 && code < 123) return code - 97;
  return BASE;
}

function digitText(digit) {
  return String.fromCharCode(digit < 26 ? digit + 97 : digit + 22);
}

function decode(input) {
  const output = [];
  const basic = Math.max(input.lastIndexOf('-'), 0);
  for (let i = 0; i < basic; i++) {
    if (input.charCodeAt(i) >= 0x80) fail('not-basic');
    output.push(input.charCodeAt(i));
  }
  let n = INITIAL_N;
  let bias = INITIAL_BIAS;
  let index = 0;
  for (let position = basic > 0 ? basic + 1 : 0; position < input.length;) {
    const oldIndex = index;
    for (let weight = 1, k = BASE; ; k += BASE) {
      if (position >= input.length) fail('invalid-input');
      const digit = digitValue(input.charCodeAt(position++));
      if (digit >= BASE) fail('invalid-input');
      if (digit > Math.floor((MAX_INT - index) / weight)) fail('overflow');
      index += digit * weight;
      const t = threshold(k, bias);
      if (digit < t) break;
      if (weight > Math.floor(MAX_INT / (BASE - t))) fail('overflow');
      weight *= BASE - t;
    }
    const count = output.length + 1;
    bias = adapt(index - oldIndex, count, oldIndex === 0);
    if (Math.floor(index / count) > MAX_INT - n) fail('overflow');
    n += Math.floor(index / count);
    index %= count;
    output.splice(index++, 0, n);
  }
  return String.fromCodePoint(...output);
}

function encode(input) {
  const codes = ucs2decode(input);
  let output = codes.filter((code) => code < 0x80).map((code) => String.fromCharCode(code)).join('');
  const basic = output.length;
  let handled = basic;
  if (basic > 0) output += '-';
  let n = INITIAL_N;
  let delta = 0;
  let bias = INITIAL_BIAS;
  while (handled < codes.length) {
    const next = Math.min(...codes.filter((code) => code >= n));
    if (next - n > Math.floor((MAX_INT - delta) / (handled + 1))) fail('overflow');
    delta += (next - n) * (handled + 1);
    n = next;
    for (const code of codes) {
      if (code < n && ++delta > MAX_INT) fail('overflow');
      if (code !== n) continue;
      let rest = delta;
      for (let k = BASE; ; k += BASE) {
        const t = threshold(k, bias);
        if (rest < t) break;
        output += digitText(t + ((rest - t) % (BASE - t)));
        rest = Math.floor((rest - t) / (BASE - t));
      }
      output += digitText(rest);
      bias = adapt(delta, handled + 1, handled === basic);
      delta = 0;
      handled++;
    }
    delta++;
    n++;
  }
  return output;
}

function ucs2decode(text) {
  return Array.from(text, (character) => character.codePointAt(0));
}

/** Applies `change` to each label of a domain or of the domain of an e-mail address. */
function mapDomain(domain, change) {
  const at = domain.indexOf('@');
  const user = at === -1 ? '' : domain.slice(0, at + 1);
  const labels = domain.slice(at + 1).replace(/[\u3002\uFF0E\uFF61]/g, '.').split('.');
  return user + labels.map(change).join('.');
}

module.exports = {
  version: '2.1.0',
  ucs2: { decode: ucs2decode, encode: (codes) => String.fromCodePoint(...codes) },
  decode,
  encode,
  // eslint-disable-next-line no-control-regex
  toASCII: (domain) => mapDomain(domain, (label) => (/[^\0-\x7f]/.test(label) ? `xn--${encode(label)}` : label)),
  toUnicode: (domain) => mapDomain(domain, (label) => (label.startsWith('xn--') ? decode(label.slice(4).toLowerCase()) : label)),
};
