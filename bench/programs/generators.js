// Generators: infinite sequences, pipelines, delegation, tree walks, two-way communication.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(350);

function* naturals() {
  for (let i = 0; ; i++) yield i;
}
function* map(source, f) {
  for (const x of source) yield f(x);
}
function* filter(source, f) {
  for (const x of source) if (f(x)) yield x;
}
function* take(source, count) {
  if (count <= 0) return;
  for (const x of source) {
    yield x;
    if (--count <= 0) return;
  }
}
function* permutations(items, n = items.length) {
  if (n <= 1) yield items;
  else
    for (let i = 0; i < n; i++) {
      yield* permutations(items, n - 1);
      const j = n % 2 ? 0 : i;
      [items[n - 1], items[j]] = [items[j], items[n - 1]];
    }
}
class Tree {
  constructor(value, left, right) {
    this.value = value;
    this.left = left;
    this.right = right;
  }
  *[Symbol.iterator]() {
    if (this.left) yield* this.left;
    yield this.value;
    if (this.right) yield* this.right;
  }
}
function tree(low, high) {
  if (low > high) return null;
  const middle = (low + high) >> 1;
  return new Tree(middle, tree(low, middle - 1), tree(middle + 1, high));
}
function* averager() {
  let sum = 0;
  let count = 0;
  let value = yield 0;
  for (;;) {
    sum += value;
    count++;
    value = yield (sum / count) | 0;
  }
}

function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    const odd = filter(naturals(), (x) => x % 2 === 1);
    for (const x of take(map(odd, (x) => x * x), 1500)) checksum = (checksum + x) | 0;
    for (const p of permutations([1, 2, 3, 4, 5])) checksum = (checksum * 3 + p[0]) | 0;
    let i = 0;
    for (const x of tree(1, 511)) checksum = (checksum + x * i++) | 0;
    const average = averager();
    average.next();
    for (let k = 0; k < 2000; k++) checksum = (checksum + average.next(k * round).value) | 0;
    average.return();
    const [a, b, ...rest] = take(naturals(), 200);
    checksum = (checksum + a + b + rest.length) | 0;
  }
  return checksum;
}

bench.run('generators', run, 4);
