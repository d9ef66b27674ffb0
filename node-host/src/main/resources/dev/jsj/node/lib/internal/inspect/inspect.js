'use strict';

// util.inspect: any value as text. This file decides what kind of object it is and walks its properties; the files beside
// it know the details: names.js (what it is called), entries.js (what is in it), layout.js (how that is set on lines),
// primitives.js, errors.js and style.js.

const binding = internalBinding('util');
const types = require('internal/types');
const { colors, styles, stylizeWithColor, stylizeNoColor } = require('internal/inspect/style');
const { formatNumber, formatPrimitive, formatKey, stringWidth } = require('internal/inspect/primitives');
const { OBJECT, ARRAY_ELEMENT, ARRAY_LIKE, joinEntries } = require('internal/inspect/layout');
const { constructorName, prefix, objectPrefix, functionText } = require('internal/inspect/names');
const { formatError, isError } = require('internal/inspect/errors');
const entries = require('internal/inspect/entries');

const {
  getOwnPropertyDescriptor, getOwnPropertyNames, getOwnPropertySymbols, getPrototypeOf, hasOwn, keys: ownKeys,
} = Object;
const { propertyIsEnumerable } = Object.prototype;
const { ALL_PROPERTIES, ONLY_ENUMERABLE } = binding.constants;
const customInspect = Symbol.for('nodejs.util.inspect.custom');
const typedArrayPrototype = getPrototypeOf(Uint8Array.prototype);
const typedArrayTag = getOwnPropertyDescriptor(typedArrayPrototype, Symbol.toStringTag).get;
const typedArrayLength = getOwnPropertyDescriptor(typedArrayPrototype, 'length').get;
const setSize = getOwnPropertyDescriptor(Set.prototype, 'size').get;
const mapSize = getOwnPropertyDescriptor(Map.prototype, 'size').get;

/** Beyond this many characters only the outermost level is still shown. */
const OUTPUT_BUDGET = 2 ** 27;

const defaultOptions = Object.seal({
  showHidden: false,
  depth: 2,
  colors: false,
  customInspect: true,
  showProxy: false,
  maxArrayLength: 100,
  maxStringLength: 10000,
  breakLength: 80,
  compact: 3,
  sorted: false,
  getters: false,
  numericSeparator: false,
});

/** inspect(value, options), and the older inspect(value, showHidden, depth, colors). */
function inspect(value, options) {
  const ctx = {
    budget: {},
    indentationLvl: 0,
    seen: [],
    currentDepth: 0,
    stylize: stylizeNoColor,
    inspect,
    formatValue,
    formatProperty,
    ...defaultOptions,
  };
  if (arguments.length > 2 && arguments[2] !== undefined) ctx.depth = arguments[2];
  if (arguments.length > 3 && arguments[3] !== undefined) ctx.colors = arguments[3];
  if (typeof options === 'boolean') {
    ctx.showHidden = options;
  } else if (options) {
    for (const key of ownKeys(options)) {
      if (hasOwn(defaultOptions, key) || key === 'stylize') ctx[key] = options[key];
      else ctx.userOptions ??= options;
    }
  }
  if (ctx.colors) ctx.stylize = stylizeWithColor;
  if (ctx.maxArrayLength === null) ctx.maxArrayLength = Infinity;
  if (ctx.maxStringLength === null) ctx.maxStringLength = Infinity;
  return formatValue(ctx, value, 0);
}

/** The options a custom inspect function receives. */
function optionsForUser(ctx, isCrossContext) {
  const options = { stylize: ctx.stylize };
  for (const key of ownKeys(defaultOptions)) options[key] = ctx[key];
  Object.assign(options, ctx.userOptions);
  if (!isCrossContext) return options;
  // A function of another realm must not get hold of this realm's objects.
  Object.setPrototypeOf(options, null);
  for (const key of ownKeys(options)) {
    const value = options[key];
    if ((typeof value === 'object' || typeof value === 'function') && value !== null) delete options[key];
  }
  options.stylize = Object.setPrototypeOf((text, style) => {
    try {
      return `${ctx.stylize(text, style)}`;
    } catch {
      return text;
    }
  }, null);
  return options;
}

function tooDeep(ctx, recurseTimes) {
  return ctx.depth !== null && recurseTimes > ctx.depth;
}

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function' ||
    (value !== undefined && typeof value === 'undefined'); // document.all
}

