// Literals, accessors, __proto__, property order, spread, symbols as keys, freezing, descriptors, with, delete.
const k = 'dyn';
const s = Symbol('sym');
const o = {
  a: 1,
  'b c': 2,
  3: 'three',
  [k + '1']: 4,
  [s]: 5,
  get acc() {
    return this.a;
  },
  set acc(v) {
    this.a = v;
  },
  method() {
    return super.toString === Object.prototype.toString;
  },
  async am() {},
  *gm() {},
  __proto__: { proto: true },
  1.5: 'f',
  0x10: 'hex',
  1e3: 'exp',
};
console.log(
  o,
  Object.keys(o),
  o.method(),
  o.proto,
  o.acc,
  ((o.acc = 9), o.a),
  Object.getOwnPropertySymbols(o),
  'proto' in o,
  Object.hasOwn(o, 'proto'),
);
const copy = { ...o, extra: 1, ...null, ...'hi', ...[7] };
console.log(copy, Object.getPrototypeOf(copy) === Object.prototype);
const { ['__proto__']: p1 } = { ['__proto__']: 5 };
console.log(
  p1,
  { __proto__: null } instanceof Object,
  Object.keys({ ['__proto__']: 1 }),
  { __proto__: Array.prototype } instanceof Array,
  ((__proto__) => ({ __proto__ }))(6),
);
('use strict');
const fr = Object.freeze({ x: 1, in: { y: 2 } });
fr.x = 2;
fr.in.y = 3;
delete fr.x;
fr.z = 1;
console.log(fr, Object.isFrozen(fr), Object.isSealed(fr), Object.isExtensible(fr));
(() => {
  'use strict';
  for (const f of [
    () => {
      fr.x = 2;
    },
    () => {
      delete fr.x;
    },
    () => {
      fr.n = 1;
    },
    () => {
      undefinedVar = 1;
    },
    () => {
      Object.defineProperty({}, 'q', { get() {} }).q = 1;
    },
    () => {
      'str'.length = 1;
    },
    () => {
      'str'[0] = 'x';
    },
    () => {
      (5).x = 1;
    },
    () => {
      Object.preventExtensions([]).push(1);
    },
    () => {
      delete Object.prototype;
    },
    () => {
      NaN = 1;
    },
    () => {
      Math.PI = 3;
    },
    () => {
      Object.defineProperty(fr, 'x', { value: 5 });
    },
    () => {
      Object.defineProperty({}, 'x', { get() {}, value: 1 });
    },
    () => {
      Object.setPrototypeOf(fr, {});
    },
    () => {
      const a = {};
      const b = { __proto__: a };
      Object.setPrototypeOf(a, b);
    },
  ])
    try {
      f();
      console.log('no error');
    } catch (e) {
      console.log(`${e.name}: ${e.message}`);
    }
})();
const d = Object.defineProperties(
  {},
  {
    v: { value: 1 },
    e: { value: 2, enumerable: true },
    g: {
      get() {
        return 'got';
      },
      configurable: true,
    },
  },
);
console.log(
  d,
  d.v,
  d.g,
  Object.getOwnPropertyDescriptors(d),
  JSON.stringify(d),
  Object.entries(d),
  d.propertyIsEnumerable('v'),
);
const order = {};
order.z = 1;
order[10] = 1;
order.a = 1;
order[2] = 1;
order['01'] = 1;
order[-1] = 1;
order[s] = 1;
order[4294967295] = 1;
order[4294967294] = 1;
delete order.z;
order.z = 2;
console.log(Reflect.ownKeys(order));
console.log(
  Object.assign({ a: 1 }, null, { b: 2 }, 'xy', [9]),
  Object.fromEntries([
    ['a', 1],
    ['b', 2],
  ]),
  Object.entries('ab'),
  Object.values({ x: 1, y: [2] }),
  Object.is(NaN, NaN),
  Object.is(0, -0),
  Object.getOwnPropertyNames('ab'),
);
with ({ a: 'from with', Math: null }) {
  console.log(a, Math);
  var viaWith = 5;
}
console.log(viaWith);
const un = { visible: 1, hidden: 2, [Symbol.unscopables]: { hidden: true } };
var hidden = 'outer';
with (un) console.log(visible, hidden);
console.log(
  delete o.a,
  delete o.nope,
  o.a,
  delete o['b c'],
  Object.keys(o).length,
  typeof Object.prototype.__proto__,
  {}.toString(),
  Object.prototype.toString.call(null),
  Object.prototype.toString.call([]),
  Object.prototype.toString.call({ [Symbol.toStringTag]: 'Custom' }),
  `${{ toString: () => 'ts' }}`,
  String(Object.create(null, { toString: { value: () => 'np' } })),
);
const counter = {
  n: 0,
  get next() {
    return this.n++;
  },
  set next(v) {
    this.n = v;
  },
};
counter.next;
counter.next += 5;
console.log(counter.n, counter.next, Object.getOwnPropertyDescriptor(counter, 'next'));
var obj2 = { f: function () {}, g: () => {}, h: class {}, ['c' + 1]: function () {}, [s]: () => {} };
console.log(
  obj2.f.name,
  obj2.g.name,
  obj2.h.name,
  obj2.c1.name,
  obj2[s].name,
  Object.getOwnPropertyDescriptor(o, 'acc').get.name,
);
const big = {};
for (let i = 0; i < 2000; i++) big['k' + i] = i;
for (let i = 0; i < 2000; i += 2) delete big['k' + i];
console.log(Object.keys(big).length, big.k1999, big.k1998, Object.keys(big).slice(0, 3));
o.self = o;
console.log(o.self.self === o);
console.log(
  new Object(5),
  Object('s'),
  new Object(null),
  Object(s) == s,
);
