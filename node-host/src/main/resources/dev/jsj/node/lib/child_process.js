'use strict';

// node:child_process: other programs, in the background or (internal/child_process/sync) run to their end.

const { Buffer } = require('buffer');
const { AbortError, codes } = require('internal/errors');
const { validateAbortSignal, validateArray, validateObject, validateString } = require('internal/validators');
const {
  checkListForNullBytes, checkMaxBuffer, checkNullBytes, checkTimeout, killSignalOf, normalizeExecFileArgs, normalizeSpawnArguments,
} = require('internal/child_process/arguments');
const { ChildProcess } = require('internal/child_process/child');
const { execFileSync, execSync, spawnSync } = require('internal/child_process/sync');

const MAX_BUFFER = 1024 * 1024;

function spawn(file, args, options) {
  options = normalizeSpawnArguments(file, args, options);
  const { signal, timeout } = options;
  checkTimeout(timeout);
  validateAbortSignal(signal, 'options.signal');
  const killSignal = killSignalOf(options.killSignal);
  const child = new ChildProcess();
  child.spawn(options);
  if (timeout > 0) {
    const { clearTimeout, setTimeout } = require('timers');
    const timer = setTimeout(() => {
      try {
        child.kill(killSignal);
      } catch (error) {
        child.emit('error', error);
      }
    }, timeout);
    child.once('exit', () => clearTimeout(timer));
  }
  if (signal) {
    const onAbort = () => abort(child, killSignal, signal.reason);
    if (signal.aborted) {
      process.nextTick(onAbort);
    } else {
      signal.addEventListener('abort', onAbort, { once: true });
      child.once('exit', () => signal.removeEventListener('abort', onAbort));
    }
  }
  return child;
}

function abort(child, killSignal, reason) {
  try {
    if (child.kill(killSignal)) child.emit('error', new AbortError(undefined, { cause: reason }));
  } catch (error) {
    child.emit('error', error);
  }
}

// ---- what is collected

/** One of a program's streams, up to `maxBuffer` bytes. */
class Collected {
  #chunks = [];
  #length = 0;
  #stream;

  constructor(stream, encoding, maxBuffer, onOverflow) {
    this.#stream = stream;
    if (encoding) stream.setEncoding(encoding);
    stream.on('data', (chunk) => {
      const known = stream.readableEncoding;
      const length = known ? Buffer.byteLength(chunk, known) : chunk.length;
      this.#length += length;
      if (this.#length > maxBuffer) {
        this.#chunks.push(chunk.slice(0, maxBuffer - (this.#length - length)));
        onOverflow();
      } else {
        this.#chunks.push(chunk);
      }
    });
  }

  get content() {
    return this.#stream.readableEncoding ? this.#chunks.join('') : Buffer.concat(this.#chunks);
  }
}

