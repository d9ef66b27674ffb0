'use strict';
// Programs in the background and run to their end: streams, errors, limits, exchanged standard streams.
const { exec, execFile, execFileSync, execSync, spawn, spawnSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');
const { promisify } = require('util');

const closed = (child) => new Promise((resolve) => {
  const text = ['', ''];
  [child.stdout, child.stderr].forEach((stream, i) => stream?.on('data', (chunk) => { text[i] += chunk; }));
  child.on('error', (error) => console.log('error', error.code, error.syscall, error.path, error.spawnargs));
  child.on('close', (code, signal) => resolve([code, signal, ...text]));
});
const refused = (act) => {
  try {
    act();
    console.log('no error');
  } catch (error) {
    console.log(error.code, error.message);
  }
};

(async () => {
  const cat = spawn('cat');
  console.log(cat.stdin.readable, cat.stdout.writable, cat.stdio.length);
  cat.stdin.write('x'.repeat(300000));
  cat.stdin.end('tail');
  const [code, signal, output] = await closed(cat);
  console.log(code, signal, output.length, output.slice(-5));
  console.log(await closed(spawn('no-such-program', ['a', 'b'])));
  const sleeper = spawn('sleep', ['100']);
  console.log(sleeper.kill(), sleeper.killed, await closed(sleeper));
  await new Promise((resolve) => exec('echo out; echo err >&2; exit 3', (error, stdout, stderr) => {
    console.log(error.message, error.code, error.killed, error.cmd, JSON.stringify([stdout, stderr]));
    resolve();
  }));
  await new Promise((resolve) => execFile('yes', { maxBuffer: 10 }, (error, stdout) => {
    console.log(error.code, error.message, stdout.length);
    resolve();
  }));
  console.log(await promisify(execFile)('printf', ['%s', '\u00e9']));
  console.log(execSync('echo $A', { env: { A: 'value' }, encoding: 'utf8' }), spawnSync('cat', { input: 'in' }).output);
  refused(() => execFileSync('sh', ['-c', 'exit 2']));
  console.log(spawnSync('sleep', ['5'], { timeout: 20 }).error.code, spawnSync('yes', { maxBuffer: 4 }).error.code);
  const file = path.join(os.tmpdir(), `child-process-${process.pid}.txt`);
  const fd = fs.openSync(file, 'w');
  await closed(spawn('sh', ['-c', 'echo one; echo two >&2'], { stdio: ['ignore', fd, fd] }));
  console.log(fs.readFileSync(file, 'utf8'));
  fs.unlinkSync(file);
  console.log((await closed(spawn('sh', ['-c', 'test "$(ps -o sid= -p $$)" -eq $$ && echo leads'], { detached: true })))[2]);
  for (const act of [
    () => spawn(''), () => spawn('a\0b'), () => spawn('ls', 1), () => spawn('ls', [], { cwd: 5 }),
    () => spawn('ls', [], { stdio: 'other' }), () => spawn('ls', [], { stdio: ['ipc', 'ipc'] }), () => spawn('ls', [], { uid: 'x' }),
    () => spawn('ls', [], { timeout: -1 }), () => spawnSync('ls', { killSignal: 'SIGNONE' }), () => exec('ls', { maxBuffer: -1 }),
    () => spawnSync('ls', { input: 5 }), () => spawn('ls', [], { env: { A: 'x\0' } }),
  ]) refused(act);
})();
