'use strict';

// Runs the runtime's own JavaScript (src/main/resources/dev/jsj/node/lib) on Node, so that it can be compared with
// Node's modules in one process: `node --expose-internals script.js`, where script.js requires this file.

const fs = require('fs');
const path = require('path');
const vm = require('vm');
const nodeBinding = require('internal/test/binding').internalBinding;

const LIB = path.join(__dirname, '../../main/resources/dev/jsj/node/lib');
const cache = new Map();

const bindings = {
  util: {
    ...pick(nodeBinding('util'), ['getProxyDetails', 'getPromiseDetails', 'previewEntries', 'getOwnNonIndexProperties',
                                  'getConstructorName', 'getCallerLocation']),
    constants: nodeBinding('util').constants,
    getStringWidth: (text) => nodeBinding('icu').getStringWidth(text),
  },
  types: require('util').types,
};

function pick(object, names) {
  return Object.fromEntries(names.map((name) => [name, object[name]]));
}

function internalBinding(name) {
  return bindings[name] ?? (bindings[name] = require(`./bindings/${name}`));
}

/** Loads one of our modules by id; ids we do not have fall back to Node's. */
function load(id) {
  id = id.replace(/^node:/, '');
  const cached = cache.get(id);
  if (cached !== undefined) return cached.exports;
  const file = path.join(LIB, `${id}.js`);
  if (!fs.existsSync(file)) return require(id);
  const module = { exports: {}, id };
  cache.set(id, module);
  const source = `(function (exports, require, module, process, internalBinding) {${fs.readFileSync(file, 'utf8')}\n})`;
  vm.runInThisContext(source, { filename: file })(module.exports, load, module, process, internalBinding);
  return module.exports;
}

module.exports = { load };
