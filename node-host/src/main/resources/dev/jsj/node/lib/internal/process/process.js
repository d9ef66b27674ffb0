'use strict';

// The `process` object. Made when a program first touches it; what it does lives in native code and in the files beside
// this one.

const binding = internalBinding('process');
const { codes } = require('internal/errors');
const { validateInteger, validateObject, validateString } =
  require('internal/validators');

/** The class that `process` shows as its constructor. */
function processClass() {}
Object.defineProperty(processClass, 'name', { value: 'process' });
processClass.prototype = Object.create(Object.prototype, {
  constructor: { value: processClass, writable: true, configurable: true, enumerable: false },
});

const process = Object.create(processClass.prototype);
module.exports = process; // modules that are loaded below mention it
const EventEmitter = require('events');
Object.setPrototypeOf(processClass.prototype, EventEmitter.prototype);
Object.defineProperty(process, Symbol.toStringTag, { value: 'process', configurable: true });
EventEmitter.call(process);

const { argv, execArgv, versions } = binding;
process.version = binding.version;
process.versions = versions;
process.arch = binding.arch;
process.platform = binding.platform;
process.release = { name: 'node', lts: 'Iron' };
process.title = 'node';
process.argv = argv;
process.execArgv = execArgv;
process.env = binding.env;
process.pid = binding.pid;
process.execPath = binding.execPath;
Object.defineProperty(process, 'ppid', { configurable: true, enumerable: true, get: binding.parentPid });
Object.defineProperty(process, 'debugPort', { value: 9229, writable: true, enumerable: true, configurable: true });
process.argv0 = 'node';

process.features = {
  inspector: false,
  debug: false,
  uv: true,
  ipv6: true,
  tls_alpn: true,
  tls_sni: true,
  tls_ocsp: true,
  tls: true,
  get cached_builtins() { return true; },
};
process.config = Object.freeze({ target_defaults: Object.freeze({}), variables: Object.freeze({}) });
process.allowedNodeEnvironmentFlags = new Set();

let exitCode;

Object.defineProperty(process, 'exitCode', {
  configurable: true,
  enumerable: true,
  get: () => exitCode,
  set(code) {
    if (code !== undefined && code !== null) {
      if (typeof code === 'string' && code !== '') {
        const number = Number(code);
        if (Number.isInteger(number)) code = number;
      }
      validateInteger(code, 'code');
    }
    exitCode = code;
    binding.setExitCode(code ?? 0);
  },
});

function exit(code) {
  if (code !== undefined) process.exitCode = code;
  if (!process._exiting) {
    process._exiting = true;
    process.emit('exit', process.exitCode || 0);
  }
  binding.exit(process.exitCode || 0);
}
process.exit = exit;
process.reallyExit = binding.exit;

process._rawDebug = function _rawDebug(...args) {
  require('fs').writeSync(2, `${require('internal/inspect/format').format(...args)}\n`);
};
process.abort = binding.abort;

process.cwd = function cwd() {
  return binding.cwd();
};
process.chdir = function chdir(directory) {
  validateString(directory, 'directory');
  try {
    binding.chdir(directory);
  } catch (error) {
    if (error?.syscall !== 'chdir') throw error;
    const from = binding.cwd();
    const reason = error.message.slice(0, error.message.indexOf(', chdir'));
    throw Object.assign(error, { message: `${reason}, chdir '${from}' -> '${directory}'`, path: from, dest: directory });
  }
};
process.umask = function umask(mask) {
  if (mask !== undefined) mask = require('internal/validators').parseFileMode(mask, 'mask');
  return binding.umask(mask);
};

