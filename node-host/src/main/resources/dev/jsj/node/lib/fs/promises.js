'use strict';

// node:fs/promises, and FileHandle.

const binding = internalBinding('fs');
const constants = require('internal/fs/constants');
const { operations } = require('internal/fs/operations');
const files = require('internal/fs/read_write');
const { toPath } = require('internal/fs/arguments');
const { codes } = require('internal/errors');
const EventEmitter = require('events');

/** Runs a native operation on the pool. */
function perform(name, args) {
  return new Promise((resolve, reject) => {
    binding[name](...args, (error, result) => {
      if (error) reject(error);
      else resolve(result);
    });
  });
}

async function call(name, ...args) {
  const { convert, fail = (error) => error, finish } = operations[name];
  const result = await perform(operations[name].name ?? name, convert(...args)).catch((error) => { throw fail(error); });
  return finish === undefined ? result : finish(result, ...args);
}

const promises = {};

for (const name of ['access', 'copyFile', 'rename', 'truncate', 'rm', 'rmdir', 'readdir', 'readlink', 'symlink', 'lstat',
                    'stat', 'statfs', 'link', 'unlink', 'chmod', 'lchown', 'chown', 'utimes', 'lutimes', 'realpath',
                    'mkdtemp']) {
  promises[name] = Object.defineProperty(async (...args) => call(name, ...args), 'name', { value: name });
}

promises.mkdir = async function mkdir(path, options) {
  return (await call('mkdir', path, options)) ?? undefined;
};
promises.lchmod = async function lchmod() {
  throw new codes.ERR_METHOD_NOT_IMPLEMENTED('lchmod()');
};
promises.cp = async function cp(source, target, options) {
  await require('internal/fs/copy').copy(source, target, options);
};
promises.opendir = async function opendir(path, options) {
  return require('internal/fs/dir').opendir(path, options);
};
promises.watch = (...args) => require('internal/fs/watch').watchAsync(...args);

promises.open = async function open(path, flags, mode) {
  return new FileHandle(await call('open', path, flags, mode));
};

/** A descriptor, or a path, for the native calls on whole files. */
function target(path) {
  return path instanceof FileHandle ? path.fd : toPath(path);
}

promises.readFile = async function readFile(path, options) {
  options = files.readOptions(options);
  files.checkAborted(options.signal);
  const bytes = await perform('readFile', files.readArguments(target(path), options));
  files.checkAborted(options.signal);
  return files.decode(files.toBuffer(bytes), options.encoding);
};

/** writeFile also takes streams and iterables of chunks. */
async function writeAny(path, data, options) {
  files.checkAborted(options.signal);
  if (typeof data === 'object' && data !== null && !ArrayBuffer.isView(data) &&
      (data[Symbol.asyncIterator] || data[Symbol.iterator])) {
    const handle = path instanceof FileHandle ? path : await promises.open(path, options.flag, options.mode);
    try {
      for await (const chunk of data) {
        files.checkAborted(options.signal);
        const bytes = typeof chunk === 'string' ? require('buffer').Buffer.from(chunk, options.encoding) : chunk;
        await handle.write(bytes);
      }
    } finally {
      if (handle !== path) await handle.close();
    }
    return;
  }
  await perform('writeFile', files.writeArguments(target(path), data, options));
}

promises.writeFile = async function writeFile(path, data, options) {
  await writeAny(path, data, files.writeOptions(options));
};
promises.appendFile = async function appendFile(path, data, options) {
  await writeAny(path, data, files.appendOptions(options));
};
promises.constants = constants;

/** An open file. */
class FileHandle extends EventEmitter {
  #fd;
  #closing = null;

  constructor(fd) {
    super();
    this.#fd = fd;
  }

  get fd() {
    return this.#fd;
  }

  /** The descriptor for a system call; an error once the file is closed. */
  #descriptor(syscall) {
    if (this.#fd === -1) throw Object.assign(new Error('file closed'), { code: 'EBADF', syscall });
    return this.#fd;
  }

  async appendFile(data, options) {
    this.#descriptor('writeFile');
    await writeAny(this, data, files.appendOptions(options));
  }

  async chmod(mode) {
    await call('fchmod', this.#descriptor('fchmod'), mode);
  }

  async chown(uid, gid) {
    await call('fchown', this.#descriptor('fchown'), uid, gid);
  }

  async datasync() {
    await call('fdatasync', this.#descriptor('fdatasync'));
  }

  async sync() {
    await call('fsync', this.#descriptor('fsync'));
  }

  async read(buffer, offset, length, position) {
    if (!ArrayBuffer.isView(buffer)) {
      const options = buffer ?? {};
      ({ offset = 0, length, position = null } = options);
      buffer = options.buffer ?? require('buffer').Buffer.alloc(16384);
    } else if (offset !== null && typeof offset === 'object') {
      ({ offset = 0, length, position = null } = offset);
    }
    length ??= buffer.byteLength - (offset ?? 0);
    const bytesRead = await call('read', this.#descriptor('read'), buffer, offset, length, position);
    return { __proto__: null, bytesRead, buffer };
  }

  async readv(buffers, position) {
    const bytesRead = require('fs').readvSync(this.#descriptor('readv'), buffers, position);
    return { __proto__: null, bytesRead, buffers };
  }

  async readFile(options) {
    this.#descriptor('readFile');
    return promises.readFile(this, options);
  }

  async stat(options) {
    return call('fstat', this.#descriptor('fstat'), options);
  }

  async truncate(length = 0) {
    await call('ftruncate', this.#descriptor('ftruncate'), length);
  }

  async utimes(atime, mtime) {
    await call('futimes', this.#descriptor('futimes'), atime, mtime);
  }

  async write(buffer, offset, length, position) {
    if (typeof buffer !== 'string' && offset !== null && typeof offset === 'object') {
      ({ offset = 0, length, position = null } = offset);
    } else if (typeof buffer === 'string' && typeof length !== 'string') {
      length = undefined; // an encoding or nothing
    }
    const bytesWritten = await call('write', this.#descriptor('write'), buffer, offset, length, position);
    return { __proto__: null, bytesWritten, buffer };
  }

  async writev(buffers, position) {
    const bytesWritten = require('fs').writevSync(this.#descriptor('writev'), buffers, position);
    return { __proto__: null, bytesWritten, buffers };
  }

  async writeFile(data, options) {
    this.#descriptor('writeFile');
    await writeAny(this, data, files.writeOptions(options));
  }

  async close() {
    if (this.#fd === -1) return;
    this.#closing ??= (async () => {
      const fd = this.#fd;
      this.#fd = -1;
      await call('close', fd);
      this.emit('close');
    })();
    await this.#closing;
  }

  createReadStream(options) {
    return new (require('internal/fs/streams').ReadStream)(undefined, { ...options, fd: this });
  }

  createWriteStream(options) {
    return new (require('internal/fs/streams').WriteStream)(undefined, { ...options, fd: this });
  }

  readLines(options) {
    return require('readline').createInterface({ input: this.createReadStream(options), crlfDelay: Infinity });
  }

  async [Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')]() {
    await this.close();
  }
}

module.exports = promises;
Object.defineProperty(module.exports, 'FileHandle', { value: FileHandle, enumerable: false });
