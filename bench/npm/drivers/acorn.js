// Parses lodash and walks the tree.
'use strict';
const bench = require('../../harness.js');
const acorn = require('acorn');
const { source } = require('../inputs.js');
const text = source('lodash/lodash.js');

function count(node) {
  let n = 1;
  for (const key in node) {
    const child = node[key];
    if (Array.isArray(child)) for (const c of child) n += c !== null && typeof c === 'object' ? count(c) : 0;
    else if (child !== null && typeof child === 'object' && typeof child.type === 'string') n += count(child);
  }
  return n;
}

function run() {
  return count(acorn.parse(text, { ecmaVersion: 2022, locations: true }));
}

bench.run('acorn', run, 10);