function formatValue(ctx, value, recurseTimes, typedArray) {
  if (value === null) return ctx.stylize('null', 'null');
  if (!isObject(value)) return formatPrimitive(ctx, ctx.stylize, value);

  const original = value;
  const proxy = binding.getProxyDetails(value, true); // looks behind a proxy without running its traps
  if (proxy !== undefined) {
    if (proxy[0] === null) return ctx.stylize('<Revoked Proxy>', 'special');
    if (ctx.showProxy) return formatProxy(ctx, proxy, recurseTimes);
    value = proxy[0];
  }
  if (ctx.customInspect) {
    const custom = callCustomInspect(ctx, value, original, recurseTimes);
    if (custom !== undefined) return custom;
  }
  if (ctx.seen.includes(value)) {
    ctx.circular ??= new Map();
    let index = ctx.circular.get(value);
    if (index === undefined) {
      index = ctx.circular.size + 1;
      ctx.circular.set(value, index);
    }
    return ctx.stylize(`[Circular *${index}]`, 'special');
  }
  return formatObject(ctx, value, recurseTimes, typedArray);
}

/** The answer of the object's own `[nodejs.util.inspect.custom]`, or undefined where there is none to use. */
function callCustomInspect(ctx, value, original, recurseTimes) {
  const custom = value[customInspect];
  if (typeof custom !== 'function' || custom === inspect) return undefined;
  if (value.constructor && value.constructor.prototype === value) return undefined;
  const depth = ctx.depth === null ? null : ctx.depth - recurseTimes;
  const isCrossContext = value !== original || !(original instanceof Object);
  const result = Reflect.apply(custom, original, [depth, optionsForUser(ctx, isCrossContext), inspect]);
  if (result === original) return undefined;
  if (typeof result !== 'string') return formatValue(ctx, result, recurseTimes);
  return result.replaceAll('\n', `\n${' '.repeat(ctx.indentationLvl)}`);
}

function formatProxy(ctx, proxy, recurseTimes) {
  if (tooDeep(ctx, recurseTimes)) return ctx.stylize('Proxy [Array]', 'special');
  recurseTimes += 1;
  ctx.indentationLvl += 2;
  const output = [formatValue(ctx, proxy[0], recurseTimes), formatValue(ctx, proxy[1], recurseTimes)];
  ctx.indentationLvl -= 2;
  return joinEntries(ctx, output, '', ['Proxy [', ']'], ARRAY_LIKE, recurseTimes);
}

/** Own keys to show; a module namespace with uninitialised exports cannot be asked which are enumerable. */
function shownKeys(value, showHidden) {
  const symbols = getOwnPropertySymbols(value);
  if (showHidden) return symbols.length === 0 ? getOwnPropertyNames(value) : Reflect.ownKeys(value);
  let keys;
  try {
    keys = ownKeys(value);
  } catch (error) {
    if (!types.isModuleNamespaceObject(value)) throw error;
    keys = getOwnPropertyNames(value);
  }
  for (const symbol of symbols) {
    if (propertyIsEnumerable.call(value, symbol)) keys.push(symbol);
  }
  return keys;
}

/** The toStringTag, unless it is an own property that will be printed anyway. */
function tagOf(ctx, value) {
  const tag = value[Symbol.toStringTag];
  if (typeof tag !== 'string' || tag === '') return '';
  const printed = ctx.showHidden ? hasOwn(value, Symbol.toStringTag) :
    propertyIsEnumerable.call(value, Symbol.toStringTag);
  return printed ? '' : tag;
}

/**
 * How one object is to be shown: `text` when that is all there is to say, else `base` before the braces, `fill` for the
 * contents, and the keys that follow them.
 */
