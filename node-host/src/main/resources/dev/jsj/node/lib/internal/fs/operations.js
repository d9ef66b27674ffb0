'use strict';

// The system calls of fs, each described once: how its arguments are checked and converted for the native call, and what
// becomes of the answer. fs.js and fs/promises make their three styles of function (sync, callback, promise) from these.
//
// `convert(...args)` answers the native arguments; `name` is the native function (by default the operation's own name);
// `finish(result, ...args)` turns the native result into the caller's; `arity` is how many arguments come before the
// callback; `fail(error)` may replace an error.

const { Dirent, StatFs, makeStats } = require('internal/fs/stats');
const {
  encodeName, toBytes, toFd, toFlags, toMode, toNanoseconds, toOptions, toOwner, toPath, toPosition, toRange,
} = require('internal/fs/arguments');
const { validateBoolean, validateInteger, validateString } = require('internal/validators');
const { codes } = require('internal/errors');

function joinPath(folder, name) {
  return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function isDirectoryError(path) {
  const error = new Error(`Path is a directory: rm returned EISDIR (is a directory) ${path}`);
  error.code = 'ERR_FS_EISDIR';
  error.info = { code: 'EISDIR', message: 'is a directory', path, syscall: 'rm', errno: 21 };
  error.errno = 21;
  error.syscall = 'rm';
  error.path = path;
  Object.defineProperty(error, 'name', { value: 'SystemError', configurable: true, writable: true });
  return error;
}

const operations = {
  access: {
    arity: 2,
    convert(path, mode = 0) {
      validateInteger(mode, 'mode', 0, 7);
      return [toPath(path), mode];
    },
  },
  open: {
    arity: 3,
    convert: (path, flags = 'r', mode) => [toPath(path), toFlags(flags), toMode(mode, 0o666)],
  },
  close: { arity: 1, convert: (fd) => [toFd(fd)] },
  stat: {
    arity: 2,
    convert: (path) => [toPath(path)],
    finish: (fields, path, options) => makeStats(fields, options?.bigint),
  },
  lstat: {
    arity: 2,
    convert: (path) => [toPath(path)],
    finish: (fields, path, options) => makeStats(fields, options?.bigint),
  },
  fstat: {
    arity: 2,
    convert: (fd) => [toFd(fd)],
    finish: (fields, fd, options) => makeStats(fields, options?.bigint),
  },
  statfs: {
    arity: 2,
    convert: (path) => [toPath(path)],
    finish(fields, path, options) {
      return new StatFs(...(options?.bigint ? fields.map((field) => BigInt(field)) : fields));
    },
  },
  readdir: {
    arity: 2,
    convert(path, options) {
      const { recursive = false } = toOptions(options);
      if (recursive != null) validateBoolean(recursive, 'options.recursive');
      return [toPath(path), recursive];
    },
    finish(list, path, options) {
      const { withFileTypes } = toOptions(options);
      const folder = toPath(path);
      const names = [];
      for (let i = 0; i < list.length; i += 2) {
        const name = list[i];
        if (!withFileTypes) {
          names.push(encodeName(name, options));
          continue;
        }
        const slash = name.lastIndexOf('/');
        const parent = slash === -1 ? folder : joinPath(folder, name.slice(0, slash));
        names.push(new Dirent(encodeName(name.slice(slash + 1), options), list[i + 1], parent));
      }
      return names;
    },
  },
  mkdir: {
    arity: 2,
    convert(path, options) {
      let mode = 0o777;
      let recursive = false;
      if (typeof options === 'number' || typeof options === 'string') {
        mode = toMode(options, mode);
      } else if (options) {
        ({ recursive = false } = options);
        validateBoolean(recursive, 'options.recursive');
        mode = toMode(options.mode, mode);
      }
      return [toPath(path), mode, recursive];
    },
  },
  mkdtemp: {
    arity: 2,
    convert: (prefix) => [toPath(prefix, 'prefix')],
    finish: (path, prefix, options) => encodeName(path, options),
  },
  rmdir: { arity: 2, convert: (path) => [toPath(path)] },
  unlink: { arity: 1, convert: (path) => [toPath(path)] },
  rename: { arity: 2, convert: (from, to) => [toPath(from, 'oldPath'), toPath(to, 'newPath')] },
  copyFile: {
    arity: 3,
    convert(from, to, mode = 0) {
      validateInteger(mode, 'mode', 0, 7);
      return [toPath(from, 'src'), toPath(to, 'dest'), mode];
    },
  },
  symlink: {
    arity: 3,
    convert(target, path, type) {
      if (type != null && !['dir', 'file', 'junction'].includes(type)) throw new codes.ERR_FS_INVALID_SYMLINK_TYPE(type);
      return [toPath(target, 'target'), toPath(path)];
    },
  },
  link: { arity: 2, convert: (existing, path) => [toPath(existing, 'existingPath'), toPath(path, 'newPath')] },
  readlink: {
    arity: 2,
    convert: (path) => [toPath(path)],
    finish: (target, path, options) => encodeName(target, options),
  },
  realpath: {
    arity: 2,
    convert: (path) => [toPath(path)],
    finish: (real, path, options) => encodeName(real, options),
  },
  chmod: { arity: 2, convert: (path, mode) => [toPath(path), toMode(mode)] },
  fchmod: { arity: 2, convert: (fd, mode) => [toFd(fd), toMode(mode)] },
  chown: { arity: 3, convert: (path, uid, gid) => [toPath(path), toOwner(uid, 'uid'), toOwner(gid, 'gid'), true] },
  lchown: {
    arity: 3,
    name: 'chown',
    convert: (path, uid, gid) => [toPath(path), toOwner(uid, 'uid'), toOwner(gid, 'gid'), false],
  },
  fchown: { arity: 3, convert: (fd, uid, gid) => [toFd(fd), toOwner(uid, 'uid'), toOwner(gid, 'gid')] },
  utimes: {
    arity: 3,
    convert: (path, atime, mtime) => [toPath(path), toNanoseconds(atime), toNanoseconds(mtime), true],
  },
  lutimes: {
    arity: 3,
    name: 'utimes',
    convert: (path, atime, mtime) => [toPath(path), toNanoseconds(atime), toNanoseconds(mtime), false],
  },
  futimes: { arity: 3, convert: (fd, atime, mtime) => [toFd(fd), toNanoseconds(atime), toNanoseconds(mtime)] },
  ftruncate: {
    arity: 2,
    convert(fd, length = 0) {
      validateInteger(length, 'len');
      return [toFd(fd), Math.max(0, length)];
    },
  },
  truncate: {
    arity: 2,
    convert(path, length = 0) {
      validateInteger(length, 'len');
      return [toPath(path), Math.max(0, length)];
    },
  },
  fsync: { arity: 1, convert: (fd) => [toFd(fd)] },
  fdatasync: { arity: 1, convert: (fd) => [toFd(fd)] },
  read: {
    arity: 5,
    convert(fd, buffer, offset, length, position) {
      toFd(fd);
      const range = toRange(buffer, offset, length ?? undefined);
      return [fd, buffer, range.offset, range.length, toPosition(position)];
    },
  },
  write: {
    arity: 5,
    convert(fd, buffer, offset, length, position) {
      toFd(fd);
      if (typeof buffer === 'string') { // (fd, string, position, encoding)
        if (length != null) validateString(length, 'encoding');
        const bytes = toBytes(buffer, length ?? undefined, 'buffer');
        return [fd, bytes, 0, bytes.byteLength, typeof offset === 'number' ? toPosition(offset) : -1];
      }
      toBytes(buffer, undefined, 'buffer');
      const range = toRange(buffer, offset, typeof length === 'number' ? length : undefined);
      return [fd, buffer, range.offset, range.length, toPosition(typeof position === 'number' ? position : null)];
    },
  },
  rm: {
    arity: 2,
    convert(path, options) {
      const { recursive = false, force = false, maxRetries = 0, retryDelay = 100 } = options ?? {};
      validateBoolean(recursive, 'options.recursive');
      validateBoolean(force, 'options.force');
      validateInteger(maxRetries, 'options.maxRetries', 0);
      validateInteger(retryDelay, 'options.retryDelay', 0);
      return [toPath(path), recursive, force];
    },
    // A folder without `recursive` is fs's own complaint, not the system's.
    fail(error) {
      return error.code === 'EISDIR' && error.syscall === 'rm' ? isDirectoryError(error.path) : error;
    },
  },
};

module.exports = { operations };
