'use strict';

// node:events. Listeners of one event are kept as a bare function while there is one, as an array from the second on; an
// array is copied before it is changed, so that an emit under way is not disturbed.

const { inspect } = require('internal/inspect/inspect');
const { codes, AbortError } = require('internal/errors');
const { validateAbortSignal, validateBoolean, validateFunction, validateNumber, validateString, validateObject } =
  require('internal/validators');

const captureRejectionSymbol = Symbol.for('nodejs.rejection');
const errorMonitor = Symbol('events.errorMonitor');
const kCapture = Symbol('kCapture');

let defaultMaxListeners = 10;

function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}

EventEmitter.prototype._events = undefined;
EventEmitter.prototype._eventsCount = 0;
EventEmitter.prototype._maxListeners = undefined;
Object.defineProperty(EventEmitter.prototype, kCapture, { value: false, writable: true, enumerable: false });

EventEmitter.init = function(options) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
  }
  this._maxListeners ||= undefined;
  if (options?.captureRejections) {
    validateBoolean(options.captureRejections, 'options.captureRejections');
    this[kCapture] = true;
  } else if (EventEmitter.prototype[kCapture]) {
    this[kCapture] = true;
  }
};

function checkListener(listener) {
  if (typeof listener !== 'function') validateFunction(listener, 'listener');
}

function maxListeners(emitter) {
  return emitter._maxListeners === undefined ? defaultMaxListeners : emitter._maxListeners;
}

EventEmitter.prototype.setMaxListeners = function setMaxListeners(n) {
  validateNumber(n, 'setMaxListeners', 0);
  this._maxListeners = n;
  return this;
};

EventEmitter.prototype.getMaxListeners = function getMaxListeners() {
  return maxListeners(this);
};

/** Gives a rejection of a listener's promise to the emitter's 'error' event or its own handler. */
function watchPromise(emitter, promise, type, args) {
  if (!emitter[kCapture]) return;
  try {
    const { then } = promise;
    if (typeof then !== 'function') return;
    then.call(promise, undefined, (error) => process.nextTick(emitRejection, emitter, error, type, args));
  } catch (error) {
    emitter.emit('error', error);
  }
}

function emitRejection(emitter, error, type, args) {
  if (typeof emitter[captureRejectionSymbol] === 'function') {
    emitter[captureRejectionSymbol](error, type, ...args);
    return;
  }
  const previous = emitter[kCapture];
  try {
    emitter[kCapture] = false; // an async 'error' listener must not loop
    emitter.emit('error', error);
  } finally {
    emitter[kCapture] = previous;
  }
}

/** What emit('error') does when nobody listens. */
function throwUnhandled(emitter, args) {
  const error = args[0];
  if (error instanceof Error) {
    try {
      const marker = {};
      Error.captureStackTrace(marker, EventEmitter.prototype.emit);
      appendEmitStack(emitter, error, marker.stack);
    } catch {
      // a frozen error keeps the stack it has
    }
    throw error;
  }
  let shown;
  try {
    shown = inspect(error);
  } catch {
    shown = error;
  }
  const unhandled = new codes.ERR_UNHANDLED_ERROR(shown);
  unhandled.context = error;
  throw unhandled;
}

const enhanceStack = Symbol('kEnhanceStackBeforeInspector');

function appendEmitStack(emitter, error, emitStack) {
  Object.defineProperty(error, enhanceStack, {
    configurable: true,
    value() {
      const { name } = emitter.constructor;
      const kind = name !== 'EventEmitter' ? ` on ${name} instance` : '';
      return `${error.stack}\nEmitted 'error' event${kind} at:\n${emitStack.split('\n').slice(1).join('\n')}`;
    },
  });
}

EventEmitter.prototype.emit = function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') {
    if (events !== undefined && events[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
    if (events === undefined || events.error === undefined) throwUnhandled(this, args);
  } else if (events === undefined) {
    return false;
  }
  const handler = events[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') {
    const result = Reflect.apply(handler, this, args);
    if (result !== undefined && result !== null) watchPromise(this, result, type, args);
  } else {
    const listeners = handler.slice();
    for (let i = 0; i < listeners.length; i++) {
      const result = Reflect.apply(listeners[i], this, args);
      if (result !== undefined && result !== null) watchPromise(this, result, type, args);
    }
  }
  return true;
};

