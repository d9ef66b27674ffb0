'use strict';

// node:buffer. A Buffer is a Uint8Array with another prototype; small ones share a pool, as in Node, so that `buf.buffer` may be larger
// than `buf`. Encoding and searching are native.

const binding = internalBinding('buffer');
const utilBinding = internalBinding('util');
const types = internalBinding('types');
const { codes } = require('internal/errors');
const { encodingOperations, encodings, normalizeEncoding } = require('internal/buffer/encodings');
const { addNumberMethods } = require('internal/buffer/numbers');
const { inspect, customInspect } = require('internal/inspect/inspect');
const { validateArray, validateBuffer, validateInteger, validateNumber, validateString } =
  require('internal/validators');

const MAX_LENGTH = binding.kMaxLength;
const MAX_STRING_LENGTH = binding.kStringMaxLength;
const POOL_ALIGNMENT = 8;
const typedArraySet = Uint8Array.prototype.set;
const typedArrayFill = Uint8Array.prototype.fill;

class FastBuffer extends Uint8Array {}

let warnedOfConstructor = false;

/** Code of a package is not told what its user cannot change. */
function isInsideNodeModules() {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const holder = {};
  Error.stackTraceLimit = 10;
  Error.prepareStackTrace = (error, sites) => sites;
  Error.captureStackTrace(holder, Buffer);
  const sites = holder.stack;
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  const site = sites.find((one) => /^\/|\\/.test(one.getFileName?.() ?? ''));
  return site !== undefined && /[/\\]node_modules[/\\]/.test(site.getFileName());
}

function warnOfConstructor() {
  if (warnedOfConstructor) return;
  const pending = process.execArgv.includes('--pending-deprecation') || process.env.NODE_PENDING_DEPRECATION === '1';
  if (!pending && isInsideNodeModules()) return;
  warnedOfConstructor = true;
  process.emitWarning('Buffer() is deprecated due to security and usability issues. Please use the Buffer.alloc(), ' +
    'Buffer.allocUnsafe(), or Buffer.from() methods instead.', 'DeprecationWarning', 'DEP0005', Buffer);
}

function Buffer(value, encodingOrOffset, length) {
  if (!warnedOfConstructor) warnOfConstructor();
  if (typeof value === 'number') {
    if (typeof encodingOrOffset === 'string') throw new codes.ERR_INVALID_ARG_TYPE('string', 'string', value);
    return Buffer.alloc(value);
  }
  return Buffer.from(value, encodingOrOffset, length);
}

FastBuffer.prototype.constructor = Buffer;
Buffer.prototype = FastBuffer.prototype;
Object.setPrototypeOf(Buffer, Uint8Array);
Object.defineProperty(Buffer, Symbol.species, { configurable: true, get: () => FastBuffer });

Buffer.poolSize = 8 * 1024;
let pool;
let poolUsed = 0;

/** A piece of the pool, or undefined when `size` is too large for it. */
function takeFromPool(size) {
  if (size >= Buffer.poolSize >>> 1) return undefined;
  if (pool === undefined || size > pool.byteLength - poolUsed) {
    pool = new ArrayBuffer(Buffer.poolSize);
    poolUsed = 0;
  }
  const buffer = new FastBuffer(pool, poolUsed, size);
  poolUsed = Math.min(pool.byteLength, (poolUsed + size + POOL_ALIGNMENT - 1) & -POOL_ALIGNMENT);
  return buffer;
}

function allocate(size) {
  if (size <= 0) return new FastBuffer();
  return takeFromPool(size) ?? new FastBuffer(size);
}

