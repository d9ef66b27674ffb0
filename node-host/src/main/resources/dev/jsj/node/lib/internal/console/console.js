'use strict';

// The Console class. The global console (internal/console/global) is one whose streams are found when first used.

const { codes } = require('internal/errors');
const { inspect, formatWithOptions, previewEntries } = require('internal/console/formatting');
const { validateArray, validateInteger, validateObject, validateOneOf } = require('internal/validators');
const types = require('internal/types');

const kState = Symbol('kState');
const MAX_GROUP_INDENTATION = 1000;
const COLOR_OPTIONS = { colors: true };
const NO_COLOR_OPTIONS = {};

/** What one console remembers besides its streams. */
class State {
  constructor({ ignoreErrors, colorMode, inspectOptions, groupIndentation }) {
    this.ignoreErrors = ignoreErrors;
    this.colorMode = colorMode;
    this.inspectOptions = inspectOptions;
    this.groupIndentation = groupIndentation;
    this.indentation = '';
    this.counts = new Map();
    this.times = new Map();
  }
}

function Console(options /* or: stdout, stderr, ignoreErrors */) {
  if (!new.target) return Reflect.construct(Console, arguments);
  if (!options || typeof options.write === 'function') {
    options = { stdout: options, stderr: arguments[1], ignoreErrors: arguments[2] };
  }
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode = 'auto', inspectOptions, groupIndentation } = options;
  if (!stdout || typeof stdout.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM('stdout');
  if (!stderr || typeof stderr.write !== 'function') throw new codes.ERR_CONSOLE_WRITABLE_STREAM('stderr');
  validateOneOf(colorMode, 'colorMode', ['auto', true, false]);
  if (groupIndentation !== undefined) validateInteger(groupIndentation, 'groupIndentation', 0, MAX_GROUP_INDENTATION);
  if (inspectOptions !== undefined) {
    validateObject(inspectOptions, 'options.inspectOptions');
    if (inspectOptions.colors !== undefined && options.colorMode !== undefined) {
      throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('options.inspectOptions.color', 'colorMode');
    }
  }
  for (const name of Object.keys(Console.prototype)) {
    this[name] = Console.prototype[name].bind(this);
    Object.defineProperty(this[name], 'name', { value: name });
  }
  Object.defineProperties(this, {
    _stdout: { value: stdout, writable: true, configurable: true },
    _stderr: { value: stderr, writable: true, configurable: true },
  });
  initialize(this, { ignoreErrors, colorMode, inspectOptions, groupIndentation: groupIndentation ?? 2 });
}

/** Gives a console its state. */
function initialize(console, options) {
  Object.defineProperty(console, kState, { value: new State(options), configurable: true });
  Object.defineProperty(console, Symbol.toStringTag, { value: 'console', configurable: true });
}

Object.defineProperty(Console, Symbol.hasInstance, {
  value(instance) { return instance !== null && typeof instance === 'object' && instance[kState] !== undefined; },
});

function ignore() {}

/** Writes one line, indented by the open groups; a failing stream is none of the program's business. */
function write(console, stream, text) {
  const state = console[kState];
  if (state.indentation.length !== 0) {
    if (text.includes('\n')) text = text.replaceAll('\n', `\n${state.indentation}`);
    text = state.indentation + text;
  }
  text += '\n';
  if (!state.ignoreErrors) {
    stream.write(text);
    return;
  }
  stream.once?.('error', ignore);
  try {
    stream.write(text, ignore);
  } catch (error) {
    if (error instanceof RangeError && error.message === 'Maximum call stack size exceeded') throw error;
  } finally {
    stream.removeListener?.('error', ignore);
  }
}

function inspectOptionsFor(console, stream) {
  const state = console[kState];
  let color = state.colorMode;
  if (color === 'auto') {
    color = Boolean(stream.isTTY) && (typeof stream.getColorDepth === 'function' ? stream.getColorDepth() > 2 : true);
  }
  if (state.inspectOptions) return state.inspectOptions.colors === undefined ?
    { ...state.inspectOptions, colors: color } : state.inspectOptions;
  return color ? COLOR_OPTIONS : NO_COLOR_OPTIONS;
}

