'use strict';

// What an object is called: its constructor's name, its toStringTag, and how functions and classes announce themselves.

const binding = internalBinding('util');
const types = internalBinding('types');
const { OBJECT } = require('internal/inspect/layout');

const { getOwnPropertyDescriptor, getPrototypeOf, hasOwn } = Object;

/** The constructors of the language; prototypes of other classes are "user defined". */
const BUILTIN_NAMES = new Set((
  'Object Function Array Number Infinity NaN Boolean String Symbol Date Promise RegExp Error AggregateError EvalError ' +
  'RangeError ReferenceError SyntaxError TypeError URIError JSON Math Intl ArrayBuffer Atomics Uint8Array Int8Array ' +
  'Uint16Array Int16Array Uint32Array Int32Array Float32Array Float64Array Uint8ClampedArray BigUint64Array ' +
  'BigInt64Array DataView Map BigInt Set Iterator WeakMap WeakSet WeakRef Proxy Reflect FinalizationRegistry'
).split(' '));

function isBuiltinName(name) {
  return BUILTIN_NAMES.has(name);
}

function isInstanceOf(object, constructor) {
  try {
    return object instanceof constructor;
  } catch {
    return false;
  }
}

function ownConstructor(object) {
  const descriptor = getOwnPropertyDescriptor(object, 'constructor');
  if (descriptor === undefined || typeof descriptor.value !== 'function') return undefined;
  return descriptor.value;
}

/** The name of the first constructor along the prototype chain, provided it could have made the object. */
function wellKnownName(candidate, object) {
  if (candidate === Object.prototype) return Object.prototype !== object && 'Object';
  if (candidate === Function.prototype) return typeof object === 'function' && candidate !== object && 'Function';
  return false;
}

/**
 * The constructor's name, or null for an object without prototypes. `protoProps`, when given, collects the formatted
 * properties of user-defined prototypes (`showHidden`).
 */
function constructorName(object, ctx, recurseTimes, protoProps) {
  let firstPrototype;
  let current = object;
  while (current) {
    const known = wellKnownName(current, object);
    if (known) {
      if (protoProps !== undefined && firstPrototype !== current) {
        addPrototypeProperties(ctx, object, firstPrototype || object, recurseTimes, protoProps);
      }
      return known;
    }
    const constructor = ownConstructor(current);
    if (constructor !== undefined && constructor.name !== '' && isInstanceOf(object, constructor)) {
      if (protoProps !== undefined && (firstPrototype !== current || !isBuiltinName(constructor.name))) {
        addPrototypeProperties(ctx, object, firstPrototype || object, recurseTimes, protoProps);
      }
      return String(constructor.name);
    }
    current = getPrototypeOf(current);
    if (firstPrototype === undefined) firstPrototype = current;
  }
  if (firstPrototype === null) return null;

  const className = binding.getConstructorName(object);
  if (ctx.depth !== null && recurseTimes > ctx.depth) return `${className} <Complex prototype>`;
  const inherited = constructorName(firstPrototype, ctx, recurseTimes + 1, protoProps);
  if (inherited !== null) return `${className} <${inherited}>`;
  const shown = ctx.inspect(firstPrototype, { ...ctx, customInspect: false, depth: -1 });
  return `${className} <${shown}>`;
}

/** Adds the non-function properties of up to three user-defined prototypes. */
function addPrototypeProperties(ctx, main, object, recurseTimes, output) {
  const seenKeys = new Set();
  let keys = [];
  for (let layer = 0; layer < 3; layer++) {
    if (layer !== 0 || main === object) {
      object = getPrototypeOf(object);
      if (object === null) return;
      const constructor = ownConstructor(object);
      if (constructor !== undefined && isBuiltinName(constructor.name)) return;
    }
    for (const key of keys) seenKeys.add(key);
    keys = Reflect.ownKeys(object);
    ctx.seen.push(main);
    for (const key of keys) {
      if (key === 'constructor' || hasOwn(main, key) || (layer !== 0 && seenKeys.has(key))) continue;
      const descriptor = getOwnPropertyDescriptor(object, key);
      if (typeof descriptor.value === 'function') continue;
      const text = ctx.formatProperty(ctx, object, recurseTimes, key, OBJECT, descriptor, main);
      output.push(ctx.colors ? `\u001b[2m${text}\u001b[22m` : text);
    }
    ctx.seen.pop();
  }
}

/** `Name(size) [tag] `, or `[Fallback(size): null prototype] [tag] `. */
function prefix(constructor, tag, fallback, size = '') {
  if (constructor === null) {
    const shownTag = tag !== '' && fallback !== tag ? `[${tag}] ` : '';
    return `[${fallback}${size}: null prototype] ${shownTag}`;
  }
  return tag !== '' && constructor !== tag ? `${constructor}${size} [${tag}] ` : `${constructor}${size} `;
}

/** The prefix of an object that is none of the known kinds. */
function objectPrefix(value, constructor, tag) {
  let fallback = '';
  if (constructor === null) {
    fallback = binding.getConstructorName(value);
    if (fallback === tag) fallback = 'Object';
  }
  return prefix(constructor, tag, fallback);
}

const CLASS_HEAD = /^(\s+[^(]*?)\s*{/;
const COMMENTS = /(\/\/.*?\n)|(\/\*(.|\n)*?\*\/)/g;

function isClassSource(source) {
  if (!source.startsWith('class') || !source.endsWith('}')) return false;
  const rest = source.slice(5, -1);
  const brace = rest.indexOf('{');
  if (brace === -1) return false;
  return !rest.slice(0, brace).includes('(') || CLASS_HEAD.exec(rest.replace(COMMENTS, '')) !== null;
}

function classText(value, constructor, tag) {
  let text = `class ${(hasOwn(value, 'name') && value.name) || '(anonymous)'}`;
  if (constructor !== 'Function' && constructor !== null) text += ` [${constructor}]`;
  if (tag !== '' && constructor !== tag) text += ` [${tag}]`;
  if (constructor === null) {
    text += ' extends [null prototype]';
  } else {
    const superName = getPrototypeOf(value).name;
    if (superName) text += ` extends ${superName}`;
  }
  return `[${text}]`;
}

/** `[Function: name]`, `[class A extends B]`, `[AsyncGeneratorFunction: f]`... */
function functionText(value, constructor, tag) {
  if (isClassSource(Function.prototype.toString.call(value))) return classText(value, constructor, tag);
  let type = 'Function';
  if (types.isGeneratorFunction(value)) type = `Generator${type}`;
  if (types.isAsyncFunction(value)) type = `Async${type}`;
  let text = `[${type}`;
  if (constructor === null) text += ' (null prototype)';
  text += value.name === '' ? ' (anonymous)]' : `: ${value.name}]`;
  if (constructor !== type && constructor !== null) text += ` ${constructor}`;
  if (tag !== '' && constructor !== tag) text += ` [${tag}]`;
  return text;
}

module.exports = { constructorName, prefix, objectPrefix, functionText, isBuiltinName };
