'use strict';

// node:async_hooks. What AsyncLocalStorage holds travels with callbacks: native code keeps one immutable map per running
// callback and restores it for what that callback started.

const binding = internalBinding('async_context');
const { validateFunction, validateObject, validateString } = require('internal/validators');

let lastAsyncId = 1;

/** The stores of the running code: a Map that is never changed. */
function current() {
  return binding.get() ?? new Map();
}

function runWith(map, callback, thisArg, args) {
  const previous = binding.enter(map);
  try {
    return Reflect.apply(callback, thisArg, args);
  } finally {
    binding.enter(previous);
  }
}

class AsyncLocalStorage {
  #enabled = true;

  static bind(fn) {
    validateFunction(fn, 'fn');
    return AsyncResource.bind(fn);
  }

  static snapshot() {
    const map = current();
    return (callback, ...args) => runWith(map, callback, undefined, args);
  }

  disable() {
    this.#enabled = false;
    const map = new Map(current());
    map.delete(this);
    binding.enter(map);
  }

  enterWith(store) {
    this.#enabled = true;
    binding.enter(new Map(current()).set(this, store));
  }

  run(store, callback, ...args) {
    this.#enabled = true;
    return runWith(new Map(current()).set(this, store), callback, undefined, args);
  }

  exit(callback, ...args) {
    const map = new Map(current());
    map.delete(this);
    return runWith(map, callback, undefined, args);
  }

  getStore() {
    return this.#enabled ? current().get(this) : undefined;
  }
}

class AsyncResource {
  #asyncId = ++lastAsyncId;
  #triggerAsyncId;
  #context = current();

  constructor(type, options = {}) {
    validateString(type, 'type');
    this.#triggerAsyncId = typeof options === 'number' ? options : options?.triggerAsyncId ?? 1;
  }

  runInAsyncScope(fn, thisArg, ...args) {
    return runWith(this.#context, fn, thisArg, args);
  }

  emitDestroy() {
    return this;
  }

  asyncId() {
    return this.#asyncId;
  }

  triggerAsyncId() {
    return this.#triggerAsyncId;
  }

  bind(fn, thisArg = undefined) {
    validateFunction(fn, 'fn');
    const resource = this;
    const bound = function(...args) {
      return resource.runInAsyncScope(fn, thisArg === undefined ? this : thisArg, ...args);
    };
    Object.defineProperty(bound, 'length', { value: fn.length, configurable: true });
    return bound;
  }

  static bind(fn, type, thisArg) {
    return new AsyncResource(type || fn.name || 'bound-anonymous-fn').bind(fn, thisArg);
  }
}

/** Hooks are accepted and never called: nothing here has an async id of its own. */
class AsyncHook {
  enable() {
    return this;
  }

  disable() {
    return this;
  }
}

function createHook(callbacks) {
  validateObject(callbacks, 'callbacks');
  return new AsyncHook();
}

module.exports = {
  AsyncLocalStorage,
  createHook,
  executionAsyncId: () => 1,
  triggerAsyncId: () => 0,
  executionAsyncResource: () => ({}),
  asyncWrapProviders: Object.freeze({ __proto__: null, NONE: 0 }),
  AsyncResource,
};
