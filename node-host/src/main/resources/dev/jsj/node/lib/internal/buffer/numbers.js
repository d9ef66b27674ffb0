'use strict';

// Buffer's readUInt16LE, writeDoubleBE and so on.

const { codes } = require('internal/errors');
const { validateNumber } = require('internal/validators');

const float32 = new Float32Array(1);
const bytesOfFloat32 = new Uint8Array(float32.buffer);
const float64 = new Float64Array(1);
const bytesOfFloat64 = new Uint8Array(float64.buffer);

/** Why an offset, or a byteLength when `name` is given, cannot be used. */
function rangeError(value, limit, name) {
  if (Math.floor(value) !== value) {
    validateNumber(value, name);
    throw new codes.ERR_OUT_OF_RANGE(name || 'offset', 'an integer', value);
  }
  if (limit < 0) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS();
  throw new codes.ERR_OUT_OF_RANGE(name || 'offset', `>= ${name ? 1 : 0} and <= ${limit}`, value);
}

/** Checks that `size` bytes lie in the buffer at `offset`. */
function checkBounds(buffer, offset, size) {
  validateNumber(offset, 'offset');
  if (buffer[offset] === undefined || buffer[offset + size - 1] === undefined) rangeError(offset, buffer.length - size);
}

function readUnsigned(buffer, offset, size, little) {
  let value = 0;
  if (little) for (let i = size - 1; i >= 0; i--) value = value * 256 + buffer[offset + i];
  else for (let i = 0; i < size; i++) value = value * 256 + buffer[offset + i];
  return value;
}

function readSigned(buffer, offset, size, little) {
  const value = readUnsigned(buffer, offset, size, little);
  const half = 2 ** (8 * size - 1);
  return value >= half ? value - 2 * half : value;
}

/** The limits of an integer of `size` bytes as the error message writes them. */
function rangeText(min, max, size) {
  const suffix = typeof min === 'bigint' ? 'n' : '';
  if (size <= 4) return `>= ${min}${suffix} and <= ${max}${suffix}`;
  const bits = 8 * size;
  if (min === 0 || min === 0n) return `>= 0${suffix} and < 2${suffix} ** ${bits}${suffix}`;
  return `>= -(2${suffix} ** ${bits - 1}${suffix}) and < 2${suffix} ** ${bits - 1}${suffix}`;
}

function checkValue(value, min, max, size) {
  if (value > max || value < min) throw new codes.ERR_OUT_OF_RANGE('value', rangeText(min, max, size), value);
}

