'use strict';

// process.report: what a process is and does, as JSON.

const { validateBoolean, validateObject, validateString } = require('internal/validators');

let directory = '';
let filename = '';
let compact = false;
let excludeNetwork = false;
let signal = 'SIGUSR2';
let sequence = 0;
const onSignal = () => write('Signal', signal);
const onUncaught = (error) => write('Exception', 'Exception', error);
const enabled = { signal: false, uncaught: false };

function readLines(file) {
  try {
    return require('fs').readFileSync(file, 'utf8').split('\n');
  } catch {
    return []; // the system has no such file
  }
}

/** The version of the C library, from the name of its file or the text in it; undefined for others. */
function glibcVersion(objects) {
  const library = objects.find((file) => /\/libc(-[\d.]+)?\.so/.test(file));
  if (library === undefined) return undefined;
  return /libc-([\d.]+)\.so/.exec(library)?.[1] ??
    /GNU C Library[^\0]*? version ([\d.]+\d)/.exec(require('fs').readFileSync(library, 'latin1'))?.[1];
}

function sharedObjects() {
  const files = new Set();
  for (const line of readLines('/proc/self/maps')) {
    const file = /\s(\/\S+\.so[^\s/]*)$/.exec(line)?.[1];
    if (file !== undefined) files.add(file);
  }
  return [...files];
}

const LIMITS = {
  'Max core file size': 'core_file_size_blocks',
  'Max data size': 'data_seg_size_kbytes',
  'Max file size': 'file_size_blocks',
  'Max locked memory': 'max_locked_memory_bytes',
  'Max resident set': 'max_memory_size_kbytes',
  'Max open files': 'open_files',
  'Max stack size': 'stack_size_bytes',
  'Max cpu time': 'cpu_time_seconds',
  'Max processes': 'max_user_processes',
  'Max address space': 'virtual_memory_bytes',
};

function userLimits() {
  const limits = {};
  for (const line of readLines('/proc/self/limits')) {
    const [, name, soft, hard] = /^(.+?)\s{2,}(\S+)\s+(\S+)/.exec(line) ?? [];
    if (LIMITS[name] === undefined) continue;
    const value = (text) => (text === 'unlimited' ? text : Number(text));
    limits[LIMITS[name]] = { soft: value(soft), hard: value(hard) };
  }
  return limits;
}

function networkInterfaces() {
  return Object.entries(require('os').networkInterfaces()).flatMap(([name, addresses]) =>
    addresses.map(({ internal, mac, address, netmask, family }) => ({ name, internal, mac, address, netmask, family })));
}

function header(event, trigger, file, objects) {
  const os = require('os');
  const now = new Date();
  return {
    reportVersion: 4,
    event,
    trigger,
    filename: file,
    dumpEventTime: now.toISOString().replace(/\.\d+/, ''),
    dumpEventTimeStamp: `${now.getTime()}`,
    processId: process.pid,
    threadId: require('worker_threads').threadId,
    cwd: process.cwd(),
    commandLine: [process.execPath, ...process.execArgv, ...process.argv.slice(1)],
    nodejsVersion: process.version,
    glibcVersionRuntime: glibcVersion(objects),
    wordSize: 64,
    arch: process.arch,
    platform: process.platform,
    componentVersions: process.versions,
    release: process.release,
    osName: os.type(),
    osRelease: os.release(),
    osVersion: os.version(),
    osMachine: os.machine(),
    cpus: os.cpus().map(({ model, speed, times }) => ({ model, speed, ...times })),
    networkInterfaces: excludeNetwork ? undefined : networkInterfaces(),
    host: os.hostname(),
  };
}

