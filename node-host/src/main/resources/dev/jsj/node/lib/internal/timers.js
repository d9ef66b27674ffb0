'use strict';

// setTimeout, setInterval and setImmediate. Timers of one duration form a list, in the order they were started; a heap of
// lists, by the time their first timer is due, tells the event loop when to wake up.

const binding = internalBinding('timers');
const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');

const MAX_DURATION = 2 ** 31 - 1;
const refed = Symbol('refed');
const kHasPrimitive = Symbol('kHasPrimitive');
const asyncContext = Symbol('asyncContext');

/** The timers of one duration, oldest first, as a ring through the list itself. */
class TimersList {
  constructor(expiry, duration) {
    this._idleNext = this;
    this._idlePrev = this;
    this.expiry = expiry;
    this.id = nextListId++;
    this.msecs = duration;
    this.heapIndex = 0;
  }
}

let nextListId = Number.MIN_SAFE_INTEGER;
const lists = new Map();
const heap = [];
const knownTimers = new Map();
let referencedTimers = 0;
let nextExpiry = Infinity;

function isBefore(a, b) {
  return a.expiry === b.expiry ? a.id < b.id : a.expiry < b.expiry;
}

function place(list, index) {
  heap[index] = list;
  list.heapIndex = index;
}

function siftUp(index) {
  const list = heap[index];
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!isBefore(list, heap[parent])) break;
    place(heap[parent], index);
    index = parent;
  }
  place(list, index);
}

function siftDown(index) {
  const list = heap[index];
  for (;;) {
    let child = 2 * index + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
    if (!isBefore(heap[child], list)) break;
    place(heap[child], index);
    index = child;
  }
  place(list, index);
}

function removeList(list) {
  lists.delete(list.msecs);
  const last = heap.pop();
  if (last !== list) {
    place(last, list.heapIndex);
    siftUp(last.heapIndex);
    siftDown(last.heapIndex);
  }
}

function append(list, timer) {
  timer._idleNext = list;
  timer._idlePrev = list._idlePrev;
  list._idlePrev._idleNext = timer;
  list._idlePrev = timer;
}

function unlink(timer) {
  timer._idleNext._idlePrev = timer._idlePrev;
  timer._idlePrev._idleNext = timer._idleNext;
  timer._idleNext = timer._idlePrev = null;
}

/** Starts a timer at `start`, or now. */
function insert(timer, start = binding.now()) {
  const duration = timer._idleTimeout;
  timer._idleStart = start;
  let list = lists.get(duration);
  if (list === undefined) {
    list = new TimersList(start + duration, duration);
    lists.set(duration, list);
    heap.push(list);
    siftUp(heap.length - 1);
    if (list.expiry < nextExpiry) {
      nextExpiry = list.expiry;
      binding.schedule(nextExpiry - binding.now());
    }
  }
  append(list, timer);
}

function count(difference) {
  referencedTimers += difference;
  if (difference > 0 ? referencedTimers === 1 : referencedTimers === 0) binding.reference(referencedTimers > 0);
}

class Timeout {
  constructor(callback, after, args, isRepeat, isRefed) {
    after = after === undefined ? 1 : Number(after);
    if (!(after >= 1 && after <= MAX_DURATION)) {
      if (after > MAX_DURATION) {
        process.emitWarning(`${after} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`,
                            'TimeoutOverflowWarning');
      }
      after = 1;
    }
    this._idleTimeout = Math.trunc(after);
    this._idlePrev = this;
    this._idleNext = this;
    this._idleStart = null;
    this._onTimeout = callback;
    this._timerArgs = args;
    this._repeat = isRepeat ? this._idleTimeout : null;
    this._destroyed = false;
    this[refed] = null;
    this[kHasPrimitive] = false;
    if (isRefed) {
      this[refed] = true;
      count(1);
    } else {
      this[refed] = false;
    }
    Object.defineProperty(this, asyncContext, { value: binding.startOperation('Timeout', this), writable: true });
  }

  refresh() {
    restart(this);
    return this;
  }

  unref() {
    if (this[refed]) {
      this[refed] = false;
      if (!this._destroyed) count(-1);
    }
    return this;
  }

  ref() {
    if (this[refed] === false) {
      this[refed] = true;
      if (!this._destroyed) count(1);
    }
    return this;
  }

  hasRef() {
    return this[refed];
  }

  close() {
    clearTimeout(this);
    return this;
  }

  [Symbol.toPrimitive]() {
    if (!this[kHasPrimitive]) {
      this[kHasPrimitive] = true;
      this._id ??= nextId++;
      Object.defineProperty(this, '_id', { enumerable: false });
      knownTimers.set(this._id, this);
    }
    return this._id;
  }

