'use strict';

// node:async_hooks. What AsyncLocalStorage holds travels with callbacks: native code keeps one immutable map per running
// callback and restores it for what that callback started.

const binding = internalBinding('async_context');
const { codes } = require('internal/errors');
const { validateFunction, validateString } = require('internal/validators');

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

/** The enabled hooks, and those that will be once no event is under way any more: arrays that are never changed. */
let activeHooks = [];
let enabledHooks = [];
let eventsUnderWay = 0;

/** What a hook throws ends the program. */
function fatal(error) {
  enabledHooks = [];
  activate();
  process._rawDebug(typeof error?.stack === 'string' ? error.stack : error);
  process.exit(1);
}

function emit(event, ...args) {
  eventsUnderWay++;
  for (const { callbacks } of activeHooks) {
    if (callbacks[event] === undefined) continue;
    try {
      callbacks[event](...args);
    } catch (error) {
      fatal(error);
    }
  }
  if (--eventsUnderWay === 0) activate();
}

const destroyed = new FinalizationRegistry((asyncId) => emit('destroy', asyncId));

class AsyncResource {
  #asyncId = binding.newId();
  #triggerAsyncId;
  #context = current();
  #isDestroyed = false;

  constructor(type, options = {}) {
    validateString(type, 'type');
    const given = typeof options === 'number' ? options : options?.triggerAsyncId;
    const trigger = given === undefined ? binding.executionId(false) : given;
    if (!Number.isSafeInteger(trigger) || trigger < -1) throw new codes.ERR_INVALID_ASYNC_ID('triggerAsyncId', trigger);
    if (type.length === 0 && enabledHooks.length > 0) throw new codes.ERR_ASYNC_TYPE(type);
    this.#triggerAsyncId = trigger;
    if (enabledHooks.length === 0) return;
    emit('init', this.#asyncId, type, trigger, this);
    if (!options?.requireManualDestroy) destroyed.register(this, this.#asyncId, this);
  }

  runInAsyncScope(fn, thisArg, ...args) {
    return binding.runInResource(this, this.#asyncId, this.#triggerAsyncId, this.#context, fn, thisArg, args);
  }

  emitDestroy() {
    if (this.#isDestroyed) return this;
    this.#isDestroyed = true;
    destroyed.unregister(this);
    binding.destroy(this.#asyncId);
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
    Object.defineProperties(bound, {
      length: { value: fn.length, configurable: true },
      asyncResource: {
        configurable: true,
        enumerable: true,
        get: () => this,
        set: (value) => Object.defineProperty(bound, 'asyncResource', { configurable: true, enumerable: true, writable: true, value }),
      },
    });
    return bound;
  }

  static bind(fn, type, thisArg) {
    return new AsyncResource(type || fn.name || 'bound-anonymous-fn').bind(fn, thisArg);
  }
}

class AsyncHook {
  constructor(callbacks) {
    Object.defineProperty(this, 'callbacks', { value: callbacks });
  }

  enable() {
    if (!enabledHooks.includes(this)) setHooks([...enabledHooks, this]);
    return this;
  }

  disable() {
    if (enabledHooks.includes(this)) setHooks(enabledHooks.filter((hook) => hook !== this));
    return this;
  }
}

function setHooks(hooks) {
  enabledHooks = hooks;
  if (eventsUnderWay === 0) activate();
}

function activate() {
  if (activeHooks === enabledHooks) return;
  activeHooks = enabledHooks;
  binding.setEmitter(activeHooks.length > 0 ? emit : undefined);
}

function createHook({ init, before, after, destroy, promiseResolve }) {
  const hooks = { init, before, after, destroy, promiseResolve };
  for (const name of Object.keys(hooks)) {
    if (hooks[name] !== undefined && typeof hooks[name] !== 'function') throw new codes.ERR_ASYNC_CALLBACK(`hook.${name}`);
  }
  return new AsyncHook(hooks);
}

module.exports = {
  AsyncLocalStorage,
  createHook,
  executionAsyncId: () => binding.executionId(),
  triggerAsyncId: () => binding.triggerId(),
  executionAsyncResource: () => binding.executionResource(),
  asyncWrapProviders: Object.freeze({ __proto__: null, NONE: 0 }),
  AsyncResource,
};