function describe(ctx, value, recurseTimes, typedArray, constructor, tag, hasPrototypeProperties) {
  if (constructor === null || Symbol.iterator in value) {
    const description = describeIterable(ctx, value, constructor, tag, hasPrototypeProperties);
    if (description !== undefined) return description;
  }
  const keys = shownKeys(value, ctx.showHidden);
  const isBare = () => keys.length === 0 && !hasPrototypeProperties;
  const plain = (open, fill) => ({ base: '', braces: [open, '}'], keys, kind: OBJECT, fill });
  const based = (base) => ({ base, braces: ['{', '}'], keys, kind: OBJECT });
  const named = (fallback, fill) => plain(`${prefix(constructor, tag, fallback)}{`, fill);

  if (typeof value === 'function') {
    const base = functionText(value, constructor, tag);
    return isBare() ? { text: ctx.stylize(base, 'special') } : based(base);
  }
  if (constructor === 'Object') {
    let open = '{';
    if (types.isArgumentsObject(value)) open = '[Arguments] {';
    else if (tag !== '') open = `${prefix(constructor, tag, 'Object')}{`;
    return isBare() ? { text: `${open}}` } : plain(open);
  }
  if (types.isRegExp(value)) {
    const source = RegExp.prototype.toString.call(constructor !== null ? value : new RegExp(value));
    const base = namedUnless('RegExp', source, constructor, tag);
    return isBare() || tooDeep(ctx, recurseTimes) ? { text: ctx.stylize(base, 'regexp') } : based(base);
  }
  if (types.isDate(value)) {
    const valid = !Number.isNaN(Date.prototype.getTime.call(value));
    const shown = valid ? Date.prototype.toISOString.call(value) : Date.prototype.toString.call(value);
    const base = namedUnless('Date', shown, constructor, tag);
    return isBare() ? { text: ctx.stylize(base, 'date') } : based(base);
  }
  if (isError(value)) {
    const base = formatError(ctx, value, constructor, tag, keys);
    return isBare() ? { text: base } : based(base);
  }
  if (types.isAnyArrayBuffer(value)) {
    const head = prefix(constructor, tag, types.isArrayBuffer(value) ? 'ArrayBuffer' : 'SharedArrayBuffer');
    if (typedArray !== undefined && isBare()) {
      return { text: `${head}{ byteLength: ${formatNumber(ctx.stylize, value.byteLength, false)} }` };
    }
    keys.unshift('byteLength');
    return plain(`${head}{`, typedArray === undefined ? entries.arrayBufferEntries : undefined);
  }
  if (types.isDataView(value)) {
    keys.unshift('byteLength', 'byteOffset', 'buffer');
    return named('DataView');
  }
  if (types.isPromise(value)) return named('Promise', entries.promiseEntries);
  if (types.isWeakSet(value)) return named('WeakSet', (c, v, times) => entries.weakEntries(c, v, times, false));
  if (types.isWeakMap(value)) return named('WeakMap', (c, v, times) => entries.weakEntries(c, v, times, true));
  if (types.isModuleNamespaceObject(value)) {
    return named('Module', (c, v, times) => entries.namespaceEntries(c, v, times, keys));
  }
  if (types.isBoxedPrimitive(value)) {
    const base = boxedText(ctx, value, keys, constructor, tag);
    return isBare() ? { text: base } : based(base);
  }
  if (isURL(value) && !tooDeep(ctx, recurseTimes)) {
    return isBare() ? { text: value.href } : based(value.href);
  }
  const head = objectPrefix(value, constructor, tag);
  return isBare() ? { text: `${head}{}` } : plain(`${head}{`);
}

function namedUnless(usual, text, constructor, tag) {
  const head = prefix(constructor, tag, usual);
  return head === `${usual} ` ? text : head + text;
}

/** Arrays, sets, maps, typed arrays and the iterators of maps and sets; undefined for anything else. */
function describeIterable(ctx, value, constructor, tag, hasPrototypeProperties) {
  const filter = ctx.showHidden ? ALL_PROPERTIES : ONLY_ENUMERABLE;
  if (Array.isArray(value)) {
    const head = constructor !== 'Array' || tag !== '' ?
      prefix(constructor, tag, 'Array', `(${value.length})`) : '';
    const keys = binding.getOwnNonIndexProperties(value, filter);
    if (value.length === 0 && keys.length === 0 && !hasPrototypeProperties) return { text: `${head}[]` };
    return { base: '', braces: [`${head}[`, ']'], keys, kind: ARRAY_LIKE, fill: entries.arrayEntries };
  }
  if (types.isSet(value)) {
    const size = setSize.call(value);
    return describeCollection(ctx, value, prefix(constructor, tag, 'Set', `(${size})`), size,
                              hasPrototypeProperties, entries.setEntries);
  }
  if (types.isMap(value)) {
    const size = mapSize.call(value);
    return describeCollection(ctx, value, prefix(constructor, tag, 'Map', `(${size})`), size,
                              hasPrototypeProperties, entries.mapEntryTexts);
  }
  if (types.isTypedArray(value)) {
    const length = typedArrayLength.call(value);
    const fallback = constructor === null ? typedArrayTag.call(value) : '';
    const keys = binding.getOwnNonIndexProperties(value, filter);
    const head = prefix(constructor, tag, fallback, `(${length})`);
    if (length === 0 && keys.length === 0 && !ctx.showHidden) return { text: `${head}[]` };
    const source = constructor === null ? new globalThis[fallback](value) : value;
    const fill = (c, v, times) => entries.typedArrayEntries(c, source, times, length);
    return { base: '', braces: [`${head}[`, ']'], keys, kind: ARRAY_LIKE, fill };
  }
  if (types.isMapIterator(value)) return describeIterator(ctx, value, 'Map', tag);
  if (types.isSetIterator(value)) return describeIterator(ctx, value, 'Set', tag);
  return undefined;
}

