// Two least-recently-used caches, one on Map's order and one on a linked list, under a skewed load.
'use strict';
const bench = require('../harness.js');
const requests = bench.size(300000);

class MapCache {
  #entries = new Map();
  #capacity;
  hits = 0;
  constructor(capacity) {
    this.#capacity = capacity;
  }
  get(key, load) {
    const found = this.#entries.get(key);
    if (found !== undefined) {
      this.hits++;
      this.#entries.delete(key);
      this.#entries.set(key, found);
      return found;
    }
    const value = load(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#capacity) this.#entries.delete(this.#entries.keys().next().value);
    return value;
  }
}

class ListCache {
  constructor(capacity) {
    this.capacity = capacity;
    this.size = 0;
    this.hits = 0;
    this.table = {};
    this.head = { key: null, value: 0, before: null, after: null };
    this.head.before = this.head.after = this.head;
  }
  unlink(entry) {
    entry.before.after = entry.after;
    entry.after.before = entry.before;
  }
  pushFront(entry) {
    entry.after = this.head.after;
    entry.before = this.head;
    entry.after.before = entry;
    this.head.after = entry;
  }
  get(key, load) {
    let entry = this.table[key];
    if (entry !== undefined) {
      this.hits++;
      this.unlink(entry);
    } else {
      if (this.size === this.capacity) {
        const oldest = this.head.before;
        this.unlink(oldest);
        delete this.table[oldest.key];
        this.size--;
      }
      entry = { key, value: load(key), before: null, after: null };
      this.table[key] = entry;
      this.size++;
    }
    this.pushFront(entry);
    return entry.value;
  }
}

function replay(cache, keyOf) {
  let seed = 99;
  let sum = 0;
  for (let i = 0; i < requests; i++) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const r = (seed >>> 8) / 16777216;
    const key = keyOf(Math.floor(r * r * r * 2000));
    sum = (sum + cache.get(key, (k) => String(k).length * 7)) | 0;
  }
  return sum;
}

function run() {
  const byMap = new MapCache(300);
  const byList = new ListCache(300);
  const a = replay(byMap, (n) => n);
  const b = replay(byList, (n) => 'key' + n);
  return [a, byMap.hits, b, byList.hits].join(' ');
}

bench.run('lru-cache', run, 5);
