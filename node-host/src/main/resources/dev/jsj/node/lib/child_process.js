'use strict';

// node:child_process: other programs, run to their end (spawnSync and its kin) or in the background.

const binding = internalBinding('child_process');
const EventEmitter = require('events');
const { Buffer } = require('buffer');
const { codes, errnoException } = require('internal/errors');
const { validateFunction, validateObject, validateString } = require('internal/validators');

const DEFAULT_MAX_BUFFER = 1024 * 1024;

function normalize(file, args, options) {
  validateString(file, 'file');
  if (file.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('file', file, 'cannot be empty');
  if (!Array.isArray(args)) [args, options] = [[], args];
  options = { ...options };
  args = args.map((arg) => `${arg}`);
  if (options.shell) {
    const shell = typeof options.shell === 'string' ? options.shell : '/bin/sh';
    args = ['-c', [file, ...args].join(' ')];
    file = shell;
  }
  const env = options.env ?? process.env;
  const pairs = [];
  for (const key of Object.keys(env)) if (env[key] !== undefined) pairs.push(key, `${env[key]}`);
  const cwd = options.cwd === undefined || options.cwd === null ? process.cwd() :
    require('internal/url/url').toPathIfFileURL(options.cwd);
  return { file, args, options, env: pairs, cwd };
}

/** 'pipe', 'inherit' or 'ignore' for each of the three standard streams. */
function stdioOf(options, standard = 'pipe') {
  const { stdio = standard } = options;
  const list = typeof stdio === 'string' ? [stdio, stdio, stdio] : [stdio[0], stdio[1], stdio[2]];
  return list.map((one, fd) => (one === fd || one === 'inherit' ? 'inherit' : one === 'ignore' ? 'ignore' : 'pipe'));
}

function spawnError(errno, file, args) {
  const error = errnoException(errno, `spawn ${file}`);
  error.path = file;
  error.spawnargs = args;
  return error;
}

function spawnSync(file, args, options) {
  const command = normalize(file, args, options);
  ({ options } = command);
  const input = options.input === undefined || options.input === null ? undefined :
    typeof options.input === 'string' ? Buffer.from(options.input) : options.input;
  const result = binding.runSync([command.file, ...command.args], command.env, command.cwd, stdioOf(options), input,
                                 options.timeout ?? 0);
  if (result.errno !== undefined) {
    const error = errnoException(result.errno, `spawnSync ${command.file}`);
    error.path = command.file;
    error.spawnargs = command.args;
    return { error, status: null, signal: null, output: null, pid: 0, stdout: null, stderr: null };
  }
  const decode = (bytes) => {
    if (bytes === null) return null;
    const buffer = Buffer.from(bytes);
    return options.encoding && options.encoding !== 'buffer' ? buffer.toString(options.encoding) : buffer;
  };
  const stdout = decode(result.stdout);
  const stderr = decode(result.stderr);
  const signal = result.timedOut ? options.killSignal ?? 'SIGTERM' : signalOf(result.status);
  const answer = {
    pid: result.pid, output: [null, stdout, stderr], stdout, stderr, status: signal === null ? result.status : null, signal,
  };
  if (result.timedOut) answer.error = errnoException(-110, `spawnSync ${command.file}`);
  return answer;
}

/** The signal behind an exit status above 128, as shells and the JDK report it. */
function signalOf(status) {
  if (status <= 128) return null;
  const { signals } = require('os').constants;
  return Object.keys(signals).find((name) => signals[name] === status - 128) ?? null;
}

function checkResult(result, command, args) {
  if (result.error) throw Object.assign(result.error, result);
  if (result.status === 0) return;
  let message = `Command failed: ${[command, ...args].join(' ')}`;
  if (result.stderr?.length > 0) message += `\n${result.stderr.toString()}`;
  throw Object.assign(new Error(message), result);
}

function execFileSync(file, args, options) {
  if (!Array.isArray(args)) [args, options] = [[], args];
  const result = spawnSync(file, args, options);
  if (stdioOf(options ?? {})[2] === 'pipe' && options?.stdio === undefined && result.stderr?.length > 0) {
    process.stderr.write(result.stderr);
  }
  checkResult(result, file, args);
  return result.stdout;
}

function execSync(command, options) {
  validateString(command, 'command');
  const result = spawnSync(command, [], { ...options, shell: options?.shell ?? true });
  if (options?.stdio === undefined && result.stderr?.length > 0) process.stderr.write(result.stderr);
  checkResult(result, command, []);
  return result.stdout;
}

/** A program in the background. */
class ChildProcess extends EventEmitter {
  connected = false;
  signalCode = null;
  exitCode = null;
  killed = false;
  #handle = null;

  start(command, stdio, usesChannel = false) {
    const { Readable, Writable } = require('stream');
    if (usesChannel) {
      const variables = require('internal/child_process/ipc').openParent(this, command.options.serialization);
      for (const name of Object.keys(variables)) command.env.push(name, variables[name]);
    }
    this.spawnfile = command.file;
    this.spawnargs = [command.file, ...command.args];
    const reader = () => new Readable({ read() {} });
    this.stdout = stdio[1] === 'pipe' ? reader() : null;
    this.stderr = stdio[2] === 'pipe' ? reader() : null;
    let open = 1 + (this.stdout ? 1 : 0) + (this.stderr ? 1 : 0);
    const finishOne = () => {
      if (--open === 0) this.emit('close', this.exitCode, this.signalCode);
    };
    const onData = (fd, bytes) => {
      const stream = fd === 1 ? this.stdout : this.stderr;
      if (bytes !== null) {
        stream.push(Buffer.from(bytes));
        return;
      }
      stream.push(null);
      stream.once('close', finishOne);
    };
    const onExit = (status) => {
      this.signalCode = signalOf(status);
      this.exitCode = this.signalCode === null ? status : null;
      this.stdin?.destroy();
      for (const stream of [this.stdout, this.stderr]) { // what nobody reads must not keep 'close' back
        if (stream && stream.readableFlowing === null && stream.listenerCount('readable') === 0) stream.resume();
      }
      this.emit('exit', this.exitCode, this.signalCode);
      finishOne();
    };
    const result = binding.start(this.spawnargs, command.env, command.cwd, stdio, onData, onExit);
    if (typeof result === 'number') {
      const error = spawnError(result, command.file, command.args);
      process.nextTick(() => {
        this.emit('error', error);
        this.emit('close', result, null);
      });
      this.stdout?.push(null);
      this.stderr?.push(null);
      this.stdin = stdio[0] === 'pipe' ? new Writable({ write: (chunk, encoding, callback) => callback() }) : null;
    } else {
      this.#handle = result;
      this.pid = binding.pid(result);
      const handle = result;
      this.stdin = stdio[0] !== 'pipe' ? null : new Writable({
        write(chunk, encoding, callback) {
          binding.write(handle, chunk);
          callback();
        },
        final(callback) {
          binding.closeInput(handle);
          callback();
        },
        destroy(error, callback) {
          binding.closeInput(handle);
          callback(error);
        },
      });
      process.nextTick(() => this.emit('spawn'));
    }
    this.stdio = [this.stdin, this.stdout, this.stderr];
  }

  kill(signal = 'SIGTERM') {
    if (this.#handle === null || this.exitCode !== null || this.signalCode !== null) return false;
    if (signal === 0) return true;
    try {
      process.kill(this.pid, signal);
    } catch (error) {
      if (error.code === 'ESRCH') return false;
      throw error;
    }
    this.killed = true;
    return true;
  }

  ref() {}

  unref() {}

  [Symbol.dispose ?? Symbol.for('nodejs.dispose')]() {
    if (!this.killed) this.kill();
  }
}

function spawn(file, args, options) {
  const command = normalize(file, args, options);
  const child = new ChildProcess();
  const { stdio } = command.options;
  child.start(command, stdioOf(command.options), Array.isArray(stdio) && stdio.includes('ipc'));
  const { signal, timeout, killSignal } = command.options;
  if (signal) {
    const { AbortError } = require('internal/errors');
    const onAbort = () => {
      if (child.kill(killSignal)) child.emit('error', new AbortError(undefined, { cause: signal.reason }));
    };
    if (signal.aborted) process.nextTick(onAbort);
    else signal.addEventListener('abort', onAbort, { once: true });
  }
  if (timeout > 0) {
    const timer = require('internal/timers').setTimeout(() => child.kill(killSignal), timeout);
    child.once('exit', () => require('internal/timers').clearTimeout(timer));
  }
  return child;
}

function execFile(file, args, options, callback) {
  if (typeof args === 'function') [args, callback] = [[], args];
  else if (!Array.isArray(args)) [args, options, callback] = [[], args, options];
  if (typeof options === 'function') [options, callback] = [{}, options];
  if (callback !== undefined && callback !== null) validateFunction(callback, 'callback');
  const { encoding = 'utf8', maxBuffer = DEFAULT_MAX_BUFFER } = options ?? {};
  const child = spawn(file, args, { ...options, stdio: 'pipe' });
  const chunks = [[], []];
  const sizes = [0, 0];
  let failure = null;
  [child.stdout, child.stderr].forEach((stream, i) => stream.on('data', (chunk) => {
    sizes[i] += chunk.length;
    if (sizes[i] > maxBuffer && failure === null) {
      failure = new codes.ERR_CHILD_PROCESS_STDIO_MAXBUFFER(i === 0 ? 'stdout' : 'stderr');
      child.kill();
    } else {
      chunks[i].push(chunk);
    }
  }));
  const text = (i) => {
    const all = Buffer.concat(chunks[i]);
    return encoding && encoding !== 'buffer' ? all.toString(encoding) : all;
  };
  child.on('error', (error) => { failure ??= error; });
  child.on('close', (code, signal) => {
    if (!callback) return;
    if (failure === null && code === 0 && signal === null) {
      callback(null, text(0), text(1));
      return;
    }
    const command = [file, ...args].join(' ');
    if (failure === null) {
      failure = new Error(`Command failed: ${options?.shell ? args.at(-1) ?? file : command}\n${text(1)}`);
      failure.code = code < 0 ? require('internal/uv').errorName(code) : code;
      failure.killed = child.killed;
      failure.signal = signal;
    }
    failure.cmd = command;
    callback(failure, text(0), text(1));
  });
  return child;
}

function exec(command, options, callback) {
  if (typeof options === 'function') [options, callback] = [{}, options];
  return execFile(command, [], { ...options, shell: options?.shell ?? true }, callback);
}

for (const fn of [exec, execFile]) {
  Object.defineProperty(fn, Symbol.for('nodejs.util.promisify.custom'), {
    value(...args) {
      let child;
      const promise = new Promise((resolve, reject) => {
        child = fn(...args, (error, stdout, stderr) => {
          if (error) reject(Object.assign(error, { stdout, stderr }));
          else resolve({ stdout, stderr });
        });
      });
      promise.child = child;
      return promise;
    },
  });
}

/** Another program of this runtime, with a channel for messages. */
function fork(modulePath, args, options) {
  modulePath = require('internal/fs/arguments').toPath(modulePath, 'modulePath');
  if (args === undefined || args === null) args = [];
  else if (!Array.isArray(args)) {
    if (typeof args !== 'object') throw new codes.ERR_INVALID_ARG_VALUE('args', args);
    [args, options] = [[], args];
  }
  if (options !== undefined && options !== null) validateObject(options, 'options');
  options = { ...options, shell: false };
  const execArgv = options.execArgv ?? process.execArgv;
  const standard = options.silent ? 'pipe' : 'inherit';
  let { stdio = [standard, standard, standard, 'ipc'] } = options;
  if (typeof stdio === 'string') {
    if (!['pipe', 'inherit', 'ignore', 'overlapped'].includes(stdio)) throw new codes.ERR_INVALID_ARG_VALUE('stdio', stdio);
    stdio = [stdio, stdio, stdio, 'ipc'];
  } else if (!stdio.includes('ipc')) {
    throw new codes.ERR_CHILD_PROCESS_IPC_REQUIRED('options.stdio');
  }
  return spawn(options.execPath ?? process.execPath, [...execArgv, modulePath, ...args], { ...options, stdio });
}

module.exports = { ChildProcess, exec, execFile, execFileSync, execSync, fork, spawn, spawnSync };
