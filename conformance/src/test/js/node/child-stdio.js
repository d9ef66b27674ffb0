// Streams of programs beyond standard error.
const { spawn, spawnSync, fork } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'stdio-')), 'log');
const log = fs.openSync(file, 'a');

function collect(stream, done) {
  let text = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => { text += chunk; });
  stream.on('end', () => done(text));
}

function talk() {
  const script = 'read line <&3; echo "got $line" >&3; echo four >&4; echo log >&5; cat; echo error >&2; ' +
    'test -e /proc/self/fd/6 || echo none >&4; exit 3';
  const child = spawn('sh', ['-c', script], { stdio: ['pipe', 'pipe', 'inherit', 'pipe', 'pipe', log, 'ignore'], cwd: os.tmpdir() });
  console.log(child.stdio.map((stream) => stream && `${stream.constructor.name} ${stream.readable} ${stream.writable}`));
  const results = {};
  for (const index of [1, 3, 4]) collect(child.stdio[index], (text) => { results[index] = text; });
  child.stdio[3].write('hello\n');
  child.stdin.end('input');
  child.on('exit', (code, signal) => console.log('exit', code, signal));
  child.on('close', () => {
    console.log(results, fs.readFileSync(file, 'utf8'));
    exchange();
  });
}

/** Standard error goes where standard output goes, a fourth stream to standard output; the program is ended by a signal. */
function exchange() {
  const child = spawn('sh', ['-c', 'echo out; echo err >&2; echo three >&3; kill -9 $$'], { stdio: ['ignore', 1, 1, 1, 'pipe'] });
  child.on('close', (code, signal) => {
    console.log('close', code, signal);
    missing();
  });
}

function missing() {
  const child = spawn('/no/such/program', [], { stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  child.on('error', (error) => {
    console.log(error.code, error.syscall, error.path, child.stdio.length);
    synchronous();
  });
}

function synchronous() {
  const result = spawnSync('sh', ['-c', 'cat; echo 3 >&3; echo 4 >&4; echo 2 >&2; exit 7'],
                           { input: 'in', stdio: ['pipe', 'pipe', 'pipe', 'pipe', log, 'pipe'], encoding: 'utf8' });
  console.log(result.status, result.output, fs.readFileSync(file, 'utf8'));
  forked();
}

function forked() {
  const child = fork('-e', ['process.on("message", (m) => { process.send(m + 1); process.disconnect(); })'],
                     { stdio: ['ignore', 'ignore', 'inherit', 'ipc', 'pipe'], execArgv: [] });
  child.on('message', (message) => console.log('message', message));
  child.on('close', (code) => {
    console.log('closed', code);
    fs.rmSync(path.dirname(file), { recursive: true });
  });
  child.send(41);
}

talk();
