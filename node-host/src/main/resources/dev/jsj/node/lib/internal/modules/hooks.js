'use strict';

// The chains of customization hooks. They run on the thread where `module.register` put them, with its globals and module
// graph; what they decide is carried out elsewhere (internal/modules/customization).

const binding = internalBinding('module_graph');
const { codes } = require('internal/errors');
const { validateFunction, validateObject, validateString } = require('internal/validators');
const { isAnyArrayBuffer, isArrayBufferView } = require('internal/types');

const CONDITIONS = internalBinding('modules').conditions('import');

/** What stands at the end of each chain: Node's own way. */
const DEFAULTS = {
  resolve: { hook: defaultResolve, owner: 'node:internal/modules/esm/resolve' },
  load: { hook: defaultLoad, owner: 'node:internal/modules/esm/load' },
};

function defaultResolve(specifier, { parentURL, conditions }) {
  const base = parentURL ?? workingDirectory();
  if (/^\.{0,2}\//.test(specifier) && !base.startsWith('file:') && URL.canParse(specifier, base)) {
    return { url: new URL(specifier, base).href };
  }
  const url = binding.resolveUrl(specifier, base, conditions);
  if (url === specifier && /^(?:node|data):/.test(url)) return { url };
  return { url, format: binding.formatHint(url) };
}

function workingDirectory() {
  return require('internal/url/url').pathToFileURL(`${process.cwd()}/`).href;
}

function defaultLoad(url, { format, importAttributes, source }) {
  const protocol = url.slice(0, url.indexOf(':') + 1);
  if (protocol !== 'file:' && protocol !== 'data:' && protocol !== 'node:') {
    throw new codes.ERR_UNSUPPORTED_ESM_URL_SCHEME(protocol);
  }
  let text = source;
  if (protocol === 'node:') {
    text = null;
    format ??= 'builtin';
  } else if (format !== 'commonjs') {
    text ??= binding.strippedText(url) ?? readBytes(url);
    format ??= binding.formatOf(url);
  }
  binding.checkAttributes(url, format, importAttributes ?? {});
  return { format, responseURL: url, source: text };
}

/** What is behind a URL, as it is. */
function readBytes(url) {
  if (url.startsWith('file:')) return require('fs').readFileSync(new URL(url));
  const comma = url.indexOf(',');
  const text = decodeURIComponent(url.slice(comma + 1));
  return Buffer.from(text, /;base64$/.test(url.slice(0, comma)) ? 'base64' : 'utf8');
}

function isUrl(text) {
  return URL.canParse(text);
}

const ARGUMENT_CHECKS = {
  resolve(value, place) {
    validateString(value, `${place} specifier`);
  },
  load(value, place) {
    if (typeof value !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(`${place} url`, 'a URL string', value);
    if (!isUrl(value)) throw new codes.ERR_INVALID_ARG_VALUE(`${place} url`, value, 'should be a URL string');
  },
};

/** One walk along a chain: how far it got, who was asked last. */
class Walk {
  constructor(name, chain, context) {
    this.name = name;
    this.nextName = name === 'resolve' ? 'nextResolve' : 'nextLoad';
    this.chain = chain;
    this.context = context;
    this.lastCalled = '';
    this.complete = false;
  }

  /** Calls the hook at `index` of the chain; index 0 is the default. */
  async call(index, argument, context) {
    const { hook, owner } = this.chain[index];
    this.lastCalled = `${owner} '${this.name}'`;
    const place = `${this.lastCalled} hook's ${this.nextName}()`;
    ARGUMENT_CHECKS[this.name](argument, place);
    if (context) {
      validateObject(context, `${place} context`);
      Object.assign(this.context, context);
    }
    if (index === 0) this.complete = true;
    const next = async (nextArgument, nextContext) => this.call(index - 1, nextArgument, nextContext);
    Object.defineProperty(next, 'name', { value: this.nextName });
    const result = await hook(argument, this.context, next);
    if (typeof result !== 'object' || result === null) throw new codes.ERR_INVALID_RETURN_VALUE('an object', place, result);
    if (result.shortCircuit === true) this.complete = true;
    return result;
  }

  async run(argument) {
    const result = await this.call(this.chain.length - 1, argument, this.context);
    if (!this.complete) throw new codes.ERR_LOADER_CHAIN_INCOMPLETE(this.lastCalled);
    return result;
  }

  /** The error for a property of a result that is not what it must be. */
  wrong(expected, property, value) {
    return new codes.ERR_INVALID_RETURN_PROPERTY_VALUE(expected, this.lastCalled, property, value);
  }
}

class Hooks {
  #chains = { resolve: [DEFAULTS.resolve], load: [DEFAULTS.load] };

  /** Adds the hooks that a module's namespace exports; answers what its `initialize` does. */
  add(owner, { initialize, resolve, load }, data) {
    if (resolve) this.#append('resolve', resolve, owner);
    if (load) this.#append('load', load, owner);
    return initialize?.(data);
  }

  #append(name, hook, owner) {
    validateFunction(hook, `${owner} ${name}`);
    this.#chains[name].push({ hook, owner });
  }

  async resolve(specifier, parentURL, importAttributes) {
    const walk = new Walk('resolve', this.#chains.resolve, { conditions: CONDITIONS, importAttributes, parentURL });
    const result = await walk.run(specifier);
    const { format, importAttributes: attributes, url } = result;
    if (typeof url !== 'string' || !isUrl(url)) throw walk.wrong('a URL string', 'url', url);
    if (attributes != null && typeof attributes !== 'object') throw walk.wrong('an object', 'importAttributes', attributes);
    if (format != null && typeof format !== 'string') throw walk.wrong('a string', 'format', format);
    return { url, format, importAttributes: attributes ?? importAttributes };
  }

  async load(url, context) {
    const walk = new Walk('load', this.#chains.load, context);
    const { format, responseURL = url, source } = await walk.run(url);
    if (typeof responseURL !== 'string' || !isUrl(responseURL) || new URL(responseURL).href !== responseURL) {
      throw walk.wrong('undefined or a fully resolved URL string', 'responseURL', responseURL);
    }
    if (format == null) throw new codes.ERR_UNKNOWN_MODULE_FORMAT(format, url);
    if (typeof format !== 'string') throw walk.wrong('a string', 'format', format);
    if (source != null && typeof source !== 'string' && !isAnyArrayBuffer(source) && !isArrayBufferView(source)) {
      throw walk.wrong('a string, an ArrayBuffer, or a TypedArray', 'source', source);
    }
    return { format, source };
  }
}

module.exports = { Hooks };
