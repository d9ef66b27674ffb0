'use strict';

// class Worker: a thread with an agent of its own, as its parent sees it.

const binding = internalBinding('worker');
const messaging = internalBinding('messaging');
const EventEmitter = require('events');
const { codes } = require('internal/errors');
const { validateArray, validateObject } = require('internal/validators');
const { makePort } = require('internal/worker/io');

const SHARE_ENV = Symbol.for('nodejs.worker_threads.SHARE_ENV');
const MEGABYTE_LIMITS = ['maxYoungGenerationSizeMb', 'maxOldGenerationSizeMb', 'codeRangeSizeMb', 'stackSizeMb'];
const DEFAULT_LIMITS = [48, 2096, 0, 4];
/** Flags that a worker may have of its own; all others belong to the process. */
const WORKER_FLAGS = new RegExp('^(?:-[rCe]$|--(?:require|import|conditions|eval|no-|trace-|enable-source-maps|input-type|' +
  'unhandled-rejections|experimental-|expose-|stack-|allow-natives-syntax|jitless|disable-|preserve-|pending-|throw-|' +
  'frozen-|dns-|network-|use-|max-http-header-size|loader|stress-))');

/** What to run: a file, a URL or code. */
function readSource(filename, options) {
  const { isURL, fileURLToPath } = require('internal/url/url');
  if (options.eval) {
    if (typeof filename !== 'string') {
      throw new codes.ERR_INVALID_ARG_VALUE('options.eval', options.eval, "must be false when 'filename' is not a string");
    }
    return { kind: 'eval', source: filename };
  }
  if (isURL(filename) && filename.protocol === 'data:') return { kind: 'url', source: filename.href };
  let path = filename;
  if (isURL(filename)) {
    path = fileURLToPath(filename);
  } else if (typeof filename !== 'string') {
    throw new codes.ERR_INVALID_ARG_TYPE('filename', ['string', 'URL'], filename);
  } else if (!filename.startsWith('/') && !/^\.\.?[\\/]/.test(filename)) {
    throw new codes.ERR_WORKER_PATH(filename);
  }
  return { kind: 'file', source: require('path').resolve(path) };
}

function readEnvironment(env) {
  if (env === SHARE_ENV) return true;
  if (typeof env === 'object' && env !== null) return env;
  if (env != null) {
    throw new codes.ERR_INVALID_ARG_TYPE('options.env', ['object', 'undefined', 'null', 'worker_threads.SHARE_ENV'], env);
  }
  return undefined;
}

function readExecArgv(execArgv) {
  if (execArgv === undefined) return undefined;
  validateArray(execArgv, 'options.execArgv');
  const wrong = execArgv.filter((flag) => `${flag}`.startsWith('-') && !WORKER_FLAGS.test(flag));
  if (wrong.length > 0) throw new codes.ERR_WORKER_INVALID_EXEC_ARGV(wrong);
  return execArgv;
}

function readLimits(limits) {
  const given = MEGABYTE_LIMITS.map((name, i) => (typeof limits?.[name] === 'number' ? limits[name] : DEFAULT_LIMITS[i]));
  return Object.fromEntries(MEGABYTE_LIMITS.map((name, i) => [name, given[i]]));
}

class Worker extends EventEmitter {
  #handle;
  #control;
  #publicPort;
  #threadId;
  #resourceLimits;
  #stdin = null;
  #stdout;
  #stderr;
  #exited = false;

  constructor(filename, options = {}) {
    super();
    validateObject(options, 'options');
    if (options.execArgv && !Array.isArray(options.execArgv)) {
      throw new codes.ERR_INVALID_ARG_TYPE('options.execArgv', 'Array', options.execArgv);
    }
    let argv = [];
    if (options.argv) {
      if (!Array.isArray(options.argv)) throw new codes.ERR_INVALID_ARG_TYPE('options.argv', 'Array', options.argv);
      argv = options.argv.map(String);
    }
    const { kind, source } = readSource(filename, options);
    const environment = readEnvironment(options.env);
    const execArgv = readExecArgv(options.execArgv);
    this.#resourceLimits = readLimits(options.resourceLimits);
    this.#start({ kind, source, argv, environment, execArgv }, options);
    process.nextTick(() => process.emit('worker', this));
  }

