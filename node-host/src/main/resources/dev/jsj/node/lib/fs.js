'use strict';

// node:fs. The system calls come from internal/fs/operations; here they get their sync and callback forms, and here are
// the functions that are more than one call.

const binding = internalBinding('fs');
const constants = require('internal/fs/constants');
const { operations } = require('internal/fs/operations');
const { Dirent, Stats } = require('internal/fs/stats');
const files = require('internal/fs/read_write');
const { toCallback, toNanoseconds, toPath, toRange, toPosition } = require('internal/fs/arguments');
const { codes } = require('internal/errors');
const { customPromisifyArgs } = require('internal/promisify');

const fs = module.exports = {};

function named(name, fn) {
  return Object.defineProperty(fn, 'name', { value: name });
}

for (const name of Object.keys(operations)) {
  const { arity, convert, fail, finish } = operations[name];
  const native = operations[name].name ?? name;
  fs[name] = named(name, function(...args) {
    const callback = toCallback(args.length > arity ? args[arity] : args.pop());
    args.length = Math.min(args.length, arity);
    if (typeof args[args.length - 1] === 'function') args.pop();
    binding[native](...convert(...args), (error, result) => {
      if (error) callback(fail === undefined ? error : fail(error));
      else if (finish !== undefined) callback(null, finish(result, ...args));
      else if (result === undefined) callback(null);
      else callback(null, result);
    });
  });
  fs[`${name}Sync`] = named(`${name}Sync`, function(...args) {
    const nativeArgs = convert(...args);
    let result;
    if (fail === undefined) {
      result = binding[native](...nativeArgs);
    } else {
      try {
        result = binding[native](...nativeArgs);
      } catch (error) {
        throw fail(error);
      }
    }
    return finish === undefined ? result : finish(result, ...args);
  });
}

/** stat and lstat may answer undefined for what is not there. */
for (const name of ['stat', 'lstat']) {
  const original = fs[`${name}Sync`];
  fs[`${name}Sync`] = named(`${name}Sync`, function(path, options = { bigint: false, throwIfNoEntry: true }) {
    if (options.throwIfNoEntry === false && binding[`${name}OrNull`](toPath(path)) === null) return undefined;
    return original(path, options);
  });
}

// read(fd, buffer, offset, length, position, cb), read(fd, options, cb), read(fd, buffer, options, cb), read(fd, cb)
function readArguments(fd, buffer, offset, length, position) {
  if (buffer === undefined || (buffer !== null && typeof buffer === 'object' && !ArrayBuffer.isView(buffer))) {
    const options = buffer ?? {};
    ({ offset = 0, length, position = null } = options);
    buffer = options.buffer ?? require('buffer').Buffer.alloc(16384);
  } else if (offset !== null && typeof offset === 'object') {
    ({ offset = 0, length, position = null } = offset);
  }
  if (length === undefined && ArrayBuffer.isView(buffer)) length = buffer.byteLength - (offset ?? 0);
  return [fd, buffer, offset, length, position];
}

fs.read = function read(fd, ...args) {
  const callback = toCallback(args.pop());
  const full = readArguments(fd, ...args);
  binding.read(...operations.read.convert(...full), (error, count) => callback(error, count || 0, full[1]));
};
Object.defineProperty(fs.read, customPromisifyArgs, { value: ['bytesRead', 'buffer'] });

fs.readSync = function readSync(fd, ...args) {
  return binding.read(...operations.read.convert(...readArguments(fd, ...args)));
};

function writeArguments(fd, buffer, offset, length, position) {
  if (typeof buffer !== 'string' && offset !== null && typeof offset === 'object') {
    ({ offset = 0, length, position = null } = offset);
  }
  return operations.write.convert(fd, buffer, offset, length, position);
}

fs.write = function write(fd, buffer, ...args) {
  const callback = toCallback(args.pop());
  binding.write(...writeArguments(fd, buffer, ...args), (error, count) => callback(error, count || 0, buffer));
};
Object.defineProperty(fs.write, customPromisifyArgs, { value: ['bytesWritten', 'buffer'] });

fs.writeSync = function writeSync(fd, buffer, ...args) {
  return binding.write(...writeArguments(fd, buffer, ...args));
};

/** Reads or writes several buffers one after the other; stops at the first short transfer. */
function transferAll(one, fd, buffers, position) {
  if (!Array.isArray(buffers)) throw new codes.ERR_INVALID_ARG_TYPE('buffers', 'ArrayBufferView[]', buffers);
  let total = 0;
  for (const buffer of buffers) {
    const { offset, length } = toRange(buffer, 0, undefined);
    if (length === 0) continue;
    const at = typeof position === 'number' ? position + total : null;
    const count = one(fd, buffer, offset, length, toPosition(at));
    total += count;
    if (count < length) break;
  }
  return total;
}

fs.readvSync = (fd, buffers, position) => transferAll(binding.read, fd, buffers, position);
fs.writevSync = (fd, buffers, position) => transferAll(binding.write, fd, buffers, position);
for (const [name, resultName] of [['readv', 'bytesRead'], ['writev', 'bytesWritten']]) {
  fs[name] = named(name, function(fd, buffers, position, callback) {
    if (typeof position === 'function') {
      callback = position;
      position = null;
    }
    toCallback(callback);
    let count;
    try {
      count = fs[`${name}Sync`](fd, buffers, position);
    } catch (error) {
      if (error.syscall === undefined) throw error;
      process.nextTick(callback, error);
      return;
    }
    setImmediateCallback(() => callback(null, count, buffers));
  });
  Object.defineProperty(fs[name], customPromisifyArgs, { value: [resultName, 'buffers'] });
}

