'use strict';

// node:vm. A context is a realm of its own whose global variables are the properties of the contextified object.

const binding = internalBinding('vm');
const { codes } = require('internal/errors');
const { constants, importerFor } = require('internal/vm/dynamic_import');
const {
  validateArray, validateBoolean, validateBuffer, validateInt32, validateObject, validateOneOf, validateString, validateStringArray, validateUint32,
} = require('internal/validators');

let contextCount = 0;

function isContext(object) {
  validateObject(object, 'object', { allowArray: true });
  return binding.isContext(object);
}

function checkContext(object) {
  if (object === null || typeof object !== 'object' || !binding.isContext(object)) {
    throw new codes.ERR_INVALID_ARG_TYPE('contextifiedObject', 'vm.Context', object);
  }
}

/** The place of the code, from options. */
function readPlace(options) {
  const { filename = 'evalmachine.<anonymous>', lineOffset = 0, columnOffset = 0 } = options;
  validateString(filename, 'options.filename');
  validateInt32(lineOffset, 'options.lineOffset');
  validateInt32(columnOffset, 'options.columnOffset');
  return { filename, lineOffset, columnOffset };
}

/** timeout, displayErrors, breakOnSigint. */
function readRunOptions(options = {}) {
  validateObject(options, 'options');
  const { timeout, displayErrors = true, breakOnSigint = false } = options;
  if (timeout !== undefined) validateUint32(timeout, 'options.timeout', true);
  validateBoolean(displayErrors, 'options.displayErrors');
  validateBoolean(breakOnSigint, 'options.breakOnSigint');
  return timeout ?? -1;
}

function run(compiled, context, timeout) {
  if (timeout < 0) return binding.run(compiled, context);
  const result = binding.runWithTimeout(compiled, context, timeout);
  if (result === binding.timedOut) throw new codes.ERR_SCRIPT_EXECUTION_TIMEOUT(timeout);
  return result;
}

class Script {
  #compiled;

  constructor(code, options = {}) {
    code = `${code}`;
    if (typeof options === 'string') options = { filename: options };
    else validateObject(options, 'options');
    const { filename, lineOffset, columnOffset } = readPlace(options);
    const { cachedData, produceCachedData = false } = options;
    if (cachedData !== undefined) validateBuffer(cachedData, 'options.cachedData');
    validateBoolean(produceCachedData, 'options.produceCachedData');
    const importer = importerFor(options.importModuleDynamically, () => this);
    this.#compiled = binding.compile(code, filename, lineOffset, columnOffset, importer);
    if (cachedData !== undefined) this.cachedDataRejected = true;
    this.sourceMapURL = /\/\/[#@] sourceMappingURL=(\S+)\s*$/.exec(code)?.[1];
  }

  runInThisContext(options) {
    return run(this.#compiled, undefined, readRunOptions(options));
  }

  runInContext(contextifiedObject, options) {
    checkContext(contextifiedObject);
    return run(this.#compiled, contextifiedObject, readRunOptions(options));
  }

  runInNewContext(contextObject, options) {
    return this.runInContext(createContext(contextObject, contextOptions(options)), options);
  }

  createCachedData() {
    return require('buffer').Buffer.alloc(0);
  }
}

function contextOptions(options) {
  if (options === undefined || options === null || typeof options !== 'object') return {};
  const { contextName, contextOrigin, contextCodeGeneration, microtaskMode } = options;
  return { name: contextName, origin: contextOrigin, codeGeneration: contextCodeGeneration, microtaskMode };
}

function createContext(contextObject = {}, options = {}) {
  if (contextObject !== null && typeof contextObject === 'object' && binding.isContext(contextObject)) return contextObject;
  validateObject(options, 'options');
  const { name = `VM Context ${++contextCount}`, origin, codeGeneration, microtaskMode } = options;
  if (contextObject === null || typeof contextObject !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('contextObject', 'Object', contextObject);
  }
  validateString(name, 'options.name');
  if (origin !== undefined) validateString(origin, 'options.origin');
  if (codeGeneration !== undefined) validateObject(codeGeneration, 'options.codeGeneration');
  if (microtaskMode !== undefined) validateOneOf(microtaskMode, 'options.microtaskMode', ['afterEvaluate', undefined]);
  binding.makeContext(contextObject);
  return contextObject;
}

function withFilename(options) {
  return typeof options === 'string' ? { filename: options } : options;
}

function runInThisContext(code, options) {
  options = withFilename(options);
  return new Script(code, options).runInThisContext(options);
}

function runInContext(code, contextifiedObject, options) {
  checkContext(contextifiedObject);
  options = withFilename(options);
  return new Script(code, options).runInContext(contextifiedObject, options);
}

function runInNewContext(code, contextObject, options) {
  options = withFilename(options);
  return runInContext(code, createContext(contextObject, contextOptions(options)), options);
}

function compileFunction(code, params, options = {}) {
  validateString(code, 'code');
  if (params !== undefined) validateStringArray(params, 'params');
  const { filename = '', lineOffset = 0, columnOffset = 0, parsingContext, contextExtensions = [] } = options;
  validateString(filename, 'options.filename');
  validateInt32(lineOffset, 'options.lineOffset');
  validateInt32(columnOffset, 'options.columnOffset');
  validateArray(contextExtensions, 'options.contextExtensions');
  if (parsingContext !== undefined && !isContext(parsingContext)) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.parsingContext', 'Context', parsingContext);
  }
  const importer = importerFor(options.importModuleDynamically, () => compiled);
  const compiled = binding.compileFunction(code, params ?? [], filename, lineOffset, parsingContext, importer);
  return compiled;
}

function measureMemory() {
  return Promise.resolve({ total: { jsMemoryEstimate: 0, jsMemoryRange: [0, 0] } });
}

module.exports = {
  Script,
  createContext,
  createScript: (code, options) => new Script(code, options),
  runInContext,
  runInNewContext,
  runInThisContext,
  isContext,
  compileFunction,
  measureMemory,
  constants,
};

if (binding.modules) {
  const { Module, SourceTextModule, SyntheticModule } = require('internal/vm/modules');
  Object.assign(module.exports, { Module, SourceTextModule, SyntheticModule });
}
