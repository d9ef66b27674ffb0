// Map and Set with number, string and object keys; insertion, lookup, deletion, iteration.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(65);


function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    const byNumber = new Map();
    for (let i = 0; i < 8000; i++) byNumber.set((i * 7919) % 10007, i);
    for (let i = 0; i < 10007; i++) if (byNumber.has(i)) checksum = (checksum + byNumber.get(i)) | 0;
    for (let i = 0; i < 10007; i += 3) byNumber.delete(i);
    for (const [key, value] of byNumber) checksum = (checksum + key * 3 + value) | 0;

    const byString = new Map();
    for (let i = 0; i < 4000; i++) {
      const key = 'key' + (i % 1500);
      byString.set(key, (byString.get(key) ?? 0) + i);
    }
    byString.forEach((value, key) => (checksum = (checksum + value + key.length) | 0));

    const objects = Array.from({ length: 2000 }, (_, i) => ({ id: i }));
    const seen = new Set();
    const rank = new WeakMap();
    for (let i = 0; i < 6000; i++) {
      const object = objects[(i * 31) % 2000];
      if (!seen.has(object)) {
        seen.add(object);
        rank.set(object, i);
      }
    }
    for (const object of seen) checksum = (checksum + rank.get(object) + object.id) | 0;

    const a = new Set();
    const b = new Set();
    for (let i = 0; i < 3000; i++) {
      a.add(i * 2);
      b.add(i * 3);
    }
    const both = new Set([...a].filter((x) => b.has(x)));
    const either = new Set([...a, ...b]);
    checksum = (checksum + both.size * 5 + either.size) | 0;

    const groups = new Map();
    for (const x of either) {
      const group = x % 17;
      let list = groups.get(group);
      if (list === undefined) groups.set(group, (list = []));
      list.push(x);
    }
    for (const [group, list] of [...groups].sort((x, y) => x[0] - y[0])) checksum = (checksum * 3 + group + list.length) | 0;
  }
  return checksum;
}

bench.run('map-set', run, 5);
