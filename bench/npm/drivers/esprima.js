// Tokenizes and parses lodash.
'use strict';
const bench = require('../../harness.js');
const esprima = require('esprima');
const { source } = require('../inputs.js');
const text = source('lodash/lodash.js');

function run() {
  return `${esprima.tokenize(text).length} ${esprima.parseScript(text, { loc: true }).body.length}`;
}

bench.run('esprima', run, 8);
