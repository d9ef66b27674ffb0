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
  if (name.startsWith('node:')) return require(name.slice('node:'.length));
  if (name.startsWith('ant:')) return loadAnt(name.slice('ant:'.length));
  return require(name.replace(':', '/'));
}

/** The modules of Ant: Node's, but for files and syntax. */
function loadAnt(name) {
  if (name === 'fs') return require('ant/fs');
  return require(name === 'syntax' ? 'jsj/syntax' : name);
}

module.exports = { builtinModules, isBuiltin, loadBuiltin };
