// Promises and async functions: chains, combinators, async iteration, a producer-consumer queue.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(225);

async function sum(n) {
  let total = 0;
  for (let i = 0; i < n; i++) total = (total + (await i)) | 0;
  return total;
}

async function fib(n) {
  return n < 2 ? n : (await fib(n - 1)) + (await fib(n - 2));
}

async function* range(n) {
  for (let i = 0; i < n; i++) yield i;
}

class Queue {
  constructor() {
    this.items = [];
    this.waiting = [];
  }
  put(item) {
    if (this.waiting.length > 0) this.waiting.shift()(item);
    else this.items.push(item);
  }
  take() {
    if (this.items.length > 0) return Promise.resolve(this.items.shift());
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

async function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    checksum = (checksum + (await sum(2000))) | 0;
    checksum = (checksum + (await fib(12))) | 0;

    let chain = Promise.resolve(round);
    for (let i = 0; i < 500; i++) chain = chain.then((x) => (x * 3 + i) | 0);
    checksum = (checksum + (await chain)) | 0;

    const all = await Promise.all(Array.from({ length: 300 }, async (_, i) => i * i));
    checksum = (checksum + all.reduce((a, b) => a + b, 0)) | 0;
    const settled = await Promise.allSettled(
      all.slice(0, 50).map((x) => (x % 2 ? Promise.reject(new Error('odd')) : Promise.resolve(x))),
    );
    checksum = (checksum + settled.filter((result) => result.status === 'rejected').length) | 0;

    for await (const x of range(500)) checksum = (checksum + x) | 0;

    const queue = new Queue();
    const consumer = (async () => {
      let received = 0;
      for (let i = 0; i < 500; i++) received = (received + (await queue.take())) | 0;
      return received;
    })();
    for (let i = 0; i < 500; i++) {
      queue.put(i * round);
      if (i % 10 === 0) await null;
    }
    checksum = (checksum + (await consumer)) | 0;
  }
  return checksum;
}

bench.run('promises', run, 5);
