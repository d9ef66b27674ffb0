// JSON.parse and JSON.stringify: every type, indentation, replacers, revivers, toJSON, escapes, error messages.
console.log(
  JSON.stringify({
    a: [1, 'x', null, undefined, () => {}, Symbol('s'), NaN, -Infinity, -0, 1e21, 1e-7],
    b: undefined,
    c: () => {},
    d: new Date(0),
    e: new Map(),
    f: Object(1),
    g: Object('s'),
    h: Object(false),
    [Symbol('k')]: 1,
    i: { toJSON: (k) => 'key ' + k },
    j: [,],
    2: 'two',
    1: 'one',
  }),
);
console.log(
  JSON.stringify('he said "hi"\n\t\b\f\r\\/\u0001\u007f\u2028\ud800\u{1F600}é'),
  JSON.stringify(undefined),
  JSON.stringify(() => {}),
  JSON.stringify(null),
  JSON.stringify([undefined]),
  JSON.stringify(Object.create({ inherited: 1 })),
  JSON.stringify(
    new (class A {
      x = 1;
      #y = 2;
      get z() {
        return 3;
      }
    })(),
  ),
  JSON.stringify([new Number(3), new String('f'), new Boolean(0)]),
  JSON.stringify({ u: undefined, n: null }),
  JSON.stringify(Symbol()),
  JSON.stringify([new Error('x')]),
  JSON.stringify(/x/),
  JSON.stringify(new Set([1])),
  JSON.stringify(Object.defineProperty({}, 'h', { value: 1 })),
);
console.log(JSON.stringify({ a: [1, { b: 2 }, []], c: {}, d: [[]] }, null, 2));
console.log(
  JSON.stringify([1, [2]], null, '--'),
  JSON.stringify({ a: 1 }, null, 20),
  JSON.stringify({ a: 1 }, null, 'abcdefghijklmnop'),
  JSON.stringify([], null, 2),
  JSON.stringify({ a: 1, b: 2, 1: 3 }, ['b', 1, 'b']),
  JSON.stringify({ a: { b: 1, a: 2 } }, ['a']),
  JSON.stringify({ a: 1, b: [1, 2] }, (k, v) => (typeof v === 'number' ? v * 2 : v)),
  JSON.stringify({ a: 1 }, function (k, v) {
    return k === '' ? { ...v, root: this[''] === v } : v;
  }),
  JSON.stringify([1, 2], (k, v) => (k === '0' ? undefined : v)),
  JSON.stringify({ d: new Date(0) }, (k, v) => typeof v),
  JSON.stringify({ a: 1 }, null, new Number(1)),
  JSON.stringify('x', null, 3),
);
console.log(
  JSON.parse('{"a":[1,2.5e3,-0,true,false,null,"\\u0041\\n\\ud83d\\ude00"],"__proto__":{"x":1},"a b":{}}'),
  JSON.parse(' \t\n\r[1 , 2 ] '),
  JSON.parse('"x"'),
  JSON.parse('1e400'),
  Object.is(JSON.parse('-0'), -0),
  JSON.parse('{"a":1,"a":2}'),
  JSON.parse('[]'),
  JSON.parse('{"1":1,"b":2,"0":3}'),
  JSON.parse('123456789012345678901'),
  JSON.parse(true),
  JSON.parse(null),
  JSON.parse(['1']),
);
console.log(
  JSON.parse('{"a":{"b":[1,2,{"c":3}]}}', function (k, v) {
    console.log('revive', JSON.stringify(k), JSON.stringify(v), Array.isArray(this));
    return k === '1' ? undefined : v;
  }),
);
console.log(
  JSON.parse('[1,2,3]', (k, v) => (k === '1' ? undefined : v)),
  JSON.parse('{"a":1,"b":2}', (k, v) => (k === 'a' ? undefined : v)),
  JSON.parse('1', () => 'replaced'),
  JSON.parse('{"d":"2020-01-01T00:00:00.000Z"}', (k, v) => (k === 'd' ? new Date(v) : v)).d.getTime(),
);
for (const bad of [
  '',
  '{',
  '[',
  '[1,]',
  '{"a":1,}',
  '{a:1}',
  "{'a':1}",
  '01',
  '1.',
  '.5',
  '+1',
  '1e',
  '-',
  'nul',
  'truee',
  '"abc',
  '"\n"',
  '"\\x"',
  '"\\u12"',
  '[1 2]',
  '{"a" 1}',
  '{"a":}',
  'undefined',
  'NaN',
  '1 2',
  '/**/1',
  '\u00a01',
  '{"a":1}}',
  '[1]]',
  '"a" "b"',
  'x'.repeat(50),
  '{"long key here": "some long value that goes on", bad}',
  '[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,x]',
  '{"\t":1}',
  'ab',
  '\ud800',
])
  try {
    console.log(bad, JSON.parse(bad));
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
const cyc = { a: { b: [] } };
cyc.a.b.push(cyc);
const cyc2 = [1];
cyc2.push({ x: cyc2 });
class K {
  constructor() {
    this.self = this;
  }
}
for (const f of [
  () => JSON.stringify(cyc),
  () => JSON.stringify(cyc2),
  () => JSON.stringify(new K()),
  () => JSON.stringify(1n),
  () => JSON.stringify({ n: 1n }),
  () =>
    JSON.stringify({
      get x() {
        throw new Error('getter');
      },
    }),
  () =>
    JSON.stringify({
      toJSON() {
        throw new Error('toJSON');
      },
    }),
  () => JSON.stringify(new Proxy([1, 2], {})),
  () => JSON.stringify(new Proxy({ a: 1 }, { ownKeys: () => ['a'] })),
  () => JSON.stringify({ toJSON: 5 }),
  () => JSON.stringify(Object(1n)),
  () => JSON.parse(Symbol()),
  () => {
    BigInt.prototype.toJSON = function () {
      return this + 'n';
    };
    const r = JSON.stringify({ v: 5n });
    delete BigInt.prototype.toJSON;
    return r;
  },
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
const round = { s: 'ü\u{1F600}\n', n: [0.1, -1e-10, 1e300], t: true, z: null, o: { e: {} } };
console.log(
  JSON.stringify(JSON.parse(JSON.stringify(round))) === JSON.stringify(round),
  Object.prototype.toString.call(JSON),
  JSON[Symbol.toStringTag],
  JSON.stringify({ date: new Date(NaN) }),
  JSON.stringify([[[[[[[1]]]]]]]),
  JSON.stringify({
    k: {
      toJSON() {
        return {
          toJSON() {
            return 'no';
          },
        };
      },
    },
  }),
  JSON.stringify(Object.assign(Object.create(null), { np: 1 })),
  JSON.stringify({ '': 1, ' ': 2, '\n': 3, '"': 4 }),
);
let deep = {};
let cur = deep;
for (let i = 0; i < 100; i++) cur = cur.n = {};
console.log(JSON.stringify(deep).length, JSON.parse(JSON.stringify(deep)).n.n.n !== undefined);
const text = JSON.stringify(
  Array.from({ length: 1000 }, (_, i) => ({ id: i, s: 'é'.repeat(i % 5), f: i / 3 })),
);
console.log(text.length, JSON.parse(text)[999], text.slice(-60));
