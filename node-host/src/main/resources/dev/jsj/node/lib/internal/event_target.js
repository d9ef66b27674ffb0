'use strict';

// Event, CustomEvent and EventTarget (DOM Standard, without a tree).

const { codes } = require('internal/errors');
const { customInspect, inspect } = require('internal/inspect/inspect');
const binding = internalBinding('performance');

const kState = Symbol('state');
const kListeners = Symbol('listeners');
const kHandlers = Symbol('handlers');
/** An option of addEventListener: the listener gets the value of a NodeEventTarget's event, not the event. */
const kNodeStyle = Symbol('kIsNodeStyleListener');
/** Methods of a target that hear of listeners: `(count, type)`. */
const kNewListener = Symbol('kNewListener');
const kRemoveListener = Symbol('kRemoveListener');
const NONE = 0;
const AT_TARGET = 2;

function show(object, name, fields, depth, options) {
  if (depth < 0) return name;
  return `${name} ${inspect(fields, { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth })}`;
}

/** What an event remembers; hidden from the program. */
class EventState {
  constructor(cancelable, bubbles, composed) {
    this.cancelable = cancelable;
    this.bubbles = bubbles;
    this.composed = composed;
    this.target = null;
    this.currentTarget = null;
    this.dispatching = false;
    this.stopped = false;
    this.stoppedImmediately = false;
    this.defaultPrevented = false;
    this.passive = false;
    this.trusted = false;
  }
}

