'use strict';

// Where CommonJS and ES modules meet; ES modules themselves are loaded by native code.

const binding = internalBinding('modules');
const { Module } = require('internal/modules/cjs');

/** The exports of a CommonJS module that an ES module imports. */
function loadCommonJs(filename) {
  return Module._load(filename, undefined, false);
}

/** What `require` of an ES module answers in `parent`: its namespace, or what it exports as 'module.exports'. */
function requireModule(filename, source, parent) {
  const namespace = binding.requireModule(filename, source);
  if (namespace === undefined) throw new (require('internal/errors').codes.ERR_REQUIRE_ASYNC_MODULE)(filename, parent);
  if (Object.hasOwn(namespace, 'module.exports')) return namespace['module.exports'];
  if (!Object.hasOwn(namespace, 'default') || Object.hasOwn(namespace, '__esModule')) return namespace;
  // Transpiled code looks for __esModule before it takes `default`.
  const exports = Object.create(null, { __esModule: { value: true, enumerable: true } });
  for (const name of Object.keys(namespace)) {
    Object.defineProperty(exports, name, { enumerable: true, get: () => namespace[name] });
  }
  Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
  return exports;
}

function syncBuiltinExports() {}

module.exports = { loadCommonJs, requireModule, syncBuiltinExports };
