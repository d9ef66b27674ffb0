// Array constructor, length, holes, push/pop/shift/unshift, splice, slice, concat, fill, copyWithin, at, with, index properties.
console.log(
  Array(3),
  Array(1, 2),
  new Array('3'),
  Array.of(7),
  [1, , 3],
  [, ,].length,
  [undefined, ,],
  Array.isArray([]),
  Array.from('héy'),
  Array.from({ length: 3 }, (_, i) => i * i),
  Array.from(new Map([[1, 2]])),
);
const a = [1, 2, 3];
a.length = 5;
console.log(a, 3 in a, (a.length = 2), a);
a[5] = 'x';
console.log(a, a.length, Object.keys(a));
a.foo = 'prop';
a[-1] = 'neg';
console.log(a);
delete a[0];
console.log(a, a[0]);
const b = [];
console.log(
  b.push(1, 2, 3),
  b.pop(),
  b.unshift('a', 'b'),
  b.shift(),
  b,
  [].pop(),
  [].shift(),
  b.push(),
  b.unshift(),
);
console.log(
  [1, 2, 3, 4, 5].splice(1, 2),
  (() => {
    const c = [1, 2, 3, 4, 5];
    c.splice(1, 1, 'x', 'y', 'z');
    return c;
  })(),
  (() => {
    const c = [1, 2, 3];
    c.splice(-1);
    return c;
  })(),
  [1, 2, 3].splice(),
  [1, 2].splice(undefined),
  (() => {
    const c = [1, , 3, , 5];
    return [c.splice(1, 3), c];
  })(),
);
console.log(
  [1, 2, 3, 4].slice(1, -1),
  [1, 2, 3].slice(-2),
  [1, , 3].slice(1),
  [1, 2].concat(3, [4, [5]], [, 6]),
  [1, 2, 3, 4, 5].copyWithin(0, 3),
  [1, 2, 3, 4, 5].copyWithin(1, 0, 3),
  [1, 2, 3].fill(0, 1),
  Array(3)
    .fill()
    .map((_, i) => i),
  [1, 2, 3].fill(9, -1),
  [1, 2, 3].at(-1),
  [1].at(5),
  [3, 1, 2].toSorted(),
  [1, 2, 3].toReversed(),
  [1, 2, 3].with(1, 'w'),
  [1, 2, 3].toSpliced(0, 2, 'n'),
  [1, 2, 3].reverse(),
  [1, , 3].reverse(),
);
console.log(
  [1, 2, 3].join(),
  [1, null, undefined, [2, [3]]].join('-'),
  [[]].join(),
  [1, 2].toString(),
  String([1, [2, 3]]),
  [1.5, 'a'].toLocaleString(),
  [,].join(),
  Array(4).join('x'),
  [1, 2, 3].includes(2),
  [NaN].includes(NaN),
  [NaN].indexOf(NaN),
  [1, 2, 1].lastIndexOf(1),
  [1, 2, 3].indexOf(3, -1),
  [1, 2].includes(1, 1),
  [, 1].includes(undefined),
  [, 1].indexOf(undefined),
);
console.log(
  [...[1, 2].keys()],
  [...[1, 2].entries()],
  [...['a'].values()],
  [[1, [2, [3, [4]]]]].flat(),
  [1, [2, [3, [4]]]].flat(Infinity),
  [1, [2, , 3], , 4].flat(),
  [1, 2].flatMap((x) => [x, [x * 2]]),
  [3, 4].flatMap((x) => x),
  Object.getOwnPropertyNames([1]),
  Object.getOwnPropertyDescriptor([1], 'length'),
);
const like = { length: 2, 0: 'a', 1: 'b' };
console.log(
  Array.prototype.map.call(like, (x) => x + x),
  Array.prototype.push.call(like, 'c'),
  like,
  Array.prototype.slice.call('abc', 1),
  Array.prototype.join.call({ length: 3, 1: 'm' }, '+'),
  Array.prototype.concat.call(1, 2).length,
  Array.prototype.reverse.call({ length: 2, 0: 1 }),
  Array.prototype.fill.call({ length: 2 }, 0),
  Array.prototype.pop.call({}),
  Array.prototype.indexOf.call('hello', 'l'),
);
const frozen = Object.freeze([1, 2]);
for (const f of ['push', 'pop', 'shift', 'unshift', 'reverse', 'sort', 'fill', 'splice', 'copyWithin'])
  try {
    ('use strict');
    frozen[f](0, 1);
    console.log(f, 'ok');
  } catch (e) {
    console.log(f, e.message);
  }
const sealed = Object.seal([1, 2]);
try {
  sealed.push(3);
} catch (e) {
  console.log(e.message);
}
sealed[0] = 9;
console.log(sealed);
const ro = [1, 2, 3];
Object.defineProperty(ro, 'length', { writable: false });
try {
  ro.push(1);
} catch (e) {
  console.log(e.message);
}
try {
  ro.pop();
} catch (e) {
  console.log(e.message);
}
ro[3] = 1;
console.log(ro);
const nc = [1, 2, 3];
Object.defineProperty(nc, 1, { configurable: false });
nc.length = 0;
console.log(nc.length);
try {
  (function () {
    'use strict';
    nc.length = 0;
  })();
} catch (e) {
  console.log(e.message);
}
const sparse = [];
sparse[1e6] = 1;
sparse[4294967294] = 2;
sparse[4294967295] = 'prop';
console.log(sparse.length, Object.keys(sparse), sparse.indexOf(1));
for (const f of [
  () => new Array(-1),
  () => new Array(1.5),
  () => {
    [].length = 1.5;
  },
  () => {
    [].length = 2 ** 32;
  },
  () => [1].with(5, 0),
  () => Array.from(null),
  () => Array.prototype.at.call(undefined),
  () => [].concat.call(null),
  () => [].flat.call(undefined),
  () => [].reduce((x) => x),
  () => [1].sort(5),
  () => [].map(),
  () => [].find({}),
  () => Array.from([], 5),
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
const mixed = [1, 'two', 3.5, null, undefined, true, { a: 1 }, [1], () => {}, Symbol('s'), 10n, -0, NaN];
console.log(mixed, mixed.map((x) => typeof x).join());
const kinds = [1, 2, 3];
kinds.push(1.5);
kinds.push('s');
kinds[10] = 1;
kinds.length = 6;
console.log(kinds, kinds.length);
let big = [];
for (let i = 0; i < 1e5; i++) big.push(i);
console.log(
  big.length,
  big[99999],
  big.slice(-2),
  big.reduce((x, y) => x + y),
);
big = null;
const arr2 = [5, 1, 4];
arr2['2'] = 'str index';
arr2['02'] = 'prop';
arr2[1.5] = 'frac';
console.log(arr2, arr2.length, Object.keys(arr2));
const proto = [1, 2];
Array.prototype[3] = 'from proto';
console.log(
  [0, , , ,][3],
  proto[3],
  [1, 2, 3, ,].indexOf('from proto'),
  [, , , , 5].map((x) => x),
);
delete Array.prototype[3];
