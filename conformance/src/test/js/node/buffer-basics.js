// Buffer: encodings, slices, numbers, searching, comparison, conversion.
const b = Buffer.from('héllo wörld €');
console.log(
  b,
  b.length,
  b.toString(),
  b.toString('hex'),
  b.toString('base64'),
  b.toString('latin1'),
  b.toString('utf8', 1, 4),
  b.slice(0, 3),
  b.subarray(-3),
  Buffer.from('aGk=', 'base64').toString(),
  Buffer.from('6869', 'hex').toString(),
  Buffer.from([256, -1, 1.9]),
  Buffer.alloc(3, 'ab'),
  Buffer.concat([Buffer.from('a'), Buffer.from('b')]),
  Buffer.byteLength('€'),
  Buffer.isBuffer(b),
  Buffer.compare(Buffer.from('a'), Buffer.from('b')),
  b.indexOf('w'),
  b.includes('wör'),
  b.equals(Buffer.from(b)),
  JSON.stringify(Buffer.from('x')),
  Buffer.from('hi', 'utf16le'),
  Buffer.from('ÿ', 'latin1'),
);
const n = Buffer.alloc(16);
n.writeUInt32BE(0xdeadbeef, 0);
n.writeInt16LE(-2, 4);
n.writeDoubleBE(Math.PI, 8);
console.log(
  n,
  n.readUInt32BE(0),
  n.readUInt32LE(0),
  n.readInt16LE(4),
  n.readDoubleBE(8),
  n.readUInt8(0),
  n.readInt8(0),
  n.readUIntBE(0, 3),
  n.fill(0).length,
  n.write('hey', 2),
  n.toString('ascii', 2, 5),
  [...n.subarray(0, 6)],
  n.swap16().length,
  n.at(-1),
  b.reverse().length,
  Buffer.from(new Uint16Array([1, 256]).buffer),
  Buffer.from('test').toJSON(),
  Buffer.from('abc') > Buffer.from('abb'),
  Buffer.from('zz').toString('base64url'),
  Buffer.from('a b').toString('binary'),
  Buffer.from([0xff, 0xfe]).toString(),
  Buffer.from('😀').length,
);
for (const f of [
  () => n.readInt8(99),
  () => Buffer.from(5),
  () => Buffer.alloc(-1),
  () => n.writeInt8(500),
  () => Buffer.from('x', 'nope'),
  () => Buffer.concat('x'),
])
  try {
    f();
  } catch (e) {
    console.log(e.name, e.code, e.message);
  }
console.log(
  btoa('hi'),
  atob('aGk='),
  new TextEncoder().encode('€'),
  new TextDecoder('utf-8').decode(new Uint8Array([226, 130, 172])),
  new TextDecoder('latin1').decode(new Uint8Array([233])),
);
