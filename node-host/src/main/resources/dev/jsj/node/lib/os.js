'use strict';

// node:os.

const binding = internalBinding('os');
const constants = require('internal/os_constants');
const { validateInt32 } = require('internal/validators');

/** Functions that can stand for their value, as in `${os.hostname}`. */
function valued(name, fn) {
  fn[Symbol.toPrimitive] = () => fn();
  return Object.defineProperty(fn, 'name', { value: name });
}

function checkPriority(pid, priority) {
  validateInt32(pid, 'pid');
  if (priority !== undefined) validateInt32(priority, 'priority', -20, 19);
}

function getNetworkInterfaces() {
  const result = {};
  for (const [name, entry] of binding.networkInterfaces()) (result[name] ??= []).push(entry);
  return result;
}

module.exports = {
  arch: valued('arch', () => binding.arch()),
  availableParallelism: valued('availableParallelism', () => binding.processors()),
  cpus: () => binding.cpus(),
  endianness: valued('endianness', () => 'LE'),
  freemem: valued('freemem', () => binding.memory()[1]),
  getPriority(pid = 0) {
    checkPriority(pid);
    return 0;
  },
  homedir: valued('homedir', () => process.env.HOME ?? binding.userInfo().homedir),
  hostname: valued('hostname', () => binding.hostname()),
  loadavg: () => binding.loadAverage(),
  networkInterfaces: getNetworkInterfaces,
  platform: valued('platform', () => process.platform),
  release: valued('release', () => binding.release()),
  setPriority(pid, priority) {
    if (priority === undefined) {
      priority = pid;
      pid = 0;
    }
    checkPriority(pid, priority);
  },
  tmpdir: valued('tmpdir', () => {
    const path = process.env.TMPDIR || process.env.TMP || process.env.TEMP || '/tmp';
    return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
  }),
  totalmem: valued('totalmem', () => binding.memory()[0]),
  type: valued('type', () => binding.type()),
  userInfo(options) {
    const info = binding.userInfo();
    if (options?.encoding === 'buffer') {
      const { Buffer } = require('buffer');
      for (const key of ['username', 'homedir', 'shell']) info[key] = Buffer.from(info[key]);
    }
    return info;
  },
  uptime: valued('uptime', () => binding.uptime()),
  version: valued('version', () => binding.version()),
  machine: valued('machine', () => binding.machine()),
  constants,
  EOL: '\n',
  devNull: '/dev/null',
};