function create(event, trigger, file, error) {
  const [message, ...stack] = `${error?.stack ?? error}`.split('\n');
  const heap = require('v8').getHeapStatistics();
  const usage = process.resourceUsage();
  const objects = sharedObjects();
  return {
    header: header(event, trigger, file, objects),
    javascriptStack: { message, stack: stack.map((line) => line.trim()), errorProperties: { ...error } },
    javascriptHeap: {
      totalMemory: heap.total_heap_size,
      usedMemory: heap.used_heap_size,
      memoryLimit: heap.heap_size_limit,
    },
    nativeStack: [],
    resourceUsage: {
      userCpuSeconds: usage.userCPUTime / 1e6,
      kernelCpuSeconds: usage.systemCPUTime / 1e6,
      maxRss: usage.maxRSS * 1024,
      pageFaults: { IORequired: usage.majorPageFault, IONotRequired: usage.minorPageFault },
      fsActivity: { reads: usage.fsRead, writes: usage.fsWrite },
    },
    libuv: process.getActiveResourcesInfo().map((type) => ({ type, is_active: true, is_referenced: true })),
    workers: [],
    environmentVariables: { ...process.env },
    userLimits: userLimits(),
    sharedObjects: objects,
  };
}

function write(event, trigger, error = new Error('JavaScript API'), file = filename || undefined) {
  const path = require('path');
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace('T', '.').slice(0, 15);
  file ??= `report.${stamp}.${process.pid}.${require('worker_threads').threadId}.${String(++sequence).padStart(3, '0')}.json`;
  const text = JSON.stringify(create(event, trigger, file, error), null, compact ? undefined : 2);
  if (file === 'stdout' || file === 'stderr') {
    require('fs').writeSync(file === 'stdout' ? 1 : 2, `${text}\n`);
    return file;
  }
  const target = path.resolve(directory, file);
  process._rawDebug(`\nWriting Node.js report to file: ${file}`);
  require('fs').writeFileSync(target, `${text}\n`);
  process._rawDebug('Node.js report completed');
  return file;
}

function setListener(kind, on, event, listener) {
  if (on && !enabled[kind]) process.on(event, listener);
  else if (!on && enabled[kind]) process.removeListener(event, listener);
  enabled[kind] = on;
}

module.exports = {
  writeReport(file, error) {
    if (typeof file === 'object' && file !== null) [file, error] = [undefined, file];
    if (file !== undefined) validateString(file, 'file');
    if (error !== undefined) validateObject(error, 'err');
    return write('JavaScript API', 'API', error, file);
  },
  getReport(error = new Error('JavaScript Callstack')) {
    validateObject(error, 'err');
    return create('JavaScript API', 'GetReport', null, error);
  },
  get directory() {
    return directory;
  },
  set directory(value) {
    validateString(value, 'directory');
    directory = value;
  },
  get filename() {
    return filename;
  },
  set filename(value) {
    validateString(value, 'filename');
    filename = value;
  },
  get compact() {
    return compact;
  },
  set compact(value) {
    validateBoolean(value, 'compact');
    compact = value;
  },
  get excludeNetwork() {
    return excludeNetwork;
  },
  set excludeNetwork(value) {
    validateBoolean(value, 'excludeNetwork');
    excludeNetwork = value;
  },
  get signal() {
    return signal;
  },
  set signal(value) {
    validateString(value, 'signal');
    if (require('os').constants.signals[value] === undefined) throw new (require('internal/errors').codes.ERR_UNKNOWN_SIGNAL)(value);
    const listening = enabled.signal;
    setListener('signal', false, signal, onSignal);
    signal = value;
    setListener('signal', listening, signal, onSignal);
  },
  get reportOnSignal() {
    return enabled.signal;
  },
  set reportOnSignal(value) {
    validateBoolean(value, 'trigger');
    setListener('signal', value, signal, onSignal);
  },
  get reportOnUncaughtException() {
    return enabled.uncaught;
  },
  set reportOnUncaughtException(value) {
    validateBoolean(value, 'trigger');
    setListener('uncaught', value, 'uncaughtExceptionMonitor', onUncaught);
  },
};
