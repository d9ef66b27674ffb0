// Files opened for reading and appending: one offset, writes always at the end.
const fs = require('fs');
const os = require('os');
const path = require('path');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'append-'));
const file = path.join(folder, 'text');
fs.writeFileSync(file, 'hello');
const fd = fs.openSync(file, 'a+');
const buffer = Buffer.alloc(20);
console.log(fs.readSync(fd, buffer, 0, 2, null), buffer.toString('utf8', 0, 2));
fs.writeSync(fd, ' world');
fs.writeSync(fd, '!', 0);
console.log(fs.readSync(fd, buffer, 0, 20, null), fs.readSync(fd, buffer, 0, 20, 0), buffer.toString('utf8', 0, 12));
fs.ftruncateSync(fd, 5);
fs.writeSync(fd, '?');
console.log(fs.fstatSync(fd).size);
fs.closeSync(fd);
console.log(fs.readFileSync(file, { flag: 'a+', encoding: 'utf8' }));
try {
  fs.openSync(file, 'ax+');
} catch (error) {
  console.log(error.code);
}
fs.rmSync(folder, { recursive: true });
console.log(Object.prototype.toString.call(globalThis), Object.getOwnPropertyDescriptor(globalThis, Symbol.toStringTag));
