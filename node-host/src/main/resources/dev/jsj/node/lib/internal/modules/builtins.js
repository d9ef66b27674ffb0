'use strict';

// The modules that come with the runtime.

const binding = internalBinding('modules');

/** Names that can be required without 'node:'. */
const builtinModules = binding.builtinModules();

function isBuiltin(name) {
  return binding.isBuiltin(`${name}`);
}

/** The public exports of a built-in module. */
function loadBuiltin(name) {
  return require(name.startsWith('node:') ? name.slice(5) : name.replace(':', '/'));
}

module.exports = { builtinModules, isBuiltin, loadBuiltin };
