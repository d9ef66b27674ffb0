'use strict';

// The serialization API of node:v8.

const { Buffer } = require('buffer');
const { codes } = require('internal/errors');
const binding = internalBinding('serdes');

const handles = new WeakMap();

function requireView(value, name) {
  if (!ArrayBuffer.isView(value)) {
    throw Object.assign(new TypeError(`${name} must be a TypedArray or a DataView`), { code: 'ERR_INVALID_ARG_TYPE' });
  }
}

function handleOf(object) {
  const handle = handles.get(object);
  if (handle === undefined) throw new TypeError('Illegal invocation');
  return handle;
}

class Serializer {
  constructor() {
    handles.set(this, binding.createSerializer(this));
  }

  writeHeader() { binding.writeHeader(handleOf(this)); }

  writeValue(value) {
    binding.writeValue(handleOf(this), value);
    return true;
  }

  releaseBuffer() {
    const bytes = binding.release(handleOf(this));
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  transferArrayBuffer(id, buffer) { binding.transferForWriting(handleOf(this), id, buffer); }
  writeUint32(value) { binding.writeUint32(handleOf(this), value); }
  writeUint64(high, low) { binding.writeUint64(handleOf(this), high, low); }
  writeDouble(value) { binding.writeDouble(handleOf(this), value); }

  writeRawBytes(source) {
    requireView(source, 'source');
    binding.writeRawBytes(handleOf(this), source);
  }

  _setTreatArrayBufferViewsAsHostObjects(on) {
    binding.setTreatArrayBufferViewsAsHostObjects(handleOf(this), on);
  }
}
Serializer.prototype._getDataCloneError = Error;

class Deserializer {
  constructor(buffer) {
    requireView(buffer, 'buffer');
    this.buffer = buffer;
    handles.set(this, binding.createDeserializer(this, buffer));
  }

  readHeader() { return binding.readHeader(handleOf(this)); }
  readValue() { return binding.readValue(handleOf(this)); }
  getWireFormatVersion() { return binding.wireFormatVersion(handleOf(this)); }
  transferArrayBuffer(id, buffer) { binding.transferForReading(handleOf(this), id, buffer); }
  readUint32() { return binding.readUint32(handleOf(this)); }
  readUint64() { return binding.readUint64(handleOf(this)); }
  readDouble() { return binding.readDouble(handleOf(this)); }
  _readRawBytes(length) { return binding.readRawBytes(handleOf(this), length); }

  readRawBytes(length) {
    const offset = this._readRawBytes(length);
    return Buffer.from(this.buffer.buffer, this.buffer.byteOffset + offset, length);
  }
}

/** The views that DefaultSerializer writes, by number. */
const VIEWS = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array,
               Float64Array, DataView, undefined, BigInt64Array, BigUint64Array];
const BUFFER = 10;

function viewNumber(view) {
  if (Buffer.isBuffer(view)) return BUFFER;
  const tag = Object.prototype.toString.call(view).slice('[object '.length, -1);
  return VIEWS.findIndex((View) => View?.name === tag);
}

/** Writes typed arrays as host objects, and buffers as the part of their memory that they show. */
class DefaultSerializer extends Serializer {
  constructor() {
    super();
    this._setTreatArrayBufferViewsAsHostObjects(true);
  }

  _writeHostObject(view) {
    const number = viewNumber(view);
    if (number < 0) {
      throw new this._getDataCloneError(`Unserializable host object: ${require('internal/inspect/inspect').inspect(view)}`);
    }
    this.writeUint32(number);
    this.writeUint32(view.byteLength);
    this.writeRawBytes(new Uint8Array(view.buffer, view.byteOffset, view.byteLength));
  }
}

class DefaultDeserializer extends Deserializer {
  _readHostObject() {
    const number = this.readUint32();
    const byteLength = this.readUint32();
    const offset = this.buffer.byteOffset + this._readRawBytes(byteLength);
    if (number === BUFFER) return Buffer.from(this.buffer.buffer, offset, byteLength);
    const View = VIEWS[number];
    const size = View.BYTES_PER_ELEMENT ?? 1;
    if (offset % size === 0) return new View(this.buffer.buffer, offset, byteLength / size);
    const copy = Buffer.allocUnsafeSlow(byteLength); // the memory must be aligned
    copy.set(new Uint8Array(this.buffer.buffer, offset, byteLength));
    return new View(copy.buffer, copy.byteOffset, byteLength / size);
  }
}

function serialize(value) {
  const serializer = new DefaultSerializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function deserialize(buffer) {
  if (!ArrayBuffer.isView(buffer)) {
    throw new codes.ERR_INVALID_ARG_TYPE('buffer', ['Buffer', 'TypedArray', 'DataView'], buffer);
  }
  const deserializer = new DefaultDeserializer(buffer);
  deserializer.readHeader();
  return deserializer.readValue();
}

module.exports = { DefaultDeserializer, DefaultSerializer, Deserializer, Serializer, deserialize, serialize };
