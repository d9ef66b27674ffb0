// Functions that make functions: counters, composition, currying, memoisation, continuation passing.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(330);

function counter(step) {
  let count = 0;
  return {
    up: () => (count += step),
    down: () => (count -= step),
    get: () => count,
  };
}

const compose =
  (...functions) =>
  (x) =>
    functions.reduceRight((value, f) => f(value), x);
const curry = (f) => (a) => (b) => (c) => f(a, b, c);
const add3 = curry((a, b, c) => (a + b * c) | 0);

function memoize(f) {
  const cache = new Map();
  return (n) => {
    if (cache.has(n)) return cache.get(n);
    const value = f(n);
    cache.set(n, value);
    return value;
  };
}

function church(n) {
  return (f) => (x) => {
    for (let i = 0; i < n; i++) x = f(x);
    return x;
  };
}

function sumTo(n, k) {
  return n === 0 ? k(0) : sumTo(n - 1, (rest) => k((rest + n) | 0));
}

function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    const counters = [];
    for (let i = 0; i < 100; i++) counters.push(counter(i % 5));
    for (let i = 0; i < 20000; i++) {
      const each = counters[i % 100];
      if (i % 3 === 0) each.down();
      else each.up();
    }
    for (const each of counters) checksum = (checksum + each.get()) | 0;

    const pipeline = compose(
      (x) => x + 1,
      (x) => x ^ 0x55,
      (x) => (x * 3) & 0xffff,
    );
    for (let i = 0; i < 3000; i++) checksum = (checksum + pipeline(i)) | 0;
    for (let i = 0; i < 3000; i++) checksum = (checksum + add3(i)(round)(i & 7)) | 0;

    const fib = memoize((n) => (n < 2 ? n : (fib(n - 1) + fib(n - 2)) | 0));
    checksum = (checksum + fib(300)) | 0;

    checksum = (checksum + church(2000)((x) => (x * 5 + 1) & 0xfffff)(round)) | 0;
    checksum = (checksum + sumTo(1000, (x) => x)) | 0;
  }
  return checksum;
}

bench.run('closures', run, 5);
