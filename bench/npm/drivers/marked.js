// Renders Markdown.
'use strict';
const bench = require('../../harness.js');
const { marked } = require('marked');
const { hash, source } = require('../inputs.js');
const text = source('acorn/README.md') + source('terser/README.md') + source('uglify-js/README.md');

function run() {
  return hash(marked.parse(text));
}

bench.run('marked', run, 30);
