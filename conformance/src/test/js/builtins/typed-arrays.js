// ArrayBuffer, typed arrays of every type, DataView, conversions, sharing, out of bounds, methods, resizable buffers.
for (const T of [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
]) {
  const a = new T([1.7, -1, 300, 70000, NaN, Infinity, '5', null, 2 ** 32 + 1, -0.5, 0.5, 1.5, 2.5]);
  console.log(a, T.BYTES_PER_ELEMENT, T.name);
}
for (const T of [BigInt64Array, BigUint64Array]) console.log(new T([1n, -1n, 2n ** 64n + 5n]), new T(2));
const buf = new ArrayBuffer(16);
const u8 = new Uint8Array(buf),
  f64 = new Float64Array(buf, 8, 1),
  u32 = new Uint32Array(buf, 4, 2);
f64[0] = Math.PI;
u32[0] = 0xdeadbeef;
console.log(
  u8,
  f64,
  u32,
  u8.byteOffset,
  u32.byteLength,
  u32.length,
  buf.byteLength,
  buf.slice(4, 8),
  ArrayBuffer.isView(u8),
  ArrayBuffer.isView([]),
);
const dv = new DataView(buf, 2);
dv.setInt16(0, -2);
dv.setFloat32(4, 1.5, true);
dv.setBigInt64(6, -5n);
console.log(
  dv.getUint16(0),
  dv.getInt8(1),
  dv.getFloat32(4, true),
  dv.getBigUint64(6),
  dv.getUint32(0, true),
  dv,
  buf,
);
const t = new Int16Array([5, 1, 4]);
t[1.5] = 9;
t['-0'] = 9;
t[10] = 9;
t.foo = 'bar';
t['1'] = 7;
console.log(
  t,
  t[10],
  10 in t,
  '-0' in t,
  Object.keys(t),
  delete t[5],
  (t.length = 99),
  t.at(-1),
  t.join('-'),
  t.sort(),
  t.toSorted((a, b) => b - a),
  t.map((x) => x * 2),
  t.filter((x) => x > 4),
  t.subarray(1),
  t.slice(0, 2),
  t.reverse(),
  t.with(0, 3),
  t.indexOf(5),
  t.includes(7),
  t.fill(2, 1),
  t.set([8, 9], 1),
  t,
  [...t.entries()],
  t.reduce((a, b) => a + b),
  t.find((x) => x > 7),
  t.findLast((x) => x < 9),
  t.lastIndexOf(9),
  t.some((x) => x === 9),
  t.every(Boolean),
  t.copyWithin(0, 1),
  Int8Array.from([1, 2], (x) => x + 1),
  Uint8Array.of(1, 256),
  Int8Array.from(new Set([3])),
  new Uint8Array(new Int16Array([257])),
  new Float32Array({ length: 2, 1: 1.1 }),
  new Uint8Array(3).buffer.byteLength,
);
const share = new Int32Array(4);
const view = share.subarray(2);
view[0] = 42;
console.log(share, view.byteOffset);
const rab = new ArrayBuffer(4, { maxByteLength: 8 });
const tracking = new Uint8Array(rab);
tracking[3] = 7;
rab.resize(8);
console.log(tracking.length, rab.resizable, rab.maxByteLength, tracking);
rab.resize(2);
console.log(tracking.length, tracking[3], new Uint8Array(rab, 0).length);
const sab = new SharedArrayBuffer(8);
const ia = new Int32Array(sab);
console.log(
  Atomics.add(ia, 0, 5),
  Atomics.load(ia, 0),
  Atomics.compareExchange(ia, 0, 5, 9),
  Atomics.exchange(ia, 0, 1),
  Atomics.sub(ia, 0, 3),
  Atomics.or(ia, 1, 6),
  Atomics.and(ia, 1, 3),
  Atomics.xor(ia, 1, 1),
  Atomics.store(ia, 0, 3.7),
  ia,
  Atomics.isLockFree(4),
  Atomics.notify(ia, 0),
  sab,
);
const moved = new ArrayBuffer(4);
new Uint8Array(moved)[0] = 1;
const view2 = new Uint8Array(moved);
const clone = structuredClone(moved, { transfer: [moved] });
console.log(moved.byteLength, view2.length, view2[0], clone);
for (const f of [
  () => new Int32Array(buf, 3),
  () => new Int32Array(new ArrayBuffer(5)),
  () => new Uint8Array(buf, 20),
  () => new Uint8Array(buf, 8, 20),
  () => new Uint8Array(-1),
  () => Uint8Array(1),
  () => new ArrayBuffer(-1),
  () => new ArrayBuffer(2 ** 53),
  () => dv.getInt32(100),
  () => new DataView({}),
  () => new DataView(buf, 99),
  () => new BigInt64Array([1]),
  () => {
    new Uint8Array(1)[0] = 1n;
  },
  () => t.set([1], 5),
  () => t.with(9, 1),
  () => Int8Array.prototype.length,
  () => Object.getPrototypeOf(Int8Array)(),
  () => new (Object.getPrototypeOf(Int8Array))(),
  () => rab.resize(99),
  () => new Uint8Array(2).subarray.call([]),
  () => Object.freeze(new Uint8Array(1)),
  () => Object.defineProperty(new Uint8Array(1), 0, { value: 1, writable: false }),
  () => Atomics.add([], 0, 1),
  () => Atomics.wait(new Int32Array(4), 0, 0, 0),
  () => new Uint8Array(Symbol()),
  () => Uint8Array.from(null),
  () => t.fill(1n),
  () => new ArrayBuffer(8, { maxByteLength: 4 }),
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
console.log(
  Object.prototype.toString.call(u8),
  u8.constructor.name,
  Object.getPrototypeOf(Uint8Array).name,
  new Uint8Array([1, 2]) + '',
  JSON.stringify(new Uint8Array([1, 2])),
  JSON.stringify({ b: new ArrayBuffer(1) }),
  Object.getOwnPropertyNames(Uint8Array.prototype),
  u8.toString === Array.prototype.toString,
  [...new Uint8Array([3, 4]).keys()],
  Array.from(new Float32Array([0.1])),
  new Float32Array([16777217])[0],
  Math.fround(0.1) === new Float32Array([0.1])[0],
  new Uint8ClampedArray([0.5, 1.5, 254.5, 255.5]),
);
const big = new Float64Array(1000).map((_, i) => Math.sin(i));
console.log(
  big.sort()[0].toFixed(6),
  new Float64Array([NaN, -0, 0, -Infinity, 1]).sort(),
  new Int8Array(120),
  new Uint8Array(0),
);