function addListener(emitter, type, listener, prepend) {
  checkListener(listener);
  let events = emitter._events;
  if (events === undefined) {
    events = emitter._events = { __proto__: null };
    emitter._eventsCount = 0;
  } else if (events.newListener !== undefined) {
    emitter.emit('newListener', type, listener.listener ?? listener);
    events = emitter._events; // a listener may have replaced it
  }
  const existing = events[type];
  if (existing === undefined) {
    events[type] = listener;
    emitter._eventsCount++;
    return emitter;
  }
  let list;
  if (typeof existing === 'function') {
    list = events[type] = prepend ? [listener, existing] : [existing, listener];
  } else {
    list = existing;
    if (prepend) list.unshift(listener);
    else list.push(listener);
  }
  const limit = maxListeners(emitter);
  if (limit > 0 && list.length > limit && !list.warned) warnLeak(emitter, type, list);
  return emitter;
}

function warnLeak(emitter, type, list) {
  list.warned = true;
  const warning = new Error(
    `Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners added to ` +
    `${inspect(emitter, { depth: -1 })}. MaxListeners is ${maxListeners(emitter)}. Use emitter.setMaxListeners() to ` +
    'increase limit');
  warning.name = 'MaxListenersExceededWarning';
  warning.emitter = emitter;
  warning.type = type;
  warning.count = list.length;
  process.emitWarning(warning);
}

EventEmitter.prototype.addListener = function addListener_(type, listener) {
  return addListener(this, type, listener, false);
};
Object.defineProperty(EventEmitter.prototype.addListener, 'name', { value: 'addListener' });
EventEmitter.prototype.on = EventEmitter.prototype.addListener;

EventEmitter.prototype.prependListener = function prependListener(type, listener) {
  return addListener(this, type, listener, true);
};

function onceWrapper(emitter, type, listener) {
  let fired = false;
  function wrapper(...args) {
    if (fired) return undefined;
    emitter.removeListener(type, wrapper);
    fired = true;
    return Reflect.apply(listener, emitter, args);
  }
  Object.defineProperty(wrapper, 'name', { value: 'bound onceWrapper' });
  wrapper.listener = listener;
  return wrapper;
}

EventEmitter.prototype.once = function once(type, listener) {
  checkListener(listener);
  this.on(type, onceWrapper(this, type, listener));
  return this;
};

EventEmitter.prototype.prependOnceListener = function prependOnceListener(type, listener) {
  checkListener(listener);
  this.prependListener(type, onceWrapper(this, type, listener));
  return this;
};

function dropEvent(emitter, type) {
  if (--emitter._eventsCount === 0) emitter._events = { __proto__: null };
  else delete emitter._events[type];
}

EventEmitter.prototype.removeListener = function removeListener(type, listener) {
  checkListener(listener);
  const events = this._events;
  const list = events?.[type];
  if (list === undefined) return this;
  if (list === listener || list.listener === listener) {
    dropEvent(this, type);
    if (events.removeListener) this.emit('removeListener', type, list.listener ?? listener);
  } else if (typeof list !== 'function') {
    const position = list.findLastIndex((one) => one === listener || one.listener === listener);
    if (position < 0) return this;
    if (list.length === 2) {
      events[type] = list[1 - position];
    } else {
      list.splice(position, 1);
    }
    if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
  }
  return this;
};
EventEmitter.prototype.off = EventEmitter.prototype.removeListener;

EventEmitter.prototype.removeAllListeners = function removeAllListeners(type) {
  const events = this._events;
  if (events === undefined) return this;
  if (events.removeListener === undefined) {
    if (arguments.length === 0) {
      this._events = { __proto__: null };
      this._eventsCount = 0;
    } else if (events[type] !== undefined) {
      dropEvent(this, type);
    }
    return this;
  }
  if (arguments.length === 0) {
    for (const key of Reflect.ownKeys(events)) {
      if (key !== 'removeListener') this.removeAllListeners(key);
    }
    this.removeAllListeners('removeListener');
    this._events = { __proto__: null };
    this._eventsCount = 0;
    return this;
  }
  const list = events[type];
  if (typeof list === 'function') {
    this.removeListener(type, list);
  } else if (list !== undefined) {
    for (const listener of list.slice().reverse()) this.removeListener(type, listener);
  }
  return this;
};

function listenersOf(emitter, type, unwrap) {
  const list = emitter._events?.[type];
  if (list === undefined) return [];
  const all = typeof list === 'function' ? [list] : list.slice();
  return unwrap ? all.map((listener) => listener.listener || listener) : all;
}

EventEmitter.prototype.listeners = function listeners(type) {
  return listenersOf(this, type, true);
};

EventEmitter.prototype.rawListeners = function rawListeners(type) {
  return listenersOf(this, type, false);
};

