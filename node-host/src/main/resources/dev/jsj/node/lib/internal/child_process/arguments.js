'use strict';

// What the functions of node:child_process take, checked as Node checks it.

const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateObject, validateString } = require('internal/validators');

const STDIO_WORDS = ['ignore', 'inherit', 'overlapped', 'pipe'];

function checkNullBytes(value, name) {
  if (typeof value === 'string' && value.includes('\0')) {
    throw new codes.ERR_INVALID_ARG_VALUE(name, value, 'must be a string without null bytes');
  }
}

function checkListForNullBytes(list, name) {
  for (let i = 0; i < list.length; i++) checkNullBytes(list[i], `${name}[${i}]`);
}

function checkInt32(value, name) {
  if (value != null && value !== (value | 0)) throw new codes.ERR_INVALID_ARG_TYPE(name, 'int32', value);
}

function checkBoolean(value, name) {
  if (value != null) validateBoolean(value, name);
}

function checkTimeout(timeout) {
  if (timeout != null && !(Number.isInteger(timeout) && timeout >= 0)) {
    throw new codes.ERR_OUT_OF_RANGE('timeout', 'an unsigned integer', timeout);
  }
}

function checkMaxBuffer(maxBuffer) {
  if (maxBuffer != null && !(typeof maxBuffer === 'number' && maxBuffer >= 0)) {
    throw new codes.ERR_OUT_OF_RANGE('options.maxBuffer', 'a positive number', maxBuffer);
  }
}

/** The number of a signal given by name or number. */
function signalNumber(signal) {
  const { signals } = require('os').constants;
  if (typeof signal === 'number' && Object.values(signals).includes(signal)) return signal;
  const number = typeof signal === 'string' ? signals[signal.toUpperCase()] : undefined;
  if (number !== undefined) return number;
  throw new codes.ERR_UNKNOWN_SIGNAL(signal);
}

function killSignalOf(killSignal) {
  if (killSignal == null) return undefined;
  if (typeof killSignal === 'string' || typeof killSignal === 'number') return signalNumber(killSignal);
  throw new codes.ERR_INVALID_ARG_TYPE('options.killSignal', ['string', 'number'], killSignal);
}

/** `NAME=value` for each variable, inherited ones too. */
function environmentPairs(env) {
  const pairs = [];
  for (const key in env) { // eslint-disable-line guard-for-in
    const value = env[key];
    if (value === undefined) continue;
    checkNullBytes(key, `options.env['${key}']`);
    checkNullBytes(value, `options.env['${key}']`);
    pairs.push(`${key}=${value}`);
  }
  return pairs;
}