  [Symbol.dispose ?? Symbol.for('nodejs.dispose')]() {
    clearTimeout(this);
  }
}

let nextId = 1;

function restart(timer) {
  if (timer._idleNext !== null && timer._idleNext !== timer) {
    const list = timer._idleNext instanceof TimersList ? timer._idleNext : lists.get(timer._idleTimeout);
    unlink(timer);
    if (list !== undefined && list._idleNext === list) removeList(list);
  } else if (timer._destroyed) {
    timer._destroyed = false;
    if (timer[refed]) count(1);
  }
  insert(timer);
}

function destroy(timer) {
  if (timer._destroyed) return;
  timer._destroyed = true;
  if (timer[kHasPrimitive]) knownTimers.delete(timer._id);
  if (timer[refed]) count(-1);
  if (timer[asyncContext] !== undefined) binding.endOperation(timer[asyncContext]);
}

/** Takes a timer out of its list; the list goes with its last timer. */
function unenroll(timer) {
  if (timer._idleNext && timer._idleNext !== timer) {
    const list = lists.get(timer._idleTimeout);
    unlink(timer);
    if (list !== undefined && list._idleNext === list) {
      const wasFirst = heap[0] === list;
      removeList(list);
      if (wasFirst && heap.length > 0 && heap[0].expiry > nextExpiry) {
        nextExpiry = heap[0].expiry;
        binding.schedule(Math.max(nextExpiry - binding.now(), 1));
      }
    }
  }
  destroy(timer);
  timer._idleTimeout = -1;
}

/** The timers phase: answers when to come again, negative when nothing referenced is left, 0 for never. */
function runTimers(now) {
  finishTimer();
  nextExpiry = Infinity;
  let ranSome = false;
  let list;
  while ((list = heap[0]) !== undefined) {
    if (list.expiry > now) {
      now = binding.now(); // the callbacks took time
      if (list.expiry > now) {
        nextExpiry = list.expiry;
        return referencedTimers > 0 ? nextExpiry : -nextExpiry;
      }
    }
    if (ranSome) binding.runNextTicks();
    ranSome = true;
    runList(list, now);
  }
  return 0;
}

function runList(list, now) {
  let ranSome = false;
  let timer;
  while ((timer = list._idleNext) !== list) {
    const elapsed = now - timer._idleStart;
    if (elapsed < list.msecs) {
      list.expiry = Math.max(timer._idleStart + list.msecs, now + 1);
      siftDown(list.heapIndex);
      return;
    }
    if (ranSome) {
      binding.runNextTicks();
      if (timer._idleNext === null || list._idleNext !== timer) continue; // a job cleared it
    }
    ranSome = true;
    unlink(timer);
    runTimer(timer);
  }
  if (lists.get(list.msecs) === list) removeList(list);
}

/** The timer whose callback runs; what must follow it follows even when it throws, at the latest in the next phase. */
let runningTimer = null;

function runTimer(timer) {
  if (!timer._onTimeout || timer._destroyed) return;
  runningTimer = timer;
  binding.runInContext(timer[asyncContext], timer._onTimeout, timer, timer._timerArgs);
  finishTimer();
}

function finishTimer() {
  const timer = runningTimer;
  runningTimer = null;
  if (timer === null) return;
  if (timer._repeat && timer._idleTimeout !== -1) {
    timer._idleTimeout = timer._repeat;
    if (timer._idleNext === null) insert(timer, binding.now());
  } else if (timer._idleNext === null && !timer._destroyed) {
    destroy(timer);
  }
}

function checkCallback(callback) {
  if (typeof callback !== 'function') throw new codes.ERR_INVALID_ARG_TYPE('callback', 'Function', callback);
}

function setTimeout(callback, after, ...args) {
  checkCallback(callback);
  const timer = new Timeout(callback, after, args.length === 0 ? undefined : args, false, true);
  insert(timer);
  return timer;
}

function setInterval(callback, repeat, ...args) {
  checkCallback(callback);
  const timer = new Timeout(callback, repeat, args.length === 0 ? undefined : args, true, true);
  insert(timer);
  return timer;
}

function clearTimeout(timer) {
  if (timer?._onTimeout) {
    timer._onTimeout = null;
    unenroll(timer);
  } else if (typeof timer === 'number' || typeof timer === 'string') {
    const known = knownTimers.get(Number(timer));
    if (known !== undefined && String(known._id) === String(timer)) {
      known._onTimeout = null;
      unenroll(known);
    }
  }
}

function clearInterval(timer) {
  clearTimeout(timer);
}

