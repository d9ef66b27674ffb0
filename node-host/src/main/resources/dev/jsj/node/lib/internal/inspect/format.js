'use strict';

// util.format: printf-like placeholders, then whatever arguments are left.

const binding = internalBinding('util');
const { inspect, defaultOptions } = require('internal/inspect/inspect');
const { formatNumber, formatBigInt } = require('internal/inspect/primitives');
const { stylizeNoColor } = require('internal/inspect/style');
const { isBuiltinName } = require('internal/inspect/names');

const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn } = Object;

function numberText(value, options) {
  const separator = options?.numericSeparator ?? defaultOptions.numericSeparator;
  if (typeof value === 'bigint') return formatBigInt(stylizeNoColor, value, separator);
  return formatNumber(stylizeNoColor, value, separator);
}

/** Whether String(value) would only give the language's own, uninformative text. */
function hasBuiltInToString(value) {
  const proxy = binding.getProxyDetails(value, true);
  if (proxy !== undefined) {
    if (proxy[0] === null) return true;
    value = proxy[0];
  }
  const hasToString = typeof value.toString === 'function';
  const hasToPrimitive = typeof value[Symbol.toPrimitive] === 'function';
  if (!hasToString && !hasToPrimitive) return true;
  if (hasToString && hasOwn(value, 'toString')) return false;
  if (hasToPrimitive && hasOwn(value, Symbol.toPrimitive)) return false;
  let holder = value;
  do {
    holder = getPrototypeOf(holder);
  } while (!(hasToString && hasOwn(holder, 'toString')) &&
           !(hasToPrimitive && hasOwn(holder, Symbol.toPrimitive)));
  const constructor = getOwnPropertyDescriptor(holder, 'constructor')?.value;
  return typeof constructor === 'function' && isBuiltinName(constructor.name);
}

function stringText(value, options) {
  if (typeof value === 'number' || typeof value === 'bigint') return numberText(value, options);
  if (typeof value !== 'object' || value === null || !hasBuiltInToString(value)) return String(value);
  return inspect(value, { ...options, compact: 3, colors: false, depth: 0 });
}

function jsonText(value) {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith('Converting circular structure to JSON')) {
      return '[Circular]';
    }
    throw error;
  }
}

/** The text of one placeholder, or undefined when the letter is not one. */
function placeholderText(letter, value, options) {
  switch (letter) {
    case 's': return stringText(value, options);
    case 'j': return `${jsonText(value)}`;
    case 'd':
      if (typeof value === 'symbol') return 'NaN';
      return numberText(typeof value === 'bigint' ? value : Number(value), options);
    case 'i':
      if (typeof value === 'symbol') return 'NaN';
      return numberText(typeof value === 'bigint' ? value : Number.parseInt(value), options);
    case 'f': return typeof value === 'symbol' ? 'NaN' : numberText(Number.parseFloat(value), options);
    case 'O': return inspect(value, options);
    case 'o': return inspect(value, { ...options, showHidden: true, showProxy: true, depth: 4 });
    case 'c': return '';
    default: return undefined;
  }
}

function formatArguments(options, args) {
  const first = args[0];
  let used = 0;
  let text = '';
  let glue = '';
  if (typeof first === 'string') {
    if (args.length === 1) return first;
    let copied = 0;
    let percent = first.indexOf('%');
    while (percent !== -1 && percent < first.length - 1) {
      const letter = first[percent + 1];
      if (letter === '%') {
        text += first.slice(copied, percent + 1);
        copied = percent + 2;
      } else if (used + 1 < args.length) {
        const shown = placeholderText(letter, args[used + 1], options);
        if (shown !== undefined) {
          used++;
          text += first.slice(copied, percent) + shown;
          copied = percent + 2;
        }
      }
      percent = first.indexOf('%', percent + 2);
    }
    if (copied !== 0) {
      used++;
      glue = ' ';
      text += first.slice(copied);
    }
  }
  for (; used < args.length; used++) {
    const value = args[used];
    text += glue + (typeof value === 'string' ? value : inspect(value, options));
    glue = ' ';
  }
  return text;
}

function format(...args) {
  return formatArguments(undefined, args);
}

function formatWithOptions(inspectOptions, ...args) {
  if (inspectOptions === null || typeof inspectOptions !== 'object') {
    require('internal/validators').validateObject(inspectOptions, 'inspectOptions');
  }
  return formatArguments(inspectOptions, args);
}

module.exports = { format, formatWithOptions, formatArguments };
