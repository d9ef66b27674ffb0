// util.inspect with its options, custom inspect, util.format, isDeepStrictEqual, types, promisify, inherits, deprecate.
const util = require('util');
const deep = { a: { b: { c: { d: { e: 1 } } } }, list: Array.from({ length: 10 }, (_, i) => i), s: 'text' };
console.log(util.inspect(deep, { depth: 0 }), util.inspect(deep, { depth: Infinity, compact: false }));
console.log(
  util.inspect(deep, { breakLength: 40 }),
  util.inspect(deep, { breakLength: Infinity }),
  util.inspect(deep, { compact: 1 }),
  util.inspect([1, 2, 3, 4], { maxArrayLength: 2 }),
  util.inspect('long string here', { maxStringLength: 4 }),
);
console.log(
  util.inspect({ b: 1, a: 2, [Symbol('z')]: 3 }, { sorted: true }),
  util.inspect(
    {
      get x() {
        return { y: 1 };
      },
      set x(v) {},
    },
    { getters: true },
  ),
  util.inspect(Object.defineProperty({}, 'hidden', { value: 1 }), { showHidden: true }),
  util.inspect([1], { showHidden: true }),
  util.inspect(new Map([[1, 2]]), { showHidden: true }),
);
console.log(
  util.inspect(
    {
      a: 1,
      b: 'x',
      c: null,
      d: undefined,
      e: true,
      f: Symbol('s'),
      g: () => {},
      h: new Date(0),
      i: /r/,
      j: 1n,
      k: [1],
    },
    { colors: true },
  ),
  util.inspect('str', { colors: true }),
);
console.log(
  util.inspect({
    [util.inspect.custom](d, o, i) {
      return `custom ${d} ${typeof o.stylize} ${i === util.inspect}`;
    },
  }),
  util.inspect({ inner: { [util.inspect.custom]: () => ({ replaced: 1 }) } }),
  util.inspect({
    inspect() {
      return 'not used';
    },
  }),
  util.inspect(new Proxy({ a: 1 }, { get: () => 5 }), { showProxy: true }),
  util.inspect(1234567.891, { numericSeparator: true }),
);
console.log(
  util.format('%s %d', 'a', 1, 'b'),
  util.format(1, 2, '3'),
  util.format('%s'),
  util.format('%%s', 1),
  util.format('%s', [1, [2, [3]]]),
  util.format('%O', { a: { b: { c: { d: {} } } } }),
  util.format('%o', [1]),
  util.format('%i', '42.5abc'),
  util.format('%f', 'x'),
  util.format('%s', -0),
  util.format('%j', {
    get a() {
      return 1;
    },
  }),
  util.format('%s', {
    toString() {
      return 'own';
    },
  }),
  util.format(
    '%s',
    new (class A {
      toString() {
        return 'cls';
      }
    })(),
  ),
  util.format('%s', new Error('x')).split('\n')[0],
  util.format('a', 'b', { c: 1 }),
  util.format(null, '%s', 1),
  util.format('%s %s', 'one'),
  util.format('%d', 5n),
  util.format('%c!', 'css'),
);
console.log(
  util.isDeepStrictEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }),
  util.isDeepStrictEqual([1], ['1']),
  util.isDeepStrictEqual(new Set([{ a: 1 }]), new Set([{ a: 1 }])),
  util.isDeepStrictEqual(NaN, NaN),
  util.isDeepStrictEqual(0, -0),
  util.isDeepStrictEqual(new Map([[{}, 1]]), new Map([[{}, 1]])),
);
console.log(
  util.types.isPromise(Promise.resolve()),
  util.types.isRegExp(/x/),
  util.types.isDate({}),
  util.types.isMap(new Map()),
  util.types.isProxy(new Proxy({}, {})),
  util.types.isGeneratorFunction(function* () {}),
  util.types.isAsyncFunction(async () => {}),
  util.types.isTypedArray(new Int8Array()),
  util.types.isBoxedPrimitive(Object(1)),
  util.types.isNativeError(new Error()),
  util.types.isSymbolObject(Object(Symbol())),
  util.isArray([]),
);
const legacy = (x, cb) => setTimeout(() => (x < 0 ? cb(new Error('negative')) : cb(null, x * 2)), 1);
util
  .promisify(legacy)(4)
  .then((v) => console.log('promisified', v));
util
  .promisify(legacy)(-1)
  .catch((e) => console.log('rejected', e.message));
util.callbackify(async (x) => x + 1)(1, (e, v) => console.log('callbackified', e, v));
function Base() {}
function Child() {
  Base.call(this);
}
util.inherits(Child, Base);
console.log(new Child() instanceof Base, Child.super_ === Base, new Child());
console.log(
  util.inspect(
    new (class A {
      #p = 1;
      static s = 2;
      pub = 3;
    })(),
  ),
  util.inspect(
    class A {
      static s = 2;
    },
  ),
  util.inspect(Object.create({}, { v: { value: 1, enumerable: true } })),
  util.inspect(
    new (function Old() {
      this.x = 1;
    })(),
  ),
  util.inspect(Object.setPrototypeOf([1], null)),
  util.inspect(Object.setPrototypeOf(new Map([[1, 2]]), null)),
  util.inspect(Object.setPrototypeOf(() => {}, null)),
  util.inspect(Object.setPrototypeOf(new Date(0), null)),
);
console.log(
  util.stripVTControlCharacters('\u001b[31mred\u001b[39m'),
  util.toUSVString('a\ud800'),
  new util.TextEncoder().encode('é'),
  new util.TextDecoder().decode(new Uint8Array([195, 169])),
  util.inspect("a'b"),
  util.inspect('a\'b"c'),
  util.inspect('a\'b"c`d'),
  util.inspect(['\x00\x7f\u2028']),
  util.inspect(new String('boxed')),
  util.inspect([, 'a', ,]),
  util.inspect({ a: [], b: {} }, { compact: false }),
  util.types.isExternal({}),
  util.inspect(Symbol('a b')),
  util.inspect({ 'a\nb': 1 }),
  util.inspect(new Set([[1, 2], { a: 1 }]), { compact: false }),
  typeof util.debuglog('x'),
  util.inspect(globalThis).length > 100,
);
