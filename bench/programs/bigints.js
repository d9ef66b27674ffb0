// Big integers: digits of pi, modular exponentiation, factorials, conversion to and from text.
'use strict';
const bench = require('../harness.js');
const digits = bench.size(1500);

function piDigits(count) {
  let text = '';
  let [q, r, t, k, n, l] = [1n, 0n, 1n, 1n, 3n, 3n];
  while (text.length < count) {
    if (4n * q + r - t < n * t) {
      text += n;
      const nr = 10n * (r - n * t);
      n = (10n * (3n * q + r)) / t - 10n * n;
      q *= 10n;
      r = nr;
    } else {
      const nr = (2n * q + r) * l;
      const nn = (q * (7n * k) + 2n + r * l) / (t * l);
      q *= k;
      t *= l;
      l += 2n;
      k += 1n;
      n = nn;
      r = nr;
    }
  }
  return text;
}

function power(base, exponent, modulus) {
  let result = 1n;
  for (base %= modulus; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return result;
}

function isProbablePrime(n) {
  if (n % 2n === 0n) return n === 2n;
  let d = n - 1n;
  let s = 0;
  while (d % 2n === 0n) {
    d /= 2n;
    s++;
  }
  for (const witness of [2n, 3n, 5n, 7n, 11n]) {
    let x = power(witness, d, n);
    if (x === 1n || x === n - 1n) continue;
    let composite = true;
    for (let i = 1; i < s && composite; i++) {
      x = (x * x) % n;
      if (x === n - 1n) composite = false;
    }
    if (composite) return false;
  }
  return true;
}

function run() {
  const pi = piDigits(digits);
  let primes = 0;
  for (let n = (1n << 89n) - 1n, i = 0; i < digits / 4; i++, n += 2n) if (isProbablePrime(n)) primes++;

  let small = 1n;
  for (let i = 0; i < digits * 200; i++) small = BigInt.asUintN(64, small * 6364136223846793005n + 1442695040888963407n);

  let factorial = 1n;
  for (let i = 1n; i <= BigInt(digits); i++) factorial *= i;
  const text = factorial.toString();
  const back = BigInt(text) === factorial && BigInt('0x' + factorial.toString(16)) === factorial;

  return [pi.slice(-20), primes, small, text.length, back].join(' ');
}

bench.run('bigints', run, 5);