process.nextTick = binding.nextTick;
process.hrtime = function hrtime(previous) {
  const now = binding.hrtime();
  if (previous === undefined) return now;
  require('internal/validators').validateArray(previous, 'time');
  if (previous.length !== 2) throw new codes.ERR_OUT_OF_RANGE('time', 2, previous.length);
  const seconds = now[0] - previous[0];
  const nanoseconds = now[1] - previous[1];
  return nanoseconds < 0 ? [seconds - 1, nanoseconds + 1e9] : [seconds, nanoseconds];
};
process.hrtime.bigint = function bigint() {
  return binding.hrtimeBigInt();
};
process.uptime = binding.uptime;
process.memoryUsage = function memoryUsage() {
  return binding.memoryUsage();
};
process.memoryUsage.rss = function rss() {
  return binding.memoryUsage().rss;
};
process.constrainedMemory = () => binding.memoryUsage().limit ?? 0;
process.availableMemory = () => binding.availableMemory();
process.resourceUsage = () => binding.resourceUsage();
process.cpuUsage = function cpuUsage(previous) {
  if (previous) {
    validateObject(previous, 'prevValue');
    for (const name of ['user', 'system']) {
      const value = previous[name];
      if (typeof value !== 'number') throw new codes.ERR_INVALID_ARG_TYPE(`prevValue.${name}`, 'number', value);
      if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER)) {
        throw new codes.ERR_INVALID_ARG_VALUE.RangeError(`prevValue.${name}`, value);
      }
    }
  }
  const { user, system } = binding.cpuUsage();
  return previous ? { user: user - previous.user, system: system - previous.system } : { user, system };
};
process.getActiveResourcesInfo = function getActiveResourcesInfo() {
  return [...binding.activeHandles(), ...require('internal/timers').activeTimers()];
};
process._getActiveHandles = () => [];
process._getActiveRequests = () => [];
Object.defineProperty(process, 'mainModule', {
  configurable: true,
  enumerable: true,
  get: binding.mainModule,
  set(value) {
    Object.defineProperty(process, 'mainModule', { value, writable: true, configurable: true, enumerable: true });
  },
});
process.setUncaughtExceptionCaptureCallback = function setUncaughtExceptionCaptureCallback(callback) {
  if (callback !== null && typeof callback !== 'function') {
    throw new codes.ERR_INVALID_ARG_TYPE('fn', ['Function', 'null'], callback);
  }
  if (callback !== null && capture !== null) throw new codes.ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET();
  capture = callback;
};
process.hasUncaughtExceptionCaptureCallback = () => capture !== null;
let capture = null;
process.setSourceMapsEnabled = function setSourceMapsEnabled(enabled) {
  require('internal/validators').validateBoolean(enabled, 'val');
  internalBinding('modules').setSourceMapsEnabled(enabled);
};
Object.defineProperty(process, 'sourceMapsEnabled', {
  configurable: true,
  enumerable: true,
  get: () => internalBinding('modules').sourceMapsEnabled(),
});
process.assert = function assert(value, message) {
  if (!value) throw new codes.ERR_ASSERTION(message || 'assertion error');
};
process.emitWarning = (...args) => require('internal/process/warnings').emitWarning(...args);
process.binding = (name) => {
  throw Object.assign(new Error(`No such module: ${name}`), { code: 'ERR_INVALID_MODULE' });
};
process.getBuiltinModule = function getBuiltinModule(id) {
  validateString(id, 'id');
  const { isBuiltin } = require('internal/modules/builtins');
  return isBuiltin(id) ? require(id.replace(/^node:/, '')) : undefined;
};
process.dlopen = () => {
  throw Object.assign(new Error('Native addons are not supported'), { code: 'ERR_DLOPEN_FAILED' });
};
process.openStdin = function openStdin() {
  process.stdin.resume();
  return process.stdin;
};
process.loadEnvFile = function loadEnvFile(path = '.env') {
  const values = require('internal/dotenv').parse(require('fs').readFileSync(path, 'utf8'));
  for (const key of Object.keys(values)) process.env[key] ??= values[key];
};

if (binding.hasPermission('fs') !== undefined) {
  process.permission = {
    has(scope, reference) {
      validateString(scope, 'scope');
      if (reference != null) validateString(reference, 'reference');
      return binding.hasPermission(scope, reference ?? undefined);
    },
  };
}

process.kill = function kill(pid, signal) {
  // eslint-disable-next-line eqeqeq
  if (pid != (pid | 0)) throw new codes.ERR_INVALID_ARG_TYPE('pid', 'number', pid);
  let number = signal;
  if (typeof signal !== 'number' || signal !== (signal | 0)) {
    const { signals } = require('os').constants;
    number = signals[signal ?? 'SIGTERM'];
    if (number === undefined) throw new codes.ERR_UNKNOWN_SIGNAL(signal);
  }
  const errno = binding.kill(pid | 0, number);
  if (errno !== 0) throw require('internal/errors').errnoException(errno, 'kill');
  return true;
};