function execFile(file, args, options, callback) {
  ({ file, args, options, callback } = normalizeExecFileArgs(file, args, options, callback));
  options = {
    encoding: 'utf8', timeout: 0, maxBuffer: MAX_BUFFER, killSignal: 'SIGTERM', cwd: null, env: null, shell: false, ...options,
  };
  checkTimeout(options.timeout);
  checkMaxBuffer(options.maxBuffer);
  options.killSignal = killSignalOf(options.killSignal);
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: options.env,
    gid: options.gid,
    shell: options.shell,
    signal: options.signal,
    uid: options.uid,
    windowsHide: Boolean(options.windowsHide),
    windowsVerbatimArguments: Boolean(options.windowsVerbatimArguments),
    ...(options.argv0 != null && { argv0: options.argv0 }),
  });
  const { clearTimeout, setTimeout } = require('timers');
  const encoding = options.encoding !== 'buffer' && Buffer.isEncoding(options.encoding) ? options.encoding : null;
  let killed = false;
  let exited = false;
  let timer;
  let failure = null;

  const onExit = (code, signal) => {
    if (exited) return;
    exited = true;
    clearTimeout(timer);
    if (!callback) return;
    const stdout = collected[0]?.content ?? (encoding ? '' : Buffer.alloc(0));
    const stderr = collected[1]?.content ?? (encoding ? '' : Buffer.alloc(0));
    if (failure === null && code === 0 && signal === null) {
      callback(null, stdout, stderr);
      return;
    }
    const command = args.length > 0 ? `${file} ${args.join(' ')}` : file;
    if (failure === null) {
      failure = new Error(`Command failed: ${command}${stderr ? `\n${stderr}` : ''}`);
      failure.code = code < 0 ? require('internal/uv').errorName(code) : code;
      failure.killed = child.killed || killed;
      failure.signal = signal;
    }
    failure.cmd = command;
    callback(failure, stdout, stderr);
  };
  const destroyStreams = () => {
    child.stdout?.destroy();
    child.stderr?.destroy();
  };
  const kill = () => {
    destroyStreams();
    killed = true;
    try {
      child.kill(options.killSignal);
    } catch (error) {
      failure ??= error;
      onExit();
    }
  };
  const collected = ['stdout', 'stderr'].map((name) => child[name] && new Collected(
    child[name], encoding, options.maxBuffer, () => {
      failure = new codes.ERR_CHILD_PROCESS_STDIO_MAXBUFFER(name);
      kill();
    }));
  if (options.timeout > 0) {
    timer = setTimeout(() => {
      kill();
      timer = undefined;
    }, options.timeout);
  }
  child.addListener('close', onExit);
  child.addListener('error', (error) => {
    failure = error;
    destroyStreams();
    onExit();
  });
  return child;
}

function exec(command, options, callback) {
  validateString(command, 'command');
  checkNullBytes(command, 'command');
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  options = { ...options };
  options.shell = typeof options.shell === 'string' ? options.shell : true;
  return execFile(command, options, callback);
}

for (const run of [exec, execFile]) {
  Object.defineProperty(run, Symbol.for('nodejs.util.promisify.custom'), {
    enumerable: false,
    value(...args) {
      let resolve;
      let reject;
      const promise = new Promise((accept, refuse) => { [resolve, reject] = [accept, refuse]; });
      promise.child = run(...args, (error, stdout, stderr) => {
        if (error === null) resolve({ stdout, stderr });
        else reject(Object.assign(error, { stdout, stderr }));
      });
      return promise;
    },
  });
}

// ---- with a channel for messages

/** Another program of this runtime. */
function fork(modulePath, args, options) {
  modulePath = require('internal/fs/arguments').toPath(modulePath, 'modulePath');
  if (args == null) {
    args = [];
  } else if (typeof args === 'object' && !Array.isArray(args)) {
    options = args;
    args = [];
  } else {
    validateArray(args, 'args');
  }
  if (options != null) validateObject(options, 'options');
  options = { ...options, shell: false };
  options.execPath = options.execPath || process.execPath;
  checkNullBytes(options.execPath, 'options.execPath');
  let execArgv = options.execArgv || process.execArgv;
  checkListForNullBytes(execArgv, 'options.execArgv');
  if (execArgv === process.execArgv && process._eval != null) {
    const index = execArgv.lastIndexOf(process._eval);
    if (index > 0) execArgv = execArgv.toSpliced(index - 1, 2);
  }
  let { stdio } = options;
  if (typeof stdio === 'string') {
    if (!['ignore', 'inherit', 'overlapped', 'pipe'].includes(stdio)) throw new codes.ERR_INVALID_ARG_VALUE('stdio', stdio);
    stdio = [stdio, stdio, stdio, 'ipc'];
  } else if (!Array.isArray(stdio)) {
    const standard = options.silent ? 'pipe' : 'inherit';
    stdio = [standard, standard, standard, 'ipc'];
  } else if (!stdio.includes('ipc')) {
    throw new codes.ERR_CHILD_PROCESS_IPC_REQUIRED('options.stdio');
  }
  return spawn(options.execPath, [...execArgv, modulePath, ...args], { ...options, stdio });
}

module.exports = { ChildProcess, exec, execFile, execFileSync, execSync, fork, spawn, spawnSync };
