'use strict';

// What import() in code of node:vm does: what the option importModuleDynamically says.

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const constants = Object.freeze({
  __proto__: null,
  USE_MAIN_CONTEXT_DEFAULT_LOADER: Symbol('vm_dynamic_import_main_context_default'),
});

/** Imports as the program's own modules do, for code of the runtime. */
const kDefaultLoader = Symbol('default loader');

async function refuse() {
  throw new codes.ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING();
}

async function refuseWithoutFlag() {
  throw new codes.ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG();
}

/** The namespace of what a program's callback has answered. */
function namespaceOf(answer) {
  if (internalBinding('types').isModuleNamespaceObject(answer)) return answer;
  const { isModule } = require('internal/vm/modules');
  if (!isModule(answer)) throw new codes.ERR_VM_MODULE_NOT_MODULE();
  if (answer.status === 'errored') throw answer.error;
  return answer.namespace;
}

/** The function (specifier, attributes) that imports; undefined for the default loader. `owner` gives the callback its referrer. */
function importerFor(callback, owner) {
  if (callback === kDefaultLoader) return undefined;
  if (callback === constants.USE_MAIN_CONTEXT_DEFAULT_LOADER) {
    require('internal/process/warnings').emitExperimentalWarning('vm.USE_MAIN_CONTEXT_DEFAULT_LOADER');
    return undefined;
  }
  if (callback === undefined) return refuse;
  validateFunction(callback, 'options.importModuleDynamically');
  if (!internalBinding('vm').modules) return refuseWithoutFlag;
  return async (specifier, attributes) => namespaceOf(await callback(specifier, owner(), attributes));
}

module.exports = { constants, importerFor, kDefaultLoader };