if (binding.platform !== 'win32') {
  for (const name of ['getuid', 'geteuid', 'getgid', 'getegid']) process[name] = () => binding.userId(name);
  process.getgroups = () => binding.groups();
  for (const [name, kind] of [['setegid', 'Group'], ['seteuid', 'User'], ['setgid', 'Group'], ['setuid', 'User']]) {
    process[name] = (id) => require('internal/process/credentials').setId(name, kind, id);
  }
  process.setgroups = function setgroups(groups) {
    require('internal/process/credentials').setgroups(groups);
  };
  process.initgroups = function initgroups(user, extraGroup) {
    require('internal/process/credentials').initgroups(user, extraGroup);
  };
}

Object.defineProperty(process, 'report', {
  configurable: true,
  enumerable: true,
  get: () => require('internal/process/report'),
});

for (const [name, fd] of [['stdin', 0], ['stdout', 1], ['stderr', 2]]) {
  let stream;
  Object.defineProperty(process, name, {
    configurable: true,
    enumerable: true,
    get() {
      if (stream === undefined) {
        binding.setOutputReplaced();
        stream = require('internal/process/stdio').open(fd);
      }
      return stream;
    },
    set(value) { // not in Node's documentation, but test tools do it
      binding.setOutputReplaced();
      stream = value;
    },
  });
}

if (binding.isWorker) {
  for (const name of ['title', 'debugPort']) {
    const value = process[name];
    Object.defineProperty(process, name, { configurable: true, enumerable: true, get: () => value, set() {} });
  }
  for (const name of ['abort', 'chdir', 'initgroups', 'setegid', 'seteuid', 'setgid', 'setgroups', 'setuid']) {
    process[name] = Object.defineProperty(() => {
      throw new codes.ERR_WORKER_UNSUPPORTED_OPERATION(`process.${name}()`);
    }, 'name', { value: name });
  }
  const { umask } = process;
  process.umask = (mask) => {
    if (mask !== undefined) throw new codes.ERR_WORKER_UNSUPPORTED_OPERATION('Setting process.umask()');
    return umask();
  };
}

const isSignal = (type) => typeof type === 'string' && type.startsWith('SIG') && !binding.isWorker;

/** The first listener of a signal starts watching for it, the last one to go ends that. */
for (const name of ['on', 'addListener', 'once', 'prependListener', 'prependOnceListener']) {
  const original = EventEmitter.prototype[name];
  Object.defineProperty(processClass.prototype, name, {
    configurable: true,
    writable: true,
    value: Object.defineProperty(function(type, listener) {
      if (isSignal(type) && this.listenerCount(type) === 0) {
        binding.watchSignal(type, () => process.emit(type, type, require('os').constants.signals[type]));
      }
      return original.call(this, type, listener);
    }, 'name', { value: name }),
  });
}
for (const name of ['off', 'removeListener', 'removeAllListeners']) {
  const original = EventEmitter.prototype[name];
  Object.defineProperty(processClass.prototype, name, {
    configurable: true,
    writable: true,
    value: Object.defineProperty(function(...args) {
      const result = Reflect.apply(original, this, args);
      if (isSignal(args[0]) && this.listenerCount(args[0]) === 0) binding.unwatchSignal(args[0]);
      return result;
    }, 'name', { value: name }),
  });
}

/** What native code calls when something happens to the program. */
const hooks = {
  /** The loop is empty; listeners may give it new work. */
  beforeExit() {
    process.emit('beforeExit', process.exitCode || 0);
  },

  /** The end: answers the exit code. */
  exit(code) {
    if (!process._exiting) {
      process._exiting = true;
      if (code !== undefined) process.exitCode = code;
      process.emit('exit', process.exitCode || 0);
    }
    return process.exitCode || 0;
  },

  /** Whether somebody took care of an uncaught exception. */
  uncaughtException(error, origin) {
    if (capture !== null) {
      capture(error);
      return true;
    }
    process.emit('uncaughtExceptionMonitor', error, origin);
    if (process._exiting) return false;
    return process.emit('uncaughtException', error, origin);
  },
};

binding.setHooks(hooks);

if (process.env.NODE_CHANNEL_PATH !== undefined) require('internal/child_process/ipc').openChild();