/** A timer that does not keep the program alive, for the runtime's own use. */
function setUnrefTimeout(callback, after) {
  const timer = new Timeout(callback, after, undefined, false, false);
  insert(timer);
  return timer;
}

// Immediates: two queues, that of this turn and the one filled meanwhile.
let waiting = [];
let referencedImmediates = 0;

class Immediate {
  constructor(callback, args) {
    this._onImmediate = callback;
    this._argv = args;
    this._destroyed = false;
    this[refed] = false;
    Object.defineProperty(this, asyncContext, { value: binding.startOperation('Immediate', this) });
    this.ref();
    if (waiting.length === 0) binding.requestImmediates();
    waiting.push(this);
  }

  ref() {
    if (this[refed] === false && !this._destroyed) {
      this[refed] = true;
      if (referencedImmediates++ === 0) binding.referenceImmediates(true);
    }
    return this;
  }

  unref() {
    if (this[refed] === true) {
      this[refed] = false;
      if (--referencedImmediates === 0) binding.referenceImmediates(false);
    }
    return this;
  }

  hasRef() {
    return Boolean(this[refed]);
  }

  [Symbol.dispose ?? Symbol.for('nodejs.dispose')]() {
    clearImmediate(this);
  }
}

let running = [];
let position = 0;

/** The check phase: runs what was there when it began. After an exception it is entered again for the rest. */
function runImmediates() {
  if (position >= running.length) {
    running = waiting;
    waiting = [];
    position = 0;
  }
  while (position < running.length) {
    const immediate = running[position++];
    if (immediate._destroyed) continue;
    release(immediate);
    binding.runInContext(immediate[asyncContext], immediate._onImmediate, immediate, immediate._argv);
    if (position < running.length) binding.runNextTicks();
  }
  running = [];
  if (waiting.length > 0) binding.requestImmediates();
}

function release(immediate) {
  immediate._destroyed = true;
  if (immediate[refed] && --referencedImmediates === 0) binding.referenceImmediates(false);
  immediate[refed] = null;
  if (immediate[asyncContext] !== undefined) binding.endOperation(immediate[asyncContext]);
}

function setImmediate(callback, ...args) {
  checkCallback(callback);
  return new Immediate(callback, args.length === 0 ? undefined : args);
}

function clearImmediate(immediate) {
  if (!immediate?._onImmediate || immediate._destroyed) return;
  release(immediate);
  immediate._onImmediate = null;
}

function getTimerDuration(msecs, name) {
  validateNumber(msecs, name);
  if (msecs < 0 || !Number.isFinite(msecs)) throw new codes.ERR_OUT_OF_RANGE(name, 'a non-negative finite number', msecs);
  if (msecs <= MAX_DURATION) return msecs;
  process.emitWarning(`${msecs} does not fit into a 32-bit signed integer.\nTimer duration was truncated to ${MAX_DURATION}.`,
                      'TimeoutOverflowWarning');
  return MAX_DURATION;
}

// ---- any object as a timer, as programs did before there were classes for them

/** Gives the object a duration; `activate` starts it. */
function enroll(item, msecs) {
  msecs = getTimerDuration(msecs, 'msecs');
  if (item._idleNext) unenroll(item);
  item._idleNext = item;
  item._idlePrev = item;
  item._idleTimeout = msecs;
}

/** Starts the object's timer, or starts it anew. */
function activate(item, isRefed) {
  if (item._idleTimeout < 0 || item._idleTimeout === undefined) return;
  if (item._idleNext && item._idleNext !== item) {
    const list = lists.get(item._idleTimeout);
    unlink(item);
    if (list !== undefined && list._idleNext === list) removeList(list);
  }
  const isCounted = item._destroyed === false && item[refed] === true;
  if (!Object.hasOwn(item, asyncContext)) {
    Object.defineProperty(item, asyncContext, { value: binding.startOperation('Timeout', item), writable: true });
    Object.defineProperty(item, refed, { value: isRefed, writable: true });
  }
  item._destroyed = false;
  item[refed] = isRefed;
  if (isRefed !== isCounted) count(isRefed ? 1 : -1);
  insert(item);
}

/** What keeps the event loop alive, by type. */
function activeTimers() {
  return [...new Array(referencedTimers).fill('Timeout'), ...new Array(referencedImmediates).fill('Immediate')];
}

binding.setup(runTimers, runImmediates);

module.exports = {
  Immediate,
  Timeout,
  activate,
  activeTimers,
  clearImmediate,
  clearInterval,
  clearTimeout,
  enroll,
  getTimerDuration,
  setImmediate,
  setInterval,
  setTimeout,
  setUnrefTimeout,
  unenroll,
};
