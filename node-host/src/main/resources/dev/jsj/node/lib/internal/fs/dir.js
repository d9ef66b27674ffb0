'use strict';

// fs.opendir and fs.Dir.

const binding = internalBinding('fs');
const { Dirent } = require('internal/fs/stats');
const { encodeName, toOptions, toPath } = require('internal/fs/arguments');
const { codes } = require('internal/errors');
const { validateFunction, validateUint32 } = require('internal/validators');

class Dir {
  #entries;
  #position = 0;
  #options;
  #closed = false;

  constructor(path, entries, options) {
    this.path = path;
    this.#entries = entries;
    this.#options = options;
    Object.defineProperty(this, 'path', { enumerable: true, writable: false });
  }

  #checkOpen() {
    if (this.#closed) throw new codes.ERR_DIR_CLOSED();
  }

  readSync() {
    this.#checkOpen();
    if (this.#position >= this.#entries.length) return null;
    const name = this.#entries[this.#position];
    const type = this.#entries[this.#position + 1];
    this.#position += 2;
    const slash = name.lastIndexOf('/');
    const parent = slash === -1 ? this.path : `${this.path}/${name.slice(0, slash)}`;
    return new Dirent(encodeName(name.slice(slash + 1), this.#options), type, parent);
  }

  read(callback) {
    if (callback === undefined) return new Promise((resolve) => resolve(this.readSync()));
    validateFunction(callback, 'callback');
    const entry = this.readSync();
    process.nextTick(callback, null, entry);
    return undefined;
  }

  closeSync() {
    this.#checkOpen();
    this.#closed = true;
  }

  close(callback) {
    if (callback === undefined) return new Promise((resolve) => resolve(this.closeSync()));
    validateFunction(callback, 'callback');
    this.closeSync();
    process.nextTick(callback, null);
    return undefined;
  }

  async* entries() {
    try {
      for (let entry = this.readSync(); entry !== null; entry = this.readSync()) yield entry;
    } finally {
      if (!this.#closed) this.closeSync();
    }
  }
}
Object.defineProperty(Dir.prototype, Symbol.asyncIterator, {
  value: Dir.prototype.entries, writable: true, configurable: true,
});

function readOptions(options) {
  const { bufferSize, ...rest } = toOptions(options, { encoding: 'utf8', recursive: false });
  if (bufferSize !== undefined) validateUint32(bufferSize, 'options.bufferSize', true);
  return rest;
}

/** The directory is read at once; a failure is reported as that of opendir. */
function renameSyscall(error) {
  if (error.syscall === 'scandir') {
    error.message = error.message.replace(', scandir', ', opendir');
    error.syscall = 'opendir';
  }
  return error;
}

function opendirSync(path, options) {
  path = toPath(path);
  options = readOptions(options);
  try {
    return new Dir(path, binding.readdir(path, options.recursive), options);
  } catch (error) {
    throw renameSyscall(error);
  }
}

async function opendir(path, options) {
  path = toPath(path);
  options = readOptions(options);
  return new Promise((resolve, reject) => {
    binding.readdir(path, options.recursive, (error, entries) => {
      if (error) reject(renameSyscall(error));
      else resolve(new Dir(path, entries, options));
    });
  });
}

module.exports = { Dir, opendir, opendirSync };
