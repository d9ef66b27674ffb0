'use strict';

// node:async_hooks. What AsyncLocalStorage holds travels with callbacks: native code keeps one immutable map per running
// callback and restores it for what that callback started.

const binding = internalBinding('async_context');
const { codes } = require('internal/errors');
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

/** What runs now: the resource that it belongs to, and that one's id and trigger. */
let execution = { asyncId: 1, triggerAsyncId: 0, resource: {} };
const enabledHooks = new Set();

function emit(event, ...args) {
  for (const hook of [...enabledHooks]) hook[event]?.(...args);
}

const destroyed = new FinalizationRegistry((asyncId) => emit('destroy', asyncId));

class AsyncResource {
  #asyncId = ++lastAsyncId;
  #triggerAsyncId;
  #context = current();
  #isDestroyed = false;

  constructor(type, options = {}) {
    validateString(type, 'type');
    const trigger = typeof options === 'number' ? options : options?.triggerAsyncId ?? execution.asyncId;
    if (!Number.isSafeInteger(trigger) || trigger < -1) throw new codes.ERR_INVALID_ASYNC_ID('triggerAsyncId', trigger);
    if (type.length === 0 && enabledHooks.size > 0) throw new codes.ERR_ASYNC_TYPE(type);
    this.#triggerAsyncId = trigger;
    if (enabledHooks.size === 0) return;
    emit('init', this.#asyncId, type, trigger, this);
    if (!options?.requireManualDestroy) destroyed.register(this, this.#asyncId, this);
  }

  runInAsyncScope(fn, thisArg, ...args) {
    const outer = execution;
    execution = { asyncId: this.#asyncId, triggerAsyncId: this.#triggerAsyncId, resource: this };
    emit('before', this.#asyncId);
    try {
      return runWith(this.#context, fn, thisArg, args);
    } finally {
      emit('after', this.#asyncId);
      execution = outer;
    }
  }

  emitDestroy() {
    if (!this.#isDestroyed) {
      this.#isDestroyed = true;
      destroyed.unregister(this);
      require('internal/timers').setImmediate(emit, 'destroy', this.#asyncId);
    }
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

/** Hooks hear of AsyncResources; the runtime's own operations have no async ids. */
class AsyncHook {
  #callbacks;

  constructor(callbacks) {
    this.#callbacks = callbacks;
  }

  enable() {
    enabledHooks.add(this.#callbacks);
    return this;
  }

  disable() {
    enabledHooks.delete(this.#callbacks);
    return this;
  }
}

function createHook(callbacks) {
  validateObject(callbacks, 'callbacks');
  const { init, before, after, destroy, promiseResolve } = callbacks;
  const hooks = { init, before, after, destroy, promiseResolve };
  for (const name of Object.keys(hooks)) {
    if (hooks[name] !== undefined && typeof hooks[name] !== 'function') throw new codes.ERR_ASYNC_CALLBACK(`hook.${name}`);
  }
  return new AsyncHook(hooks);
}

module.exports = {
  AsyncLocalStorage,
  createHook,
  executionAsyncId: () => execution.asyncId,
  triggerAsyncId: () => execution.triggerAsyncId,
  executionAsyncResource: () => execution.resource,
  asyncWrapProviders: Object.freeze({ __proto__: null, NONE: 0 }),
  AsyncResource,
};
