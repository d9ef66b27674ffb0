// process: argv, env, cwd, versions, hrtime, memory, stdout, exitCode, emitWarning, events, platform.
const path = require('path');
console.log(
  process.argv.length,
  path.basename(process.argv[1]),
  typeof process.argv[0],
  process.argv0 !== undefined,
  Array.isArray(process.execArgv),
  typeof process.execPath,
);
process.env.JSJ_TEST = 5;
console.log(
  process.env.JSJ_TEST,
  typeof process.env.PATH,
  process.env.NOPE_X,
  'JSJ_TEST' in process.env,
  delete process.env.JSJ_TEST,
  process.env.JSJ_TEST,
  Object.keys(process.env).includes('PATH'),
);
console.log(
  process.cwd() === require('fs').realpathSync('.'),
  process.platform,
  process.arch,
  typeof process.pid,
  typeof process.ppid,
  process.version.startsWith('v'),
  typeof process.versions.v8,
  process.versions.node === process.version.slice(1),
  process.title.length > 0,
  process.release.name,
);
const t = process.hrtime();
const d = process.hrtime(t);
console.log(
  Array.isArray(d),
  d.length,
  d[0] === 0,
  typeof process.hrtime.bigint(),
  process.uptime() > 0,
  performance.now() > 0,
  typeof performance.timeOrigin,
  typeof performance.now(),
);
const m = process.memoryUsage();
console.log(Object.keys(m).sort().join(), m.heapUsed > 0, m.rss > 0);
console.log(
  process.stdout.write('written\n'),
  process.stdout.isTTY,
  process.stdout.fd,
  process.stderr.fd,
  typeof process.stdin,
  process.exitCode,
  process.umask() >= 0,
  typeof process.cpuUsage().user,
);
const before = process.cwd();
process.chdir('/');
console.log(process.cwd());
process.chdir(before);
try {
  process.chdir('/no/such/dir');
} catch (e) {
  console.log(e.code, e.message.split(',')[0]);
}
console.log(
  process.listenerCount('exit'),
  process.emit('custom', 1),
  typeof process.on,
  process instanceof require('events'),
  Object.prototype.toString.call(process),
);
process.on('custom', (...a) => console.log('custom', a));
process.once('custom', () => console.log('once'));
console.log(process.emit('custom', 1, 2), process.emit('custom'));
process.on('warning', (w) => console.log('warning', w.name, w.message, w.code));
process.emitWarning('careful', 'MyWarning', 'W1');
process.emitWarning('plain');
try {
  process.exitCode = 'bad';
} catch (e) {
  console.log(e.code);
}
try {
  process.kill(process.pid, 'SIGBAD');
} catch (e) {
  console.log(e.code);
}
process.stdout.write('no newline', () => console.log(' callback'));
process.stdout.write(Buffer.from('\nbuffer\n'));
process.stdout.write(new Uint8Array([111, 107, 10]));
try {
  process.stdout.write(5);
} catch (e) {
  console.log(e.code);
}
process.on('exit', (c) => {
  console.log('exit', c, process.exitCode);
  process.stdout.write('last words\n');
  setTimeout(() => console.log('never'), 0);
});
process.exitCode = 0;
