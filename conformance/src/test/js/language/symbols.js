// Symbols: identity, registry, description, well-known symbols that change behaviour, as keys.
const s = Symbol('desc');
console.log(
  s.toString(),
  s.description,
  Symbol().description,
  typeof s,
  Symbol('a') === Symbol('a'),
  Symbol.for('k') === Symbol.for('k'),
  Symbol.keyFor(Symbol.for('k')),
  Symbol.keyFor(s),
  Object(s) == s,
  Symbol.iterator.toString(),
  Symbol.prototype[Symbol.toStringTag],
);
console.log(
  { [s]: 1, [Symbol.for('f')]: { [s]: 2 } },
  [s],
  Object.getOwnPropertySymbols({ [s]: 1 }),
  JSON.stringify({ [s]: 1, a: s, b: [s] }),
  Object.keys({ [s]: 1 }),
  s in { [s]: 1 },
);
class Even {
  static [Symbol.hasInstance](n) {
    return n % 2 === 0;
  }
}
console.log(2 instanceof Even, 1 instanceof Even);
console.log(
  [1].concat({ length: 1, 0: 'x', [Symbol.isConcatSpreadable]: true }),
  [1].concat(Object.assign([2], { [Symbol.isConcatSpreadable]: false })).length,
);
console.log(
  String({ [Symbol.toStringTag]: 'Tag' }),
  'a-b'.split({ [Symbol.split]: (str) => 'split ' + str }),
  'abc'.replace({ [Symbol.replace]: (a, b) => a + b }, 'R'),
  'abc'.search({ [Symbol.search]: () => 42 }),
  'abc'.match({ [Symbol.match]: (x) => [x] }),
  [...'ab'.matchAll({ [Symbol.matchAll]: () => [1, 2] })],
  `${{ [Symbol.toPrimitive]: (h) => h }}`,
);
class Sp extends Array {
  static get [Symbol.species]() {
    return Array;
  }
}
console.log(
  new Sp(1, 2).filter(() => true).constructor.name,
  new Sp(1, 2).constructor.name,
  Symbol.unscopables in {},
  Object.keys(Array.prototype[Symbol.unscopables]).length > 10,
);
for (const f of [
  () => s + '',
  () => +s,
  () => `${s}`,
  () => new Symbol(),
  () => s.foo.bar,
  () => Symbol.keyFor('x'),
  () => Object.defineProperty({}, s, { get: 1 }),
  () => {
    'use strict';
    s.x = 1;
  },
  () => [1, 2].join(s),
  () => s > 1,
  () => isNaN(s),
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.message);
  }
console.log(
  !s,
  s == s,
  s === Object(s),
  [s].includes(s),
  new Map([[s, 1]]).get(s),
  String(s),
  s.valueOf() === s,
  Object(s),
  Symbol.asyncIterator.description,
  Object.getOwnPropertyNames(Symbol).sort().join(),
);
const reg = { [Symbol.match]: false, toString: () => '/re/' };
console.log(
  '/re/'.startsWith(reg),
  (() => {
    try {
      'x'.startsWith(/x/);
    } catch (e) {
      return e.message;
    }
  })(),
);
