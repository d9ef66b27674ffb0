// console.log of every kind of value: nesting, line breaking, quotes, numbers of elements, keys, getters, cycles.
console.log(1, 'a', true, null, undefined, -0, 1n, Symbol('s'), [1, 'a'], { a: 'b' });
console.log([], {}, [[]], [{}], { a: {} }, { a: [] }, [undefined, null], [, 1, , , 2]);
console.log({ a: { b: { c: { d: 1 } } }, arr: [[[[1]]]] });
console.log([1.5, -0, "it's", 'say "hi"', `both ' "`, 'new\nline', '\u001b[31m']);
console.log({
  'needs quotes': 1,
  valid_id: 2,
  3: 3,
  'a-b': 4,
  [Symbol('key')]: 5,
  [Symbol()]: 6,
  '': 7,
  class: 8,
});
console.log(Array.from({ length: 120 }, (_, i) => i));
console.log(Array.from({ length: 7 }, (_, i) => 'string number ' + i));
console.log(Array.from({ length: 30 }, (_, i) => 'x'.repeat(i % 5)));
console.log(Object.fromEntries(Array.from({ length: 30 }, (_, i) => ['key' + i, i])));
console.log({ long: 'x'.repeat(100), other: 'y'.repeat(20) }, 'x'.repeat(200).length);
console.log([['a'.repeat(30), 'b'.repeat(30)], ['c'.repeat(30)]]);
console.log({
  f() {},
  g: () => {},
  h: function () {},
  async i() {},
  *j() {},
  async *k() {},
  l: class {},
  m: class M extends Array {},
  n: Math.max,
});
function withProps() {}
withProps.a = 1;
console.log(
  withProps,
  Object.assign(() => {}, { b: 2 }),
  [
    function named() {},
    class A {
      static s = 1;
    },
  ],
);
console.log({
  get a() {
    return 1;
  },
  set b(v) {},
  get c() {
    return 1;
  },
  set c(v) {},
});
const cycle = { name: 'c', list: [] };
cycle.self = cycle;
cycle.list.push(cycle, { inner: cycle.list });
console.log(cycle);
console.log(
  new Map([
    ['k', { a: 1 }],
    [{ o: 1 }, new Map([[1, 2]])],
  ]),
  new Set(['a', { b: [1] }]),
  new WeakMap(),
  new WeakSet(),
);
console.log(new Date(0), /re/gi, new Error('e').message, [new Date(NaN)], { d: new Date(1e12) });
console.log(
  Object(1),
  Object('str'),
  Object(true),
  Object(1n),
  Object(Symbol('b')),
  Object.assign(Object(5), { x: 1 }),
);
console.log(
  new (class Foo {
    x = 1;
  })(),
  new (class extends Map {})([[1, 2]]),
  new (class Bar extends Array {})(3),
  Object.create(null),
  Object.create({ a: 1 }),
  Object.create(class Q {}.prototype),
);
console.log(
  Object.assign(Object.create(null), { x: 1 }),
  Object.create(Object.create(null)),
  { constructor: 'fake' },
  { __proto__: { constructor: { name: 'X' } } },
);
console.log(
  new Uint8Array(3),
  new Float64Array([1.5, -0]),
  new ArrayBuffer(4),
  new DataView(new ArrayBuffer(2)),
  Buffer.from('hi'),
);
console.log(
  Promise.resolve(1),
  Promise.reject(2).catch(() => {}) && 0,
  new Promise(() => {}),
  (function* () {})(),
  [1][Symbol.iterator](),
  new Map([[1, 2]]).entries(),
  'ab'[Symbol.iterator](),
  'a'.matchAll(/a/g),
);
console.log(
  new Proxy({ a: 1 }, {}),
  new Proxy([1, 2], {}),
  new Proxy(function f() {}, {}),
  globalThis === global,
  Math,
  JSON,
  Reflect,
  Atomics,
);
console.log(
  (function () {
    return arguments;
  })(1, 2),
  Symbol.iterator,
  [Symbol.for('x')],
  { [Symbol.toStringTag]: 'Tagged', a: 1 },
  new (class T {
    get [Symbol.toStringTag]() {
      return 'Tag';
    }
  })(),
);
console.log(
  [1, 2, 3, { a: 1, b: 2, c: [1, 2, { d: 1 }] }],
  { a: [{ b: { c: {} } }] },
  [[[]]],
  [[[[]]]],
  { a: { b: { c: [] } } },
  [['x', ['y', ['z', ['w']]]]],
);
console.log(
  Object.assign([1, 2], { extra: 'prop', [-1]: 'neg' }),
  Object.assign([], { only: 1 }),
  [undefined, , null, NaN],
  [, ,],
  Array(3),
  [...Array(2)],
);
console.log(
  '%s is %d years and %i, %f, %j %o %O %%',
  'Bob',
  42.5,
  42.9,
  '1.5',
  { a: 1 },
  [1],
  { b: 2 },
  'extra',
  { c: 3 },
);
console.log('%s %s %s %s', 'a', null, undefined, { a: { b: 1 } }, '%d', '%x', '%');
console.log('%c styled', 'color: red', 'rest');
console.log('%s', Symbol('x'), '%s', 5n);
console.log('%d %d %i', '0x10', 'abc', 3.99);
console.log('100%', 5, '%');
console.log('%s', () => 1, '%s');
console.log('%s %s', class A {}, function f() {});
console.log('a%sb%sc', 1);
console.log('%o', { f() {} });
console.log('%j', { toJSON: () => 'json' });
console.log();
console.log('');
console.log(' ');
console.log('multi\nline');
console.log(['multi\nline']);
console.log({ s: 'a'.repeat(80) + '\n' + 'b'.repeat(10) });
console.log(-1e-7, 1e21, [1e21, 0xff, 1_000]);
console.log([['nested', ['deep', ['deeper', ['deepest']]]]]);
console.log({ a: 1n, b: Symbol('s'), c: undefined, d: null, e: NaN });
console.log([true, false], [null], [undefined], ['']);
console.log({ u: undefined, f: function () {}, s: Symbol.iterator });
console.log([[1, 2, [3, 4, [5, [6]]]], { a: { b: { c: { d: {} } } } }]);
console.log(new Array(101).fill(0));
console.log('x'.repeat(10001).length, ['x'.repeat(120)]);
console.log(Object.freeze([1]), Object.seal({ a: 1 }));
console.log({ 'a b': { 'c-d': [{ 'e f': 1 }] } });
console.log(
  [
    { a: 1, b: 2 },
    { a: 3, b: 4 },
  ],
  [
    [1, 2],
    [3, 4],
  ],
);
console.log(
  new Map([['a'.repeat(40), 'b'.repeat(40)]]),
  new Set(Array.from({ length: 20 }, (_, i) => 'item ' + i)),
);
console.log({
  id: 1,
  name: 'A name of some length',
  tags: ['one', 'two', 'three'],
  nested: { more: 'text here', count: 12345 },
});
console.log([new Error('in list').message, { err: new TypeError('t').name }]);
