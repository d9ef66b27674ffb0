// Formats JavaScript.
'use strict';
const bench = require('../../harness.js');
const prettier = require('prettier/standalone');
const babel = require('prettier/plugins/babel');
const estree = require('prettier/plugins/estree');
const { hash, source } = require('../inputs.js');
const text = source('handlebars/dist/cjs/handlebars/compiler/javascript-compiler.js');

async function run() {
  return hash(await prettier.format(text, { parser: 'babel', plugins: [babel, estree], printWidth: 70 }));
}

bench.run('prettier', run, 2);
