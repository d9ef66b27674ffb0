// Arity, defaults, rest, arguments, this, call/apply/bind, getters of functions, toString.
'use strict';
function f(a, b = 2, ...c) {
  return [a, b, c, arguments.length];
}
console.log(f.length, f.name, f(1), f(1, undefined, 3, 4));
console.log(
  ((a, b) => {}).length,
  function () {}.name,
  (() => {}).name,
  { m() {} }.m.name,
  {
    get p() {
      return 1;
    },
  }.p,
);
const o = {
  x: 1,
  regular() {
    return this && this.x;
  },
  arrow: () => typeof this,
  nested() {
    return (() => this.x)();
  },
};
console.log(o.regular(), (0, o.regular)(), o.nested(), o.arrow());
console.log(
  f.call(null, 1),
  f.apply(null, [1, 2]),
  f.bind(null, 9)(8),
  f.bind(null, 1).name,
  f.bind(null, 1, 2).length,
);
function sloppy() {
  return new Function('return typeof this')();
}
console.log(sloppy());
const bound = function () {
  return this;
}.bind(7);
console.log(bound(), typeof bound.call(8), 'prototype' in bound);
console.log(
  function (a, /* c */ b) {
    return a + b;
  }.toString(),
);
console.log(
  class A {
    static x = 1;
  }.toString(),
  (async (x) => await x).toString(),
  Math.max.toString(),
);
const { p = 5, q: { r } = { r: 6 } } = {};
console.log(p, r);
function Old(name) {
  if (!new.target) return new Old(name);
  this.name = name;
}
Old.prototype.hi = function () {
  return 'hi ' + this.name;
};
console.log(Old('x').hi(), new Old('y') instanceof Old, new Old('z').constructor === Old);
console.log(Reflect.construct(Old, ['w'], class Other {}).constructor.name);
console.log([1, 2, 3].map(parseInt), ['1', '2', '3'].map(Number), Math.max(...[1, 2], ...new Set([5])));
const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));
console.log(
  fib(20),
  (function () {
    return arguments;
  })(1, 2),
  (() => ({}))(),
);
const compose =
  (...fns) =>
  (x) =>
    fns.reduceRight((v, g) => g(v), x);
console.log(
  compose(
    (x) => x + 1,
    (x) => x * 2,
  )(5),
);
try {
  f.caller;
} catch (e) {
  console.log(e.name, e.message);
}
try {
  undefined();
} catch (e) {
  console.log(e.message);
}
try {
  o.missing();
} catch (e) {
  console.log(e.message);
}
try {
  o.x();
} catch (e) {
  console.log(e.message);
}
try {
  new (() => {})();
} catch (e) {
  console.log(e.message);
}
try {
  new o.regular();
} catch (e) {
  console.log(e.message);
}
try {
  (class A {})();
} catch (e) {
  console.log(e.message);
}
console.log(Object.getOwnPropertyNames(f).sort(), Object.getOwnPropertyNames(() => {}).sort());
console.log(((a, b) => a ?? b)(null, 'default'), (({ a }, [b]) => a + b)({ a: 1 }, [2]));
