// Allocation: binary trees made, walked and dropped, beside one that lives on.
'use strict';
const bench = require('../harness.js');
const depth = bench.size(15);

class Node {
  constructor(left, right) {
    this.left = left;
    this.right = right;
  }
  count() {
    return this.left === null ? 1 : 1 + this.left.count() + this.right.count();
  }
}

function make(levels) {
  return levels === 0 ? new Node(null, null) : new Node(make(levels - 1), make(levels - 1));
}

function run() {
  const longLived = make(depth);
  let checksum = 0;
  for (let levels = 4; levels <= depth; levels += 2) {
    const trees = 1 << (depth - levels + 4);
    let nodes = 0;
    for (let i = 0; i < trees; i++) nodes += make(levels).count();
    checksum = (checksum * 31 + nodes) | 0;
  }
  return [checksum, longLived.count()].join(' ');
}

bench.run('binary-trees', run, 8);
