// Callback methods: arguments passed, thisArg, mutation while iterating, holes, early exit, reduce direction, find family.
const seen = [];
[10, , 30].forEach(
  function (v, i, a) {
    seen.push([v, i, a.length, this.tag]);
  },
  { tag: 't' },
);
console.log(seen);
console.log(
  [1, , 3].map((x) => x * 2),
  [1, , 3].filter(() => true),
  [, 1].every((x) => x === 1),
  [,].some(() => true),
  [, 1].find((x) => x === undefined),
  [, 1].findIndex((x) => x === undefined),
  [1, 2, 3].findLast((x) => x < 3),
  [1, 2, 3].findLastIndex((x) => x > 5),
);
console.log(
  [1, 2, 3].reduce((a, b, i, arr) => a + b * i + arr.length),
  [1, 2, 3].reduceRight((a, b) => a + '-' + b),
  [[1, 2], [3]].reduce((a, b) => a.concat(b)),
  [, 5].reduce((a) => a),
  [].reduce((a) => a, 'init'),
  [1, , 2].reduceRight((a, b) => a + b),
);
const grow = [1, 2, 3];
console.log(
  grow.map((x, i) => (i === 0 && grow.push(99), x)),
  grow,
);
const shrink = [1, 2, 3, 4];
const vis = [];
shrink.forEach((x) => {
  vis.push(x);
  if (x === 1) shrink.length = 2;
});
console.log(vis);
const del = [1, 2, 3];
vis.length = 0;
del.forEach((x, i) => {
  vis.push(x);
  delete del[i + 1];
});
console.log(vis);
const shiftIt = [1, 2, 3, 4];
vis.length = 0;
shiftIt.forEach((x) => {
  vis.push(x);
  shiftIt.shift();
});
console.log(vis, shiftIt);
console.log(
  [3, 1, 2].sort(),
  [10, 9, 1].sort(),
  ['b', , 'a', undefined].sort(),
  [5, 25, 100].sort((a, b) => b - a),
  [3, 2, 1].sort(undefined),
  [true, false, null, 'a', 1, undefined].sort(),
  [[2], [1, 5], [1]].sort(),
  ['B', 'a', 'C'].sort((a, b) => a.localeCompare(b)),
  ['é', 'z', 'a'].sort(),
  [-1, -2, 5, 10].sort(),
);
const stable = Array.from({ length: 30 }, (_, i) => ({ k: i % 3, i }));
console.log(
  stable
    .sort((a, b) => a.k - b.k)
    .map((o) => o.i)
    .join(),
);
console.log(
  [1, 2, 3].sort(() => 0),
  [2, 1].sort((a, b) => 'x'),
  [3, 1, 2].sort((a, b) => (a > b ? 1 : -1)),
  [1, 2, 3, 4].sort((a, b) => NaN),
);
try {
  [1, 2].sort((a, b) => {
    throw new Error('cmp');
  });
} catch (e) {
  console.log(e.message);
}
const calls = [];
[2, 1, 3].sort((a, b) => (calls.push([a, b].sort().join()), a - b));
console.log(calls.length > 1);
console.log(
  [1, 2, 3].every((x) => x > 0),
  [].every(() => false),
  [].some(() => true),
  [1, 2, 3].some((x) => x > 2),
  ['a', 'b'].entries().next(),
  [1, 2, 3].map(String),
  ['1', '2', '3'].map(parseInt),
  [1, 2, 3].map((x) => [x]).flat(),
  [0, 1, '', 'a', null, NaN].filter(Boolean),
  [...'abc'].map((c) => c.charCodeAt()),
  [
    [1, 'a'],
    [2, 'b'],
  ].map(([n, s]) => s + n),
  Array.from(
    [1, 2],
    function (x) {
      return x * this.k;
    },
    { k: 10 },
  ),
  Array.from({ length: 2, 0: 'x' }),
  [3, 4].keys().next(),
);
let stop = 0;
try {
  [1, 2, 3].forEach((x) => {
    stop = x;
    if (x === 2) throw 'stop';
  });
} catch (e) {
  console.log(e, stop);
}
const order = [];
const src = {
  get length() {
    order.push('len');
    return 2;
  },
  get 0() {
    order.push('0');
    return 'a';
  },
  get 1() {
    order.push('1');
    return 'b';
  },
};
Array.prototype.forEach.call(src, () => order.push('cb'));
console.log(order.join());
class My extends Array {}
const my = My.from([1, 2, 3]);
console.log(
  my.map((x) => x) instanceof My,
  my.filter((x) => x > 1),
  my.slice(1).constructor.name,
  my.concat([4]).length,
  My.of(1).constructor.name,
  my.flatMap((x) => [x, x]).length,
);
console.log(
  [1, 2, 3, 4, 5, 6]
    .filter((x) => x % 2)
    .map((x) => x * x)
    .reduce((a, b) => a + b),
  [['a', 1]].map(([k, v]) => ({ [k]: v })),
  Object.entries({ x: 1, y: 2 })
    .map(([k, v]) => k + v)
    .join('&'),
  [5, 1, 4].toSorted((a, b) => a - b),
  [1, 2, 3].indexOf(2) !== -1,
  [
    [3, 'c'],
    [1, 'a'],
  ].sort(([a], [b]) => a - b),
);
const nested = [1, [2, [3, [4, [5]]]]];
console.log(
  JSON.stringify(nested.flat()),
  JSON.stringify(nested.flat(2)),
  JSON.stringify(nested.flat(-1)),
  nested.flat(Infinity).length,
);
const thisStrict = [];
[1].forEach(function () {
  'use strict';
  thisStrict.push(this);
});
[1].forEach(function () {
  thisStrict.push(this === globalThis);
});
[1].forEach(function () {
  thisStrict.push(typeof this);
}, 5);
console.log(thisStrict);
