// Arithmetic, coercion, comparison, bit operations, logical assignment, optional chaining, precedence, comma, void.
const vals = [
  0,
  -0,
  1,
  -1.5,
  NaN,
  Infinity,
  '',
  '5',
  'abc',
  ' 12 ',
  '0x1f',
  null,
  undefined,
  true,
  [],
  [7],
  {},
  10n,
];
for (const op of ['+', '-', '*', '/', '%', '**', '<', '<=', '==', '===', '&', '|', '^', '<<', '>>', '>>>']) {
  const f = new Function('a', 'b', `return a ${op} b`);
  const row = [];
  for (const a of vals)
    for (const b of [2, '3', null, undefined, true, -0]) {
      let r;
      try {
        r = f(a, b);
      } catch (e) {
        r = e.name;
      }
      row.push(Object.is(r, -0) ? '-0' : String(r));
    }
  console.log(op, row.join(' '));
}
console.log(
  vals.map((v) => typeof v).join(),
  vals.map((v) => !v).join(),
  vals
    .map((v) => {
      try {
        return +v;
      } catch (e) {
        return e.message;
      }
    })
    .join(),
  vals
    .map((v) => {
      try {
        return String(-v);
      } catch (e) {
        return e.message;
      }
    })
    .join(),
  vals.map((v) => String(~v)).join(),
);
let a = null,
  b = 0,
  c = 'x',
  o = {
    p: { q: 1 },
    f() {
      return this.p;
    },
    n: null,
  };
a ??= 1;
b ||= 2;
c &&= 3;
console.log(
  a,
  b,
  c,
  o?.p?.q,
  o?.z?.q.r.s,
  o.f?.().q,
  o.nope?.(),
  o?.['p']['q'],
  o.n?.[a++],
  a,
  delete o?.p.q,
  o,
  delete o.zz?.y,
);
console.log(
  0 || null || 'last',
  1 && 2 && 3,
  null ?? (false || 'z'),
  (1, 2, 3),
  void 0,
  typeof typeof 1,
  !!'false',
  -(-1),
  +-+1,
  2 ** (3 ** 2),
  (-2) ** 2,
  7 % -3,
  -7 % 3,
  5 / 0,
  -5 % 5,
);
console.log(
  0.1 + 0.2,
  1 / 3,
  1e21,
  1e-7,
  123456789012345680000,
  5e-324,
  1.7976931348623157e308 * 10,
  0xff,
  0b11,
  0o17,
  1_000_000,
  0.5,
  5,
  1e3,
  -1e-10,
  4.35 * 100,
  2 ** 53 + 1,
);
console.log(
  'b' > 'a',
  'B' > 'a',
  '10' < '9',
  '10' < 9,
  null >= 0,
  null > 0,
  null == 0,
  undefined == null,
  NaN != NaN,
  [] == '',
  [1] == 1,
  [1, 2] == '1,2',
  {} == '[object Object]',
  'a' < 'ab',
  1n == 1,
  1n < 2.5,
  '1' == 1n,
  2n > '1',
  new String('a') == 'a',
  new String('a') == new String('a'),
);
console.log(
  'x' in { x: 1 },
  0 in [1],
  'length' in [],
  [] instanceof Array,
  [] instanceof Object,
  Object.create(null) instanceof Object,
  (() => {}) instanceof Function,
);
try {
  'x' in 'xyz';
} catch (e) {
  console.log(e.message);
}
try {
  ({}) instanceof 5;
} catch (e) {
  console.log(e.message);
}
try {
  ({}) instanceof (() => {});
} catch (e) {
  console.log(e.message);
}
try {
  1n + 1;
} catch (e) {
  console.log(e.message);
}
try {
  +1n;
} catch (e) {
  console.log(e.message);
}
try {
  Symbol() + '';
} catch (e) {
  console.log(e.message);
}
try {
  null.x;
} catch (e) {
  console.log(e.message);
}
try {
  undefined.x.y;
} catch (e) {
  console.log(e.message);
}
try {
  null.x = 1;
} catch (e) {
  console.log(e.message);
}
try {
  1n / 0n;
} catch (e) {
  console.log(e.name, e.message);
}
try {
  2n ** -1n;
} catch (e) {
  console.log(e.message);
}
try {
  1n >>> 0n;
} catch (e) {
  console.log(e.message);
}
let i = 5;
console.log(
  i++ + ++i,
  i-- - --i,
  i,
  1 << 31,
  1 << 32,
  -1 >>> 0,
  -1 >>> 28,
  (2 ** 32) >> 0,
  (2 ** 32 + 5) | 0,
  ~~-7.9,
  1.9 | 0,
  NaN | 0,
  '12' & 10,
  5 & -2,
  5n ** 30n,
  -7n / 2n,
  -7n % 2n,
  5n & -2n,
  1n << 70n,
  -5n >> 1n,
);
const side = [];
const t = (n, v) => (side.push(n), v);
t('obj', { f: (...x) => x })[t('key', 'f')](t('arg1'), t('arg2'));
t(1, 1) + t(2, 2) * t(3, 3);
t('l', { x: 1 }).x += t('r', 5);
t('c', true) ? t('yes') : t('no');
t('n', null)?.[t('never')];
console.log(side.join());
const conv = {
  valueOf() {
    console.log('valueOf');
    return 42;
  },
  toString() {
    console.log('toString');
    return 'str';
  },
};
console.log(conv + 1, `${conv}`, conv * 2, conv + '', conv == 42, conv > 41, [conv] + '', { [conv]: 1 });
const prim = {
  [Symbol.toPrimitive](hint) {
    return hint;
  },
};
console.log(
  prim + '',
  `${prim}`,
  +prim,
  prim * 1,
  prim == 'default',
  prim < 1,
  new Date(0)[Symbol.toPrimitive]('number'),
);
try {
  ({ [Symbol.toPrimitive]: () => ({}) }) + 1;
} catch (e) {
  console.log(e.message);
}
try {
  +{ valueOf: () => ({}), toString: () => ({}) };
} catch (e) {
  console.log(e.message);
}
var str = 'a';
str += 1;
str += null;
str += [1, 2];
console.log(
  str,
  '3' * '4',
  '3' + 4,
  3 + +'4',
  '5' - 2,
  [] + {},
  [] + [],
  1 + undefined,
  true + true,
  'b' + 'a' + +'a' + 'a',
);
