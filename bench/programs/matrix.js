// Dense linear algebra on Float64Array: multiplication, LU decomposition, a fast Fourier transform.
'use strict';
const bench = require('../harness.js');
const size = bench.size(180);

function filled(n, seed) {
  const values = new Float64Array(n * n);
  for (let i = 0; i < values.length; i++) {
    seed = (seed * 16807) % 2147483647;
    values[i] = seed / 2147483647 - 0.5;
  }
  return values;
}

function multiply(a, b, n) {
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const aik = a[i * n + k];
      for (let j = 0; j < n; j++) c[i * n + j] += aik * b[k * n + j];
    }
  }
  return c;
}

function determinant(matrix, n) {
  const a = Float64Array.from(matrix);
  let result = 1;
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(a[row * n + column]) > Math.abs(a[pivot * n + column])) pivot = row;
    }
    if (pivot !== column) {
      result = -result;
      for (let j = 0; j < n; j++) {
        const swap = a[pivot * n + j];
        a[pivot * n + j] = a[column * n + j];
        a[column * n + j] = swap;
      }
    }
    result *= a[column * n + column];
    for (let row = column + 1; row < n; row++) {
      const factor = a[row * n + column] / a[column * n + column];
      for (let j = column; j < n; j++) a[row * n + j] -= factor * a[column * n + j];
    }
  }
  return result;
}

function fft(re, im) {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j], re[i]];
      [im[i], im[j]] = [im[j], im[i]];
    }
  }
  for (let length = 2; length <= n; length <<= 1) {
    const angle = (-2 * Math.PI) / length;
    for (let from = 0; from < n; from += length) {
      for (let k = 0; k < length / 2; k++) {
        const wr = Math.cos(angle * k);
        const wi = Math.sin(angle * k);
        const a = from + k;
        const b = a + length / 2;
        const tr = re[b] * wr - im[b] * wi;
        const ti = re[b] * wi + im[b] * wr;
        re[b] = re[a] - tr;
        im[b] = im[a] - ti;
        re[a] += tr;
        im[a] += ti;
      }
    }
  }
}

function run() {
  const a = filled(size, 42);
  const b = filled(size, 4711);
  const product = multiply(a, multiply(b, a, size), size);
  let trace = 0;
  for (let i = 0; i < size; i++) trace += product[i * size + i];
  const det = determinant(a, size);

  const re = new Float64Array(8192);
  const im = new Float64Array(8192);
  for (let i = 0; i < re.length; i++) re[i] = Math.sin(i / 10) + (i % 17);
  fft(re, im);
  let power = 0;
  for (let i = 0; i < re.length; i++) power += re[i] * re[i] + im[i] * im[i];

  return [trace.toFixed(9), det.toExponential(9), power.toExponential(9)].join(' ');
}

bench.run('matrix', run, 10);