function describeCollection(ctx, value, head, size, hasPrototypeProperties, entriesOf) {
  const keys = shownKeys(value, ctx.showHidden);
  if (size === 0 && keys.length === 0 && !hasPrototypeProperties) return { text: `${head}{}` };
  const fill = (c, v, times) => entriesOf(c, v, times, size);
  return { base: '', braces: [`${head}{`, '}'], keys, kind: OBJECT, fill };
}

function describeIterator(ctx, value, type, tag) {
  const usual = `${type} Iterator`;
  const shown = tag === usual || tag === '' ? usual : `${tag}] [${usual}`;
  const braces = [`[${shown}] {`, '}'];
  const fill = (c, v, times) => entries.iteratorEntries(c, v, times, braces);
  return { base: '', braces, keys: shownKeys(value, ctx.showHidden), kind: OBJECT, fill };
}

const BOXED = [
  [types.isNumberObject, 'Number', Number.prototype.valueOf],
  [types.isStringObject, 'String', String.prototype.valueOf],
  [types.isBooleanObject, 'Boolean', Boolean.prototype.valueOf],
  [types.isBigIntObject, 'BigInt', BigInt.prototype.valueOf],
  [types.isSymbolObject, 'Symbol', Symbol.prototype.valueOf],
];

function boxedText(ctx, value, keys, constructor, tag) {
  const [, type, valueOf] = BOXED.find((row) => row[0](value));
  if (type === 'String') keys.splice(0, value.length); // its characters
  let text = `[${type}`;
  if (type !== constructor) text += constructor === null ? ' (null prototype)' : ` (${constructor})`;
  text += `: ${formatPrimitive(ctx, stylizeNoColor, valueOf.call(value))}]`;
  if (tag !== '' && tag !== constructor) text += ` [${tag}]`;
  return keys.length !== 0 ? text : ctx.stylize(text, type.toLowerCase());
}

let URLClass;

function isURL(value) {
  if (typeof value.href !== 'string') return false;
  URLClass ??= require('internal/url/url').URL;
  return value instanceof URLClass;
}

function formatObject(ctx, value, recurseTimes, typedArray) {
  let protoProps = ctx.showHidden && !tooDeep(ctx, recurseTimes) ? [] : undefined;
  const constructor = constructorName(value, ctx, recurseTimes, protoProps);
  if (protoProps !== undefined && protoProps.length === 0) protoProps = undefined;
  const tag = tagOf(ctx, value);
  const description = describe(ctx, value, recurseTimes, typedArray, constructor, tag, protoProps !== undefined);
  if (description.text !== undefined) return description.text;

  const shortName = () => objectPrefix(value, constructor, tag).slice(0, -1);
  if (tooDeep(ctx, recurseTimes)) {
    return ctx.stylize(constructor === null ? shortName() : `[${shortName()}]`, 'special');
  }
  recurseTimes += 1;
  ctx.seen.push(value);
  ctx.currentDepth = recurseTimes;
  const { braces, keys, kind, fill } = description;
  const indentation = ctx.indentationLvl;
  let output;
  try {
    output = fill === undefined ? [] : fill(ctx, value, recurseTimes);
    for (let i = 0; i < keys.length; i++) {
      output.push(formatProperty(ctx, value, recurseTimes, keys[i], kind));
    }
    if (protoProps !== undefined) output.push(...protoProps);
  } catch (error) {
    if (!(error instanceof RangeError) || error.message !== 'Maximum call stack size exceeded') throw error;
    ctx.seen.pop();
    ctx.indentationLvl = indentation;
    const note = 'Inspection interrupted prematurely. Maximum call stack size exceeded.';
    return ctx.stylize(`[${shortName()}: ${note}]`, 'special');
  }
  const base = markReference(ctx, value, description.base, braces);
  ctx.seen.pop();
  sortEntries(ctx, output, kind, keys.length);
  const text = joinEntries(ctx, output, base, braces, kind, recurseTimes, value);
  const used = (ctx.budget[ctx.indentationLvl] || 0) + text.length;
  ctx.budget[ctx.indentationLvl] = used;
  if (used > OUTPUT_BUDGET) ctx.depth = -1;
  return text;
}

