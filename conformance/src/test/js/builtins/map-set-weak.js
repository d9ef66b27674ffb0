// Map, Set, WeakMap, WeakSet, WeakRef: order, key equality, iteration under mutation, constructors from iterables, errors.
const m = new Map([
  [1, 'a'],
  ['1', 'b'],
  [NaN, 'nan'],
  [-0, 'zero'],
  [{}, 'o'],
]);
console.log(
  m,
  m.size,
  m.get(1),
  m.get('1'),
  m.get(NaN),
  m.get(0),
  m.get({}),
  m.has(0),
  m.delete(1),
  m.delete(1),
  [...m.keys()],
  [...m.values()],
  [...m.entries()].length,
  m.set('x', 1) === m,
  Object.is(
    [...m.keys()].find((k) => k === 0),
    0,
  ),
);
const order = new Map();
for (const k of [3, 1, 2]) order.set(k, k);
order.set(3, 'again');
order.delete(1);
order.set(1, 'last');
console.log(
  [...order],
  order.forEach.length,
  Map.prototype.entries === Map.prototype[Symbol.iterator],
  Map.name,
  Map.length,
  String(m),
  Object.prototype.toString.call(order.keys()),
  order.keys(),
  order.entries(),
  new Set([1]).values(),
);
const vis = [];
const live = new Map([
  [1, 1],
  [2, 2],
  [3, 3],
]);
live.forEach((v, k, map) => {
  vis.push(k);
  if (k === 1) {
    map.delete(2);
    map.set(4, 4);
  }
  if (k === 4) map.clear();
});
console.log(vis, live.size);
const it = new Set([1, 2]);
const iter = it.values();
console.log(iter.next());
it.add(3);
it.delete(2);
console.log(iter.next(), iter.next(), (it.add(9), iter.next()));
const s = new Set('hello');
console.log(
  s,
  s.size,
  s.has('l'),
  s.add('h') === s,
  [...s].join(''),
  s.delete('z'),
  new Set([NaN, NaN, 0, -0]).size,
  new Set(null).size,
  [...new Set([3, 1, 3])],
  new Set([[1], [1]]).size,
  [...s.entries()][0],
  s.keys === s.values,
);
const wm = new WeakMap();
const key = {};
wm.set(key, 'v');
console.log(
  wm.get(key),
  wm.has({}),
  wm.delete(key),
  wm.has(key),
  wm,
  new WeakSet([key]),
  new WeakSet([key]).has(key),
  new WeakRef(key).deref() === key,
  new WeakMap().get(1),
  wm.has('x'),
  wm.delete(5),
);
for (const f of [
  () => wm.set(1, 1),
  () => new WeakSet([1]),
  () => Map(),
  () => Set(),
  () => new Map(5),
  () => new Map([5]),
  () => new Set(5),
  () => Map.prototype.get.call({}, 1),
  () => new Set().forEach(5),
  () => Set.prototype.has.call(new Map(), 1),
  () => Object.getOwnPropertyDescriptor(Map.prototype, 'size').get.call(new Set()),
  () => new WeakRef(1),
  () => new FinalizationRegistry(1),
  () => new FinalizationRegistry(() => {}).register(key, key),
  () => wm.set(Symbol.for('x'), 1),
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
const nested = new Map([
  ['inner', new Map([['deep', new Set([1, [2]])]])],
  [{ obj: 1 }, null],
]);
console.log(nested, new Map(), new Set(), new Map([[new Map(), new Set()]]), [new Map([[1, 2]])], {
  m: new Map([['a', { b: { c: {} } }]]),
});
class Multi extends Map {
  add(k, v) {
    (this.get(k) ?? this.set(k, []).get(k)).push(v);
    return this;
  }
}
const multi = new Multi().add('a', 1).add('a', 2).add('b', 3);
console.log(
  multi,
  multi instanceof Map,
  [...multi].map(([k, v]) => k + v.length),
);
class Logged extends Set {
  add(v) {
    console.log('adding', v);
    return super.add(v);
  }
}
console.log(new Logged([1, 2]).size);
const counts = [...'mississippi'].reduce((c, ch) => c.set(ch, (c.get(ch) || 0) + 1), new Map());
console.log(
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  Object.fromEntries(counts),
  new Map(Object.entries({ x: 1 })),
  Array.from(counts.values()),
  Math.max(...counts.values()),
  JSON.stringify([...counts]),
  JSON.stringify(counts),
);
const big = new Map();
for (let i = 0; i < 50000; i++) big.set('k' + i, i);
for (let i = 0; i < 50000; i += 2) big.delete('k' + i);
let sum = 0;
for (const v of big.values()) sum += v;
console.log(big.size, sum, big.get('k49999'), big.keys().next().value);
const tagged = new Map([
  [Symbol('s'), 1],
  [1n, 'big'],
  [1, 'num'],
  [null, 'n'],
  [undefined, 'u'],
]);
console.log(tagged, tagged.get(1n), tagged.get(1), tagged.get(), tagged.size);
const a = new Set([1, 2, 3]),
  b = new Set([2, 3, 4]);
console.log(
  [...a].filter((x) => b.has(x)),
  [...new Set([...a, ...b])],
  [...a].filter((x) => !b.has(x)),
);
const obj = {};
obj[new Map()] = 1;
console.log(Object.keys(obj), new Map([[obj, 1]]).has(obj), structuredClone(new Map([[1, new Set([2])]])));
