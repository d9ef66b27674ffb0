// The largest singular value of an infinite matrix, by the power method; plain arrays of doubles.
'use strict';
const bench = require('../harness.js');
const size = bench.size(480);

const entry = (i, j) => 1 / (((i + j) * (i + j + 1)) / 2 + i + 1);

function times(vector) {
  const result = [];
  for (let i = 0; i < vector.length; i++) {
    let sum = 0;
    for (let j = 0; j < vector.length; j++) sum += entry(i, j) * vector[j];
    result.push(sum);
  }
  return result;
}

function timesTransposed(vector) {
  const result = [];
  for (let i = 0; i < vector.length; i++) {
    let sum = 0;
    for (let j = 0; j < vector.length; j++) sum += entry(j, i) * vector[j];
    result.push(sum);
  }
  return result;
}

function run() {
  let u = new Array(size).fill(1);
  let v = [];
  for (let i = 0; i < 10; i++) {
    v = timesTransposed(times(u));
    u = timesTransposed(times(v));
  }
  let uv = 0;
  let vv = 0;
  for (let i = 0; i < size; i++) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
  }
  return [Math.sqrt(uv / vv).toFixed(9)].join(' ');
}

bench.run('spectral-norm', run, 10);
