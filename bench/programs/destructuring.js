// Destructuring, defaults, rest and spread in parameters, declarations, assignments and literals.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(40000);

function area({ width = 1, height = 2, margin: { top = 0, bottom = 0 } = {} } = {}) {
  return width * (height + top + bottom);
}
function fold(first, second = first + 1, ...others) {
  let result = first * 2 + second;
  for (const other of others) result = (result + other) | 0;
  return result;
}
const merge = (base, override) => ({ ...base, ...override, merged: true });
const swapEnds = ([first, ...middle]) => [...middle, first];

function run() {
  let checksum = 0;
  let [a, b] = [0, 1];
  for (let i = 0; i < rounds; i++) {
    checksum = (checksum + area({ width: i & 7 }) + area({ height: 3, margin: { top: i & 3 } }) + area()) | 0;
    checksum = (checksum + fold(i) + fold(i, 2) + fold(1, 2, 3, i) + fold(...[i, 4], ...[5, 6])) | 0;
    [a, b] = [b, (a + b) & 0xffff];
    const point = { x: i, y: a, label: { text: 'p', size: b } };
    const {
      x,
      label: { size, ...restOfLabel },
      ...others
    } = point;
    checksum = (checksum + x + size + restOfLabel.text.length + others.y) | 0;
    const both = merge(point, { y: i & 15, z: 3 });
    checksum = (checksum + both.y + both.z + Object.keys(both).length) | 0;
    const list = swapEnds([i, a, b, 4]);
    checksum = (checksum + list[0] * 2 + list[3]) | 0;
    const [p = 7, , q = 9] = [undefined, 1, i];
    checksum = (checksum + p + q + Math.max(...list)) | 0;
  }
  return checksum;
}

bench.run('destructuring', run, 5);