  #start({ kind, source, argv, environment, execArgv }, options) {
    const [mine, theirs] = messaging.createChannel();
    this.#publicPort = makePort(mine);
    const port = makePort(theirs);
    const startData = {
      kind,
      source,
      port,
      workerData: options.workerData,
      environmentData: require('internal/worker/environment_data').entries(),
      resourceLimits: this.#resourceLimits,
      hasStdin: Boolean(options.stdin),
    };
    const programName = kind === 'file' ? source : '[worker eval]';
    [this.#handle, this.#threadId, this.#control] = binding.create(
      startData, [port, ...options.transferList ?? []], environment, [programName, ...argv], execArgv,
      (fd, chunk) => this.#onOutput(fd, chunk), (code, failure) => this.#onExit(code, failure),
      this.#resourceLimits.stackSizeMb);
    this.#openStreams(options);
    this.#publicPort.on('message', (message) => this.emit('message', message));
    this.#publicPort.on('messageerror', (error) => this.emit('messageerror', error));
    this.#publicPort.unref();
    messaging.setCallback(this.#control, (type, message) => {
      if (type === 'message') this.#onControl(message);
    });
    messaging.start(this.#control);
    binding.start(this.#handle);
  }

  #openStreams(options) {
    const { Readable, Writable } = require('stream');
    this.#stdout = new Readable({ read() {} });
    this.#stderr = new Readable({ read() {} });
    if (options.stdin) {
      const send = (chunk) => {
        if (!this.#exited) messaging.post(this.#control, { type: 'stdin', chunk });
      };
      this.#stdin = new Writable({
        write(chunk, encoding, callback) {
          send(chunk);
          callback();
        },
        final(callback) {
          send(null);
          callback();
        },
      });
    }
    if (!options.stdout) this.#forward(this.#stdout, 'stdout');
    if (!options.stderr) this.#forward(this.#stderr, 'stderr');
  }

  /** What the worker prints is printed here. */
  #forward(stream, name) {
    stream.on('data', (chunk) => process[name].write(chunk));
  }

  #onOutput(fd, chunk) {
    (fd === 2 ? this.#stderr : this.#stdout).push(require('buffer').Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
  }

  #onControl(message) {
    if (message.type === 'online') {
      this.emit('online');
    } else if (message.type === 'error') {
      const { deserializeError } = require('internal/worker/error_serdes');
      this.emit('error', deserializeError(message.error));
    }
  }

  #onExit(code, failure) {
    messaging.drain(this.#publicPort[messaging.handle]);
    messaging.drain(this.#control);
    messaging.close(this.#control);
    messaging.close(this.#publicPort[messaging.handle]);
    this.#exited = true;
    this.#threadId = -1;
    this.#resourceLimits = {};
    this.#stdout.push(null);
    this.#stderr.push(null);
    if (this.#stdin !== null) this.#stdin.destroy();
    if (failure !== null) {
      this.emit('error', failure === 'ERR_WORKER_OUT_OF_MEMORY' ? new codes.ERR_WORKER_OUT_OF_MEMORY('JS heap out of memory') :
        new codes.ERR_WORKER_INIT_FAILED(failure));
    }
    this.emit('exit', code);
    this.removeAllListeners();
  }

  postMessage(...args) {
    if (this.#exited) return;
    Reflect.apply(this.#publicPort.postMessage, this.#publicPort, args);
  }

  terminate(callback) {
    if (typeof callback === 'function') {
      process.emitWarning('Passing a callback to worker.terminate() is deprecated. It returns a Promise instead.',
                          'DeprecationWarning', 'DEP0132');
      if (this.#exited) return Promise.resolve();
      this.once('exit', (code) => callback(null, code));
    }
    if (this.#exited) return Promise.resolve();
    this.ref();
    binding.terminate(this.#handle);
    return new Promise((resolve) => this.once('exit', resolve));
  }

  ref() {
    if (!this.#exited) binding.setReferenced(this.#handle, true);
  }

  unref() {
    if (!this.#exited) binding.setReferenced(this.#handle, false);
  }

  get threadId() {
    return this.#threadId;
  }

  get stdin() {
    return this.#stdin;
  }

  get stdout() {
    return this.#stdout;
  }

  get stderr() {
    return this.#stderr;
  }

  get resourceLimits() {
    return this.#resourceLimits;
  }

  get performance() {
    return { eventLoopUtilization: () => ({ idle: 0, active: 0, utilization: 0 }) };
  }

  getHeapSnapshot() {
    return Promise.reject(this.#exited ? new codes.ERR_WORKER_NOT_RUNNING() :
      new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('worker.getHeapSnapshot'));
  }
}

module.exports = { SHARE_ENV, Worker };
