'use strict';

// Our `buffer` binding, made of Node's Buffer.

const B = Buffer.prototype;
const on = (name) => (buffer, ...args) => B[name].call(buffer, ...args);

function find(buffer, value, offset, step, forward) {
  const view = Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  return view[forward ? 'indexOf' : 'lastIndexOf'](value, offset, step === 2 ? 'utf16le' : undefined);
}

module.exports = {
  kMaxLength: require('buffer').kMaxLength,
  kStringMaxLength: require('buffer').kStringMaxLength,
  byteLengthUtf8: (text) => Buffer.byteLength(text),
  compare: (a, b) => Buffer.compare(a, b),
  fillBytes: (buffer, value, start, end) => { B.fill.call(buffer, value, start, end); },
  indexOfNumber: (buffer, value, offset, forward) => find(buffer, value, offset, 1, forward),
  indexOfBuffer: find,
  isUtf8: require('buffer').isUtf8,
};
for (const name of ['utf8', 'latin1', 'ascii', 'ucs2', 'hex', 'base64', 'base64url']) {
  module.exports[`${name}Slice`] = on(`${name}Slice`);
  module.exports[`${name}Write`] = on(`${name}Write`);
}
