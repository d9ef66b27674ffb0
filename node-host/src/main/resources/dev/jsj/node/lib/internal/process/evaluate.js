'use strict';

// Code from the command line or standard input.

const binding = internalBinding('modules');
const { Module, makeRequire } = require('internal/modules/cjs');

/** Runs code as a script that sees `require`, `module` and so on; prints its value when asked to. */
function run(code, print, name = '[eval]') {
  const module = new Module(name);
  module.filename = `${process.cwd()}/${name}`;
  module.paths = Module._nodeModulePaths(process.cwd());
  const values = { module, exports: module.exports, require: makeRequire(module), __filename: name, __dirname: '.' };
  for (const key of Object.keys(values)) {
    Object.defineProperty(globalThis, key, { value: values[key], writable: true, configurable: true, enumerable: true });
  }
  const { builtinModules } = Module;
  for (const id of builtinModules) {
    if (id.includes('/') || id.startsWith('_') || id in globalThis) continue;
    Object.defineProperty(globalThis, id, {
      configurable: true,
      enumerable: false,
      get: () => require(id),
      set(value) {
        Object.defineProperty(globalThis, id, { value, writable: true, configurable: true, enumerable: true });
      },
    });
  }
  const result = binding.runScript(code, name);
  if (print) console.log(result);
}

module.exports = { run };