/** File, arguments and options of a program as one object, for ChildProcess.prototype.spawn. */
function normalizeSpawnArguments(file, args, options) {
  validateString(file, 'file');
  checkNullBytes(file, 'file');
  if (file.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('file', file, 'cannot be empty');
  if (Array.isArray(args)) {
    args = args.slice();
  } else if (args == null) {
    args = [];
  } else if (typeof args !== 'object') {
    throw new codes.ERR_INVALID_ARG_TYPE('args', 'object', args);
  } else {
    options = args;
    args = [];
  }
  checkListForNullBytes(args, 'args');
  if (options === undefined) options = {};
  else validateObject(options, 'options');
  options = { __proto__: null, ...options };
  let { cwd } = options;
  if (cwd != null) cwd = require('internal/fs/arguments').toPath(cwd, 'options.cwd');
  checkBoolean(options.detached, 'options.detached');
  checkInt32(options.uid, 'options.uid');
  checkInt32(options.gid, 'options.gid');
  if (options.shell != null && typeof options.shell !== 'boolean' && typeof options.shell !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE('options.shell', ['boolean', 'string'], options.shell);
  }
  if (options.argv0 != null) {
    validateString(options.argv0, 'options.argv0');
    checkNullBytes(options.argv0, 'options.argv0');
  }
  checkBoolean(options.windowsHide, 'options.windowsHide');
  checkBoolean(options.windowsVerbatimArguments, 'options.windowsVerbatimArguments');
  if (options.shell) {
    checkNullBytes(options.shell, 'options.shell');
    args = ['-c', [file, ...args].join(' ')];
    file = typeof options.shell === 'string' ? options.shell : '/bin/sh';
  }
  args.unshift(typeof options.argv0 === 'string' ? options.argv0 : file);
  const envPairs = environmentPairs(options.env || process.env);
  return { ...options, file, args, cwd, detached: Boolean(options.detached), envPairs };
}

/** The arguments of execFile, whichever of them are left out. */
function normalizeExecFileArgs(file, args, options, callback) {
  if (Array.isArray(args)) {
    args = args.slice();
  } else if (args != null && typeof args === 'object') {
    callback = options;
    options = args;
    args = null;
  } else if (typeof args === 'function') {
    callback = args;
    options = null;
    args = null;
  }
  args ??= [];
  if (typeof options === 'function') {
    callback = options;
    options = null;
  }
  if (options != null) validateObject(options, 'options');
  options = { ...options };
  if (callback != null) validateFunction(callback, 'callback');
  if (options.argv0 != null) {
    validateString(options.argv0, 'options.argv0');
    checkNullBytes(options.argv0, 'options.argv0');
  }
  return { file, args, options, callback };
}

function stdioList(stdio) {
  if (typeof stdio === 'string') {
    if (!STDIO_WORDS.includes(stdio)) throw new codes.ERR_INVALID_ARG_VALUE('stdio', stdio);
    return [stdio, stdio, stdio];
  }
  if (!Array.isArray(stdio)) throw new codes.ERR_INVALID_ARG_VALUE('stdio', stdio);
  const list = stdio.slice();
  while (list.length < 3) list.push(undefined);
  return list;
}

/** One of `{ type: 'pipe' | 'ignore' | 'ipc' }`, `{ type: 'fd', fd }`, `{ type: 'wrap', stream }`. */
function stdioEntry(value, index, synchronous) {
  if (value == null) return { type: index < 3 ? 'pipe' : 'ignore' };
  if (value === 'ignore') return { type: 'ignore' };
  if (value === 'pipe' || value === 'overlapped' || (typeof value === 'number' && value < 0)) return { type: 'pipe' };
  if (value === 'inherit') return { type: 'fd', fd: index };
  if (value === 'ipc') {
    if (synchronous) throw new codes.ERR_IPC_SYNC_FORK();
    return { type: 'ipc' };
  }
  if (typeof value === 'number') return { type: 'fd', fd: value };
  if (typeof value.fd === 'number') return { type: 'fd', fd: value.fd };
  if (value._handle) return { type: 'wrap', stream: value };
  if (ArrayBuffer.isView(value) || typeof value === 'string') {
    if (!synchronous) throw new codes.ERR_INVALID_SYNC_FORK_INPUT(require('internal/inspect/inspect').inspect(value));
    return { type: 'pipe' };
  }
  throw new codes.ERR_INVALID_ARG_VALUE('stdio', value);
}

/** The streams of a program; those beyond standard error need what only Linux has. */
function normalizeStdio(stdio, synchronous) {
  let hasChannel = false;
  return stdioList(stdio).map((value, index) => {
    const entry = stdioEntry(value, index, synchronous);
    if (entry.type === 'ipc') {
      if (hasChannel) throw new codes.ERR_IPC_ONE_PIPE();
      hasChannel = true;
    } else if (index > 2 && entry.type !== 'ignore' && process.platform !== 'linux') {
      throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(`options.stdio[${index}]`);
    }
    return entry;
  });
}

/** What the native half is told about one stream. */
function nativeStdio(entry, index) {
  switch (entry.type) {
    case 'pipe': return 'pipe';
    case 'wrap': return 'pipe';
    case 'fd': return entry.fd === index && index < 3 ? 'inherit' : `fd:${entry.fd}`;
    default: return 'ignore';
  }
}

/** What the native half is told about all streams: of those beyond standard error, only if one is there. */
function nativeStreams(stdio) {
  const kinds = stdio.map(nativeStdio);
  return kinds.slice(3).every((kind) => kind === 'ignore') ? kinds.slice(0, 3) : kinds;
}

module.exports = {
  checkListForNullBytes,
  checkMaxBuffer,
  checkNullBytes,
  checkTimeout,
  killSignalOf,
  nativeStreams,
  normalizeExecFileArgs,
  normalizeSpawnArguments,
  normalizeStdio,
  signalNumber,
};
