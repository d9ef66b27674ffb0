// The global object: its property attributes, parseInt family, URI functions, globalThis, structuredClone, the list of names.
const names = Object.getOwnPropertyNames(globalThis);
for (const n of [
  'Array',
  'ArrayBuffer',
  'Atomics',
  'BigInt',
  'Boolean',
  'DataView',
  'Date',
  'Error',
  'FinalizationRegistry',
  'Function',
  'Infinity',
  'JSON',
  'Map',
  'Math',
  'NaN',
  'Number',
  'Object',
  'Promise',
  'Proxy',
  'Reflect',
  'RegExp',
  'Set',
  'SharedArrayBuffer',
  'String',
  'Symbol',
  'WeakMap',
  'WeakRef',
  'WeakSet',
  'console',
  'decodeURI',
  'encodeURI',
  'escape',
  'eval',
  'global',
  'globalThis',
  'isFinite',
  'isNaN',
  'parseFloat',
  'parseInt',
  'queueMicrotask',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'structuredClone',
  'undefined',
  'unescape',
]) {
  const d = Object.getOwnPropertyDescriptor(globalThis, n);
  console.log(
    n,
    names.includes(n),
    typeof globalThis[n],
    d && [d.writable, d.enumerable, d.configurable].join(),
  );
}
console.log(
  globalThis === global,
  Object.prototype.toString.call(globalThis),
  typeof window,
  typeof require,
  typeof module,
  typeof exports,
  this === exports,
  undefined === void 0,
  (() => {
    'use strict';
    try {
      undefined = 1;
    } catch (e) {
      return e.message;
    }
  })(),
);
const names2023 = require('./lib/names.json');
function missing(object, name) {
  const own = new Set(Object.getOwnPropertyNames(object));
  return names2023[name].filter((n) => !own.has(n));
}
for (const C of [
  Object,
  Function,
  Array,
  String,
  Number,
  Boolean,
  Symbol,
  BigInt,
  Date,
  RegExp,
  Error,
  TypeError,
  Map,
  Set,
  WeakMap,
  Promise,
  Proxy,
  ArrayBuffer,
  Uint8Array,
  DataView,
])
  console.log(C.name, C.length, missing(C, C.name), C.prototype ? missing(C.prototype, `${C.name}.prototype`) : []);
for (const N of [Math, JSON, Reflect, Atomics]) {
  const tag = N[Symbol.toStringTag];
  console.log(tag, missing(N, tag));
}
const src = {
  n: 1,
  s: 'x',
  d: new Date(0),
  r: /a/gi,
  m: new Map([[1, { deep: true }]]),
  set: new Set([1]),
  a: [1, , 3],
  u: undefined,
  nul: null,
  buf: new Uint8Array([1, 2]),
  e: new RangeError('err'),
  b: 5n,
  bo: Object(true),
  nested: {},
};
src.self = src;
const c = structuredClone(src);
console.log(
  c,
  c !== src,
  c.self === c,
  c.d instanceof Date,
  c.e instanceof RangeError,
  c.m.get(1) !== src.m.get(1),
);
for (const bad of [() => {}, Symbol('s'), new WeakMap(), { f() {} }, new Proxy({}, {}), Promise.resolve()])
  try {
    structuredClone(bad);
    console.log('cloned');
  } catch (e) {
    console.log(e.name, e.message, e.code, e instanceof Error);
  }
class P {
  x = 1;
  get y() {
    return 2;
  }
  #z = 3;
}
console.log(
  structuredClone(new P()),
  structuredClone(Object.create({ inh: 1 }, { own: { value: 1, enumerable: true } })),
  structuredClone('prim'),
  structuredClone([new Error('m', { cause: 1 })])[0].message,
);
console.log(
  isNaN(undefined),
  isNaN(null),
  isFinite(null),
  parseInt('08'),
  parseInt('0b1'),
  parseFloat('3.14.15'),
  parseFloat('-.5e-2x'),
  parseFloat('.'),
  parseInt('-0'),
  Object.is(parseInt('-0'), -0),
  parseInt('   0xAg'),
  encodeURIComponent("-_.!~*'()"),
  encodeURI(';,/?:@&=+$#[]'),
  escape('@*_+-./ü'),
  unescape('%zz%u00e9%41'),
  decodeURI('%23%41'),
  [encodeURIComponent('\u{10ffff}'), decodeURIComponent('%F4%8F%BF%BF') === '\u{10ffff}'],
  (() => {
    try {
      decodeURIComponent('%ED%A0%80');
    } catch (e) {
      return e.message;
    }
  })(),
);
var viaVar = 1;
let viaLet = 2;
function viaFn() {}
console.log('viaVar' in globalThis, 'viaLet' in globalThis, 'viaFn' in globalThis);
leaked = 5;
console.log(globalThis.leaked, delete globalThis.leaked, typeof leaked);
globalThis.defined = 'g';
console.log(
  defined,
  Object.keys(globalThis).filter((k) => k === 'defined'),
);
delete globalThis.defined;
try {
  defined;
} catch (e) {
  console.log(e.name, e.message);
}
console.log(
  Function.prototype(),
  Function.prototype.name === '',
  Function.prototype.length,
  typeof Function.prototype,
  Object.getPrototypeOf(Function.prototype) === Object.prototype,
  Object.getPrototypeOf(async () => {}).constructor.name,
  Object.getPrototypeOf(function* () {}).constructor.name,
  Object.getPrototypeOf(async function* () {}).constructor.name,
  new (Object.getPrototypeOf(function* () {}).constructor)('yield 1; yield 2')().next(),
  Boolean([]),
  Boolean(''),
  new Boolean(false) ? 1 : 2,
  Boolean.prototype.toString.call(true),
  true.toString(),
  Object(true),
);
