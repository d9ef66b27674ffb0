'use strict';

// node:perf_hooks.

const binding = internalBinding('performance');
const { EventTarget } = require('internal/event_target');
const { codes } = require('internal/errors');
const { customInspect, inspect } = require('internal/inspect/inspect');
const { validateFunction, validateObject, validateString } = require('internal/validators');
const entries = require('internal/perf/entries');
const { PerformanceEntry, PerformanceMark, PerformanceMeasure, kCreate, publish, timeline } = entries;

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

  clearResourceTimings(name) {
    this.#clear('resource', name);
  }

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
      const finish = () => {
        const duration = binding.now() - start;
        options.histogram?.record(Math.max(1, Math.ceil(duration * 1e6)));
        publish(new PerformanceEntry(kCreate, fn.name, 'function', start, duration, args));
      };
      const result = new.target ? Reflect.construct(fn, args, fn) : Reflect.apply(fn, this, args);
      if (typeof result?.finally === 'function') return result.finally(finish);
      finish();
      return result;
    }
    const { histogram } = options;
    if (histogram !== undefined && typeof histogram?.record !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('options.histogram', 'RecordableHistogram', histogram);
    }
    return Object.defineProperties(timerified, {
      length: { configurable: false, enumerable: true, value: fn.length },
      name: { configurable: false, enumerable: true, value: `timerified ${fn.name}` },
    });
  }

  eventLoopUtilization() {
    return { idle: 0, active: 0, utilization: 0 };
  }

  setResourceTimingBufferSize(maxSize) {
    require('internal/perf/resource_timing').setBufferSize(maxSize);
  }

  markResourceTiming(...details) {
    return require('internal/perf/resource_timing').markResourceTiming(...details);
  }

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

module.exports = {
  Performance,
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  PerformanceObserver: entries.PerformanceObserver,
  PerformanceObserverEntryList: entries.PerformanceObserverEntryList,
  PerformanceResourceTiming: undefined,
  monitorEventLoopDelay: (options) => require('internal/perf/histogram').monitorEventLoopDelay(options),
  createHistogram: (options) => require('internal/perf/histogram').createHistogram(options),
  performance,
  constants: {
    NODE_PERFORMANCE_GC_MAJOR: 4,
    NODE_PERFORMANCE_GC_MINOR: 1,
    NODE_PERFORMANCE_GC_INCREMENTAL: 8,
    NODE_PERFORMANCE_GC_WEAKCB: 16,
    NODE_PERFORMANCE_GC_FLAGS_NO: 0,
    NODE_PERFORMANCE_GC_FLAGS_CONSTRUCT_RETAINED: 2,
    NODE_PERFORMANCE_GC_FLAGS_FORCED: 4,
    NODE_PERFORMANCE_GC_FLAGS_SYNCHRONOUS_PHANTOM_PROCESSING: 8,
    NODE_PERFORMANCE_GC_FLAGS_ALL_AVAILABLE_GARBAGE: 16,
    NODE_PERFORMANCE_GC_FLAGS_ALL_EXTERNAL_MEMORY: 32,
    NODE_PERFORMANCE_GC_FLAGS_SCHEDULE_IDLE: 64,
  },
};
Object.defineProperty(module.exports, 'PerformanceResourceTiming', {
  configurable: true,
  enumerable: true,
  get: () => require('internal/perf/resource_timing').PerformanceResourceTiming,
});
