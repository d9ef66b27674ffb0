'use strict';

// Module graphs whose resolution and sources are decided by hooks. The engine links what is there already: a graph is
// prepared first, and what the engine still comes upon is decided at once.

const binding = internalBinding('module_graph');
const { codes } = require('internal/errors');

const FORMATS = new Set(['builtin', 'commonjs', 'json', 'module']);

function keyOf({ url, importAttributes }) {
  const type = importAttributes.type;
  return type === undefined ? url : `${url}\0${type}`;
}

function requestKey(specifier, parent, attributes) {
  return `${parent}\0${specifier}\0${JSON.stringify(attributes)}`;
}

/** The text of what a `load` hook gave. */
function textOf(source) {
  if (typeof source === 'string') return source;
  if (source == null) {
    throw new codes.ERR_INVALID_RETURN_PROPERTY_VALUE('string, array buffer, or typed array', 'load', 'source', source);
  }
  return new TextDecoder().decode(source);
}

class ModuleGraph {
  #hooks;
  /** What the imports of the modules so far mean. */
  #resolutions = new Map();
  /** By key: a promise for the requests of a module that is being loaded. */
  #loading = new Map();

  /** @param hooks has `resolve` and `load`, which answer promises, and `resolveSync` and `loadSync` */
  constructor(hooks) {
    this.#hooks = hooks;
  }

  /** Makes the module, and everything it imports; answers a promise for its key. */
  async prepare(specifier, parent, attributes) {
    const seen = new Set();
    const visit = async (wanted, from, withAttributes) => {
      const resolution = await this.#hooks.resolve(wanted, from, withAttributes);
      this.#resolutions.set(requestKey(wanted, from, withAttributes), resolution);
      const key = keyOf(resolution);
      if (!seen.has(key)) {
        seen.add(key);
        const requests = await this.#load(key, resolution);
        await Promise.all(requests.map(([next, nextAttributes]) => visit(next, resolution.url, nextAttributes)));
      }
      return key;
    };
    return visit(specifier, parent, attributes);
  }

  /** Makes one module; a promise for [specifier, attributes] of its imports, none when they are prepared already. */
  #load(key, { url, format, importAttributes }) {
    if (!this.#loading.has(key)) {
      const load = async () => {
        if (binding.hasModule(key)) return binding.moduleRequests(key);
        return this.#define(key, url, await this.#hooks.load(url, { format, importAttributes }));
      };
      this.#loading.set(key, load().finally(() => this.#loading.delete(key)));
    }
    return this.#loading.get(key);
  }

  #define(key, url, { format, source }) {
    if (!FORMATS.has(format)) throw new codes.ERR_UNKNOWN_MODULE_FORMAT(format, url);
    if (binding.hasModule(key)) return binding.moduleRequests(key);
    if (format === 'builtin') {
      if (!internalBinding('modules').isBuiltin(url)) throw new codes.ERR_UNKNOWN_BUILTIN_MODULE(url);
      return binding.defineModule(key, url, format);
    }
    const text = format === 'commonjs' && source == null ? undefined : textOf(source);
    return binding.defineModule(key, url, format, text);
  }

  /** The key of the module that an import means, made now if need be. */
  find(specifier, parent, attributes) {
    const request = requestKey(specifier, parent, attributes);
    let resolution = this.#resolutions.get(request);
    if (resolution === undefined) {
      resolution = this.#hooks.resolveSync(specifier, parent, attributes);
      this.#resolutions.set(request, resolution);
    }
    const key = keyOf(resolution);
    if (!binding.hasModule(key)) {
      const { url, format, importAttributes } = resolution;
      this.#define(key, url, this.#hooks.loadSync(url, { format, importAttributes }));
    }
    return key;
  }

  /** The key of the module that an import means, if it is there already. */
  prepared(specifier, parent, attributes) {
    const resolution = this.#resolutions.get(requestKey(specifier, parent, attributes));
    const key = resolution && keyOf(resolution);
    return key !== undefined && binding.hasModule(key) ? key : undefined;
  }

  /** `import()`: a promise for the namespace. */
  async import(specifier, parent, attributes) {
    return binding.evaluateModule(await this.prepare(specifier, parent, attributes));
  }
}

module.exports = { ModuleGraph };
