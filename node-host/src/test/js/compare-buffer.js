'use strict';

// Calls every Buffer method of ours and of Node with the same random arguments: node --expose-internals compare-buffer.js

const { load } = require('./load-lib.js');
const util = require('util');
const ours = load('buffer');
const theirs = require('buffer');

let seed = 7;
const random = (n) => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return (seed >>> 12) % n;
};
const pick = (list) => list[random(list.length)];
const VALUES = [undefined, null, 0, 1, 2, 3, 5, -1, 255, 256, 65535, 65536, -129, -32769, 2 ** 31, 2 ** 32, 2 ** 47, 1.5, NaN,
                Infinity, '1', 'abc', 'hé', '€𠮷', '00ff', 'aGk', true, {}, 10n, -1n, 2n ** 63n, 2n ** 64n, 'utf8', 'hex', 'latin1',
                'base64', 'ucs2', 'ascii', 'base64url', 'bogus'];
let count = 0;
let bad = 0;
const shown = new Set();

function outcome(run) {
  try {
    return util.inspect(run());
  } catch (error) {
    return `${error.name} ${error.code} ${error.message}`;
  }
}

function compare(name, a, b) {
  count++;
  if (a === b) return;
  bad++;
  const method = name.split('(')[0];
  if (!shown.has(method)) console.log(name, '\n  node', b, '\n  ours', a);
  shown.add(method);
}

const names = Object.getOwnPropertyNames(theirs.Buffer.prototype)
  .filter((name) => !['constructor', 'parent', 'offset'].includes(name) && !/(Slice|Write)$/.test(name));
compare('names', names.filter((name) => !ours.Buffer.prototype[name]).join(), '');
for (const name of names) {
  for (let i = 0; i < 150; i++) {
    const bytes = Array.from({ length: random(18) }, () => random(256));
    const args = Array.from({ length: random(4) }, () => pick(VALUES));
    const a = ours.Buffer.from(bytes);
    const b = theirs.Buffer.from(bytes);
    compare(`${name}(${util.inspect(args)}) of ${bytes}`, outcome(() => [a[name](...args), a]), outcome(() => [b[name](...args), b]));
  }
}
for (const name of ['from', 'alloc', 'concat', 'byteLength', 'isEncoding', 'compare', 'of', 'isBuffer', 'copyBytesFrom']) {
  for (let i = 0; i < 150; i++) {
    const make = (B) => [...args.map((arg) => (arg === 'BUF' ? B.from('xyz') : arg))];
    const args = Array.from({ length: random(4) }, () => pick([...VALUES, 'BUF', [1, 2, 300], new Uint16Array([1, 2]),
                                                               new ArrayBuffer(3), { length: 2 }, [new Uint8Array(2)]]));
    if (name === 'alloc' && args[0] > 1e6) continue;
    compare(`${name}(${util.inspect(args)})`, outcome(() => ours.Buffer[name](...make(ours.Buffer))),
            outcome(() => theirs.Buffer[name](...make(theirs.Buffer))));
  }
}
for (const value of ['', 'aGk=', 'a', 'aGk', ' a G k ', '*', 'é', 'hi', '\u0100']) {
  compare(`atob ${value}`, outcome(() => ours.atob(value)), outcome(() => theirs.atob(value)));
  compare(`btoa ${value}`, outcome(() => ours.btoa(value)), outcome(() => theirs.btoa(value)));
}
console.log(`${count} cases, ${bad} differ`);
process.exitCode = bad === 0 ? 0 : 1;
