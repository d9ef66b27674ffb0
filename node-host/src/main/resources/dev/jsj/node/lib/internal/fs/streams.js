'use strict';

// fs.ReadStream and fs.WriteStream: functions, because packages call them on objects of their own.

const fs = require('fs');
const { Buffer } = require('buffer');
const { Readable, Writable, finished } = require('stream');
const { toPath } = require('internal/fs/arguments');
const { validateBoolean, validateFunction, validateInteger } = require('internal/validators');
const { codes } = require('internal/errors');
const { deprecate } = require('internal/promisify');

const kFs = Symbol('kFs');
const kReading = Symbol('kReading');
const HIGH_WATER_MARK = 64 * 1024;

/** A copy of the options. */
function streamOptions(options, name = 'options') {
  if (options === undefined || options === null) return {};
  if (typeof options === 'string') return { encoding: options };
  if (typeof options !== 'object') throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Object'], options);
  const copy = {};
  for (const name in options) copy[name] = options[name]; // inherited ones count
  return copy;
}

/** The functions of `fs` as a FileHandle has them. */
function handleOperations(handle) {
  const answer = (promise, callback, count) => {
    promise.then((result) => callback(null, result?.[count], result?.buffer ?? result?.buffers), callback);
  };
  return {
    open() { throw new codes.ERR_METHOD_NOT_IMPLEMENTED('open()'); },
    close: (fd, callback) => answer(handle.close(), callback),
    fsync: (fd, callback) => answer(handle.sync(), callback),
    read: (fd, buffer, offset, length, position, callback) => {
      answer(handle.read(buffer, offset, length, position), callback, 'bytesRead');
    },
    write: (fd, buffer, offset, length, position, callback) => {
      answer(handle.write(buffer, offset, length, position), callback, 'bytesWritten');
    },
    writev: (fd, buffers, position, callback) => answer(handle.writev(buffers, position), callback, 'bytesWritten'),
  };
}

/** The descriptor, path and file functions of a stream, from its constructor's arguments. */
function setUp(stream, path, options, flags) {
  options.autoDestroy = options.autoClose === undefined ? true : options.autoClose;
  const { fd } = options;
  stream[kFs] = options.fs || fs;
  if (fd == null) {
    stream.fd = null;
    validateFunction(stream[kFs].open, 'options.fs.open');
    stream.path = toPath(path);
    stream.flags = options.flags ?? flags;
    stream.mode = options.mode ?? 0o666;
  } else if (typeof fd === 'number') {
    validateInteger(fd, 'fd', 0);
    stream.fd = fd;
    if (path != null) stream.path = path;
  } else if (typeof fd === 'object' && typeof fd.fd === 'number') {
    if (options.fs) throw new codes.ERR_METHOD_NOT_IMPLEMENTED('FileHandle with fs');
    stream.fd = fd.fd;
    stream[kFs] = handleOperations(fd);
    fd.on('close', () => stream.destroy());
  } else {
    throw new codes.ERR_INVALID_ARG_TYPE('options.fd', ['number', 'FileHandle'], fd);
  }
  if (options.autoDestroy) validateFunction(stream[kFs].close, 'options.fs.close');
}

function setStart(stream, options) {
  stream.start = options.start;
  stream.pos = undefined;
  if (stream.start === undefined) return;
  validateInteger(stream.start, 'start', 0);
  stream.pos = stream.start;
}

/** Opens the file before the first read or write; `opener` is what `stream.open` is unless somebody has replaced it. */
function construct(stream, opener, callback) {
  if (typeof stream.fd === 'number') {
    callback();
    return;
  }
  if (stream.open !== opener) {
    openAsPatched(stream, callback);
    return;
  }
  stream[kFs].open(stream.path, stream.flags, stream.mode, (error, fd) => {
    if (error) {
      callback(error);
      return;
    }
    stream.fd = fd;
    callback();
    stream.emit('open', fd);
    stream.emit('ready');
  });
}

/** A replaced `open` tells its outcome by events. */
function openAsPatched(stream, callback) {
  const emit = stream.emit;
  stream.emit = function(type, ...args) {
    if (type !== 'open' && type !== 'error') return Reflect.apply(emit, this, [type, ...args]);
    this.emit = emit;
    if (type === 'error') {
      callback(args[0]);
      return true;
    }
    callback();
    return Reflect.apply(emit, this, [type, ...args]);
  };
  stream.open();
}

function close(stream, error, callback) {
  const { fd } = stream;
  if (typeof fd !== 'number') {
    callback(error);
    return;
  }
  const end = (flushError) => {
    stream[kFs].close(fd, (closeError) => callback(closeError || flushError || error));
    stream.fd = null;
  };
  if (stream.flush && !error) stream[kFs].fsync(fd, end);
  else end();
}

/** What both classes have. */
function defineStream(Class, Base, stateName, name) {
  const opener = deprecate(() => {}, `${name}.prototype.open() is deprecated`, 'DEP0135');
  Object.setPrototypeOf(Class.prototype, Base.prototype);
  Object.setPrototypeOf(Class, Base);
  Object.defineProperties(Class.prototype, {
    autoClose: {
      configurable: true,
      get() { return this[stateName].autoDestroy; },
      set(value) { this[stateName].autoDestroy = value; },
    },
    pending: { configurable: true, get() { return this.fd === null; } },
  });
  Class.prototype.open = opener;
  Class.prototype._construct = function(callback) {
    construct(this, opener, callback);
  };
}

