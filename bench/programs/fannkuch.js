// Pancake flips over all permutations; small integer arrays and tight loops.
'use strict';
const bench = require('../harness.js');
const n = bench.size(9);

function flips(permutation) {
  const p = permutation.slice();
  let count = 0;
  for (let first = p[0]; first !== 0; first = p[0]) {
    for (let i = 0, j = first; i < j; i++, j--) {
      const swap = p[i];
      p[i] = p[j];
      p[j] = swap;
    }
    count++;
  }
  return count;
}

function fannkuch(size) {
  const permutation = [];
  const counts = [];
  for (let i = 0; i < size; i++) {
    permutation.push(i);
    counts.push(i + 1);
  }
  let checksum = 0;
  let most = 0;
  let sign = 1;
  for (;;) {
    const count = flips(permutation);
    if (count > most) most = count;
    checksum += sign * count;
    sign = -sign;
    let r = 1;
    for (;;) {
      if (r === size) return [checksum, most];
      const first = permutation[0];
      for (let i = 0; i < r; i++) permutation[i] = permutation[i + 1];
      permutation[r] = first;
      if (--counts[r] > 0) break;
      counts[r] = r + 1;
      r++;
    }
  }
}

function run() {
  return [...fannkuch(n)].join(' ');
}

bench.run('fannkuch', run, 10);