function fromString(text, encoding) {
  const operations = typeof encoding === 'string' && encoding !== '' ? encodingOperations(encoding) : encodings.utf8;
  if (operations === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  if (text.length === 0) return new FastBuffer();
  const size = operations.byteLength(text);
  const buffer = allocate(size);
  const written = operations.write(buffer, text, 0, size);
  return written < size ? new FastBuffer(buffer.buffer, buffer.byteOffset, written) : buffer;
}

function fromArrayBuffer(arrayBuffer, byteOffset, length) {
  byteOffset = byteOffset === undefined ? 0 : +byteOffset || 0;
  const available = arrayBuffer.byteLength - byteOffset;
  if (available < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (length === undefined) {
    length = available;
  } else {
    length = +length;
    if (length > available) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
    if (!(length > 0)) length = 0;
  }
  return new FastBuffer(arrayBuffer, byteOffset, length);
}

function fromArrayLike(list) {
  if (list.length <= 0) return new FastBuffer();
  const buffer = takeFromPool(list.length);
  if (buffer === undefined) return new FastBuffer(list);
  typedArraySet.call(buffer, list);
  return buffer;
}

Buffer.from = function from(value, encodingOrOffset, length) {
  if (typeof value === 'string') return fromString(value, encodingOrOffset);
  if (typeof value === 'object' && value !== null) {
    if (types.isAnyArrayBuffer(value)) return fromArrayBuffer(value, encodingOrOffset, length);
    const primitive = value.valueOf && value.valueOf();
    if (primitive != null && primitive !== value && (typeof primitive === 'string' || typeof primitive === 'object')) {
      return from(primitive, encodingOrOffset, length);
    }
    if (value.length !== undefined || types.isAnyArrayBuffer(value.buffer)) {
      return typeof value.length === 'number' ? fromArrayLike(value) : new FastBuffer();
    }
    if (value.type === 'Buffer' && Array.isArray(value.data)) return fromArrayLike(value.data);
    if (typeof value[Symbol.toPrimitive] === 'function') {
      const text = value[Symbol.toPrimitive]('string');
      if (typeof text === 'string') return fromString(text, encodingOrOffset);
    }
  }
  throw new codes.ERR_INVALID_ARG_TYPE(
    'first argument', ['string', 'Buffer', 'ArrayBuffer', 'Array', 'Array-like Object'], value);
};

Buffer.copyBytesFrom = function copyBytesFrom(view, offset, length) {
  if (!ArrayBuffer.isView(view) || types.isDataView(view)) {
    throw new codes.ERR_INVALID_ARG_TYPE('view', ['TypedArray'], view);
  }
  if (offset !== undefined) validateInteger(offset, 'offset', 0);
  if (length !== undefined) validateInteger(length, 'length', 0);
  const start = offset ?? 0;
  if (start >= view.length) return Buffer.alloc(0);
  const part = view.slice(start, length === undefined ? view.length : start + length);
  return fromArrayLike(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
};

Buffer.of = (...items) => {
  const buffer = new FastBuffer(items.length);
  for (let i = 0; i < items.length; i++) buffer[i] = items[i];
  return buffer;
};
Object.defineProperty(Buffer.of, 'name', { value: 'of' });

Buffer.alloc = function alloc(size, fill, encoding) {
  validateNumber(size, 'size', 0, MAX_LENGTH);
  const buffer = new FastBuffer(size);
  return fill !== undefined && fill !== 0 && size > 0 ? fillBuffer(buffer, fill, 0, buffer.length, encoding) : buffer;
};

Buffer.allocUnsafe = function allocUnsafe(size) {
  validateNumber(size, 'size', 0, MAX_LENGTH);
  return allocate(size);
};

Buffer.allocUnsafeSlow = function allocUnsafeSlow(size) {
  validateNumber(size, 'size', 0, MAX_LENGTH);
  return new FastBuffer(size);
};

function SlowBuffer(size) {
  validateNumber(size, 'size', 0, MAX_LENGTH);
  return new FastBuffer(size);
}
Object.setPrototypeOf(SlowBuffer.prototype, Uint8Array.prototype);
Object.setPrototypeOf(SlowBuffer, Uint8Array);

Buffer.isBuffer = function isBuffer(value) {
  return value instanceof Buffer;
};

Buffer.isEncoding = function isEncoding(encoding) {
  return typeof encoding === 'string' && encoding.length !== 0 && normalizeEncoding(encoding) !== undefined;
};

function checkUint8Array(value, name) {
  if (!(value instanceof Uint8Array) && !types.isUint8Array?.(value)) {
    throw new codes.ERR_INVALID_ARG_TYPE(name, ['Buffer', 'Uint8Array'], value);
  }
}

Buffer.compare = function compare(a, b) {
  checkUint8Array(a, 'buf1');
  checkUint8Array(b, 'buf2');
  return a === b ? 0 : binding.compare(a, b);
};

Buffer.concat = function concat(list, length) {
  validateArray(list, 'list');
  if (list.length === 0) return new FastBuffer();
  if (length === undefined) {
    length = 0;
    for (let i = 0; i < list.length; i++) length += list[i].length || 0;
  } else {
    validateInteger(length, 'length', 0);
  }
  const buffer = Buffer.allocUnsafe(length);
  let position = 0;
  for (let i = 0; i < list.length; i++) {
    checkUint8Array(list[i], `list[${i}]`);
    position += copyBytes(list[i], buffer, position, 0, list[i].length);
  }
  if (position < length) typedArrayFill.call(buffer, 0, position, length);
  return buffer;
};

Buffer.byteLength = function byteLength(value, encoding) {
  if (typeof value !== 'string') {
    if (ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value)) return value.byteLength;
    throw new codes.ERR_INVALID_ARG_TYPE('string', ['string', 'Buffer', 'ArrayBuffer'], value);
  }
  if (value.length === 0) return 0;
  return (encodingOperations(encoding) ?? encodings.utf8).byteLength(value);
};

const prototype = Buffer.prototype;

Object.defineProperty(prototype, 'parent', {
  enumerable: true,
  get() { return this instanceof Buffer ? this.buffer : undefined; },
});
Object.defineProperty(prototype, 'offset', {
  enumerable: true,
  get() { return this instanceof Buffer ? this.byteOffset : undefined; },
});

function copyBytes(source, target, targetStart, sourceStart, sourceEnd) {
  let count = sourceEnd - sourceStart;
  if (count > target.byteLength - targetStart) count = target.byteLength - targetStart;
  if (count <= 0) return 0;
  const whole = sourceStart === 0 && count === source.length;
  const part = whole ? source : new Uint8Array(source.buffer, source.byteOffset + sourceStart, count);
  typedArraySet.call(target, part, targetStart);
  return count;
}

/** An index argument: truncated, anything but a number is 0; below `min` is an error. */
function toIndex(value, defaultValue, name, min, max) {
  if (value === undefined) return defaultValue;
  const index = Math.trunc(+value) || 0;
  if (index < min || index > max) {
    throw new codes.ERR_OUT_OF_RANGE(name, max === Infinity ? `>= ${min}` : `>= ${min} && <= ${max}`, value);
  }
  return index;
}

prototype.copy = function copy(target, targetStart, sourceStart, sourceEnd) {
  if (!ArrayBuffer.isView(target)) throw new codes.ERR_INVALID_ARG_TYPE('target', ['Buffer', 'Uint8Array'], target);
  targetStart = toIndex(targetStart, 0, 'targetStart', 0, Infinity);
  sourceStart = toIndex(sourceStart, 0, 'sourceStart', 0, this.length);
  sourceEnd = Math.min(toIndex(sourceEnd, this.length, 'sourceEnd', 0, Infinity), this.length);
  if (targetStart >= target.length || sourceStart >= sourceEnd) return 0;
  return copyBytes(this, target, targetStart, sourceStart, sourceEnd);
};

prototype.toString = function toString(encoding, start, end) {
  const { length } = this;
  if (length > MAX_STRING_LENGTH) throw new codes.ERR_STRING_TOO_LONG(MAX_STRING_LENGTH.toString(16));
  if (arguments.length === 0) return binding.utf8Slice(this, 0, length);
  start = start <= 0 ? 0 : start >= length ? length : Math.trunc(start) || 0;
  end = end === undefined || end > length ? length : Math.trunc(end) || 0;
  if (end <= start) return '';
  if (encoding === undefined) return binding.utf8Slice(this, start, end);
  const operations = encoding === null ? undefined : encodingOperations(encoding);
  if (operations === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  return operations.slice(this, start, end);
};
prototype.toLocaleString = prototype.toString;

prototype.equals = function equals(other) {
  checkUint8Array(other, 'otherBuffer');
  if (this === other) return true;
  return this.byteLength === other.byteLength && binding.compare(this, other) === 0;
};

let inspectMaxBytes = 50;

prototype[customInspect] = function inspectBuffer(recurseTimes, ctx) {
  const shown = Math.min(inspectMaxBytes, this.length);
  let text = binding.hexSlice(this, 0, shown).replace(/(.{2})(?=.)/g, '$1 ');
  const remaining = this.length - inspectMaxBytes;
  if (remaining > 0) text += ` ... ${remaining} more byte${remaining > 1 ? 's' : ''}`;
  if (ctx) {
    const { ALL_PROPERTIES, ONLY_ENUMERABLE } = utilBinding.constants;
    const extras = { __proto__: null };
    const keys = utilBinding.getOwnNonIndexProperties(this, ctx.showHidden ? ALL_PROPERTIES : ONLY_ENUMERABLE);
    for (const key of keys) extras[key] = this[key];
    if (keys.length > 0) {
      const shownExtras = inspect(extras, { ...ctx, breakLength: Infinity, compact: true });
      text += `${this.length !== 0 ? ', ' : ''}${shownExtras.slice('[Object: null prototype] { '.length, -2)}`;
    }
  }
  return `<${this.constructor.name} ${text}>`;
};
prototype.inspect = prototype[customInspect];
Object.defineProperty(prototype.inspect, 'name', { value: 'inspect' });

prototype.compare = function compare(target, targetStart, targetEnd, sourceStart, sourceEnd) {
  checkUint8Array(target, 'target');
  if (arguments.length === 1) return binding.compare(this, target);
  const bound = (value, name, defaultValue, max) => {
    if (value === undefined) return defaultValue;
    validateInteger(value, name, 0, max);
    return value;
  };
  targetStart = bound(targetStart, 'targetStart', 0, Number.MAX_SAFE_INTEGER);
  targetEnd = bound(targetEnd, 'targetEnd', target.length, target.length);
  sourceStart = bound(sourceStart, 'sourceStart', 0, Number.MAX_SAFE_INTEGER);
  sourceEnd = bound(sourceEnd, 'sourceEnd', this.length, this.length);
  if (sourceStart >= sourceEnd) return targetStart >= targetEnd ? 0 : -1;
  if (targetStart >= targetEnd) return 1;
  return binding.compare(prototype.subarray.call(this, sourceStart, sourceEnd),
                         prototype.subarray.call(target, targetStart, targetEnd));
};

/** indexOf and lastIndexOf; `forward` tells which. */
function search(buffer, value, byteOffset, encoding, forward) {
  validateBuffer(buffer);
  if (typeof byteOffset === 'string') {
    encoding = byteOffset;
    byteOffset = undefined;
  } else if (byteOffset > 0x7fffffff) {
    byteOffset = 0x7fffffff;
  } else if (byteOffset < -0x80000000) {
    byteOffset = -0x80000000;
  }
  byteOffset = +byteOffset;
  if (Number.isNaN(byteOffset)) byteOffset = forward ? 0 : buffer.length || buffer.byteLength;
  if (typeof value === 'number') return binding.indexOfNumber(buffer, value >>> 0, byteOffset, forward);
  if (typeof value === 'string') {
    const operations = encoding === undefined ? encodings.utf8 : encodingOperations(encoding);
    if (operations === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
    const step = operations === encodings.utf16le ? 2 : 1;
    return binding.indexOfBuffer(buffer, fromString(value, encoding ?? 'utf8'), byteOffset, step, forward);
  }
  if (value instanceof Uint8Array) {
    const step = normalizeEncoding(encoding) === 'utf16le' ? 2 : 1;
    return binding.indexOfBuffer(buffer, value, byteOffset, step, forward);
  }
  throw new codes.ERR_INVALID_ARG_TYPE('value', ['number', 'string', 'Buffer', 'Uint8Array'], value);
}

prototype.lastIndexOf = function lastIndexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, false);
};

prototype.indexOf = function indexOf(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true);
};

prototype.includes = function includes(value, byteOffset, encoding) {
  return search(this, value, byteOffset, encoding, true) !== -1;
};

prototype.fill = function fill(value, offset, end, encoding) {
  return fillBuffer(this, value, offset, end, encoding);
};

function fillBuffer(buffer, value, offset, end, encoding) {
  if (typeof value === 'string') {
    if (typeof offset === 'string') {
      encoding = offset;
      offset = undefined;
      end = undefined;
    } else if (typeof end === 'string') {
      encoding = end;
      end = undefined;
    }
    if (encoding !== undefined) validateString(encoding, 'encoding');
    if (normalizeEncoding(encoding) === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
    if (value.length === 0) value = 0;
    else value = fromString(value, encoding ?? 'utf8');
    if (value.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('value', value);
  } else if (typeof value === 'boolean') {
    value = +value;
  }
  if (offset === undefined) {
    offset = 0;
    end = buffer.length;
  } else {
    validateNumber(offset, 'offset', 0);
    if (end === undefined) end = buffer.length;
    else validateNumber(end, 'end', 0, buffer.length);
    if (offset >= end) return buffer;
  }
  if (ArrayBuffer.isView(value)) {
    if (value.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('value', value);
    binding.fillBytes(buffer, value, offset, end);
  } else {
    typedArrayFill.call(buffer, (value >>> 0) & 255, offset, end);
  }
  return buffer;
}

/** The error of Node's native code, worded otherwise than that of its JavaScript. */
function stringExpected() {
  const error = new TypeError('argument must be a string');
  error.code = 'ERR_INVALID_ARG_TYPE';
  return error;
}

prototype.write = function write(text, offset, length, encoding) {
  if (offset === undefined) {
    if (typeof text !== 'string') throw stringExpected();
    return binding.utf8Write(this, text, 0, this.length);
  }
  validateString(text, 'argument');
  if (length === undefined && typeof offset === 'string') {
    encoding = offset;
    length = this.length;
    offset = 0;
  } else {
    validateInteger(offset, 'offset', 0, this.length);
    const remaining = this.length - offset;
    if (length === undefined) {
      length = remaining;
    } else if (typeof length === 'string') {
      encoding = length;
      length = remaining;
    } else {
      validateInteger(length, 'length', 0, this.length);
      if (length > remaining) length = remaining;
    }
  }
  if (!encoding) return binding.utf8Write(this, text, offset, length);
  const operations = encodingOperations(encoding);
  if (operations === undefined) throw new codes.ERR_UNKNOWN_ENCODING(encoding);
  return operations.write(this, text, offset, length);
};

prototype.toJSON = function toJSON() {
  return { type: 'Buffer', data: Array.from(this) };
};

prototype.subarray = function subarray(start, end) {
  const { length } = this;
  const clamp = (value, defaultValue) => {
    let index = value === undefined ? defaultValue : Math.trunc(+value) || 0;
    if (index < 0) index += length;
    return Math.min(Math.max(index, 0), length);
  };
  const from = clamp(start, 0);
  const to = clamp(end, length);
  return new FastBuffer(this.buffer, this.byteOffset + from, Math.max(to - from, 0));
};

prototype.slice = function slice(start, end) {
  return this.subarray(start, end);
};

function swapper(size) {
  return function() {
    if (this.length % size !== 0) throw new codes.ERR_INVALID_BUFFER_SIZE(`${size * 8}-bits`);
    for (let i = 0; i < this.length; i += size) {
      for (let low = i, high = i + size - 1; low < high; low++, high--) {
        const byte = this[low];
        this[low] = this[high];
        this[high] = byte;
      }
    }
    return this;
  };
}
for (const bits of [16, 32, 64]) {
  prototype[`swap${bits}`] = Object.defineProperty(swapper(bits / 8), 'name', { value: `swap${bits}` });
}

addNumberMethods(prototype);

// Undocumented, but used by packages.
for (const [name, operations] of [['ascii', encodings.ascii], ['base64', encodings.base64], ['latin1', encodings.latin1],
                                  ['base64url', encodings.base64url], ['hex', encodings.hex],
                                  ['ucs2', encodings.utf16le], ['utf8', encodings.utf8]]) {
  prototype[`${name}Slice`] = function(start = 0, end = this.length) {
    return operations.slice(this, Math.max(start, 0), Math.min(end, this.length));
  };
  prototype[`${name}Write`] = function(text, offset = 0, length = this.length - offset) {
    return operations.write(this, text, offset, Math.min(length, this.length - offset));
  };
}

function bytesOf(input) {
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (types.isAnyArrayBuffer(input)) return new Uint8Array(input);
  throw new codes.ERR_INVALID_ARG_TYPE('input', ['ArrayBuffer', 'Buffer', 'TypedArray'], input);
}

function validatedBytes(input) {
  if ((ArrayBuffer.isView(input) ? input.buffer : input)?.detached) {
    throw Object.assign(new Error('Cannot validate on a detached buffer'), { code: 'ERR_INVALID_STATE' });
  }
  return bytesOf(input);
}

function transcode(source, fromEncoding, toEncoding) {
  if (!(source instanceof Uint8Array)) {
    throw new codes.ERR_INVALID_ARG_TYPE('source', ['Buffer', 'Uint8Array'], source);
  }
  const from = normalizeEncoding(fromEncoding);
  const to = normalizeEncoding(toEncoding);
  const supported = ['utf8', 'utf16le', 'latin1', 'ascii'];
  if (!supported.includes(from) || !supported.includes(to)) {
    const error = new Error(`Unable to transcode Buffer [U_ILLEGAL_ARGUMENT_ERROR]`);
    error.code = 'U_ILLEGAL_ARGUMENT_ERROR';
    error.errno = 1;
    throw error;
  }
  const text = encodings[from].slice(source, 0, source.length);
  const limit = to === 'ascii' ? 0x7f : 0xff;
  if (to !== 'ascii' && to !== 'latin1') return Buffer.from(text, to);
  let replaced = '';
  for (const character of text) replaced += character.codePointAt(0) > limit ? '?' : character;
  return Buffer.from(replaced, 'latin1');
}

function btoa(input) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('input');
  input = `${input}`;
  for (let i = 0; i < input.length; i++) {
    if (input.charCodeAt(i) > 255) {
      throw new (require('internal/dom_exception').DOMException)('Invalid character', 'InvalidCharacterError');
    }
  }
  return Buffer.from(input, 'latin1').toString('base64');
}

function atob(input) {
  if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('input');
  let text = `${input}`.replace(/[\t\n\f\r ]/g, '');
  if (text.length % 4 === 0) text = text.replace(/==?$/, '');
  const isForeign = /[^A-Za-z0-9+/]/.test(text);
  if (text.length % 4 === 1 || isForeign) {
    const { DOMException } = require('internal/dom_exception');
    const message = isForeign ? 'Invalid character' : 'The string to be decoded is not correctly encoded.';
    throw new DOMException(message, 'InvalidCharacterError');
  }
  return Buffer.from(text, 'base64').latin1Slice();
}

module.exports = {
  Buffer,
  SlowBuffer,
  transcode,
  isUtf8: (input) => binding.isUtf8(validatedBytes(input)),
  isAscii: (input) => validatedBytes(input).every((byte) => byte < 128),
  kMaxLength: MAX_LENGTH,
  kStringMaxLength: MAX_STRING_LENGTH,
  btoa,
  atob,
};
Object.defineProperties(module.exports, {
  constants: {
    enumerable: true,
    value: Object.defineProperties({}, {
      MAX_LENGTH: { value: MAX_LENGTH, enumerable: true },
      MAX_STRING_LENGTH: { value: MAX_STRING_LENGTH, enumerable: true },
    }),
  },
  INSPECT_MAX_BYTES: {
    configurable: true,
    enumerable: true,
    get: () => inspectMaxBytes,
    set(value) {
      validateNumber(value, 'INSPECT_MAX_BYTES', 0);
      inspectMaxBytes = value;
    },
  },
});
for (const name of ['Blob', 'File', 'resolveObjectURL']) {
  Object.defineProperty(module.exports, name, {
    configurable: true,
    enumerable: true,
    get: () => require('internal/blob')[name],
  });
}
