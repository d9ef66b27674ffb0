'use strict';

// fs.ReadStream and fs.WriteStream.

const fs = require('fs');
const { Buffer } = require('buffer');
const { Readable, Writable, finished } = require('stream');
const { toPath } = require('internal/fs/arguments');
const { validateBoolean, validateFunction, validateInteger } = require('internal/validators');
const { codes } = require('internal/errors');

function streamOptions(options, name = 'options') {
  if (options === undefined || options === null) return {};
  if (typeof options === 'string') return { encoding: options };
  if (typeof options !== 'object') throw new codes.ERR_INVALID_ARG_TYPE(name, ['string', 'Object'], options);
  return options;
}

/** The descriptor, path and file functions of a stream, from its constructor's arguments. */
function setUp(stream, path, options) {
  stream._fs = options.fs || fs;
  if (options.fd == null) {
    stream.fd = null;
    stream.path = toPath(path);
  } else if (typeof options.fd === 'object') { // a FileHandle
    const handle = options.fd;
    stream.fd = handle.fd;
    stream._fs = { ...fs, close: (fd, callback) => handle.close().then(() => callback(null), callback) };
    handle.on('close', () => stream.destroy());
  } else {
    validateInteger(options.fd, 'fd', 0);
    stream.fd = options.fd;
    if (path != null) stream.path = path;
  }
  if (options.autoClose !== undefined) validateBoolean(options.autoClose, 'options.autoClose');
}

/** Opens the file before the first read or write. */
function construct(callback) {
  if (typeof this.fd === 'number') {
    callback();
    return;
  }
  this._fs.open(this.path, this.flags, this.mode, (error, fd) => {
    if (error) {
      callback(error);
      return;
    }
    this.fd = fd;
    callback();
    this.emit('open', fd);
    this.emit('ready');
  });
}

function close(stream, error, callback) {
  const { fd } = stream;
  stream.fd = null;
  if (typeof fd !== 'number') {
    callback(error);
    return;
  }
  stream._fs.close(fd, (closeError) => callback(closeError || error));
}

class ReadStream extends Readable {
  constructor(path, options) {
    options = streamOptions(options);
    super({
      highWaterMark: options.highWaterMark ?? 64 * 1024,
      encoding: options.encoding,
      autoDestroy: options.autoClose === undefined ? true : options.autoClose,
      emitClose: options.emitClose,
      signal: options.signal,
    });
    setUp(this, path, options);
    this.flags = options.flags ?? 'r';
    this.mode = options.mode ?? 0o666;
    this.start = options.start;
    this.end = options.end ?? Infinity;
    this.pos = undefined;
    this.bytesRead = 0;
    if (this.start !== undefined) {
      validateInteger(this.start, 'start', 0);
      this.pos = this.start;
    }
    if (this.end !== Infinity) {
      validateInteger(this.end, 'end', 0);
      if (this.start !== undefined && this.start > this.end) {
        throw new codes.ERR_OUT_OF_RANGE('start', `<= "end" (here: ${this.end})`, this.start);
      }
    }
    if (options.encoding) this.setEncoding(options.encoding);
  }

  get autoClose() {
    return this._readableState.autoDestroy;
  }

  set autoClose(value) {
    this._readableState.autoDestroy = value;
  }

  get pending() {
    return this.fd === null;
  }

  _construct(callback) {
    construct.call(this, callback);
  }

  _read(size) {
    if (this.pos !== undefined) size = Math.min(this.end - this.pos + 1, size);
    else size = Math.min(this.end - this.bytesRead + 1, size);
    if (size <= 0) {
      this.push(null);
      return;
    }
    const buffer = Buffer.allocUnsafeSlow(size);
    this.reading = true;
    this._fs.read(this.fd, buffer, 0, size, this.pos ?? null, (error, count) => {
      this.reading = false;
      if (this.destroyed) {
        this.emit('readDone', error);
        return;
      }
      if (error) {
        this.destroy(error);
      } else if (count > 0) {
        if (this.pos !== undefined) this.pos += count;
        this.bytesRead += count;
        this.push(count === buffer.length ? buffer : Buffer.from(buffer.subarray(0, count)));
      } else {
        this.push(null);
      }
    });
  }

  _destroy(error, callback) {
    // A read under way must end before its descriptor may be closed.
    if (this.reading) this.once('readDone', (readError) => close(this, error || readError, callback));
    else close(this, error, callback);
  }

  close(callback) {
    if (callback) finished(this, callback);
    this.destroy();
  }
}
Object.defineProperty(ReadStream.prototype, 'reading', { value: false, writable: true, enumerable: false });

class WriteStream extends Writable {
  constructor(path, options) {
    options = streamOptions(options);
    super({
      decodeStrings: false,
      highWaterMark: options.highWaterMark,
      defaultEncoding: options.encoding,
      autoDestroy: options.autoClose === undefined ? true : options.autoClose,
      emitClose: options.emitClose,
      signal: options.signal,
    });
    setUp(this, path, options);
    this.flags = options.flags ?? 'w';
    this.mode = options.mode ?? 0o666;
    this.start = options.start;
    this.pos = undefined;
    this.bytesWritten = 0;
    if (this.start !== undefined) {
      validateInteger(this.start, 'start', 0);
      this.pos = this.start;
    }
    if (options.encoding) this.setDefaultEncoding(options.encoding);
  }

  get autoClose() {
    return this._writableState.autoDestroy;
  }

  set autoClose(value) {
    this._writableState.autoDestroy = value;
  }

  get pending() {
    return this.fd === null;
  }

  _construct(callback) {
    construct.call(this, callback);
  }

  _write(data, encoding, callback) {
    const bytes = typeof data === 'string' ? Buffer.from(data, encoding) : data;
    this.#writeAll(bytes, 0, callback);
  }

  #writeAll(bytes, offset, callback) {
    this._fs.write(this.fd, bytes, offset, bytes.length - offset, this.pos ?? null, (error, count) => {
      if (error) {
        callback(error);
        return;
      }
      this.bytesWritten += count;
      if (this.pos !== undefined) this.pos += count;
      if (offset + count < bytes.length && !this.destroyed) this.#writeAll(bytes, offset + count, callback);
      else callback(null);
    });
  }

  _writev(chunks, callback) {
    const list = chunks.map(({ chunk, encoding }) => (typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk));
    this.#writeAll(Buffer.concat(list), 0, callback);
  }

  _destroy(error, callback) {
    close(this, error, callback);
  }

  close(callback) {
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
  }

  destroySoon(...args) {
    this.end(...args);
  }
}

/** Both classes may be called without `new`. */
function callable(Class) {
  return new Proxy(Class, { apply: (target, thisArg, args) => new target(...args) });
}

module.exports = { ReadStream: callable(ReadStream), WriteStream: callable(WriteStream) };
