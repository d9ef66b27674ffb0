'use strict';

// fs.Stats, fs.Dirent, fs.StatFs.

const { S_IFBLK, S_IFCHR, S_IFDIR, S_IFIFO, S_IFLNK, S_IFMT, S_IFREG, S_IFSOCK,
        UV_DIRENT_BLOCK, UV_DIRENT_CHAR, UV_DIRENT_DIR, UV_DIRENT_FIFO, UV_DIRENT_FILE, UV_DIRENT_LINK,
        UV_DIRENT_SOCKET } = require('internal/fs/constants');

const KINDS = [
  ['isDirectory', S_IFDIR, UV_DIRENT_DIR],
  ['isFile', S_IFREG, UV_DIRENT_FILE],
  ['isBlockDevice', S_IFBLK, UV_DIRENT_BLOCK],
  ['isCharacterDevice', S_IFCHR, UV_DIRENT_CHAR],
  ['isSymbolicLink', S_IFLNK, UV_DIRENT_LINK],
  ['isFIFO', S_IFIFO, UV_DIRENT_FIFO],
  ['isSocket', S_IFSOCK, UV_DIRENT_SOCKET],
];

function StatsBase() {}

function defineKinds(prototype, isKind) {
  for (const [name, mode, dirent] of KINDS) {
    prototype[name] = Object.defineProperty(function() { return isKind(this, mode, dirent); }, 'name', { value: name });
  }
}
defineKinds(StatsBase.prototype, (stats, mode) => Number(BigInt(stats.mode) & BigInt(S_IFMT)) === mode);

/** Milliseconds as a Date, rounded as Node does. */
function toDate(ms) {
  return new Date(Number(ms) + 0.5);
}

function Stats(dev, mode, nlink, uid, gid, rdev, blksize, ino, size, blocks, atimeMs, mtimeMs, ctimeMs, birthtimeMs) {
  this.dev = dev;
  this.mode = mode;
  this.nlink = nlink;
  this.uid = uid;
  this.gid = gid;
  this.rdev = rdev;
  this.blksize = blksize;
  this.ino = ino;
  this.size = size;
  this.blocks = blocks;
  this.atimeMs = atimeMs;
  this.mtimeMs = mtimeMs;
  this.ctimeMs = ctimeMs;
  this.birthtimeMs = birthtimeMs;
  this.atime = toDate(atimeMs);
  this.mtime = toDate(mtimeMs);
  this.ctime = toDate(ctimeMs);
  this.birthtime = toDate(birthtimeMs);
}
Object.setPrototypeOf(Stats.prototype, StatsBase.prototype);
Object.setPrototypeOf(Stats, StatsBase);

function BigIntStats(fields, times) {
  const names = ['dev', 'mode', 'nlink', 'uid', 'gid', 'rdev', 'blksize', 'ino', 'size', 'blocks'];
  for (let i = 0; i < names.length; i++) this[names[i]] = BigInt(fields[i]);
  const nanoseconds = times.map(([seconds, rest]) => BigInt(seconds) * 1000000000n + BigInt(rest));
  const timeNames = ['atime', 'mtime', 'ctime', 'birthtime'];
  timeNames.forEach((name, i) => { this[`${name}Ms`] = nanoseconds[i] / 1000000n; });
  timeNames.forEach((name, i) => { this[`${name}Ns`] = nanoseconds[i]; });
  timeNames.forEach((name, i) => { this[name] = toDate(nanoseconds[i] / 1000000n); });
}
Object.setPrototypeOf(BigIntStats.prototype, StatsBase.prototype);
Object.setPrototypeOf(BigIntStats, StatsBase);

/** From the native answer: ten fields, then seconds and nanoseconds of four times. */
function makeStats(fields, bigint = false) {
  const times = [];
  for (let i = 10; i < 18; i += 2) times.push([fields[i], fields[i + 1]]);
  if (bigint) return new BigIntStats(fields, times);
  const [atime, mtime, ctime, birthtime] = times.map(([seconds, nanoseconds]) => seconds * 1e3 + nanoseconds / 1e6);
  return new Stats(...fields.slice(0, 10), atime, mtime, ctime, birthtime);
}

const kType = Symbol('type');

class Dirent {
  constructor(name, type, parentPath) {
    this.name = name;
    this.parentPath = parentPath;
    this.path = parentPath;
    this[kType] = type;
  }
}
defineKinds(Dirent.prototype, (dirent, mode, type) => dirent[kType] === type);
for (const [name] of KINDS) Object.defineProperty(Dirent.prototype, name, { enumerable: false });

function StatFs(type, bsize, blocks, bfree, bavail, files, ffree) {
  Object.assign(this, { type, bsize, blocks, bfree, bavail, files, ffree });
}

module.exports = { Dirent, StatFs, Stats, makeStats };
