'use strict';

// CommonJS: the Module class behind `require`. Finding files is native; every step can be replaced by a program, as tools
// that hook `Module._load`, `_resolveFilename` or `_extensions` do.

const binding = internalBinding('modules');
const { builtinModules, isBuiltin, loadBuiltin } = require('internal/modules/builtins');

/** Where each module stands, for require cycles and for `require(esm)`. */
const parents = new WeakMap();
const WRAPPER = ['(function (exports, require, module, __filename, __dirname) { ', '\n});'];
let wrapperPatched = false;

function dirname(path) {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

function addChild(parent, child) {
  const children = parent?.children;
  if (children && !children.includes(child)) children.push(child);
}

function Module(id = '', parent) {
  this.id = id;
  this.path = dirname(id);
  parents.set(this, parent);
  this.exports = {};
  addChild(parent, this);
  this.filename = null;
  this.loaded = false;
  this.children = [];
}

// The folders of NODE_PATH and of the user; read from the environment when a package is first looked up.
let modulePaths = null;
let globalPaths = null;

Module.builtinModules = builtinModules;
Module._cache = { __proto__: null };
Module._pathCache = { __proto__: null };
Module._extensions = { __proto__: null };
Object.defineProperty(Module, 'globalPaths', {
  configurable: true,
  enumerable: true,
  get() {
    if (modulePaths === null) Module._initPaths();
    return globalPaths;
  },
  set(value) { globalPaths = value; },
});
Module.Module = Module;
Module.isBuiltin = isBuiltin;

Object.defineProperty(Module.prototype, 'parent', {
  configurable: true,
  get() { return parents.get(this); },
  set(value) { parents.set(this, value); },
});

let wrapper = WRAPPER;
let wrap = (script) => wrapper[0] + script + wrapper[1];
Object.defineProperty(Module, 'wrap', {
  get: () => wrap,
  set(value) {
    wrapperPatched = true;
    wrap = value;
  },
});
Object.defineProperty(Module, 'wrapper', {
  get() {
    wrapperPatched = true;
    return wrapper;
  },
  set(value) {
    wrapperPatched = true;
    wrapper = value;
  },
});

/** Turns the native answer of a failed resolution, [code, ...arguments], into the error. */
function resolutionError(failure, request) {
  const [code, ...args] = failure;
  if (code === 'MODULE_NOT_FOUND') {
    const [path, packagePath] = args;
    const error = new Error(packagePath ?
      `Cannot find module '${path}'. Please verify that the package.json has a valid "main" entry` :
      `Cannot find module '${path}'`);
    error.code = code;
    error.path = packagePath ?? path;
    error.requestPath = request;
    return error;
  }
  return new (require('internal/errors').codes[code])(...args);
}

function checked(result, request) {
  if (Array.isArray(result)) throw resolutionError(result, request);
  return result;
}

Module._nodeModulePaths = function _nodeModulePaths(from) {
  return binding.nodeModulesPaths(require('path').resolve(from));
};

/** Tries the folders in turn; false when the module is in none. */
Module._findPath = function _findPath(request, paths, isMain) {
  if (request[0] === '/') paths = [''];
  else if (!paths || paths.length === 0) return false;
  const key = `${request}\0${paths.join('\0')}`;
  const cached = Module._pathCache[key];
  if (cached) return cached;
  const found = checked(
    binding.find(request, paths, Object.keys(Module._extensions), conditions, isMain && preserveMainLinks), request);
  if (!found) return false;
  Module._pathCache[key] = found;
  return found;
};

const conditions = binding.conditions('require');
const preserveMainLinks = false;

function isRelative(request) {
  return request[0] === '.' && (request.length === 1 || request[1] === '/' ||
    (request[1] === '.' && (request.length === 2 || request[2] === '/')));
}

/** The folders a request counts from; null for a built-in module. */
Module._resolveLookupPaths = function _resolveLookupPaths(request, parent) {
  if (isBuiltin(request)) return null;
  if (!isRelative(request)) {
    if (modulePaths === null) Module._initPaths();
    const paths = parent?.paths?.length ? parent.paths.concat(modulePaths) : modulePaths;
    return paths.length > 0 ? paths : null;
  }
  if (!parent || !parent.id || !parent.filename) return ['.'].concat(Module._nodeModulePaths('.'), Module.globalPaths);
  return [dirname(parent.filename)];
};

function requireStack(parent) {
  const stack = [];
  for (let cursor = parent; cursor && stack.length < 1000; cursor = parents.get(cursor)) {
    stack.push(cursor.filename || cursor.id);
  }
  return stack;
}

Module._resolveFilename = function _resolveFilename(request, parent, isMain, options) {
  if (isBuiltin(request)) return request;
  let paths;
  if (typeof options === 'object' && options !== null) {
    if (Array.isArray(options.paths)) {
      if (isRelative(request)) {
        ({ paths } = options);
      } else {
        const fake = new Module('', null);
        paths = [];
        for (const path of options.paths) {
          fake.paths = Module._nodeModulePaths(path);
          for (const one of Module._resolveLookupPaths(request, fake)) if (!paths.includes(one)) paths.push(one);
        }
      }
    } else if (options.paths === undefined) {
      paths = Module._resolveLookupPaths(request, parent);
    } else {
      throw new (require('internal/errors').codes.ERR_INVALID_ARG_VALUE)('options.paths', options.paths);
    }
  } else {
    paths = Module._resolveLookupPaths(request, parent);
  }
  const from = parent?.filename;
  if (from) {
    const extensions = Object.keys(Module._extensions);
    if (request[0] === '#') {
      const found = checked(binding.resolveImports(request, from, extensions, conditions), request);
      if (found) return found;
    } else if (!isRelative(request) && request[0] !== '/') {
      const found = checked(binding.resolveSelf(request, from, extensions, conditions), request);
      if (found) return found;
    }
  }
  const filename = Module._findPath(request, paths, isMain);
  if (filename) return filename;
  const stack = requireStack(parent);
  const trailer = stack.length > 0 ? `\nRequire stack:\n- ${stack.join('\n- ')}` : '';
  const error = new Error(`Cannot find module '${request}'${trailer}`);
  error.code = 'MODULE_NOT_FOUND';
  error.requireStack = stack;
  throw error;
};

/** `require(request)` for `parent`: from the cache, a built-in module, or a file. */
Module._load = function _load(request, parent, isMain) {
  if (request.startsWith('node:')) {
    if (!isBuiltin(request)) throw new (require('internal/errors').codes.ERR_UNKNOWN_BUILTIN_MODULE)(request);
    return loadBuiltin(request);
  }
  const filename = Module._resolveFilename(request, parent, isMain);
  const cached = Module._cache[filename];
  if (cached !== undefined) {
    addChild(parent, cached);
    return cached.exports;
  }
  if (isBuiltin(filename)) return loadBuiltin(filename);

  const module = new Module(filename, parent);
  if (isMain) {
    setMain(module);
    module.id = '.';
  }
  Module._cache[filename] = module;
  // Native, so that what is thrown keeps the place where it was thrown.
  binding.guard(() => module.load(filename), () => forget(module, filename, parent));
  return module.exports;
};

/** A module that failed to load is as if it had never been asked for. */
function forget(module, filename, parent) {
  delete Module._cache[filename];
  const children = parent?.children;
  if (!Array.isArray(children)) return;
  const index = children.indexOf(module);
  if (index !== -1) children.splice(index, 1);
}

let mainModule;

function setMain(module) {
  mainModule = module;
  binding.setMainModule(module);
}

Module.prototype.load = function load(filename) {
  this.filename = filename;
  this.paths ??= binding.nodeModulesPaths(dirname(filename));
  const extension = findExtension(filename);
  Module._extensions[extension](this, filename);
  this.loaded = true;
};

/** The longest known extension of a file name. */
function findExtension(filename) {
  const name = filename.slice(filename.lastIndexOf('/') + 1);
  for (let dot = name.indexOf('.', 1); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    const extension = name.slice(dot);
    if (Module._extensions[extension]) return extension;
  }
  return '.js';
}

Module.prototype.require = function require_(id) {
  if (typeof id !== 'string') require('internal/validators').validateString(id, 'id');
  if (id === '') {
    throw new (require('internal/errors').codes.ERR_INVALID_ARG_VALUE)('id', id, 'must be a non-empty string');
  }
  return Module._load(id, this, false);
};
Object.defineProperty(Module.prototype.require, 'name', { value: 'require' });

function makeRequire(module) {
  const require_ = function require(path) {
    return module.require(path);
  };
  const resolve = function resolve(request, options) {
    require('internal/validators').validateString(request, 'request');
    return Module._resolveFilename(request, module, false, options);
  };
  resolve.paths = function paths(request) {
    require('internal/validators').validateString(request, 'request');
    return Module._resolveLookupPaths(request, module);
  };
  require_.resolve = resolve;
  require_.main = mainModule;
  require_.extensions = Module._extensions;
  require_.cache = Module._cache;
  return require_;
}

/** Compiles the text of a module and runs it; `format` is 'module' for ES modules, 'commonjs', or undefined. */
Module.prototype._compile = function _compile(content, filename, format) {
  if (content.startsWith('#!')) content = `//${content}`;
  if (format === 'module') {
    loadEsm(this, filename, content);
    return undefined;
  }
  const compiled = wrapperPatched ? binding.runScript(Module.wrap(content), filename) :
    binding.compileFunction(content, filename, format === undefined);
  if (compiled === undefined) { // no CommonJS, but an ES module
    loadEsm(this, filename, content);
    return undefined;
  }
  return Reflect.apply(compiled, this.exports, [this.exports, makeRequire(this), this, filename, dirname(filename)]);
};

function loadEsm(module, filename, source) {
  if (module === mainModule) {
    binding.runMainModule(filename, source);
    return;
  }
  module.exports = require('internal/modules/esm').requireModule(filename, source, parents.get(module)?.filename);
}

Module._extensions['.js'] = function(module, filename) {
  const content = binding.readFile(filename);
  let format;
  if (filename.endsWith('.js') || findExtension(filename) === '.js') {
    const type = checked(binding.packageType(filename), filename);
    if (filename.endsWith('.js')) format = type === 'none' ? undefined : type;
    else format = type === 'module' ? undefined : 'commonjs';
  }
  module._compile(content, filename, format);
};

Module._extensions['.json'] = function(module, filename) {
  const content = binding.readFile(filename);
  try {
    module.exports = JSON.parse(content);
  } catch (error) {
    error.message = `${filename}: ${error.message}`;
    throw error;
  }
};

Module._extensions['.node'] = function(module, filename) {
  return process.dlopen(module, filename);
};

/** Extensions that must be written out. */
function explicitExtension(extension, load) {
  Object.defineProperty(Module._extensions, extension, { configurable: true, enumerable: false, writable: true, value: load });
}

explicitExtension('.cjs', (module, filename) => {
  module._compile(binding.readFile(filename), filename, 'commonjs');
});
explicitExtension('.mjs', (module, filename) => {
  module._compile(binding.readFile(filename), filename, 'module');
});
explicitExtension('.cts', (module, filename) => loadTypeScript(module, filename, 'commonjs'));
explicitExtension('.mts', (module, filename) => loadTypeScript(module, filename, 'module'));
explicitExtension('.ts', (module, filename) => {
  loadTypeScript(module, filename, checked(binding.packageType(filename), filename));
});

function loadTypeScript(module, filename, type) {
  const source = require('internal/modules/typescript').stripTypes(binding.readFile(filename), filename, type);
  module._compile(source, filename, type === 'none' ? undefined : type);
}

Module.createRequire = function createRequire(filename) {
  let path = filename;
  const url = require('internal/url/url');
  if (url.isURL(filename) || (typeof filename === 'string' && !filename.startsWith('/'))) {
    try {
      path = url.fileURLToPath(filename);
    } catch {
      throw invalidCreateRequire(filename);
    }
  } else if (typeof filename !== 'string') {
    throw invalidCreateRequire(filename);
  }
  return requireFrom(path);
};

function invalidCreateRequire(filename) {
  const { codes } = require('internal/errors');
  return new codes.ERR_INVALID_ARG_VALUE('filename', filename, 'must be a file URL object, file URL string, or absolute path string');
}

/** A require function for a file that is no CommonJS module itself. */
function requireFrom(filename) {
  const isFolder = filename.endsWith('/');
  const path = isFolder ? `${filename}noop.js` : filename;
  const module = new Module(path);
  module.filename = path;
  module.paths = Module._nodeModulePaths(dirname(path));
  return makeRequire(module);
}

Module._preloadModules = function _preloadModules(requests) {
  if (!Array.isArray(requests)) return;
  const parent = new Module('internal/preload', null);
  parent.paths = Module._nodeModulePaths(process.cwd());
  for (const request of requests) parent.require(request);
};

Module._initPaths = function _initPaths() {
  const { HOME, NODE_PATH } = process.env;
  modulePaths = HOME ? [`${HOME}/.node_modules`, `${HOME}/.node_libraries`] : [];
  if (NODE_PATH) modulePaths.unshift(...NODE_PATH.split(':').filter(Boolean));
  globalPaths = modulePaths.slice();
};

/** Runs a file as the program. */
Module.runMain = function runMain(filename = process.argv[1]) {
  Module._load(filename, null, true);
};

Module.syncBuiltinESMExports = function syncBuiltinESMExports() {
  require('internal/modules/esm').syncBuiltinExports();
};
Module.findSourceMap = function findSourceMap(path) {
  return require('internal/source_map/loading').findSourceMap(path);
};
Object.defineProperty(Module, 'SourceMap', {
  configurable: true,
  enumerable: true,
  get: () => require('internal/source_map/source_map').SourceMap,
  set(value) { // on a subclass, too
    Object.defineProperty(this, 'SourceMap', { value, writable: true, configurable: true, enumerable: true });
  },
});
Module.register = function register(specifier, parentURL = undefined, options = undefined) {
  require('internal/modules/customization').register(specifier, parentURL, options);
};

module.exports = { Module, makeRequire, requireFrom, resolutionError };
