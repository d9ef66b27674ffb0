// fs (sync, callback, promises) in a temporary folder, path (posix and win32), os, url.
const fs = require('fs'),
  path = require('path'),
  os = require('os');
const { URL, URLSearchParams, fileURLToPath, pathToFileURL } = require('url');
const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'jsj-'));
const f = (n) => path.join(dir, n);
process.on('exit', () => fs.rmSync(dir, { recursive: true, force: true }));
fs.writeFileSync(f('a.txt'), 'héllo\nwörld');
fs.appendFileSync(f('a.txt'), '!');
console.log(
  fs.readFileSync(f('a.txt'), 'utf8'),
  fs.readFileSync(f('a.txt')).length,
  fs.existsSync(f('a.txt')),
  fs.existsSync(f('zz')),
  fs.statSync(f('a.txt')).size,
  fs.statSync(dir).isDirectory(),
  fs.statSync(f('a.txt')).isFile(),
  fs.statSync(f('a.txt')).mtime instanceof Date,
  fs.statSync(f('zz'), { throwIfNoEntry: false }),
);
fs.mkdirSync(f('d/e/f'), { recursive: true });
fs.writeFileSync(f('d/e/x.json'), JSON.stringify({ x: 1 }));
fs.copyFileSync(f('a.txt'), f('d/b.txt'));
fs.renameSync(f('d/b.txt'), f('d/c.txt'));
console.log(
  fs.readdirSync(dir),
  fs.readdirSync(f('d'), { withFileTypes: true }).map((e) => [e.name, e.isDirectory()]),
  fs.readdirSync(dir, { recursive: true }).sort(),
);
fs.unlinkSync(f('a.txt'));
fs.rmdirSync(f('d/e/f'));
fs.rmSync(f('d'), { recursive: true });
console.log(fs.readdirSync(dir));
fs.symlinkSync('target', f('link'));
console.log(fs.readlinkSync(f('link')), fs.lstatSync(f('link')).isSymbolicLink(), fs.existsSync(f('link')));
for (const g of [
  () => fs.readFileSync(f('none')),
  () => fs.mkdirSync(dir),
  () => fs.readdirSync(f('none')),
  () => fs.rmdirSync(f('none')),
  () => fs.readFileSync(dir),
  () => fs.writeFileSync(f('no/x'), ''),
  () => fs.readFileSync(5.5),
  () => fs.readFileSync({}),
  () => fs.accessSync(f('none')),
  () => fs.unlinkSync(f('none')),
  () => fs.renameSync(f('none'), f('n2')),
  () => fs.statSync(f('none')),
  () => fs.openSync(f('none'), 'r'),
  () => fs.readFile(f('x')),
  () => fs.readFileSync(f('x'), 'bad-encoding'),
])
  try {
    g();
  } catch (e) {
    console.log(e.name, e.code, e.errno, e.syscall, e.message.replaceAll(dir, '<dir>'));
  }
const fd = fs.openSync(f('fd'), 'w+');
console.log(fs.writeSync(fd, 'abcdef'), fs.readSync(fd, Buffer.alloc(3), 0, 3, 1), fs.fstatSync(fd).size);
fs.ftruncateSync(fd, 2);
fs.closeSync(fd);
console.log(
  fs.readFileSync(f('fd'), 'latin1'),
  fs.readFileSync(f('fd'), 'base64'),
  fs.readFileSync(f('fd'), { encoding: 'hex' }),
);
fs.readFile(f('fd'), 'utf8', (e, t) => {
  console.log('callback', e, t);
  fs.readFile(f('none'), (err) => {
    console.log(err.code);
    fs.promises
      .writeFile(f('p'), 'promise')
      .then(() => fs.promises.readFile(f('p'), 'utf8'))
      .then(async (x) => {
        console.log(
          x,
          (await fs.promises.stat(f('p'))).size,
          await fs.promises.access(f('none')).catch((q) => q.code),
          await fs.promises.readdir(dir),
        );
      });
  });
});
console.log(
  path.join('a', '..', 'b', './c', '/d'),
  path.resolve('/a', 'b', '../c'),
  path.normalize('/a/./b//../c/'),
  path.dirname('/a/b.txt'),
  path.basename('/a/b.txt', '.txt'),
  path.extname('x.tar.gz'),
  path.extname('.bashrc'),
  path.relative('/a/b/c', '/a/d'),
  path.isAbsolute('a'),
  path.parse('/home/u/file.txt'),
  path.format({ dir: '/x', base: 'y.z' }),
  path.sep,
  path.delimiter,
  path.join(),
  path.join(''),
  path.relative('/a', '/a'),
  path.resolve('/'),
  path.dirname('a'),
  path.basename('a/'),
  path.posix === path,
);
const w = path.win32;
console.log(
  w.join('a', '..\\b', 'c/d'),
  w.resolve('C:\\a', '..\\b'),
  w.dirname('C:\\a\\b'),
  w.basename('C:\\x.y', '.y'),
  w.isAbsolute('C:/x'),
  w.parse('C:\\p\\f.t'),
  w.normalize('C:/a/../b'),
  w.relative('C:\\a\\b', 'C:\\c'),
);
try {
  path.join(1);
} catch (e) {
  console.log(e.code, e.message);
}
console.log(
  typeof os.cpus().length,
  os.EOL,
  os.platform() === process.platform,
  typeof os.hostname(),
  os.tmpdir().length > 0,
  typeof os.totalmem(),
  os.endianness(),
  typeof os.homedir(),
  os.type(),
);
const u = new URL('https://user:pa%20ss@sub.example.com:8080/p/a/t/h/../x?query=string&a=1&a=2#hash');
console.log(u, u.href, u.searchParams.getAll('a'), String(u));
u.port = '443';
u.pathname = '/ü x';
u.searchParams.append('k', 'v w&');
u.hash = '';
u.host = 'EXAMPLE.org';
console.log(
  u.href,
  new URL('../y?z', 'http://a/b/c/d').href,
  URL.canParse('nope'),
  new URL('file:///a%20b').pathname,
  fileURLToPath('file:///a%20b/c'),
  pathToFileURL('/x y#').href,
  new URL('http://[::1]:80/').host,
  new URL('http://0x7f.1/').hostname,
  new URL('mailto:a@b').pathname,
);
for (const bad of ['nope', 'http://', 'http://a b/', 'http://x:99999'])
  try {
    new URL(bad);
  } catch (e) {
    console.log(e.name, e.code, e.message, e.input);
  }
const q = new URLSearchParams({ a: '1', b: 'x y' });
q.append('a', '2');
q.sort();
console.log(
  String(q),
  q,
  [...q],
  q.has('a'),
  q.get('z'),
  new URLSearchParams('?x=1&y=%20+').get('y'),
  q.size,
);
q.delete('a');
q.set('c', 'ü');
console.log(
  q.toString(),
  require('querystring').parse('a=1&b=2&a=3'),
  require('querystring').stringify({ x: [1, 2], y: 'z w' }),
);
