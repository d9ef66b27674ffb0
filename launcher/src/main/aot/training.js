// The training run of the AOT cache: what an ordinary program touches first, so that its classes are in the cache and
// their hot methods have profiles. Broad rather than deep; prints to make the console's formatting part of it.
'use strict';
const fs = require('fs');
const path = require('path');
const util = require('util');
const os = require('os');
const EventEmitter = require('events');
const assert = require('assert');
const stream = require('stream');
const http = require('http');
const crypto = require('crypto');
const zlib = require('zlib');
const url = require('url');

class Shape {
  #name;
  static made = 0;
  constructor(name) {
    this.#name = name;
    Shape.made++;
  }
  get name() {
    return this.#name;
  }
  area() {
    return 0;
  }
}
class Square extends Shape {
  constructor(side) {
    super('square');
    this.side = side;
  }
  area() {
    return this.side ** 2;
  }
  toString() {
    return `${this.name}:${this.area()}`;
  }
}

function* naturals(limit) {
  for (let i = 0; i < limit; i++) yield i;
}

function arithmetic() {
  let sum = 0;
  for (let i = 0; i < 20000; i++) {
    sum = (sum * 31 + i) | 0;
    if (i % 3 === 0) sum ^= i >>> 2;
  }
  let real = 0.5;
  for (let i = 1; i < 5000; i++) real += Math.sin(i) / i;
  return [sum, real.toFixed(6), 2n ** 70n, 0.1 + 0.2];
}

function collections() {
  const squares = Array.from(naturals(50), (n) => new Square(n));
  const total = squares.filter((s) => s.side % 2).map((s) => s.area()).reduce((a, b) => a + b, 0);
  const byParity = new Map();
  for (const s of squares) byParity.set(s.side % 2, [...(byParity.get(s.side % 2) ?? []), s.side]);
  const { 0: first, ...rest } = Object.fromEntries(Object.entries({ ...['a', 'b', 'c'] }));
  const sorted = ['pear', 'apple', 'fig'].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const bytes = new Uint8Array([3, 1, 2]).sort();
  return [total, byParity, first, rest, sorted, bytes, new Set('hello'), String(squares[3]), [, 1, [2, [3]]].flat(2)];
}

function text() {
  const words = 'the quick brown fox'.split(' ').map((w) => w[0].toUpperCase() + w.slice(1));
  const dates = '2024-05-06 and 2025-07-08'.replace(/(\d+)-(\d+)-(\d+)/g, '$3.$2.$1');
  const { year } = /(?<year>\d{4})/u.exec('in 1999').groups;
  const data = JSON.parse(JSON.stringify({ words, nested: { list: [1, 2.5, null, true] } }, null, 2));
  return [words.join('-'), dates, year, data, 'x'.padStart(3), `${1 + 1}`, new Date(0).toISOString()];
}

/** Patterns get hot, so that the classes that compile them are in the cache. */
function hotPatterns() {
  const tests = [
    /^(?<name>[\w.+-]+)@((?:[a-z\d-]+\.)+)[a-z]{2,}$/i,
    /"((?:[^"\\]|\\.)*)"|(GET|POST|PUT|DELETE) |(?<=\{)\s*|(\w)\w*?\4$/,
    /(?:(a+)+b|(?!x)(?:ab|ac|aa|aaa){2,40}?|.*?y)(?=\s|$)/m,
    /\b[^\x00-\x7f]+\p{L}{1,3}|[\u{1f600}-\u{1f64f}]*|\bx/u,
  ];
  const texts = ['first.last@mail.example.org', 'say "yes" {  GET / aba', 'aaab abacaa\nxy', 'caf\u00e9 x'];
  let found = 0;
  for (let i = 0; i < 12000; i++) {
    if (tests[i % 4].test(texts[i % 4])) found++;
    tests[i & 3].exec(texts[(i >> 2) % 4]);
  }
  for (let i = 0; i < 500; i++) found += texts[i % 4].replace(/[aeiou]/g, (vowel, at) => vowel + at).length;
  for (let i = 0; i < 500; i++) found += texts[i % 4].split(/[\s@]+/).length + texts[i % 4].match(/\w+/g).length;
  return found;
}

function failures() {
  try {
    null.property;
  } catch (error) {
    assert.ok(error instanceof TypeError);
    return error.stack.split('\n').length > 0 && error.message;
  }
  return '';
}

async function later() {
  await null;
  const values = await Promise.all([1, Promise.resolve(2), new Promise((resolve) => setTimeout(resolve, 1, 3))]);
  for await (const value of (async function* () { yield* values; })()) if (value > 2) return value;
  return 0;
}

function bytes() {
  const text = Buffer.from('caf\u00e9 '.repeat(20));
  const packed = zlib.gunzipSync(zlib.gzipSync(text)).equals(text);
  const digest = crypto.createHash('sha256').update(text).digest('hex').slice(0, 8);
  const address = new URL('../b?x=1&y=a%20b#c', 'https://user@example.org:8080/a/c');
  const numbers = Buffer.alloc(8);
  numbers.writeUInt32BE(7, 2);
  return [packed, digest, address.href, address.searchParams.get('y'), url.parse('http://a/b').path, numbers,
    text.toString('base64').length, Buffer.concat([numbers, text]).readUInt32BE(2), http.STATUS_CODES[404]];
}

function flow() {
  const upper = new stream.Transform({
    transform(chunk, encoding, done) {
      done(null, String(chunk).toUpperCase());
    },
  });
  stream.pipeline(stream.Readable.from(['a', 'b', 'c']), upper, (error) => console.log('piped', error === undefined));
  upper.on('data', (chunk) => console.log('chunk', String(chunk)));
  http.createServer((request, response) => response.end());
}

console.log('training', ...arithmetic());
console.log(collections());
console.log(text(), failures(), hotPatterns());
console.log(bytes());
flow();
console.log('%s is %d', 'answer', 42, { a: { b: { c: { d: 1 } } }, f() {}, s: Symbol('s') }, [new Error('shown').message]);
console.log(util.inspect(new Square(2)), util.format('%j', [1]), path.join('a', '..', 'b.js'), path.extname(__filename));
console.log(fs.existsSync(__filename), fs.readFileSync(__filename, 'utf8').length > 100, typeof os.cpus);
const emitter = new EventEmitter();
emitter.on('event', (x) => console.log('event', x));
emitter.emit('event', 1);
process.nextTick(() => console.log('tick'));
queueMicrotask(() => console.log('microtask'));
setImmediate(() => console.log('immediate'));
later().then((value) => console.log('later', value));
import('./training-module.mjs').then((module) => console.log(module.default(2), Object.keys(module)));
console.log(require('./training-types.ts').greet({ name: 'types' }));
// Last, so that nothing after it takes paths that the compiled interpreter was made without.
process.once('exit', () => require('./training-interpreter.js'));