function writeInteger(buffer, value, offset, size, little, signed) {
  value = +value;
  const min = signed ? -(2 ** (8 * size - 1)) : 0;
  const max = signed ? 2 ** (8 * size - 1) - 1 : 2 ** (8 * size) - 1;
  if (size === 1) validateNumber(offset, 'offset');
  checkValue(value, min, max, size);
  checkBounds(buffer, offset, size);
  let rest = Math.trunc(value) || 0;
  if (rest < 0) rest += 2 ** (8 * size);
  for (let i = 0; i < size; i++) {
    buffer[little ? offset + i : offset + size - 1 - i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return offset + size;
}

function readBig(buffer, offset, little, signed) {
  checkBounds(buffer, offset, 8);
  const low = BigInt(readUnsigned(buffer, little ? offset : offset + 4, 4, little));
  const high = BigInt((signed ? readSigned : readUnsigned)(buffer, little ? offset + 4 : offset, 4, little));
  return (high << 32n) + low;
}

function writeBig(buffer, value, offset, little, min, max) {
  checkValue(value, min, max, 8);
  checkBounds(buffer, offset, 8);
  let rest = value;
  for (let i = 0; i < 8; i++) {
    buffer[little ? offset + i : offset + 7 - i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return offset + 8;
}

const hostIsLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function readFloat(buffer, offset, view, bytes, little) {
  checkBounds(buffer, offset, bytes.length);
  const last = bytes.length - 1;
  for (let i = 0; i <= last; i++) bytes[little === hostIsLittle ? i : last - i] = buffer[offset + i];
  return view[0];
}

function writeFloat(buffer, value, offset, view, bytes, little) {
  value = +value;
  checkBounds(buffer, offset, bytes.length);
  view[0] = value;
  const last = bytes.length - 1;
  for (let i = 0; i <= last; i++) buffer[offset + i] = bytes[little === hostIsLittle ? i : last - i];
  return offset + bytes.length;
}

/** Checks the number of bytes, for the methods that take it as an argument. */
function checkSize(size) {
  if (!(size >= 1 && size <= 6 && Math.floor(size) === size)) rangeError(size, 6, 'byteLength');
}

const methods = {
  readUInt8(offset = 0) {
    validateNumber(offset, 'offset');
    const value = this[offset];
    if (value === undefined) rangeError(offset, this.length - 1);
    return value;
  },
  readUInt16LE(offset = 0) {
    checkBounds(this, offset, 2);
    return this[offset] + this[offset + 1] * 256;
  },
  readUInt16BE(offset = 0) {
    checkBounds(this, offset, 2);
    return this[offset] * 256 + this[offset + 1];
  },
  readUInt32LE(offset = 0) {
    checkBounds(this, offset, 4);
    return this[offset] + this[offset + 1] * 0x100 + this[offset + 2] * 0x10000 + this[offset + 3] * 0x1000000;
  },
  readUInt32BE(offset = 0) {
    checkBounds(this, offset, 4);
    return this[offset] * 0x1000000 + this[offset + 1] * 0x10000 + this[offset + 2] * 0x100 + this[offset + 3];
  },
  readInt8(offset = 0) {
    return (methods.readUInt8.call(this, offset) << 24) >> 24;
  },
  readInt16LE(offset = 0) {
    checkBounds(this, offset, 2);
    return ((this[offset] | (this[offset + 1] << 8)) << 16) >> 16;
  },
  readInt16BE(offset = 0) {
    checkBounds(this, offset, 2);
    return ((this[offset + 1] | (this[offset] << 8)) << 16) >> 16;
  },
  readInt32LE(offset = 0) {
    checkBounds(this, offset, 4);
    return this[offset] | (this[offset + 1] << 8) | (this[offset + 2] << 16) | (this[offset + 3] << 24);
  },
  readInt32BE(offset = 0) {
    checkBounds(this, offset, 4);
    return (this[offset] << 24) | (this[offset + 1] << 16) | (this[offset + 2] << 8) | this[offset + 3];
  },
  readUIntLE(offset, byteLength) {
    if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
    checkSize(byteLength);
    checkBounds(this, offset, byteLength);
    return readUnsigned(this, offset, byteLength, true);
  },
  readUIntBE(offset, byteLength) {
    if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
    checkSize(byteLength);
    checkBounds(this, offset, byteLength);
    return readUnsigned(this, offset, byteLength, false);
  },
  readIntLE(offset, byteLength) {
    if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
    checkSize(byteLength);
    checkBounds(this, offset, byteLength);
    return readSigned(this, offset, byteLength, true);
  },
  readIntBE(offset, byteLength) {
    if (offset === undefined) throw new codes.ERR_INVALID_ARG_TYPE('offset', 'number', offset);
    checkSize(byteLength);
    checkBounds(this, offset, byteLength);
    return readSigned(this, offset, byteLength, false);
  },
  readBigUInt64LE(offset = 0) {
    return readBig(this, offset, true, false);
  },
  readBigUInt64BE(offset = 0) {
    return readBig(this, offset, false, false);
  },
  readBigInt64LE(offset = 0) {
    return readBig(this, offset, true, true);
  },
  readBigInt64BE(offset = 0) {
    return readBig(this, offset, false, true);
  },
  readFloatLE(offset = 0) {
    return readFloat(this, offset, float32, bytesOfFloat32, true);
  },
  readFloatBE(offset = 0) {
    return readFloat(this, offset, float32, bytesOfFloat32, false);
  },
  readDoubleLE(offset = 0) {
    return readFloat(this, offset, float64, bytesOfFloat64, true);
  },
  readDoubleBE(offset = 0) {
    return readFloat(this, offset, float64, bytesOfFloat64, false);
  },
  writeUInt8(value, offset = 0) {
    return writeInteger(this, value, offset, 1, true, false);
  },
  writeUInt16LE(value, offset = 0) {
    return writeInteger(this, value, offset, 2, true, false);
  },
  writeUInt16BE(value, offset = 0) {
    return writeInteger(this, value, offset, 2, false, false);
  },
  writeUInt32LE(value, offset = 0) {
    return writeInteger(this, value, offset, 4, true, false);
  },
  writeUInt32BE(value, offset = 0) {
    return writeInteger(this, value, offset, 4, false, false);
  },
  writeInt8(value, offset = 0) {
    return writeInteger(this, value, offset, 1, true, true);
  },
  writeInt16LE(value, offset = 0) {
    return writeInteger(this, value, offset, 2, true, true);
  },
  writeInt16BE(value, offset = 0) {
    return writeInteger(this, value, offset, 2, false, true);
  },
  writeInt32LE(value, offset = 0) {
    return writeInteger(this, value, offset, 4, true, true);
  },
  writeInt32BE(value, offset = 0) {
    return writeInteger(this, value, offset, 4, false, true);
  },
  writeUIntLE(value, offset, byteLength) {
    checkSize(byteLength);
    return writeInteger(this, value, offset, byteLength, true, false);
  },
  writeUIntBE(value, offset, byteLength) {
    checkSize(byteLength);
    return writeInteger(this, value, offset, byteLength, false, false);
  },
  writeIntLE(value, offset, byteLength) {
    checkSize(byteLength);
    return writeInteger(this, value, offset, byteLength, true, true);
  },
  writeIntBE(value, offset, byteLength) {
    checkSize(byteLength);
    return writeInteger(this, value, offset, byteLength, false, true);
  },
  writeBigUInt64LE(value, offset = 0) {
    return writeBig(this, value, offset, true, 0n, 0xffffffffffffffffn);
  },
  writeBigUInt64BE(value, offset = 0) {
    return writeBig(this, value, offset, false, 0n, 0xffffffffffffffffn);
  },
  writeBigInt64LE(value, offset = 0) {
    return writeBig(this, value, offset, true, -0x8000000000000000n, 0x7fffffffffffffffn);
  },
  writeBigInt64BE(value, offset = 0) {
    return writeBig(this, value, offset, false, -0x8000000000000000n, 0x7fffffffffffffffn);
  },
  writeFloatLE(value, offset = 0) {
    return writeFloat(this, value, offset, float32, bytesOfFloat32, true);
  },
  writeFloatBE(value, offset = 0) {
    return writeFloat(this, value, offset, float32, bytesOfFloat32, false);
  },
  writeDoubleLE(value, offset = 0) {
    return writeFloat(this, value, offset, float64, bytesOfFloat64, true);
  },
  writeDoubleBE(value, offset = 0) {
    return writeFloat(this, value, offset, float64, bytesOfFloat64, false);
  },
};

/** Puts the methods on Buffer's prototype, the unsigned ones also under their second spelling (`readUint8`). */
function addNumberMethods(prototype) {
  for (const name of Object.keys(methods)) {
    prototype[name] = methods[name];
    if (name.includes('UInt')) prototype[name.replace('UInt', 'Uint')] = methods[name];
  }
}

module.exports = { addNumberMethods };
