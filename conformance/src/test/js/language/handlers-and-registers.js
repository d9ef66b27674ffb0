// Registers that an exception handler reads, and the same registers where none does; cold and hot.
'use strict';

function mixed(items, limit) {
  let sum = 0;
  for (let i = 0; i < limit; i++) {
    const part = (i * 3) % 7;
    sum += part;
  }
  for (const item of items) {
    const doubled = item * 2;
    if (doubled > 20) break;
    sum += doubled;
  }
  for (let i = 0; i < limit; i++) {
    const half = i / 2;
    sum += half;
  }
  return sum;
}

function recovering(values) {
  let last = -1;
  let index = 0;
  let caught = 0;
  for (;;) {
    try {
      for (; index < values.length; index++) {
        last = values[index] * 1.5;
        values[index].toFixed();
      }
      return `${last} ${index} ${caught}`;
    } catch (error) {
      caught += last > 0 ? last : 1;
      index++;
    }
  }
}

function inFinally(values) {
  let i = 0;
  let total = 0;
  try {
    for (i = 0; i < values.length; i++) total = (total + values[i].length) | 0;
  } catch {
    total = -total;
  } finally {
    total += i;
  }
  let after = total * 2;
  try {
    after += 0.5;
    values.missing();
  } catch (error) {
    after += error.message.length;
  }
  return after;
}

function nested(depth) {
  let path = '';
  let n = depth;
  try {
    path += 'a' + n;
    try {
      n = n * 2;
      if (n % 3 === 0) throw n;
      path += 'b';
    } finally {
      n = n + 0.25;
      path += 'c' + n;
    }
    n = 7;
    if (depth % 2 === 0) throw -n;
  } catch (value) {
    path += `d${value}/${n}`;
  }
  return path;
}

let checksum = 0;
const mixedValues = [1, 2, 'x', 3.5, null, 4, undefined, 5];
const strings = ['a', 'bc', null, 'd'];
let shown = '';
for (let i = 0; i < 4000; i++) {
  checksum += mixed([1, 2, 3, i % 15], 10);
  const results = [recovering(mixedValues), inFinally(strings), inFinally(['q', 'rs']), nested(i % 6)];
  if (i < 6 || i > 3993) shown += results.join(' ') + '\n';
}
console.log(checksum);
console.log(shown);
