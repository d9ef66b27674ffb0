'use strict';

// Histograms (HdrHistogram), and the one of the event loop's delay.

const binding = internalBinding('histogram');
const { codes } = require('internal/errors');
const { customInspect, inspect } = require('internal/inspect/inspect');
const { validateInteger, validateNumber, validateObject } = require('internal/validators');

const kCreate = Symbol('create');
const kHandle = Symbol('kHandle');
const LOWEST_OF_DELAYS = 1000;
const HIGHEST_OF_DELAYS = 3.6e12; // an hour, in nanoseconds
const MAX = Number.MAX_SAFE_INTEGER;

function handleOf(histogram) {
  const handle = histogram?.[kHandle];
  if (handle === undefined) throw new codes.ERR_INVALID_THIS('Histogram');
  return handle;
}

class Histogram {
  constructor(token, handle) {
    if (token !== kCreate) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    Object.defineProperty(this, kHandle, { value: handle });
  }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    const { min, max, mean, exceeds, stddev, count, percentiles } = this;
    return `Histogram ${inspect({ min, max, mean, exceeds, stddev, count, percentiles }, inner)}`;
  }

  get count() { return binding.count(handleOf(this)); }
  get countBigInt() { return BigInt(this.count); }
  get min() { return binding.min(handleOf(this)); }
  get minBigInt() { return BigInt(this.min); }
  get max() { return binding.max(handleOf(this)); }
  get maxBigInt() { return BigInt(this.max); }
  get mean() { return binding.mean(handleOf(this)); }
  get exceeds() { return binding.exceeds(handleOf(this)); }
  get exceedsBigInt() { return BigInt(this.exceeds); }
  get stddev() { return binding.stddev(handleOf(this)); }

  percentile(percentile) {
    const handle = handleOf(this);
    validateNumber(percentile, 'percentile');
    if (Number.isNaN(percentile) || percentile <= 0 || percentile > 100) {
      throw new codes.ERR_OUT_OF_RANGE('percentile', '> 0 && <= 100', percentile);
    }
    return binding.percentile(handle, percentile);
  }

  percentileBigInt(percentile) { return BigInt(this.percentile(percentile)); }
  get percentiles() { return new Map(binding.percentiles(handleOf(this))); }
  get percentilesBigInt() {
    return new Map(binding.percentiles(handleOf(this)).map(([level, value]) => [level, BigInt(value)]));
  }

  reset() { binding.reset(handleOf(this)); }

  toJSON() {
    const { count, min, max, mean, exceeds, stddev, percentiles } = this;
    return { count, min, max, mean, exceeds, stddev, percentiles: Object.fromEntries(percentiles) };
  }
}

class RecordableHistogram extends Histogram {
  record(value) {
    const handle = handleOf(this);
    if (typeof value === 'bigint') value = Number(value);
    validateInteger(value, 'val', 1);
    binding.record(handle, value);
  }

  recordDelta() { binding.recordDelta(handleOf(this)); }

  add(other) {
    const handle = handleOf(this);
    if (!(other instanceof RecordableHistogram)) {
      throw new codes.ERR_INVALID_ARG_TYPE('other', 'RecordableHistogram', other);
    }
    binding.add(handle, handleOf(other));
  }
}

/** Records how long the turns of the event loop take, every `resolution` milliseconds. */
class ELDHistogram extends Histogram {
  #resolution;
  #timer;

  constructor(token, handle, resolution) {
    super(token, handle);
    this.#resolution = resolution;
  }

  enable() {
    if (this.#timer !== undefined) return false;
    const handle = handleOf(this);
    binding.restartDelta(handle);
    this.#timer = setInterval(() => binding.recordDelta(handle), this.#resolution).unref();
    return true;
  }

  disable() {
    if (this.#timer === undefined) return false;
    clearInterval(this.#timer);
    this.#timer = undefined;
    return true;
  }
}

function bound(value, name, least) {
  if (typeof value === 'bigint') value = Number(value);
  if (typeof value !== 'number') throw new codes.ERR_INVALID_ARG_TYPE(name, ['integer', 'bigint'], value);
  if (!Number.isInteger(value) || value < least || value > MAX) {
    throw new codes.ERR_OUT_OF_RANGE(name, `>= ${least} && <= ${MAX}`, value);
  }
  return value;
}

function createHistogram(options = {}) {
  validateObject(options, 'options');
  const { lowest = 1, highest = MAX, figures = 3 } = options;
  const from = bound(lowest, 'options.lowest', 1);
  const to = bound(highest, 'options.highest', 2 * from);
  validateInteger(figures, 'options.figures', 1, 5);
  return new RecordableHistogram(kCreate, binding.create(from, to, figures));
}

function monitorEventLoopDelay(options = {}) {
  validateObject(options, 'options');
  const { resolution = 10 } = options;
  validateInteger(resolution, 'options.resolution', 1);
  return new ELDHistogram(kCreate, binding.create(LOWEST_OF_DELAYS, HIGHEST_OF_DELAYS, 3), resolution);
}

module.exports = { createHistogram, monitorEventLoopDelay };