function setImmediateCallback(callback) {
  require('internal/timers').setImmediate(callback);
}

fs.existsSync = function existsSync(path) {
  try {
    return binding.exists(toPath(path));
  } catch {
    return false;
  }
};

fs.exists = function exists(path, callback) {
  toCallback(callback);
  try {
    fs.access(path, 0, (error) => callback(!error));
  } catch {
    callback(false);
  }
};
Object.defineProperty(fs.exists, Symbol.for('nodejs.util.promisify.custom'), {
  value: (path) => new Promise((resolve) => fs.exists(path, resolve)),
});

fs.readFileSync = function readFileSync(path, options) {
  options = files.readOptions(options);
  const { encoding } = options;
  if (encoding === 'utf8' || encoding === 'utf-8') return binding.readFileUtf8(...files.readArguments(path, options));
  return files.decode(files.toBuffer(binding.readFile(...files.readArguments(path, options))), encoding);
};

fs.readFile = function readFile(path, options, callback) {
  callback = toCallback(callback || options);
  options = files.readOptions(options);
  const { signal } = options;
  if (signal?.aborted) {
    process.nextTick(() => callback(abortError(signal)));
    return;
  }
  binding.readFile(...files.readArguments(path, options), (error, bytes) => {
    if (signal?.aborted) callback(abortError(signal));
    else if (error) callback(error);
    else callback(null, files.decode(files.toBuffer(bytes), options.encoding));
  });
};

function abortError(signal) {
  return new (require('internal/errors').AbortError)(undefined, { cause: signal.reason });
}

for (const [name, optionsOf] of [['writeFile', files.writeOptions], ['appendFile', files.appendOptions]]) {
  fs[`${name}Sync`] = named(`${name}Sync`, function(path, data, options) {
    binding.writeFile(...files.writeArguments(path, data, optionsOf(options)));
  });
  fs[name] = named(name, function(path, data, options, callback) {
    callback = toCallback(callback || options);
    options = optionsOf(options);
    const { signal } = options;
    if (signal?.aborted) {
      process.nextTick(() => callback(abortError(signal)));
      return;
    }
    binding.writeFile(...files.writeArguments(path, data, options), (error) => callback(error ?? null));
  });
}

fs.truncateSync = function truncateSync(path, length = 0) {
  if (typeof path === 'number') fs.ftruncateSync(path, length);
  else binding.truncate(...operations.truncate.convert(path, length));
};

fs.mkdirSync = function mkdirSync(path, options) {
  const result = binding.mkdir(...operations.mkdir.convert(path, options));
  return result === null ? undefined : result;
};

fs.realpath.native = fs.realpath;
fs.realpathSync.native = fs.realpathSync;
fs.lchmod = undefined;
fs.lchmodSync = undefined;
fs._toUnixTimestamp = (time) => toNanoseconds(time) / 1e9;

fs.cpSync = (source, target, options) => require('internal/fs/copy').copySync(source, target, options);
fs.cp = function cp(source, target, options, callback) {
  callback = toCallback(callback || options);
  require('internal/fs/copy').copy(source, target, typeof options === 'function' ? undefined : options)
    .then(() => callback(null), callback);
};

fs.opendirSync = (path, options) => require('internal/fs/dir').opendirSync(path, options);
fs.opendir = function opendir(path, options, callback) {
  callback = toCallback(typeof options === 'function' ? options : callback);
  require('internal/fs/dir').opendir(path, typeof options === 'function' ? undefined : options)
    .then((dir) => process.nextTick(callback, null, dir), (error) => process.nextTick(callback, error));
};

fs.createReadStream = function createReadStream(path, options) {
  return new fs.ReadStream(path, options);
};
fs.createWriteStream = function createWriteStream(path, options) {
  return new fs.WriteStream(path, options);
};

fs.openAsBlob = async function openAsBlob(path, options) {
  const { Blob } = require('buffer');
  return new Blob([await fs.promises.readFile(path)], options);
};

fs.watch = (...args) => require('internal/fs/watch').watch(...args);
fs.watchFile = (...args) => require('internal/fs/watch').watchFile(...args);
fs.unwatchFile = (...args) => require('internal/fs/watch').unwatchFile(...args);

fs.Dirent = Dirent;
fs.Stats = Stats;
fs.constants = constants;
for (const name of ['F_OK', 'R_OK', 'W_OK', 'X_OK']) {
  Object.defineProperty(fs, name, { enumerable: true, value: constants[name] });
}

function lazy(name, load) {
  Object.defineProperty(fs, name, {
    configurable: true,
    enumerable: true,
    get: load,
    set(value) { Object.defineProperty(fs, name, { value, writable: true, configurable: true, enumerable: true }); },
  });
}
lazy('ReadStream', () => require('internal/fs/streams').ReadStream);
lazy('WriteStream', () => require('internal/fs/streams').WriteStream);
lazy('FileReadStream', () => require('internal/fs/streams').ReadStream);
lazy('FileWriteStream', () => require('internal/fs/streams').WriteStream);
lazy('Dir', () => require('internal/fs/dir').Dir);
lazy('promises', () => require('fs/promises'));
