// Minifies esprima's parser.
'use strict';
const bench = require('../../harness.js');
const { minify } = require('uglify-js');
const { hash, source } = require('../inputs.js');
const text = source('handlebars/dist/handlebars.runtime.js');

function run() {
  const { code, error } = minify(text);
  if (error) throw error;
  return hash(code);
}

bench.run('uglify-js', run, 1);
