'use strict';

// structuredClone (HTML Standard, 2.7), within one agent.

const { codes } = require('internal/errors');
const types = require('internal/types');

const ERROR_CLASSES = { __proto__: null, Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

function dataCloneError(message) {
  const { DOMException } = require('internal/dom_exception');
  return new DOMException(message, 'DataCloneError');
}

function describe(value) {
  if (typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return Function.prototype.toString.call(value);
  return Object.prototype.toString.call(value).replace('[object ', '#<').replace(']', '>');
}

/** One clone in progress: what has been copied already, so that cycles and shared parts stay so. */
class Cloner {
  constructor(transferred) {
    this.memory = new Map(transferred);
  }

  clone(value) {
    if (typeof value === 'symbol' || typeof value === 'function') {
      throw dataCloneError(`${describe(value)} could not be cloned.`);
    }
    if (typeof value !== 'object' || value === null) return value;
    const known = this.memory.get(value);
    if (known !== undefined) return known;
    return this.#cloneObject(value);
  }

  #remember(original, copy) {
    this.memory.set(original, copy);
    return copy;
  }

  #cloneObject(value) {
    if (Array.isArray(value)) {
      const copy = this.#remember(value, new Array(value.length));
      return this.#copyProperties(value, copy);
    }
    if (types.isBoxedPrimitive(value)) {
      if (types.isSymbolObject(value)) throw dataCloneError(`${describe(value)} could not be cloned.`);
      return this.#remember(value, Object(value.valueOf()));
    }
    if (types.isDate(value)) return this.#remember(value, new Date(Date.prototype.getTime.call(value)));
    if (types.isRegExp(value)) return this.#remember(value, new RegExp(value.source, value.flags));
    if (types.isAnyArrayBuffer(value)) return this.#cloneBuffer(value);
    if (ArrayBuffer.isView(value)) return this.#cloneView(value);
    if (types.isMap(value)) {
      const copy = this.#remember(value, new Map());
      for (const [key, item] of [...Map.prototype.entries.call(value)]) copy.set(this.clone(key), this.clone(item));
      return copy;
    }
    if (types.isSet(value)) {
      const copy = this.#remember(value, new Set());
      for (const item of [...Set.prototype.values.call(value)]) copy.add(this.clone(item));
      return copy;
    }
    if (types.isNativeError(value)) return this.#cloneError(value);
    const isOpaque = types.isProxy(value) || types.isPromise(value) || types.isWeakMap(value) || types.isWeakSet(value) ||
      types.isGeneratorObject(value) || value instanceof WeakRef || types.isMapIterator(value) ||
      types.isSetIterator(value) || types.isModuleNamespaceObject(value);
    if (isOpaque) throw dataCloneError(`${describe(value)} could not be cloned.`);
    const { cloneHostObject } = require('internal/host_objects');
    const host = cloneHostObject(value);
    if (host !== undefined) return this.#remember(value, host);
    return this.#copyProperties(value, this.#remember(value, {}));
  }

  #copyProperties(value, copy) {
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(value, key)) {
        Object.defineProperty(copy, key, {
          value: this.clone(value[key]), writable: true, enumerable: true, configurable: true,
        });
      }
    }
    return copy;
  }

  #cloneBuffer(value) {
    if (types.isSharedArrayBuffer(value)) return this.#remember(value, value);
    if (value.detached) throw dataCloneError('An ArrayBuffer is detached and could not be cloned.');
    const copy = value.resizable ? new ArrayBuffer(value.byteLength, { maxByteLength: value.maxByteLength }) :
      new ArrayBuffer(value.byteLength);
    new Uint8Array(copy).set(new Uint8Array(value));
    return this.#remember(value, copy);
  }

  #cloneView(value) {
    const buffer = this.clone(value.buffer);
    if (types.isDataView(value)) return this.#remember(value, new DataView(buffer, value.byteOffset, value.byteLength));
    const name = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get
      .call(value);
    return this.#remember(value, new globalThis[name](buffer, value.byteOffset, value.length));
  }

  #cloneError(value) {
    const name = ERROR_CLASSES[String(value.name)] === undefined ? 'Error' : String(value.name);
    const error = new ERROR_CLASSES[name]();
    this.#remember(value, error);
    const message = Object.getOwnPropertyDescriptor(value, 'message');
    if (message !== undefined && 'value' in message) {
      Object.defineProperty(error, 'message', { value: `${message.value}`, writable: true, configurable: true });
    }
    Object.defineProperty(error, 'stack', { value: `${value.stack}`, writable: true, configurable: true });
    if ('cause' in value) {
      Object.defineProperty(error, 'cause', { value: this.clone(value.cause), writable: true, configurable: true });
    }
    return error;
  }
}

/** Moves the buffers to their new owners. */
function transferAll(list) {
  const moved = new Map();
  for (const value of list) {
    if (moved.has(value)) throw dataCloneError('Transfer list contains duplicate ArrayBuffer');
    if (types.isArrayBuffer(value)) {
      if (value.detached) throw dataCloneError('An ArrayBuffer is detached and could not be cloned.');
      moved.set(value, undefined);
      continue;
    }
    const { transferHostObject } = require('internal/host_objects');
    const host = transferHostObject(value);
    if (host === undefined) throw dataCloneError('Found invalid object in transferList');
    moved.set(value, host);
  }
  return moved;
}

function structuredClone(value, options = undefined) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('value');
  if (options != null && typeof options !== 'object' && typeof options !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
  }
  const list = options?.transfer === undefined ? [] : [...options.transfer];
  const moved = transferAll(list);
  const buffers = list.filter((one) => moved.get(one) === undefined);
  const cloner = new Cloner([...moved].filter(([, host]) => host !== undefined));
  // Buffers are moved only after everything else could be cloned, but references to them must be to what they become.
  for (const buffer of buffers) cloner.memory.set(buffer, buffer.slice(0));
  const result = cloner.clone(value);
  for (const buffer of buffers) buffer.transfer();
  return result;
}

module.exports = { structuredClone };