/** Puts `<ref *1>` before an object that something inside it refers to. */
function markReference(ctx, value, base, braces) {
  const index = ctx.circular?.get(value);
  if (index === undefined) return base;
  const reference = ctx.stylize(`<ref *${index}>`, 'special');
  if (ctx.compact !== true) return base === '' ? reference : `${reference} ${base}`;
  braces[0] = `${reference} ${braces[0]}`;
  return base;
}

function sortEntries(ctx, output, kind, keyCount) {
  if (!ctx.sorted) return;
  const comparator = ctx.sorted === true ? undefined : ctx.sorted;
  if (kind === OBJECT) {
    output.sort(comparator);
  } else if (keyCount > 1) {
    const start = output.length - keyCount;
    output.push(...output.splice(start, keyCount).sort(comparator));
  }
}

/** One property: `key: value`, or the value alone for an array's element. */
function formatProperty(ctx, value, recurseTimes, key, kind, descriptor, receiver = value) {
  descriptor ??= getOwnPropertyDescriptor(value, key) ?? { value: value[key], enumerable: true };
  let gap = ' ';
  let text;
  if (descriptor.value !== undefined) {
    const indent = ctx.compact !== true || kind !== OBJECT ? 2 : 3;
    ctx.indentationLvl += indent;
    text = formatValue(ctx, descriptor.value, recurseTimes);
    if (indent === 3 && ctx.breakLength < stringWidth(text, ctx.colors)) {
      gap = `\n${' '.repeat(ctx.indentationLvl)}`;
    }
    ctx.indentationLvl -= indent;
  } else if (descriptor.get !== undefined) {
    text = formatGetter(ctx, descriptor, receiver, recurseTimes);
  } else if (descriptor.set !== undefined) {
    text = ctx.stylize('[Setter]', 'special');
  } else {
    text = ctx.stylize('undefined', 'undefined');
  }
  if (kind === ARRAY_ELEMENT) return text;
  return `${formatKey(ctx, key, descriptor.enumerable !== false)}:${gap}${text}`;
}

function formatGetter(ctx, descriptor, receiver, recurseTimes) {
  const label = descriptor.set !== undefined ? 'Getter/Setter' : 'Getter';
  const wanted = ctx.getters === true || (ctx.getters === 'get' && descriptor.set === undefined) ||
    (ctx.getters === 'set' && descriptor.set !== undefined);
  const special = (text) => ctx.stylize(text, 'special');
  if (!wanted) return special(`[${label}]`);
  try {
    const value = Reflect.apply(descriptor.get, receiver, []);
    ctx.indentationLvl += 2;
    let text;
    if (value === null) {
      text = `${special(`[${label}:`)} ${ctx.stylize('null', 'null')}${special(']')}`;
    } else if (typeof value === 'object') {
      text = `${special(`[${label}]`)} ${formatValue(ctx, value, recurseTimes)}`;
    } else {
      text = `${special(`[${label}:`)} ${formatPrimitive(ctx, ctx.stylize, value)}${special(']')}`;
    }
    ctx.indentationLvl -= 2;
    return text;
  } catch (error) {
    return `${special(`[${label}:`)} <Inspection threw (${error.message})>${special(']')}`;
  }
}

inspect.custom = customInspect;
Object.defineProperty(inspect, 'defaultOptions', {
  __proto__: null,
  get() { return defaultOptions; },
  set(options) {
    require('internal/validators').validateObject(options, 'options');
    Object.assign(defaultOptions, options);
  },
});
inspect.colors = colors;
inspect.styles = styles;

module.exports = { inspect, defaultOptions, customInspect };