class Event {
  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    if (options != null && typeof options !== 'object' && typeof options !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('options', 'Object', options);
    }
    const state = new EventState(Boolean(options?.cancelable), Boolean(options?.bubbles), Boolean(options?.composed));
    Object.defineProperty(this, kState, { value: state });
    Object.defineProperty(state, 'type', { value: `${type}`, writable: true });
    state.timeStamp = binding.now();
  }

  static #state(event) {
    const state = event?.[kState];
    if (state === undefined) throw new codes.ERR_INVALID_THIS('Event');
    return state;
  }

  [customInspect](depth, options) {
    return show(this, this.constructor.name, {
      type: this.type,
      defaultPrevented: this.defaultPrevented,
      cancelable: this.cancelable,
      timeStamp: this.timeStamp,
    }, depth, options);
  }

  initEvent(type, bubbles = false, cancelable = false) {
    const state = Event.#state(this);
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('type');
    if (state.dispatching) return;
    state.type = `${type}`;
    state.bubbles = Boolean(bubbles);
    state.cancelable = Boolean(cancelable);
  }

  stopImmediatePropagation() {
    const state = Event.#state(this);
    state.stopped = true;
    state.stoppedImmediately = true;
  }

  preventDefault() {
    const state = Event.#state(this);
    if (state.cancelable && !state.passive) state.defaultPrevented = true;
  }

  get target() { return Event.#state(this).target; }
  get currentTarget() { return Event.#state(this).currentTarget; }
  get srcElement() { return Event.#state(this).target; }
  get type() { return Event.#state(this).type; }
  get cancelable() { return Event.#state(this).cancelable; }
  get defaultPrevented() { return Event.#state(this).cancelable && Event.#state(this).defaultPrevented; }
  get timeStamp() { return Event.#state(this).timeStamp; }

  composedPath() {
    const state = Event.#state(this);
    return state.dispatching ? [state.currentTarget] : [];
  }

  get returnValue() { return !Event.#state(this).cancelable || !this.defaultPrevented; }
  set returnValue(value) {
    if (!value) this.preventDefault();
  }

  get bubbles() { return Event.#state(this).bubbles; }
  get composed() { return Event.#state(this).composed; }
  get eventPhase() { return Event.#state(this).dispatching ? AT_TARGET : NONE; }
  get isTrusted() { return Event.#state(this).trusted; }
  get cancelBubble() { return Event.#state(this).stopped; }
  set cancelBubble(value) {
    if (value) Event.#state(this).stopped = true;
  }

  stopPropagation() {
    Event.#state(this).stopped = true;
  }
}

for (const [name, value] of [['NONE', NONE], ['CAPTURING_PHASE', 1], ['AT_TARGET', AT_TARGET], ['BUBBLING_PHASE', 3]]) {
  Object.defineProperty(Event, name, { value, enumerable: true });
}

function exposeAll(prototype, tag) {
  for (const name of Object.getOwnPropertyNames(prototype)) {
    if (name !== 'constructor') Object.defineProperty(prototype, name, { enumerable: true });
  }
  Object.defineProperty(prototype, Symbol.toStringTag, { value: tag, configurable: true });
}
exposeAll(Event.prototype, 'Event');

class CustomEvent extends Event {
  #detail;

  constructor(type, options = undefined) {
    super(type, options);
    this.#detail = options?.detail ?? null;
  }

  get detail() { return this.#detail; }
}
exposeAll(CustomEvent.prototype, 'CustomEvent');

/** One registered listener; `callback` may be held weakly. */
class Listener {
  constructor(callback, { once, capture, passive, nodeStyle }) {
    this.callback = callback;
    this.once = once;
    this.capture = capture;
    this.passive = passive;
    this.nodeStyle = nodeStyle === true;
    this.removed = false;
  }
}

function readOptions(options) {
  if (options == null) return { once: false, capture: false, passive: false };
  if (typeof options === 'boolean') return { once: false, capture: options, passive: false };
  return {
    once: Boolean(options.once),
    capture: Boolean(options.capture),
    passive: Boolean(options.passive),
    signal: options.signal,
    nodeStyle: options[kNodeStyle] === true,
  };
}

function initialize(target) {
  Object.defineProperty(target, kListeners, { value: new Map(), configurable: true });
}

class EventTarget {
  constructor() {
    initialize(this);
  }

  static #listeners(target) {
    const listeners = target?.[kListeners];
    if (listeners === undefined) throw new codes.ERR_INVALID_THIS('EventTarget');
    return listeners;
  }

  addEventListener(type, listener, options = undefined) {
    const listeners = EventTarget.#listeners(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('type', 'listener');
    const flags = readOptions(options);
    if (listener == null) {
      const warning = new Error(`addEventListener called with ${listener} which has no effect.`);
      warning.name = 'AddEventListenerArgumentTypeWarning';
      process.emitWarning(warning);
      return;
    }
    if (typeof listener !== 'function' && typeof listener !== 'object') {
      throw new codes.ERR_INVALID_ARG_TYPE('listener', 'EventListener', listener);
    }
    type = `${type}`;
    const { signal } = flags;
    if (signal !== undefined) {
      require('internal/validators').validateAbortSignal(signal, 'options.signal');
      if (signal.aborted) return;
      signal.addEventListener('abort', () => this.removeEventListener(type, listener, options), { once: true });
    }
    const list = listeners.get(type);
    if (list === undefined) {
      listeners.set(type, [new Listener(listener, flags)]);
    } else {
      if (list.some((one) => one.callback === listener && one.capture === flags.capture)) return;
      listeners.set(type, [...list, new Listener(listener, flags)]);
    }
    if (this[kNewListener] !== undefined) this[kNewListener](listeners.get(type).length, type);
  }

  removeEventListener(type, listener, options = undefined) {
    const listeners = EventTarget.#listeners(this);
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('type', 'listener');
    type = `${type}`;
    const { capture } = readOptions(options);
    const list = listeners.get(type);
    if (list === undefined) return;
    const found = list.find((one) => one.callback === listener && one.capture === capture);
    if (found === undefined) return;
    found.removed = true;
    if (list.length === 1) listeners.delete(type);
    else listeners.set(type, list.filter((one) => one !== found));
    if (this[kRemoveListener] !== undefined) this[kRemoveListener](list.length - 1, type);
  }

  dispatchEvent(event) {
    EventTarget.#listeners(this);
    if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('event');
    const state = event?.[kState];
    if (state === undefined) throw new codes.ERR_INVALID_ARG_TYPE('event', 'Event', event);
    if (state.dispatching) throw new codes.ERR_EVENT_RECURSION(event.type);
    dispatch(this, event, false);
    return !event.defaultPrevented;
  }

  [customInspect](depth, options) {
    return show(this, this.constructor.name, {}, depth, options);
  }
}
exposeAll(EventTarget.prototype, 'EventTarget');

/** Calls the listeners; what they throw is an uncaught exception, not the caller's. */
function dispatch(target, event, trusted, ...values) {
  const nodeValue = values.length === 0 ? event : values[0];
  const state = event[kState];
  state.trusted = trusted;
  state.target = target;
  state.currentTarget = target;
  state.dispatching = true;
  const list = target[kListeners].get(event.type) ?? [];
  for (const listener of list) {
    if (listener.removed) continue;
    if (listener.once) target.removeEventListener(event.type, listener.callback, listener);
    state.passive = listener.passive;
    try {
      const { callback } = listener;
      const argument = listener.nodeStyle ? nodeValue : event;
      const result = typeof callback === 'function' ? callback.call(target, argument) : callback.handleEvent(argument);
      if (result != null && typeof result.then === 'function') {
        result.then(undefined, (error) => process.nextTick(() => { throw error; }));
      }
    } catch (error) {
      process.nextTick(() => { throw error; });
    }
    state.passive = false;
    if (state.stoppedImmediately) break;
  }
  state.currentTarget = null;
  state.dispatching = false;
}

/** Defines `on<name>` on a prototype: one handler that is called like a listener. */
function defineEventHandler(prototype, name, event = name) {
  Object.defineProperty(prototype, `on${name}`, {
    configurable: true,
    enumerable: true,
    get() {
      return this[kHandlers]?.get(event)?.handler ?? null;
    },
    set(value) {
      if (this[kHandlers] === undefined) Object.defineProperty(this, kHandlers, { value: new Map() });
      const existing = this[kHandlers].get(event);
      const handler = typeof value === 'function' || (typeof value === 'object' && value !== null) ? value : null;
      if (existing !== undefined) {
        existing.handler = handler;
        if (handler === null) {
          this.removeEventListener(event, existing.listener);
          this[kHandlers].delete(event);
        }
      } else if (handler !== null) {
        const entry = { handler };
        entry.listener = function(e) {
          return typeof entry.handler === 'function' ? entry.handler.call(this, e) : undefined;
        };
        this[kHandlers].set(event, entry);
        this.addEventListener(event, entry.listener);
      }
    },
  });
}

/** An EventTarget with the methods of an EventEmitter; `on` listeners get a value, not an event. */
class NodeEventTarget extends EventTarget {
  static defaultMaxListeners = 10;

  setMaxListeners(n) {
    require('events').setMaxListeners(n, this);
  }

  getMaxListeners() {
    return this[require('events').kMaxEventTargetListeners] ?? NodeEventTarget.defaultMaxListeners;
  }

  eventNames() {
    return [...this[kListeners].keys()];
  }

  listenerCount(type) {
    return this[kListeners].get(`${type}`)?.length ?? 0;
  }

  off(type, listener, options) {
    this.removeEventListener(type, listener, options);
    return this;
  }

  removeListener(type, listener, options) {
    this.removeEventListener(type, listener, options);
    return this;
  }

  on(type, listener) {
    this.addEventListener(type, listener, { [kNodeStyle]: true });
    return this;
  }

  addListener(type, listener) {
    this.addEventListener(type, listener, { [kNodeStyle]: true });
    return this;
  }

  emit(type, value) {
    require('internal/validators').validateString(type, 'type');
    const hadListeners = this.listenerCount(type) > 0;
    emitTo(this, new CustomEvent(type, { detail: value }), value);
    return hadListeners;
  }

  once(type, listener) {
    this.addEventListener(type, listener, { once: true, [kNodeStyle]: true });
    return this;
  }

  removeAllListeners(type) {
    const names = type === undefined ? this.eventNames() : [`${type}`];
    for (const name of names) {
      for (const { callback, capture } of [...this[kListeners].get(name) ?? []]) {
        this.removeEventListener(name, callback, capture);
      }
    }
    return this;
  }
}
for (const name of Object.getOwnPropertyNames(NodeEventTarget.prototype)) {
  if (name !== 'constructor') Object.defineProperty(NodeEventTarget.prototype, name, { enumerable: true });
}

/** Dispatches an event of the runtime's; `on` listeners get the value. */
function emitTo(target, event, ...values) {
  dispatch(target, event, false, ...values);
}

function isEventTarget(value) {
  return value?.[kListeners] !== undefined;
}

/** The callbacks for one type of event, for events.getEventListeners. */
function listenersOf(target, type) {
  return (target[kListeners].get(type) ?? []).map((listener) => listener.callback);
}

module.exports = {
  CustomEvent,
  Event,
  EventTarget,
  NodeEventTarget,
  defineEventHandler,
  dispatch,
  emitTo,
  initialize,
  isEventTarget,
  kNewListener,
  kRemoveListener,
  listenersOf,
};
