// Compiles modern JavaScript to ES5.
'use strict';
const bench = require('../../harness.js');
const babel = require('@babel/core');
const { hash, source } = require('../inputs.js');
const text = source('handlebars/dist/cjs/handlebars/compiler/javascript-compiler.js') + `
class A { #x = 1; static async *range(n) { for (let i = 0; i < n; i++) yield i; } get x() { return this.#x ?? 0; } }
const { a, ...rest } = { a: 1, b: [...'abc'] };
export const sum = async (...xs) => { for await (const x of A.range(3)) xs.push(x); return xs.reduce((p, q) => p + q ** 2, 0); };
`.repeat(1);

function run() {
  const { code } = babel.transformSync(text, {
    filename: 'input.js', babelrc: false, configFile: false, sourceType: 'unambiguous', compact: false,
    presets: [[require.resolve('@babel/preset-env'), { targets: { ie: '11' } }]],
  });
  return hash(code);
}

bench.run('babel', run, 2);
