'use strict';

// Deep equality as `assert.deepEqual` (loose) and `assert.deepStrictEqual` (strict) define it.

const binding = internalBinding('util');
const types = internalBinding('types');

const { getOwnPropertySymbols, getPrototypeOf, hasOwn } = Object;
const { propertyIsEnumerable, toString } = Object.prototype;
const { ONLY_ENUMERABLE, SKIP_SYMBOLS } = binding.constants;
const typedArrayTag = Object.getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

function isEnumerable(object, key) {
  return propertyIsEnumerable.call(object, key);
}

function isError(value) {
  return types.isNativeError(value) || value instanceof Error;
}

function sameBytes(a, b) {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return false;
  }
  return true;
}

function bytesOf(view) {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

function sameRegExp(a, b) {
  return a.source === b.source && a.flags === b.flags && a.lastIndex === b.lastIndex;
}

const BOXES = [
  [types.isNumberObject, Number.prototype.valueOf],
  [types.isStringObject, String.prototype.valueOf],
  [types.isBooleanObject, Boolean.prototype.valueOf],
  [types.isBigIntObject, BigInt.prototype.valueOf],
  [types.isSymbolObject, Symbol.prototype.valueOf],
];

function sameBox(a, b) {
  for (const [isBox, valueOf] of BOXES) {
    if (isBox(a)) return isBox(b) && Object.is(valueOf.call(a), valueOf.call(b));
  }
  return false;
}

/** Kinds whose contents are compared apart from their properties; an object of one never equals one of another. */
function isSpecialKind(value) {
  return Array.isArray(value) || ArrayBuffer.isView(value) || types.isSet(value) || types.isMap(value) ||
    types.isDate(value) || types.isRegExp(value) || types.isAnyArrayBuffer(value) || types.isBoxedPrimitive(value) ||
    isError(value);
}

/** One comparison: its mode, and the pairs of objects being compared further out. */
class Comparison {
  constructor(strict) {
    this.strict = strict;
    this.openA = [];
    this.openB = [];
  }

  equal(a, b) {
    if (a === b) return a !== 0 || !this.strict || Object.is(a, b);
    if (this.strict) {
      if (typeof a === 'number') return Number.isNaN(a) && Number.isNaN(b);
      if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
      if (getPrototypeOf(a) !== getPrototypeOf(b)) return false;
    } else {
      const isObjectA = typeof a === 'object' && a !== null;
      const isObjectB = typeof b === 'object' && b !== null;
      // eslint-disable-next-line eqeqeq
      if (!isObjectA && !isObjectB) return a == b || (Number.isNaN(a) && Number.isNaN(b));
      if (!isObjectA || !isObjectB) return false;
    }
    const tag = toString.call(a);
    if (tag !== toString.call(b)) return false;
    return this.equalObjects(a, b, tag);
  }

  equalObjects(a, b, tag) {
    if (Array.isArray(a)) {
      if (!Array.isArray(b) || a.length !== b.length) return false;
      return this.equalWithKeys(a, b, this.extraKeys(a), this.extraKeys(b), () => this.equalElements(a, b));
    }
    if (tag === '[object Object]') return this.equalProperties(a, b);
    if (types.isDate(a)) {
      const getTime = Date.prototype.getTime;
      return types.isDate(b) && Object.is(getTime.call(a), getTime.call(b)) && this.equalProperties(a, b);
    }
    if (types.isRegExp(a)) return types.isRegExp(b) && sameRegExp(a, b) && this.equalProperties(a, b);
    if (ArrayBuffer.isView(a)) return this.equalViews(a, b);
    if (types.isSet(a)) {
      return types.isSet(b) && a.size === b.size && this.equalProperties(a, b, () => this.equalSets(a, b));
    }
    if (types.isMap(a)) {
      return types.isMap(b) && a.size === b.size && this.equalProperties(a, b, () => this.equalMaps(a, b));
    }
    if (types.isAnyArrayBuffer(a)) {
      return types.isAnyArrayBuffer(b) && sameBytes(new Uint8Array(a), new Uint8Array(b)) && this.equalProperties(a, b);
    }
    if (isError(a)) return isError(b) && this.equalErrors(a, b) && this.equalProperties(a, b);
    if (types.isBoxedPrimitive(a)) return sameBox(a, b) && this.equalProperties(a, b);
    if (isSpecialKind(b)) return false;
    if (typeof a.href === 'string' && types.isURL?.(a)) return a.href === b.href && this.equalProperties(a, b);
    return this.equalProperties(a, b);
  }

  equalViews(a, b) {
    if (!ArrayBuffer.isView(b) || typedArrayTag.call(a) !== typedArrayTag.call(b)) return false;
    const loose = !this.strict && (types.isFloat32Array(a) || types.isFloat64Array(a));
    if (!(loose ? sameBytes(a, b) : sameBytes(bytesOf(a), bytesOf(b)))) return false; // 0 and -0 differ in their bytes
    return this.equalWithKeys(a, b, this.extraKeys(a), this.extraKeys(b));
  }

  /** The stack is left out: it differs even between errors that are otherwise the same. */
  equalErrors(a, b) {
    for (const key of ['message', 'name', 'cause', 'errors']) {
      const shown = isEnumerable(a, key);
      if (shown !== isEnumerable(b, key)) return false;
      if (!shown && !this.equal(a[key], b[key])) return false;
    }
    return true;
  }

  extraKeys(value) {
    return binding.getOwnNonIndexProperties(value, this.strict ? ONLY_ENUMERABLE : ONLY_ENUMERABLE | SKIP_SYMBOLS);
  }

  ownKeys(value) {
    const keys = Object.keys(value);
    if (this.strict) {
      for (const symbol of getOwnPropertySymbols(value)) {
        if (isEnumerable(value, symbol)) keys.push(symbol);
      }
    }
    return keys;
  }

  equalProperties(a, b, equalContents) {
    return this.equalWithKeys(a, b, this.ownKeys(a), this.ownKeys(b), equalContents);
  }

  /** The same enumerable keys with equal values; then `equalContents`. A pair met again inside itself counts as equal. */
  equalWithKeys(a, b, keysA, keysB, equalContents) {
    if (keysA.length !== keysB.length) return false;
    for (const key of keysA) {
      if (!isEnumerable(b, key)) return false;
    }
    for (let i = 0; i < this.openA.length; i++) {
      if (this.openA[i] === a && this.openB[i] === b) return true;
    }
    this.openA.push(a);
    this.openB.push(b);
    let result = true;
    for (let i = 0; result && i < keysA.length; i++) result = this.equal(a[keysA[i]], b[keysA[i]]);
    result = result && (equalContents === undefined || equalContents());
    this.openA.pop();
    this.openB.pop();
    return result;
  }

  equalElements(a, b) {
    for (let i = 0; i < a.length; i++) {
      const present = hasOwn(a, i);
      if (present !== hasOwn(b, i)) return false;
      if (present) {
        if (!this.equal(a[i], b[i])) return false;
      } else {
        return this.equalSparse(a, b, i);
      }
    }
    return true;
  }

  equalSparse(a, b, first) {
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) return false;
    for (let i = first; i < keys.length; i++) {
      if (!hasOwn(b, keys[i]) || !this.equal(a[keys[i]], b[keys[i]])) return false;
    }
    return true;
  }

  equalSets(a, b) {
    const unmatched = [];
    for (const value of b) {
      if (!a.has(value)) unmatched.push(value);
    }
    let missing = 0;
    for (const value of a) {
      if (b.has(value)) continue;
      missing++;
      if (this.strict && (typeof value !== 'object' || value === null)) return false;
      const index = unmatched.findIndex((other) => this.equal(value, other));
      if (index === -1) return false;
      unmatched.splice(index, 1);
    }
    return unmatched.length === 0 || missing === 0;
  }

  equalMaps(a, b) {
    const pending = [];
    for (const [key, value] of a) {
      const isObject = typeof key === 'object' && key !== null;
      if (!isObject && b.has(key) && this.equal(value, b.get(key))) continue;
      if (!isObject && this.strict) return false;
      pending.push([key, value]);
    }
    const candidates = [];
    for (const [key, value] of b) {
      const isObject = typeof key === 'object' && key !== null;
      if (isObject || !a.has(key) || !this.equal(a.get(key), value)) candidates.push([key, value]);
    }
    if (pending.length !== candidates.length) return false;
    for (const [key, value] of pending) {
      const index = candidates.findIndex((other) => this.equal(key, other[0]) && this.equal(value, other[1]));
      if (index === -1) return false;
      candidates.splice(index, 1);
    }
    return true;
  }
}

function isDeepEqual(a, b) {
  return new Comparison(false).equal(a, b);
}

function isDeepStrictEqual(a, b) {
  return new Comparison(true).equal(a, b);
}

module.exports = { isDeepEqual, isDeepStrictEqual };