function format(console, stream, args) {
  if (args.length === 1 && typeof args[0] === 'string') return args[0];
  return formatWithOptions(inspectOptionsFor(console, stream), ...args);
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A duration as console.timeEnd shows it: `12.345ms`, `1.234s`, `1:02.345 (m:ss.mmm)`. */
function formatDuration(ms) {
  if (ms < SECOND) return `${Number(ms.toFixed(3))}ms`;
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(3)}s`;
  const hours = Math.floor(ms / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  const [seconds, fraction] = ((ms % MINUTE) / SECOND).toFixed(3).split('.');
  const two = (value) => `${value}`.padStart(2, '0');
  const whole = hours !== 0 ? `${hours}:${two(minutes)}` : minutes;
  return `${whole}:${two(seconds)}.${fraction} (${hours !== 0 ? 'h:m' : ''}m:ss.mmm)`;
}

function logTime(console, method, label, data) {
  const start = console[kState].times.get(label);
  if (start === undefined) {
    process.emitWarning(`No such label '${label}' for console.${method}()`);
    return false;
  }
  const [seconds, nanoseconds] = process.hrtime(start);
  console.log('%s: %s', label, formatDuration(seconds * 1000 + nanoseconds / 1e6), ...data);
  return true;
}

const methods = {
  log(...args) {
    write(this, this._stdout, format(this, this._stdout, args));
  },

  warn(...args) {
    write(this, this._stderr, format(this, this._stderr, args));
  },

  dir(object, options) {
    const stdout = this._stdout;
    write(this, stdout, inspect(object, { customInspect: false, ...inspectOptionsFor(this, stdout), ...options }));
  },

  time(label = 'default') {
    label = `${label}`;
    const { times } = this[kState];
    if (times.has(label)) process.emitWarning(`Label '${label}' already exists for console.time()`);
    else times.set(label, process.hrtime());
  },

  timeEnd(label = 'default') {
    label = `${label}`;
    if (logTime(this, 'timeEnd', label, [])) this[kState].times.delete(label);
  },

  timeLog(label = 'default', ...data) {
    logTime(this, 'timeLog', `${label}`, data);
  },

  trace(...args) {
    const trace = { name: 'Trace', message: format(this, this._stderr, args) };
    Error.captureStackTrace(trace, this.trace);
    this.error(trace.stack);
  },

  assert(expression, ...args) {
    if (expression) return;
    args[0] = `Assertion failed${args.length === 0 ? '' : `: ${args[0]}`}`;
    this.warn(...args);
  },

  clear() {
    if (!this._stdout.isTTY || process.env.TERM === 'dumb') return;
    this._stdout.write('\u001b[1;1H\u001b[0J');
  },

  count(label = 'default') {
    label = `${label}`;
    const { counts } = this[kState];
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    this.log(`${label}: ${count}`);
  },

  countReset(label = 'default') {
    label = `${label}`;
    if (!this[kState].counts.delete(label)) process.emitWarning(`Count for '${label}' does not exist`);
  },

  group(...data) {
    if (data.length > 0) this.log(...data);
    const state = this[kState];
    state.indentation += ' '.repeat(state.groupIndentation);
    state.indentationChanged?.(state.indentation);
  },

  groupEnd() {
    const state = this[kState];
    state.indentation = state.indentation.slice(0, Math.max(0, state.indentation.length - state.groupIndentation));
    state.indentationChanged?.(state.indentation);
  },

  table(data, properties) {
    if (properties !== undefined) validateArray(properties, 'properties');
    if (data === null || typeof data !== 'object') {
      this.log(data);
      return;
    }
    const { drawTable } = require('internal/console/table');
    const [head, columns] = tableColumns(data, properties, (value) => cellText(this, value));
    this.log(drawTable(head, columns));
  },
};

function cellText(console, value) {
  const isList = Array.isArray(value) || types.isTypedArray(value);
  const isLarge = value !== null && typeof value === 'object' && !isList && Object.keys(value).length > 2;
  return inspect(value, {
    depth: isLarge ? -1 : 0,
    maxArrayLength: 3,
    breakLength: Infinity,
    ...inspectOptionsFor(console, console._stdout),
  });
}

const INDEX = '(index)';
const ITERATION_INDEX = '(iteration index)';
const KEY = 'Key';
const VALUES = 'Values';

/** The heads and cells of a table of `data`: one row per entry, one column per property met. */
function tableColumns(data, properties, textOf) {
  const isMapIterator = types.isMapIterator(data);
  const isSetIterator = types.isSetIterator(data);
  if (types.isMap(data) || types.isSet(data) || isMapIterator || isSetIterator) {
    const [list, isKeyValue] = isMapIterator || isSetIterator ? previewEntries(data, true) :
      [types.isMap(data) ? [...data].flat(1) : [...data], types.isMap(data)];
    const count = isKeyValue ? list.length / 2 : list.length;
    const indices = Array.from({ length: count }, (_, i) => textOf(i));
    if (!isKeyValue || isSetIterator) return [[ITERATION_INDEX, VALUES], [indices, list.map(textOf)]];
    const keys = list.filter((_, i) => i % 2 === 0).map(textOf);
    return [[ITERATION_INDEX, KEY, VALUES], [indices, keys, list.filter((_, i) => i % 2 === 1).map(textOf)]];
  }
  const columns = new Map();
  const values = [];
  let hasPrimitives = false;
  const rowKeys = Object.keys(data);
  rowKeys.forEach((rowKey, row) => {
    const item = data[rowKey];
    const isPrimitive = item === null || (typeof item !== 'function' && typeof item !== 'object');
    if (isPrimitive && properties === undefined) {
      hasPrimitives = true;
      values[row] = textOf(item);
      return;
    }
    for (const key of properties ?? Object.keys(item)) {
      if (!columns.has(key)) columns.set(key, []);
      columns.get(key)[row] = isPrimitive || !Object.hasOwn(item, key) ? '' : textOf(item[key]);
    }
  });
  const head = [INDEX, ...[...columns.keys()].sort(integersFirst)];
  const cells = [rowKeys, ...head.slice(1).map((key) => columns.get(key))];
  if (hasPrimitives) {
    head.push(VALUES);
    cells.push(values);
  }
  return [head, cells];
}

/** Integer-like column names come first, in order, as the keys of an object do. */
function integersFirst(a, b) {
  const isIndexA = /^(0|[1-9]\d*)$/.test(a);
  const isIndexB = /^(0|[1-9]\d*)$/.test(b);
  if (isIndexA && isIndexB) return a - b;
  return isIndexB - isIndexA;
}

Console.prototype = Object.defineProperty(methods, 'constructor', { value: Console, writable: true, configurable: true });
Console.prototype.debug = Console.prototype.log;
Console.prototype.info = Console.prototype.log;
Console.prototype.dirxml = Console.prototype.log;
Console.prototype.error = Console.prototype.warn;
Console.prototype.groupCollapsed = Console.prototype.group;

module.exports = { Console, initialize, kState };
