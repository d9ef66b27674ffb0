'use strict';

// ChildProcess: a program in the background.

const binding = internalBinding('child_process');
const EventEmitter = require('events');
const { errnoException } = require('internal/errors');
const { validateArray, validateObject, validateOneOf, validateString } = require('internal/validators');
const { nativeStreams, normalizeStdio, signalNumber } = require('internal/child_process/arguments');

const kClosesNeeded = Symbol('closesNeeded');
const kHandle = Symbol('handle');

/** The signal behind an exit status above 128, as shells and the JDK report it. */
function signalOf(status) {
  if (status <= 128) return null;
  const { signals } = require('os').constants;
  return Object.keys(signals).find((name) => signals[name] === status - 128) ?? null;
}

/** Names and values in turn. */
function splitPairs(pairs) {
  const list = [];
  for (const pair of pairs) {
    const index = pair.indexOf('=', 1);
    list.push(pair.slice(0, index), pair.slice(index + 1));
  }
  return list;
}

/** `file` and `args` (with the program's own name first) as the native half takes them. */
function nativeCommand({ file, args }) {
  return [file, ...args.slice(1).map((arg) => `${arg}`)];
}

function ChildProcess() {
  EventEmitter.call(this);
  this[kClosesNeeded] = 1;
  this[kHandle] = null;
  this.connected = false;
  this.signalCode = null;
  this.exitCode = null;
  this.killed = false;
  this.spawnfile = null;
}
Object.setPrototypeOf(ChildProcess.prototype, EventEmitter.prototype);
Object.setPrototypeOf(ChildProcess, EventEmitter);

ChildProcess.prototype.spawn = function(options) {
  validateObject(options, 'options');
  const stdio = normalizeStdio(options.stdio || 'pipe', false);
  if (options.serialization !== undefined) {
    validateOneOf(options.serialization, 'options.serialization', [undefined, 'json', 'advanced']);
  }
  const channel = stdio.find(({ type }) => type === 'ipc');
  let { envPairs = [], args = [] } = options;
  if (channel !== undefined) {
    if (options.envPairs !== undefined) validateArray(options.envPairs, 'options.envPairs');
    const variables = require('internal/child_process/ipc').openParent(this, options.serialization, () => this._closed());
    envPairs = [...envPairs, ...Object.keys(variables).map((name) => `${name}=${variables[name]}`)];
    this[kClosesNeeded]++;
  } else {
    validateArray(envPairs, 'options.envPairs');
  }
  validateString(options.file, 'options.file');
  this.spawnfile = options.file;
  if (options.args !== undefined) {
    validateArray(args, 'options.args');
  } else {
    args = [];
  }
  this.spawnargs = args;
  const kinds = nativeStreams(stdio);
  const command = nativeCommand({ file: options.file, args });
  const onExit = (status) => {
    const signal = signalOf(status);
    this._exited(signal === null ? status : null, signal);
  };
  const result = binding.start(command, splitPairs(envPairs), options.cwd || process.cwd(), kinds,
                               Boolean(options.detached), onExit);
  if (typeof result === 'number') {
    const name = require('internal/uv').errorName(result);
    if (!['EACCES', 'EAGAIN', 'EMFILE', 'ENFILE', 'ENOENT'].includes(name)) throw errnoException(result, 'spawn');
    process.nextTick(() => this._exited(result, null));
    this.pid = undefined;
  } else {
    this[kHandle] = result;
    this.pid = binding.pid(result);
    process.nextTick(() => this.emit('spawn'));
  }
  this._openStreams(stdio);
  return typeof result === 'number' ? result : 0;
};

/** Makes the sockets at this end of the pipes. */
ChildProcess.prototype._openStreams = function(stdio) {
  const handle = this[kHandle];
  this.stdio = stdio.map((entry, index) => {
    if (entry.type !== 'pipe' && entry.type !== 'wrap') return null;
    const { Socket } = require('net');
    const socket = new Socket({
      handle: handle === null ? undefined : binding.stream(handle, index),
      readable: index > 0,
    });
    if (handle !== null && index > 0) {
      this[kClosesNeeded]++;
      socket.on('close', () => this._closed());
    }
    if (entry.type === 'pipe') return socket;
    // What another stream holds cannot be handed over: its bytes are passed on.
    if (index === 0) entry.stream.pipe(socket);
    else socket.pipe(entry.stream, { end: false });
    return null;
  });
  [this.stdin, this.stdout, this.stderr] = this.stdio;
};

/** The program has ended; a negative status is the error that kept it from starting. */
ChildProcess.prototype._exited = function(exitCode, signalCode) {
  if (signalCode !== null) this.signalCode = signalCode;
  else this.exitCode = exitCode;
  this.stdin?.destroy();
  this[kHandle] = null;
  if (exitCode < 0) {
    const error = errnoException(exitCode, this.spawnfile ? `spawn ${this.spawnfile}` : 'spawn');
    if (this.spawnfile) error.path = this.spawnfile;
    error.spawnargs = this.spawnargs.slice(1);
    this.emit('error', error);
  } else {
    this.emit('exit', this.exitCode, this.signalCode);
  }
  process.nextTick(() => { // what nobody reads must not keep 'close' back
    for (const stream of this.stdio ?? []) if (stream?.readable) stream.resume();
  });
  this._closed();
};

/** The program, one of its streams or its channel has come to an end. */
ChildProcess.prototype._closed = function() {
  if (--this[kClosesNeeded] === 0) this.emit('close', this.exitCode, this.signalCode);
};

ChildProcess.prototype.kill = function(sig) {
  const signal = sig === 0 ? sig : signalNumber(sig === undefined ? 'SIGTERM' : sig);
  if (this[kHandle] === null) return false;
  const result = internalBinding('process').kill(this.pid, signal);
  if (result === 0) {
    this.killed = true;
    return true;
  }
  const name = require('internal/uv').errorName(result);
  if (name === 'EINVAL' || name === 'ENOSYS') throw errnoException(result, 'kill');
  if (name !== 'ESRCH') this.emit('error', errnoException(result, 'kill'));
  return false;
};

ChildProcess.prototype[Symbol.dispose ?? Symbol.for('nodejs.dispose')] = function() {
  if (!this.killed) this.kill();
};

ChildProcess.prototype.ref = function() {
  if (this[kHandle] !== null) binding.reference(this[kHandle], true);
};

ChildProcess.prototype.unref = function() {
  if (this[kHandle] !== null) binding.reference(this[kHandle], false);
};

module.exports = { ChildProcess, nativeCommand, signalOf, splitPairs };
