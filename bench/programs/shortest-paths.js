// Graph algorithms: a binary heap, Dijkstra and A* on a grid, breadth-first search, union-find, topological order.
'use strict';
const bench = require('../harness.js');
const size = bench.size(250);

class Heap {
  constructor(compare) {
    this.items = [];
    this.compare = compare;
  }
  push(item) {
    const items = this.items;
    let i = items.length;
    items.push(item);
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.compare(items[parent], item) <= 0) break;
      items[i] = items[parent];
      i = parent;
    }
    items[i] = item;
  }
  pop() {
    const items = this.items;
    const top = items[0];
    const last = items.pop();
    if (items.length === 0) return top;
    let i = 0;
    for (let child; (child = 2 * i + 1) < items.length; i = child) {
      if (child + 1 < items.length && this.compare(items[child + 1], items[child]) < 0) child++;
      if (this.compare(last, items[child]) <= 0) break;
      items[i] = items[child];
    }
    items[i] = last;
    return top;
  }
  get size() {
    return this.items.length;
  }
}

const costs = [];
for (let i = 0, seed = 7; i < size * size; i++) {
  seed = (Math.imul(seed, 48271) >>> 0) % 2147483647;
  costs.push(1 + (seed % 9));
}

function* neighbours(node) {
  const x = node % size;
  if (x > 0) yield node - 1;
  if (x < size - 1) yield node + 1;
  if (node >= size) yield node - size;
  if (node + size < size * size) yield node + size;
}

function search(from, to, estimate) {
  const distance = new Array(size * size).fill(Infinity);
  const heap = new Heap((a, b) => a.priority - b.priority);
  distance[from] = 0;
  heap.push({ node: from, priority: estimate(from), cost: 0 });
  let visited = 0;
  while (heap.size > 0) {
    const { node, cost } = heap.pop();
    if (cost > distance[node]) continue;
    visited++;
    if (node === to) return { cost, visited };
    for (const next of neighbours(node)) {
      const total = cost + costs[next];
      if (total < distance[next]) {
        distance[next] = total;
        heap.push({ node: next, priority: total + estimate(next), cost: total });
      }
    }
  }
  return null;
}

function components(threshold) {
  const parent = costs.map((_, i) => i);
  const find = (i) => (parent[i] === i ? i : (parent[i] = find(parent[i])));
  for (let i = 0; i < costs.length; i++) {
    if (costs[i] > threshold) continue;
    for (const j of neighbours(i)) if (costs[j] <= threshold) parent[find(i)] = find(j);
  }
  return new Set(parent.map((_, i) => find(i))).size;
}

function reachable(from) {
  const seen = new Set([from]);
  const queue = [from];
  for (const node of queue) {
    for (const next of neighbours(node)) {
      if (!seen.has(next) && costs[next] < 7) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return seen.size;
}

function run() {
  const goal = size * size - 1;
  const manhattan = (node) => Math.abs((node % size) - (goal % size)) + Math.abs(((node / size) | 0) - ((goal / size) | 0));
  const dijkstra = search(0, goal, () => 0);
  const aStar = search(0, goal, manhattan);
  let checksum = 0;
  for (let i = 0; i < 5; i++) checksum = checksum * 31 + components(i + 2) + reachable(i * 17);
  return [dijkstra.cost, dijkstra.visited, aStar.cost, aStar.visited, checksum].join(' ');
}

bench.run('shortest-paths', run, 5);
