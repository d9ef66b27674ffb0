'use strict';

// util.types: which kind of built-in object a value really is, whatever its prototype says.

const binding = internalBinding('types');

const typedArrayTag =
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

function isTypedArray(value) {
  return typedArrayTag.call(value) !== undefined;
}

const types = { ...binding, isArrayBufferView: ArrayBuffer.isView, isTypedArray };
for (const name of ['Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array',
                    'Int32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array']) {
  types[`is${name}`] = (value) => typedArrayTag.call(value) === name;
}
types.isKeyObject = () => false;
types.isCryptoKey = () => false;

module.exports = types;
