'use strict';

// Where CommonJS and ES modules meet; ES modules themselves are loaded by native code.

const binding = internalBinding('modules');
const { Module } = require('internal/modules/cjs');

/** The main module's URL where it is loaded as ES modules are, whatever it is. */
let mainUrl;

function setMainUrl(url) {
  mainUrl = url;
}

/** The exports of a CommonJS module that an ES module imports. */
function loadCommonJs(filename) {
  const isMain = mainUrl !== undefined && require('internal/url/url').pathToFileURL(filename).href === mainUrl;
  return Module._load(filename, undefined, isMain);
}

/** CommonJS modules whose text came from a `load` hook, by URL. */
const hooked = new Map();

/** Runs such a module; what it requires goes through the hooks, too. */
function runHooked(url, source) {
  const path = require('path');
  const { fileURLToPath, pathToFileURL } = require('internal/url/url');
  const filename = url.startsWith('file:') ? fileURLToPath(url) : url;
  const module = new Module(filename);
  module.filename = filename;
  module.paths = Module._nodeModulePaths(module.path);
  hooked.set(url, module);
  if (url === mainUrl) binding.setMainModule(module);
  const graph = internalBinding('module_graph');
  const locate = (request) => (request.startsWith('node:') ? request :
    toUrl(Module._resolveFilename(request, module), pathToFileURL));
  const require_ = function require(request) {
    const target = locate(request);
    if (target.endsWith('.node')) return Module._load(request, module);
    const key = graph.find(target, url, target.endsWith('.json') ? { type: 'json' } : {});
    const namespace = graph.evaluateNow(key);
    const known = hooked.get(key);
    if (known !== undefined) return known.exports;
    if (namespace === undefined) throw new (require('internal/errors').codes.ERR_REQUIRE_ASYNC_MODULE)(target, filename);
    return graph.isSynthetic(key) ? namespace.default : namespace;
  };
  require_.resolve = function resolve(request) {
    const target = graph.customization().resolve(locate(request), url);
    return target.startsWith('file:') ? fileURLToPath(target) : target;
  };
  require_.main = process.mainModule;
  const compiled = binding.compileFunction(source.startsWith('#!') ? `//${source}` : source, filename, false);
  Reflect.apply(compiled, module.exports, [module.exports, require_, module, filename, path.dirname(filename)]);
  module.loaded = true;
  return module.exports;
}

function toUrl(filename, pathToFileURL) {
  return filename.startsWith('/') ? pathToFileURL(filename).href : filename;
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

module.exports = { loadCommonJs, requireModule, runHooked, setMainUrl, syncBuiltinExports };
