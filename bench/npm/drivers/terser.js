// Minifies handlebars.
'use strict';
const bench = require('../../harness.js');
const { minify } = require('terser');
const { hash, source } = require('../inputs.js');
const text = source('handlebars/dist/handlebars.runtime.js');

async function run() {
  const { code } = await minify(text, { compress: { passes: 2 }, mangle: true });
  return hash(code);
}

bench.run('terser', run, 1);
