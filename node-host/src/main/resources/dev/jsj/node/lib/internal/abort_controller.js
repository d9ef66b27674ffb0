'use strict';

// AbortController and AbortSignal.

const { Event, EventTarget, defineEventHandler, dispatch } = require('internal/event_target');
const { codes } = require('internal/errors');
const { customInspect, inspect } = require('internal/inspect/inspect');
const { validateUint32 } = require('internal/validators');

function abortReason() {
  const { DOMException } = require('internal/dom_exception');
  return new DOMException('This operation was aborted', 'AbortError');
}

function shallow(depth, options) {
  return { ...options, depth: options.depth == null ? null : options.depth - 1 };
}

let makeSignal;
let abort;

class AbortSignal extends EventTarget {
  static #states = new WeakMap();

  static {
    makeSignal = (aborted = false, reason = undefined) => {
      const signal = Reflect.construct(EventTarget, [], AbortSignal);
      AbortSignal.#install(signal, aborted, reason);
      return signal;
    };
    abort = (signal, reason) => AbortSignal.#abort(signal, reason);
  }

  static #install(signal, aborted, reason) {
    AbortSignal.#states.set(signal, { aborted, reason, dependents: [] });
  }

  static #state(signal) {
    const state = AbortSignal.#states.get(signal);
    if (state === undefined) throw new codes.ERR_INVALID_THIS('AbortSignal');
    return state;
  }

  static #abort(signal, reason) {
    const state = AbortSignal.#state(signal);
    if (state.aborted) return;
    state.aborted = true;
    state.reason = reason;
    const dependents = state.dependents.splice(0).filter((one) => !one.aborted);
    dispatch(signal, new Event('abort'), true);
    for (const dependent of dependents) AbortSignal.#abort(dependent, reason);
  }

  constructor() {
    throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
  }

  get aborted() {
    return AbortSignal.#state(this).aborted;
  }

  get reason() {
    return AbortSignal.#state(this).reason;
  }

  throwIfAborted() {
    const state = AbortSignal.#state(this);
    if (state.aborted) throw state.reason;
  }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    return `AbortSignal ${inspect({ aborted: this.aborted }, shallow(depth, options))}`;
  }

  static abort(reason = abortReason()) {
    return makeSignal(true, reason);
  }

  static timeout(delay) {
    validateUint32(delay, 'delay', false);
    const signal = makeSignal();
    require('internal/timers').setUnrefTimeout(() => {
      const { DOMException } = require('internal/dom_exception');
      abort(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
    }, delay);
    return signal;
  }

  static any(signals) {
    const list = [...signals];
    for (let i = 0; i < list.length; i++) {
      if (!AbortSignal.#states.has(list[i])) {
        throw new codes.ERR_INVALID_ARG_TYPE(`signals[${i}]`, 'AbortSignal', list[i]);
      }
    }
    const aborted = list.find((signal) => signal.aborted);
    if (aborted !== undefined) return makeSignal(true, aborted.reason);
    const result = makeSignal();
    for (const signal of list) AbortSignal.#state(signal).dependents.push(result);
    return result;
  }
}
Object.defineProperties(AbortSignal.prototype, {
  aborted: { enumerable: true },
  reason: { enumerable: true },
  throwIfAborted: { enumerable: true },
  [Symbol.toStringTag]: { value: 'AbortSignal', configurable: true },
});
defineEventHandler(AbortSignal.prototype, 'abort');

class AbortController {
  #signal = makeSignal();

  get signal() {
    return this.#signal;
  }

  abort(reason = abortReason()) {
    abort(this.#signal, reason);
  }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    return `AbortController ${inspect({ signal: this.signal }, shallow(depth, options))}`;
  }
}
Object.defineProperties(AbortController.prototype, {
  signal: { enumerable: true },
  abort: { enumerable: true },
  [Symbol.toStringTag]: { value: 'AbortController', configurable: true },
});

module.exports = { AbortController, AbortSignal };