function ReadStream(path, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(path, options);
  options = streamOptions(options);
  if (options.highWaterMark === undefined) options.highWaterMark = HIGH_WATER_MARK;
  setUp(this, path, options, 'r');
  validateFunction(this[kFs].read, 'options.fs.read');
  setStart(this, options);
  this.end = options.end ?? Infinity;
  this.bytesRead = 0;
  this[kReading] = false;
  if (this.end !== Infinity) {
    validateInteger(this.end, 'end', 0);
    if (this.start !== undefined && this.start > this.end) {
      throw new codes.ERR_OUT_OF_RANGE('start', `<= "end" (here: ${this.end})`, this.start);
    }
  }
  const { encoding } = options;
  Reflect.apply(Readable, this, [{ ...options, encoding: undefined }]);
  if (encoding) this.setEncoding(encoding);
  return undefined;
}
defineStream(ReadStream, Readable, '_readableState', 'ReadStream');

ReadStream.prototype._read = function(size) {
  size = Math.min(this.pos === undefined ? this.end - this.bytesRead + 1 : this.end - this.pos + 1, size);
  if (size <= 0) {
    this.push(null);
    return;
  }
  const buffer = Buffer.allocUnsafeSlow(size);
  this[kReading] = true;
  this[kFs].read(this.fd, buffer, 0, size, this.pos ?? null, (error, count, filled = buffer) => {
    this[kReading] = false;
    if (this.destroyed) {
      this.emit(kReading, error);
    } else if (error) {
      this.destroy(error);
    } else if (count > 0) {
      if (this.pos !== undefined) this.pos += count;
      this.bytesRead += count;
      this.push(count === filled.length ? filled : Buffer.from(filled.subarray(0, count)));
    } else {
      this.push(null);
    }
  });
};

ReadStream.prototype._destroy = function(error, callback) {
  // A read under way must end before its descriptor may be closed.
  if (this[kReading]) this.once(kReading, (readError) => close(this, error || readError, callback));
  else close(this, error, callback);
};

ReadStream.prototype.close = function(callback) {
  if (callback) finished(this, callback);
  this.destroy();
};

function WriteStream(path, options) {
  if (!(this instanceof WriteStream)) return new WriteStream(path, options);
  options = streamOptions(options);
  options.decodeStrings = true;
  setUp(this, path, options, 'w');
  const { write, writev } = this[kFs];
  if (!write && !writev) throw new codes.ERR_INVALID_ARG_TYPE('options.fs.write', 'function', write);
  if (write) validateFunction(write, 'options.fs.write');
  else this._write = null;
  if (writev) validateFunction(writev, 'options.fs.writev');
  else this._writev = null;
  this.flush = options.flush ?? false;
  validateBoolean(this.flush, 'options.flush');
  if (this.flush) validateFunction(this[kFs].fsync, 'options.fs.fsync');
  setStart(this, options);
  this.bytesWritten = 0;
  Reflect.apply(Writable, this, [options]);
  if (options.encoding) this.setDefaultEncoding(options.encoding);
  return undefined;
}
defineStream(WriteStream, Writable, '_writableState', 'WriteStream');

/** Goes on with what a write has left over. */
function afterWrite(stream, left, callback, goOn) {
  return (error, count) => {
    if (error) {
      callback(error);
      return;
    }
    stream.bytesWritten += count;
    if (stream.pos !== undefined) stream.pos += count;
    if (count < left && !stream.destroyed) goOn(count);
    else callback(null);
  };
}

function writeAll(stream, bytes, callback) {
  const done = afterWrite(stream, bytes.length, callback, (count) => writeAll(stream, bytes.subarray(count), callback));
  stream[kFs].write(stream.fd, bytes, 0, bytes.length, stream.pos ?? null, done);
}

WriteStream.prototype._write = function(bytes, encoding, callback) {
  writeAll(this, bytes, callback);
};

WriteStream.prototype._writev = function(chunks, callback) {
  const list = chunks.map(({ chunk }) => chunk);
  const total = list.reduce((sum, { length }) => sum + length, 0);
  const done = afterWrite(this, total, callback, (count) => {
    const rest = Buffer.concat(list).subarray(count);
    if (this[kFs].write) writeAll(this, rest, callback);
    else this._writev([{ chunk: rest }], callback);
  });
  this[kFs].writev(this.fd, list, this.pos ?? null, done);
};

WriteStream.prototype._destroy = function(error, callback) {
  close(this, error, callback);
};

WriteStream.prototype.close = function(callback) {
  if (callback) {
    validateFunction(callback, 'callback');
    if (this.closed) {
      process.nextTick(callback);
      return;
    }
    this.on('close', callback);
  }
  if (!this.autoClose) this.on('finish', this.destroy);
  this.end();
};

WriteStream.prototype.destroySoon = Writable.prototype.end;

module.exports = { ReadStream, WriteStream };
