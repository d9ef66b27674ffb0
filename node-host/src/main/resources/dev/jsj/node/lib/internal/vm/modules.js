'use strict';

// vm.Module and its kinds: module records whose dependencies the program finds.

const binding = internalBinding('vm_modules');
const vm = internalBinding('vm');
const { codes } = require('internal/errors');
const { inspect } = require('internal/inspect/inspect');
const { importerFor } = require('internal/vm/dynamic_import');
const {
  validateBoolean, validateBuffer, validateFunction, validateInt32, validateObject, validateString, validateUint32,
} = require('internal/validators');

const STATUS = ['unlinked', 'linking', 'linked', 'evaluating', 'evaluated', 'errored'];
const LINKED = STATUS.indexOf('linked');
const MAIN = {};

/** How many modules of each context have no name of their own. */
const unnamed = new WeakMap();

function nameFor(context) {
  const key = context ?? MAIN;
  const count = unnamed.get(key) ?? 0;
  unnamed.set(key, count + 1);
  return `vm:module(${count})`;
}

let stateOf;
let setHandle;

class Module {
  /** The record, and what only the program's side of linking knows: `phase` and `failure`. */
  #state;

  static {
    stateOf = (module) => {
      if (module === null || typeof module !== 'object' || !(#state in module)) throw new codes.ERR_VM_MODULE_NOT_MODULE();
      return module.#state;
    };
    setHandle = (module, handle) => {
      module.#state.handle = handle;
    };
  }

  constructor({ context, identifier } = {}) {
    require('internal/process/warnings').emitExperimentalWarning('VM Modules');
    if (new.target === Module) throw new TypeError('Module is not a constructor');
    if (context !== undefined) {
      validateObject(context, 'context');
      if (!vm.isContext(context)) throw new codes.ERR_INVALID_ARG_TYPE('options.context', 'vm.Context', context);
    }
    if (identifier !== undefined) validateString(identifier, 'options.identifier');
    this.#state = { context, identifier: identifier ?? nameFor(context), handle: null, phase: undefined, failure: undefined };
  }

  get identifier() {
    return stateOf(this).identifier;
  }

  get context() {
    return stateOf(this).context;
  }

  get namespace() {
    const { handle } = stateOf(this);
    if (binding.status(handle) < LINKED) throw new codes.ERR_VM_MODULE_STATUS('must not be unlinked or linking');
    return binding.namespace(handle);
  }

  get status() {
    return statusOf(stateOf(this));
  }

  get error() {
    const state = stateOf(this);
    if (statusOf(state) !== 'errored') throw new codes.ERR_VM_MODULE_STATUS('must be errored');
    return state.failure !== undefined ? state.failure.error : binding.error(state.handle);
  }

  async link(linker) {
    const state = stateOf(this);
    validateFunction(linker, 'linker');
    const status = statusOf(state);
    if (status === 'linked') throw new codes.ERR_VM_MODULE_ALREADY_LINKED();
    if (status !== 'unlinked') throw new codes.ERR_VM_MODULE_STATUS('must be unlinked');
    await linkDependencies(this, linker);
    binding.instantiate(state.handle);
  }

  async evaluate(options = {}) {
    const { handle } = stateOf(this);
    validateObject(options, 'options');
    const { timeout, breakOnSigint = false } = options;
    if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
    validateBoolean(breakOnSigint, 'options.breakOnSigint');
    if (!['linked', 'evaluated', 'errored'].includes(this.status)) {
      throw new codes.ERR_VM_MODULE_STATUS('must be one of linked, evaluated, or errored');
    }
    const result = binding.evaluate(handle, timeout ?? -1);
    if (result === vm.timedOut) throw new codes.ERR_SCRIPT_EXECUTION_TIMEOUT(timeout);
    await result;
  }

  [inspect.custom](depth, options) {
    const { context, identifier } = stateOf(this);
    const { constructor } = this;
    if (typeof depth === 'number' && depth < 0) return `[${constructor.name}]`;
    const values = Object.getOwnPropertyDescriptors({ status: this.status, identifier, context });
    return inspect(Object.create(constructor.prototype, values), { ...options, customInspect: false });
  }
}

function isModule(value) {
  return value instanceof Module;
}

function statusOf({ failure, phase, handle }) {
  if (failure !== undefined) return 'errored';
  return phase ?? STATUS[binding.status(handle)];
}

/** Asks the linker for what a module imports, and what that imports. */
async function linkDependencies(module, linker) {
  const state = stateOf(module);
  state.phase = 'linking';
  try {
    const requests = binding.requests(state.handle);
    if (requests.length === 0) return; // the status is known at once
    const asked = [];
    for (let i = 0; i < requests.length; i += 2) asked.push(linkDependency(module, linker, requests[i], requests[i + 1]));
    binding.resolve(state.handle, await Promise.all(asked));
  } catch (error) {
    state.failure = { error };
    throw error;
  } finally {
    state.phase = undefined;
  }
}

async function linkDependency(module, linker, specifier, attributes) {
  const found = await linker(specifier, module, { attributes, assert: attributes });
  const state = stateOf(found);
  if (found.context !== module.context) throw new codes.ERR_VM_MODULE_DIFFERENT_CONTEXT();
  if (found.status === 'errored') {
    throw new codes.ERR_VM_MODULE_LINK_FAILURE(`request for '${specifier}' resolved to an errored module`, found.error);
  }
  if (found.status === 'unlinked') await linkDependencies(found, linker);
  return state.handle;
}

class SourceTextModule extends Module {
  #source;
  #specifiers;

  constructor(source, options = {}) {
    validateString(source, 'sourceText');
    validateObject(options, 'options');
    const { lineOffset = 0, columnOffset = 0, initializeImportMeta, importModuleDynamically, cachedData } = options;
    validateInt32(lineOffset, 'options.lineOffset');
    validateInt32(columnOffset, 'options.columnOffset');
    if (initializeImportMeta !== undefined) validateFunction(initializeImportMeta, 'options.initializeImportMeta');
    if (cachedData !== undefined) checkCachedData(source, cachedData);
    super(options);
    this.#source = source;
    const importer = importerFor(importModuleDynamically, () => this);
    const initialize = initializeImportMeta && ((meta) => initializeImportMeta(meta, this));
    setHandle(this, binding.createSource(source, this.identifier, lineOffset, this.context, importer, initialize));
  }

  get dependencySpecifiers() {
    const { handle } = stateOf(this);
    return this.#specifiers ??= binding.requests(handle).filter((_, index) => index % 2 === 0);
  }

  get status() {
    return super.status;
  }

  get error() {
    return super.error;
  }

  createCachedData() {
    const { status } = this;
    if (status === 'evaluating' || status === 'evaluated' || status === 'errored') {
      throw new codes.ERR_VM_MODULE_CANNOT_CREATE_CACHED_DATA();
    }
    return fingerprint(this.#source);
  }
}

/** Code is compiled anew in any case: cached data says only which source it belongs to. */
function fingerprint(source) {
  return require('crypto').createHash('sha256').update(source).digest();
}

function checkCachedData(source, cachedData) {
  if (!ArrayBuffer.isView(cachedData)) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.cachedData', ['Buffer', 'TypedArray', 'DataView'], cachedData);
  }
  validateBuffer(cachedData, 'options.cachedData');
  const { Buffer } = require('buffer');
  const bytes = Buffer.from(cachedData.buffer, cachedData.byteOffset, cachedData.byteLength);
  if (!fingerprint(source).equals(bytes)) throw new codes.ERR_VM_MODULE_CACHED_DATA_REJECTED();
}

class SyntheticModule extends Module {
  constructor(exportNames, evaluateCallback, options = {}) {
    if (!Array.isArray(exportNames) || exportNames.some((name) => typeof name !== 'string')) {
      throw new codes.ERR_INVALID_ARG_TYPE('exportNames', 'Array of unique strings', exportNames);
    }
    const repeated = exportNames.find((name, index) => exportNames.includes(name, index + 1));
    if (repeated !== undefined) throw new codes.ERR_INVALID_ARG_VALUE(`exportNames.${repeated}`, repeated, 'is duplicated');
    validateFunction(evaluateCallback, 'evaluateCallback');
    validateObject(options, 'options');
    super(options);
    setHandle(this, binding.createSynthetic(exportNames, () => evaluateCallback.call(this), this.context));
  }

  setExport(name, value) {
    const { handle } = stateOf(this);
    validateString(name, 'name');
    if (binding.status(handle) < LINKED) throw new codes.ERR_VM_MODULE_STATUS('must be linked');
    binding.setExport(handle, name, value);
  }
}

module.exports = { Module, SourceTextModule, SyntheticModule, isModule };
