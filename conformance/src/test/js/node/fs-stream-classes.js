// ReadStream and WriteStream as packages use them: called on objects of their own, with `open` replaced, with functions of
// their own for files.
const fs = require('fs');
const os = require('os');
const path = require('path');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'streams-'));
const file = path.join(folder, 'file');
fs.writeFileSync(file, 'some text in a file');

function Inheriting(...args) {
  fs.ReadStream.apply(this, args);
}
Object.setPrototypeOf(Inheriting.prototype, fs.ReadStream.prototype);
Object.setPrototypeOf(Inheriting, fs.ReadStream);
Inheriting.prototype.open = function() {
  fs.open(this.path, this.flags, this.mode, (error, fd) => {
    if (error) {
      this.emit('error', error);
      return;
    }
    this.fd = fd;
    this.emit('open', fd);
  });
};

function read(stream, name) {
  return new Promise((resolve) => {
    const events = [];
    for (const type of ['open', 'ready', 'end', 'close']) stream.on(type, () => events.push(type));
    let text = '';
    stream.on('data', (chunk) => { text += chunk; });
    stream.on('error', (error) => events.push(error.code));
    stream.on('close', () => {
      console.log(name, JSON.stringify(text), events.join(' '), stream instanceof fs.ReadStream, stream.bytesRead);
      resolve();
    });
  });
}

function write(stream, name, chunks) {
  return new Promise((resolve) => {
    const events = [];
    for (const type of ['open', 'ready', 'finish', 'error']) stream.on(type, () => events.push(type));
    stream.on('close', () => {
      console.log(name, fs.readFileSync(file, 'utf8'), events.join(' '), stream.bytesWritten);
      resolve();
    });
    for (const chunk of chunks) stream.write(chunk);
    stream.end();
  });
}

async function main() {
  await read(new Inheriting(file), 'inheriting');
  await read(new Inheriting(path.join(folder, 'missing')), 'missing');
  await read(fs.ReadStream(file, { start: 5, end: 8 }), 'without new');
  await read(new fs.createReadStream(file, 'latin1'), 'createReadStream with new');
  await read(new fs.ReadStream(null, { fd: await fs.promises.open(file), start: 5 }), 'FileHandle');
  const calls = [];
  const counting = {};
  for (const name of ['open', 'read', 'write', 'close', 'fsync']) {
    counting[name] = (...args) => {
      calls.push(name);
      fs[name](...args);
    };
  }
  await read(fs.createReadStream(file, { fs: counting }), 'functions');
  await write(fs.createWriteStream(file, { fs: counting, flush: true }), 'functions', ['one ', 'two ', Buffer.from('three')]);
  await write(fs.createWriteStream(file, { flags: 'r+', start: 4 }), 'start', ['2', '22']);
  await write(fs.WriteStream(file, { encoding: 'hex' }), 'encoding', ['6162', '63']);
  console.log(calls.join(' '));
  const wrong = [
    [() => fs.createReadStream(file, { fs: { open: 1 } })],
    [() => fs.createReadStream(file, { fs: { open() {}, close() {} } })],
    [() => fs.createWriteStream(file, { fs: { open() {}, close() {} } })],
    [() => fs.createWriteStream(file, { flush: 1 })],
    [() => fs.createReadStream(file, { fd: 'no' })],
    [() => fs.createReadStream(file, { start: 3, end: 1 })],
    [() => fs.createReadStream()],
  ];
  for (const [attempt] of wrong) {
    try {
      attempt();
    } catch (error) {
      console.log(error.code, error.message);
    }
  }
  fs.rmSync(folder, { recursive: true });
}


// What a FileHandle does when it is closed, and what null means to read and write.
async function handles() {
  const name = path.join(os.tmpdir(), `handle-${process.pid}`);
  const handle = await fs.promises.open(name, 'w+');
  console.log((await handle.write('text', 0, 7)).bytesWritten, (await handle.write(Buffer.from('more'), null, null, null)).bytesWritten);
  console.log((await handle.read(Buffer.alloc(4), null, null, 0)).bytesRead);
  await handle.close();
  for (const method of ['read', 'readFile', 'stat', 'sync', 'writeFile']) {
    await handle[method](method === 'writeFile' ? '' : undefined).catch(({ code, syscall, message }) => console.log(method, code, syscall, message));
  }
  fs.unlinkSync(name);
}

main().then(handles);
