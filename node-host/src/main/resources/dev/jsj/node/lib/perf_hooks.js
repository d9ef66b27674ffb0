'use strict';

// node:perf_hooks.

const binding = internalBinding('performance');
const { EventTarget } = require('internal/event_target');
const { codes } = require('internal/errors');
const { customInspect, inspect } = require('internal/inspect/inspect');
const { validateFunction, validateNumber, validateObject, validateString } = require('internal/validators');

const kCreate = Symbol('create');
const timeline = [];
const observers = new Set();

class PerformanceEntry {
  #name;
  #entryType;
  #startTime;
  #duration;
  #detail;

  constructor(token, name, entryType, startTime, duration, detail) {
    if (token !== kCreate) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#name = name;
    this.#entryType = entryType;
    this.#startTime = startTime;
    this.#duration = duration;
    this.#detail = detail;
  }

  get name() { return this.#name; }
  get entryType() { return this.#entryType; }
  get startTime() { return this.#startTime; }
  get duration() { return this.#duration; }
  get detail() { return this.#detail; }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    return `${this.constructor.name} ${inspect(this.toJSON(), options)}`;
  }

  toJSON() {
    return {
      name: this.name, entryType: this.entryType, startTime: this.startTime, duration: this.duration, detail: this.detail,
    };
  }
}

class PerformanceMark extends PerformanceEntry {
  constructor(name, options = undefined) {
    name = `${name}`;
    if (options != null) validateObject(options, 'options');
    const startTime = options?.startTime ?? binding.now();
    validateNumber(startTime, 'startTime');
    if (startTime < 0) throw new codes.ERR_PERFORMANCE_INVALID_TIMESTAMP(startTime);
    const detail = options?.detail;
    super(kCreate, name, 'mark', startTime, 0,
          detail == null ? null : require('internal/structured_clone').structuredClone(detail));
  }
}

class PerformanceMeasure extends PerformanceEntry {}
class PerformanceResourceTiming extends PerformanceEntry {}

function publish(entry) {
  timeline.push(entry);
  for (const observer of observers) observer[kCreate](entry);
}

class PerformanceObserverEntryList {
  #entries;

  constructor(entries) {
    this.#entries = entries;
  }

  getEntries() {
    return this.#entries.slice();
  }

  getEntriesByType(type) {
    return this.#entries.filter((entry) => entry.entryType === `${type}`);
  }

  getEntriesByName(name, type = undefined) {
    return this.#entries.filter((entry) => entry.name === `${name}` && (type === undefined || entry.entryType === type));
  }
}

class PerformanceObserver {
  #callback;
  #types = new Set();
  #pending = [];
  #scheduled = false;

  constructor(callback) {
    validateFunction(callback, 'callback');
    this.#callback = callback;
  }

  observe(options = {}) {
    validateObject(options, 'options');
    const { entryTypes, type, buffered } = options;
    if (entryTypes === undefined && type === undefined) throw new codes.ERR_MISSING_ARGS('options.entryTypes', 'options.type');
    if (entryTypes !== undefined) this.#types = new Set(entryTypes);
    else this.#types.add(type);
    observers.add(this);
    if (buffered) for (const entry of timeline) this[kCreate](entry);
  }

  disconnect() {
    observers.delete(this);
    this.#types.clear();
    this.#pending = [];
  }

  takeRecords() {
    return this.#pending.splice(0);
  }

  [kCreate](entry) {
    if (!this.#types.has(entry.entryType)) return;
    this.#pending.push(entry);
    if (this.#scheduled) return;
    this.#scheduled = true;
    require('internal/timers').setImmediate(() => {
      this.#scheduled = false;
      if (this.#pending.length > 0) this.#callback(new PerformanceObserverEntryList(this.takeRecords()), this);
    });
  }

  static get supportedEntryTypes() {
    return ['function', 'mark', 'measure'];
  }
}

/** When a mark was made, or a time given as a number. */
function timeOf(value) {
  if (typeof value === 'number') return value;
  const name = `${value}`;
  const mark = timeline.findLast((entry) => entry.entryType === 'mark' && entry.name === name);
  if (mark !== undefined) return mark.startTime;
  const { DOMException } = require('internal/dom_exception');
  throw new DOMException(`The "${name}" performance mark has not been set`, 'SyntaxError');
}

class Performance extends EventTarget {
  constructor(token) {
    if (token !== kCreate) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }

  get timeOrigin() {
    return binding.timeOrigin;
  }

  now() {
    return binding.now();
  }

  mark(name, options = {}) {
    const mark = new PerformanceMark(name, options);
    publish(mark);
    return mark;
  }

  measure(name, startOrOptions = {}, endMark = undefined) {
    validateString(name, 'name');
    const options = typeof startOrOptions === 'object' && startOrOptions !== null ? startOrOptions : undefined;
    let start = 0;
    let end;
    if (options !== undefined) {
      if (options.end !== undefined) end = timeOf(options.end);
      else if (options.start !== undefined && options.duration !== undefined) end = timeOf(options.start) + options.duration;
      if (options.start !== undefined) start = timeOf(options.start);
      else if (options.duration !== undefined && end !== undefined) start = end - options.duration;
    } else if (startOrOptions !== undefined) {
      start = timeOf(startOrOptions);
    }
    if (endMark !== undefined) end = timeOf(endMark);
    end ??= binding.now();
    const detail = options?.detail == null ? null : require('internal/structured_clone').structuredClone(options.detail);
    const measure = new PerformanceMeasure(kCreate, name, 'measure', start, end - start, detail);
    publish(measure);
    return measure;
  }

  #clear(type, name) {
    for (let i = timeline.length - 1; i >= 0; i--) {
      if (timeline[i].entryType === type && (name === undefined || timeline[i].name === `${name}`)) timeline.splice(i, 1);
    }
  }

  clearMarks(name) {
    this.#clear('mark', name);
  }

  clearMeasures(name) {
    this.#clear('measure', name);
  }

  clearResourceTimings() {}

  getEntries() {
    return timeline.slice().sort((a, b) => a.startTime - b.startTime);
  }

  getEntriesByName(name, type = undefined) {
    return this.getEntries().filter((entry) => entry.name === `${name}` && (type === undefined || entry.entryType === type));
  }

  getEntriesByType(type) {
    return this.getEntries().filter((entry) => entry.entryType === `${type}`);
  }

  timerify(fn, options = {}) {
    validateFunction(fn, 'fn');
    validateObject(options, 'options');
    function timerified(...args) {
      const start = binding.now();
      const finish = () => publish(new PerformanceEntry(kCreate, fn.name, 'function', start, binding.now() - start, args));
      const result = new.target ? Reflect.construct(fn, args, fn) : Reflect.apply(fn, this, args);
      if (typeof result?.finally === 'function') return result.finally(finish);
      finish();
      return result;
    }
    return Object.defineProperties(timerified, {
      length: { configurable: false, enumerable: true, value: fn.length },
      name: { configurable: false, enumerable: true, value: `timerified ${fn.name}` },
    });
  }

  eventLoopUtilization() {
    return { idle: 0, active: 0, utilization: 0 };
  }

  setResourceTimingBufferSize() {}

  get nodeTiming() {
    return new PerformanceEntry(kCreate, 'node', 'node', 0, binding.now());
  }

  toJSON() {
    return { nodeTiming: this.nodeTiming, timeOrigin: this.timeOrigin, eventLoopUtilization: this.eventLoopUtilization() };
  }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    return `Performance ${inspect({ nodeTiming: this.nodeTiming, timeOrigin: this.timeOrigin }, options)}`;
  }
}
for (const name of Object.getOwnPropertyNames(Performance.prototype)) {
  if (name !== 'constructor') Object.defineProperty(Performance.prototype, name, { enumerable: true });
}
Object.defineProperty(Performance.prototype, Symbol.toStringTag, { value: 'Performance', configurable: true });

const performance = new Performance(kCreate);

/** A histogram of whole numbers. */
class RecordableHistogram {
  #values = [];

  record(value) {
    this.#values.push(Number(value));
  }

  recordDelta() {}

  reset() {
    this.#values = [];
  }

  get count() { return this.#values.length; }
  get min() { return this.#values.length === 0 ? 9223372036854776000 : Math.min(...this.#values); }
  get max() { return this.#values.length === 0 ? 0 : Math.max(...this.#values); }
  get exceeds() { return 0; }
  get mean() { return this.#values.reduce((sum, value) => sum + value, 0) / this.#values.length; }
  get stddev() {
    const { mean } = this;
    return Math.sqrt(this.#values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / this.#values.length);
  }

  percentile(percentile) {
    const sorted = this.#values.slice().sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil((percentile / 100) * sorted.length) - 1)] ?? 0;
  }

  get percentiles() {
    return new Map([50, 75, 90, 99, 100].map((one) => [one, this.percentile(one)]));
  }
}

class IntervalHistogram extends RecordableHistogram {
  enable() { return true; }
  disable() { return true; }
}

module.exports = {
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver,
  PerformanceObserverEntryList,
  PerformanceResourceTiming,
  monitorEventLoopDelay: () => new IntervalHistogram(),
  createHistogram: () => new RecordableHistogram(),
  performance,
  constants: {
    NODE_PERFORMANCE_GC_MAJOR: 4, NODE_PERFORMANCE_GC_MINOR: 1, NODE_PERFORMANCE_GC_INCREMENTAL: 8,
    NODE_PERFORMANCE_GC_WEAKCB: 16,
  },
};
