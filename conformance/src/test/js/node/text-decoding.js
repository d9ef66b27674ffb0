'use strict';

// Characters cut in pieces, malformed sequences, query strings.

const { StringDecoder } = require('string_decoder');
const qs = require('querystring');
const path = require('path');
const util = require('util');

for (const hex of ['EDA0B5EDB08D', 'F0B841', 'E2829F41', 'CCCCB8', 'E0A0', 'ED', 'f08080', 'f4908080', 'c0af', 'f8808080']) {
  const decoder = new StringDecoder('utf8');
  const steps = [];
  for (const byte of Buffer.from(hex, 'hex')) steps.push(decoder.write(Buffer.of(byte)), decoder.lastNeed, decoder.lastTotal);
  console.log(hex, JSON.stringify(steps), JSON.stringify(decoder.end()), Buffer.from(hex, 'hex').toString());
}
for (const encoding of ['utf16le', 'base64', 'hex', 'latin1']) {
  const decoder = new StringDecoder(encoding);
  let text = '';
  for (const byte of Buffer.from('3DD84DDC61003DD84D', 'hex')) text += `${decoder.write(Buffer.of(byte))}|`;
  console.log(encoding, text + decoder.end());
}

for (const value of [5, {}, [5, 10], { toString: 5, valueOf: () => 'test' }, '\ud801test', '\ud801\udc00', '\ud801']) {
  try {
    console.log(qs.escape(value));
  } catch (error) {
    console.log(error.code, error.message);
  }
}
console.log(qs.parse('a=1&&b=2&c=3', null, null, { maxKeys: 2 }), qs.parse('&a', null, null, { maxKeys: 1 }));
console.log(qs.parse('ab', []), qs.parse('ab&c=d', null, []), qs.unescapeBuffer('a+b%', true).toString());
console.log(path.win32.toNamespacedPath('\\\\?\\foo'), path.win32.toNamespacedPath('\\\\foo\\bar'));
for (const args of [[function A() {}, {}], [function A() {}, null], [null, function A() {}]]) {
  try {
    util.inherits(...args);
  } catch (error) {
    console.log(error.message);
  }
}