EventEmitter.prototype.listenerCount = function listenerCount(type, listener) {
  const list = this._events?.[type];
  if (list === undefined) return 0;
  const all = typeof list === 'function' ? [list] : list;
  if (listener == null) return all.length;
  return all.filter((one) => one === listener || one.listener === listener).length;
};

EventEmitter.prototype.eventNames = function eventNames() {
  return this._eventsCount > 0 ? Reflect.ownKeys(this._events) : [];
};

function isEventTarget(value) {
  return typeof value?.addEventListener === 'function';
}

/** A promise of the arguments of the next such event; an 'error' event rejects it. */
async function once(emitter, name, options = {}) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  return new Promise((resolve, reject) => {
    const onError = (error) => {
      removeListener(emitter, name, onEvent);
      signal?.removeEventListener('abort', onAbort);
      reject(error);
    };
    const onEvent = (...args) => {
      removeListener(emitter, 'error', onError);
      signal?.removeEventListener('abort', onAbort);
      resolve(args);
    };
    const onAbort = () => {
      removeListener(emitter, name, onEvent);
      removeListener(emitter, 'error', onError);
      reject(new AbortError(undefined, { cause: signal.reason }));
    };
    listen(emitter, name, onEvent, { once: true });
    if (name !== 'error' && typeof emitter.once === 'function') emitter.once('error', onError);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function listen(emitter, name, listener, flags) {
  if (typeof emitter.on === 'function') {
    if (flags?.once) emitter.once(name, listener);
    else emitter.on(name, listener);
  } else if (isEventTarget(emitter)) {
    emitter.addEventListener(name, listener, flags);
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
  }
}

function removeListener(emitter, name, listener) {
  if (typeof emitter.removeListener === 'function') emitter.removeListener(name, listener);
  else if (isEventTarget(emitter)) emitter.removeEventListener(name, listener);
  else throw new codes.ERR_INVALID_ARG_TYPE('emitter', 'EventEmitter', emitter);
}

const AsyncIteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf(async function*() {}).prototype);

/** The option that makes the iterator answer the first argument of each event only. */
const kFirstEventParam = Symbol.for('nodejs.kFirstEventParam');
const kWatermarkData = Symbol.for('nodejs.watermarkData');

/** An async iterator over the arguments of every such event. */
function on(emitter, name, options = {}) {
  validateObject(options, 'options');
  const { signal } = options;
  validateAbortSignal(signal, 'options.signal');
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const highWaterMark = options.highWaterMark ?? options.highWatermark ?? Number.MAX_SAFE_INTEGER;
  const lowWaterMark = options.lowWaterMark ?? options.lowWatermark ?? 1;
  const events = [];
  const waiting = [];
  const listening = [];
  let paused = false;
  let failure = null;
  let finished = false;

  const add = (target, event, listener) => {
    listen(target, event, listener);
    listening.push([target, event, listener]);
  };
  const finish = () => {
    signal?.removeEventListener('abort', onAbort);
    for (const [target, event, listener] of listening.splice(0)) removeListener(target, event, listener);
    finished = true;
    for (const promise of waiting.splice(0)) promise.resolve({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  };
  const onError = (error) => {
    const promise = waiting.shift();
    if (promise) promise.reject(error);
    else failure = error;
    finish();
  };
  const onAbort = () => onError(new AbortError(undefined, { cause: signal.reason }));
  const onEvent = (...args) => {
    const value = options[kFirstEventParam] ? args[0] : args;
    const promise = waiting.shift();
    if (promise) {
      promise.resolve({ value, done: false });
      return;
    }
    events.push(value);
    if (!paused && events.length > highWaterMark) {
      paused = true;
      emitter.pause?.();
    }
  };

  const iterator = Object.setPrototypeOf({
    next() {
      if (events.length > 0) {
        const value = events.shift();
        if (paused && events.length < lowWaterMark) {
          paused = false;
          emitter.resume?.();
        }
        return Promise.resolve({ value, done: false });
      }
      if (failure) {
        const rejected = Promise.reject(failure);
        failure = null;
        return rejected;
      }
      if (finished) return finish();
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return() {
      return finish();
    },
    throw(error) {
      if (!error || !(error instanceof Error)) {
        throw new codes.ERR_INVALID_ARG_TYPE('EventEmitter.AsyncIterator', 'Error', error);
      }
      onError(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [kWatermarkData]: {
      get size() {
        return events.length;
      },
      get low() {
        return lowWaterMark;
      },
      get high() {
        return highWaterMark;
      },
      get isPaused() {
        return paused;
      },
    },
  }, AsyncIteratorPrototype);

  add(emitter, name, onEvent);
  if (name !== 'error' && typeof emitter.on === 'function') add(emitter, 'error', onError);
  for (const event of options.close ?? []) add(emitter, event, finish);
  signal?.addEventListener('abort', onAbort, { once: true });
  return iterator;
}

function getEventListeners(target, type) {
  if (typeof target.listeners === 'function') return target.listeners(type);
  const { isEventTarget: isTarget, listenersOf: targetListeners } = require('internal/event_target');
  if (isTarget(target)) return targetListeners(target, type);
  throw new codes.ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], target);
}

function getMaxListeners(target) {
  if (typeof target?.getMaxListeners === 'function') return target.getMaxListeners();
  if (isEventTarget(target)) return target[maxTargetListeners] ?? defaultMaxListeners;
  throw new codes.ERR_INVALID_ARG_TYPE('emitter', ['EventEmitter', 'EventTarget'], target);
}

const maxTargetListeners = Symbol('events.maxEventTargetListeners');

function setMaxListeners(n = defaultMaxListeners, ...targets) {
  validateNumber(n, 'setMaxListeners', 0);
  if (targets.length === 0) defaultMaxListeners = n;
  for (const target of targets) {
    if (typeof target.setMaxListeners === 'function') target.setMaxListeners(n);
    else if (isEventTarget(target)) target[maxTargetListeners] = n;
    else throw new codes.ERR_INVALID_ARG_TYPE('eventTargets', ['EventEmitter', 'EventTarget'], target);
  }
}

function addAbortListener(signal, listener) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE('signal', 'AbortSignal', signal);
  validateAbortSignal(signal, 'signal');
  validateFunction(listener, 'listener');
  let remove;
  if (signal.aborted) {
    queueMicrotask(() => listener());
  } else {
    signal.addEventListener('abort', listener, { once: true });
    remove = () => signal.removeEventListener('abort', listener);
  }
  return { __proto__: null, [Symbol.dispose ?? Symbol.for('SymbolDispose')]() { remove?.(); } };
}

function listenerCount(emitter, type) {
  return typeof emitter.listenerCount === 'function' ? emitter.listenerCount(type) :
    EventEmitter.prototype.listenerCount.call(emitter, type);
}

/** An emitter that remembers the async context it was made in. */
class EventEmitterAsyncResource extends EventEmitter {
  constructor(options = undefined) {
    let name;
    if (typeof options === 'string') {
      name = options;
      options = undefined;
    } else {
      if (new.target === EventEmitterAsyncResource) validateString(options?.name, 'options.name');
      name = options?.name || new.target.name;
    }
    super(options);
    const { AsyncResource } = require('async_hooks');
    this.asyncResource = new AsyncResource(name, options);
  }

  emit(event, ...args) {
    return this.asyncResource.runInAsyncScope(super.emit, this, event, ...args);
  }

  emitDestroy() {
    this.asyncResource.emitDestroy();
  }

  get asyncId() {
    return this.asyncResource.asyncId();
  }

  get triggerAsyncId() {
    return this.asyncResource.triggerAsyncId();
  }
}

module.exports = EventEmitter;
EventEmitter.addAbortListener = addAbortListener;
EventEmitter.once = once;
EventEmitter.on = on;
EventEmitter.getEventListeners = getEventListeners;
EventEmitter.getMaxListeners = getMaxListeners;
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.usingDomains = false;
EventEmitter.captureRejectionSymbol = captureRejectionSymbol;
EventEmitter.EventEmitterAsyncResource = EventEmitterAsyncResource;
EventEmitter.errorMonitor = errorMonitor;
EventEmitter.setMaxListeners = setMaxListeners;
EventEmitter.listenerCount = listenerCount;
Object.defineProperties(EventEmitter, {
  enhanceStack: { value: enhanceStack, enumerable: false },
  kFirstEventParam: { value: kFirstEventParam, enumerable: false },
  captureRejections: {
    configurable: true,
    enumerable: true,
    get() { return EventEmitter.prototype[kCapture]; },
    set(value) {
      validateBoolean(value, 'EventEmitter.captureRejections');
      EventEmitter.prototype[kCapture] = value;
    },
  },
  defaultMaxListeners: {
    enumerable: true,
    get: () => defaultMaxListeners,
    set(n) {
      validateNumber(n, 'defaultMaxListeners', 0);
      defaultMaxListeners = n;
    },
  },
  kMaxEventTargetListeners: { value: maxTargetListeners, enumerable: false },
});
