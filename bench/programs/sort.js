// Array.prototype.sort with comparators, and quicksort, heapsort and merge sort written out.
'use strict';
const bench = require('../harness.js');
const size = bench.size(80000);

function random(count) {
  const values = [];
  let seed = 12345;
  for (let i = 0; i < count; i++) {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    values.push(seed);
  }
  return values;
}

function quicksort(a, low, high) {
  while (low < high) {
    const pivot = a[(low + high) >> 1];
    let i = low;
    let j = high;
    while (i <= j) {
      while (a[i] < pivot) i++;
      while (a[j] > pivot) j--;
      if (i <= j) {
        const swap = a[i];
        a[i++] = a[j];
        a[j--] = swap;
      }
    }
    if (j - low < high - i) {
      quicksort(a, low, j);
      low = i;
    } else {
      quicksort(a, i, high);
      high = j;
    }
  }
  return a;
}

function heapsort(a) {
  const sift = (from, end) => {
    let root = from;
    for (let child; (child = root * 2 + 1) < end; root = child) {
      if (child + 1 < end && a[child] < a[child + 1]) child++;
      if (a[root] >= a[child]) return;
      [a[root], a[child]] = [a[child], a[root]];
    }
  };
  for (let i = a.length >> 1; i-- > 0; ) sift(i, a.length);
  for (let end = a.length - 1; end > 0; end--) {
    [a[0], a[end]] = [a[end], a[0]];
    sift(0, end);
  }
  return a;
}

function mergesort(a) {
  if (a.length < 2) return a;
  const middle = a.length >> 1;
  const left = mergesort(a.slice(0, middle));
  const right = mergesort(a.slice(middle));
  const result = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) result.push(left[i] <= right[j] ? left[i++] : right[j++]);
  while (i < left.length) result.push(left[i++]);
  while (j < right.length) result.push(right[j++]);
  return result;
}

function check(a) {
  let sum = 0;
  for (let i = 1; i < a.length; i++) {
    if (a[i - 1] > a[i]) throw new Error('not sorted at ' + i);
    sum = (sum * 31 + a[i]) | 0;
  }
  return sum;
}

function run() {
  const values = random(size);
  let checksum = check(quicksort(values.slice(), 0, size - 1));
  checksum ^= check(heapsort(values.slice()));
  checksum = (checksum * 3 + check(mergesort(values))) | 0;
  checksum = (checksum * 3 + check(values.slice().sort((a, b) => a - b))) | 0;
  checksum = (checksum * 3 + check([...new Float64Array(values).sort()])) | 0;

  const people = values.slice(0, size / 2).map((value, i) => ({ name: 'n' + (value % 1000), age: value % 90, index: i }));
  people.sort((a, b) => a.age - b.age || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  for (let i = 1; i < people.length; i++) {
    const a = people[i - 1];
    const b = people[i];
    if (a.age === b.age && a.name === b.name && a.index > b.index) throw new Error('not stable');
    checksum = (checksum * 31 + b.index) | 0;
  }
  const words = people.map((person) => person.name).sort();
  checksum = (checksum + words.indexOf('n500')) | 0;
  return checksum;
}

bench.run('sort', run, 5);
