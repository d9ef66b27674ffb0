'use strict';

// Uncaught errors on their way to the parent: they keep their class where the language has it, their texts and their own
// properties.

const { isNativeError } = require('internal/types');
const { inspect } = require('internal/inspect/inspect');
const binding = internalBinding('messaging');

const CLASSES = { __proto__: null, Error, TypeError, RangeError, URIError, SyntaxError, ReferenceError, EvalError };

function canClone(value) {
  try {
    binding.structuredClone(value);
    return true;
  } catch {
    return false;
  }
}

/** Own properties, and the texts an error inherits. */
function readProperties(error) {
  const properties = [];
  for (const key of new Set(['name', 'message', 'stack', ...Object.getOwnPropertyNames(error)])) {
    let value;
    try {
      value = error[key];
    } catch {
      continue;
    }
    if (typeof value === 'function' || (key === 'cause' && isNativeError(value))) continue;
    const own = Object.getOwnPropertyDescriptor(error, key);
    properties.push([key, value, own?.enumerable ?? false]);
  }
  return properties;
}

function nameOfClass(error) {
  for (let object = error; object !== null; object = Object.getPrototypeOf(object)) {
    const own = Object.getOwnPropertyDescriptor(object, 'constructor');
    if (own !== undefined && typeof own.value === 'function' && CLASSES[own.value.name] !== undefined) return own.value.name;
  }
  return 'Error';
}

/** Something that can be posted. */
function serializeError(error) {
  if (isNativeError(error)) {
    const properties = readProperties(error);
    const cause = isNativeError(error.cause) && Object.hasOwn(error, 'cause') ? serializeError(error.cause) : undefined;
    const result = { kind: 'error', className: nameOfClass(error), properties, cause };
    if (canClone(result)) return result;
    return { ...result, properties: properties.filter(([, value]) => canClone(value)) };
  }
  if (canClone(error)) return { kind: 'value', value: error };
  if (typeof error === 'object' && error !== null) return { kind: 'value', value: {} };
  return { kind: 'text', text: inspect(error) };
}

function deserializeError(serialized) {
  if (serialized.kind === 'value') return serialized.value;
  if (serialized.kind === 'text') return Object(serialized.text);
  return restore(new CLASSES[serialized.className](), serialized);
}

function restore(error, { properties, cause }) {
  delete error.stack;
  for (const [key, value, enumerable] of properties) {
    Object.defineProperty(error, key, { value, enumerable, writable: true, configurable: true });
  }
  if (cause !== undefined) {
    Object.defineProperty(error, 'cause', { value: deserializeError(cause), writable: true, configurable: true });
  }
  return error;
}

module.exports = { deserializeError, serializeError };
