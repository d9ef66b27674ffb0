// BigInt: arithmetic, division and remainder signs, shifts, bit operations on negatives, conversion, comparison, asIntN, errors.
const a = 123456789012345678901234567890n,
  b = -987654321n;
console.log(
  a + b,
  a - b,
  a * b,
  a / b,
  a % b,
  b % 1000n,
  -7n / 2n,
  -7n % 2n,
  7n / -2n,
  7n % -2n,
  2n ** 100n,
  (-3n) ** 3n,
  0n ** 0n,
  -a,
  a & 0xffffn,
  b & 0xffn,
  b | 1n,
  a ^ b,
  ~a,
  a << 3n,
  a >> 60n,
  b >> 2n,
  b << -2n,
  1n << 0n,
  -1n >> 1000n,
  5n >> 1n,
);
console.log(
  a > b,
  1n < 2,
  2n == 2,
  2n === 2,
  '2' == 2n,
  1n < '2',
  1n == true,
  0n == '',
  0n == false,
  2n > 1.5,
  10n ** 400n > Infinity,
  1n < NaN,
  1n == 'x',
  [3n, 1, 2n, '0'].sort().join(),
  Object(1n) == 1n,
  0n ? 't' : 'f',
  !0n,
  1n && 2,
  typeof 1n,
  typeof Object(1n),
  1n + 'x',
  `${5n}`,
  [1n] + '',
  -0n,
  Object.is(-0n, 0n),
  new Set([1n, 1n, 1]).size,
);
console.log(
  BigInt(10),
  BigInt('0x1f'),
  BigInt('0b11'),
  BigInt('0o17'),
  BigInt('  42  '),
  BigInt(''),
  BigInt('-5'),
  BigInt(true),
  BigInt(Number.MAX_SAFE_INTEGER),
  BigInt(1e25),
  Number(a),
  Number(2n ** 1024n),
  Number(2n ** 53n + 1n),
  parseInt('12n'),
  parseFloat(String(a)),
  a.toString(16),
  a.toString(36),
  a.toString(2).length,
  (-255n).toString(16),
  BigInt.asIntN(8, 255n),
  BigInt.asIntN(8, 127n),
  BigInt.asUintN(8, -1n),
  BigInt.asIntN(64, 2n ** 63n),
  BigInt.asUintN(64, -1n),
  BigInt.asIntN(0, 5n),
  BigInt.asIntN(3, 25n),
  BigInt.asUintN(200, -5n) === 2n ** 200n - 5n,
  a.toLocaleString('en-US'),
  1_000n,
  0xffn,
  0b1n,
  0o7n,
);
for (const f of [
  () => 1n + 1,
  () => 1n * '2',
  () => +1n,
  () => 1n / 0n,
  () => 1n % 0n,
  () => 2n ** -1n,
  () => 1n >>> 0n,
  () => BigInt(1.5),
  () => BigInt('1.5'),
  () => BigInt('1n'),
  () => BigInt(NaN),
  () => BigInt(undefined),
  () => BigInt(null),
  () => BigInt(Symbol()),
  () => new BigInt(1),
  () => Math.max(1n),
  () => JSON.stringify(1n),
  () => BigInt.asIntN(-1, 1n),
  () => BigInt.asIntN(2 ** 53, 1n),
  () => BigInt.asIntN(8, 1),
  () => isNaN(1n),
  () => Number.isInteger(1n),
  () => parseInt(1n),
  () => [1, 2][1n],
  () => 'abc'[1n],
  () => 1n.toString(1),
  () => (2n ** 64n).toString(37),
  () => BigInt({}),
  () => BigInt([5]),
  () => BigInt('--1'),
  () => 5n | 1,
  () => 1n << (2n ** 70n),
  () => Number(1n) + 1,
  () => Math.pow(2n, 2n),
  () => 1n > Symbol(),
  () => BigInt.prototype.toString.call(1),
  () => {
    let x = 1n;
    x++;
    x--;
    ++x;
    return -x;
  },
  () => {
    let x = 5n;
    x **= 3n;
    x %= 7n;
    x <<= 2n;
    return x;
  },
  () => [10n, 9n, 1n].sort(),
  () => [3n, 1n, 2n].sort((p, q) => (p < q ? -1 : 1)),
  () => [1n, 2n].includes(2n),
  () => [1n].indexOf(1),
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
let f = 1n;
for (let i = 1n; i <= 60n; i++) f *= i;
console.log(f, f.toString().length);
const gcd = (x, y) => (y ? gcd(y, x % y) : x);
console.log(gcd(2n ** 60n * 9n, 6n ** 30n));
const isqrt = (n) => {
  let x = n,
    y = (x + 1n) / 2n;
  while (y < x) [x, y] = [y, (y + n / y) / 2n];
  return x;
};
console.log(isqrt(10n ** 60n + 12345n));
const powMod = (x, e, m) => {
  let r = 1n;
  for (x %= m; e; e >>= 1n, x = (x * x) % m) if (e & 1n) r = (r * x) % m;
  return r;
};
console.log(powMod(3n, 10n ** 18n, 10n ** 9n + 7n));
console.log(
  { n: 1n, list: [2n, -3n], nested: { deep: { v: 4n } } },
  [1n],
  new Map([[1n, 2n]]),
  Object(5n),
  BigInt.name,
  BigInt.length,
  Object.getOwnPropertyNames(BigInt.prototype),
  Object.prototype.toString.call(1n),
  BigInt(2) ** 64n - 1n,
  0x7fffffffn + 1n,
  -0x80000000n - 1n,
  4294967296n * 4294967296n,
  18446744073709551615n % 10n,
  (1n << 64n) - 1n,
  -5n / 5n,
  -4n >> 1n,
  -5n & -3n,
  -5n | 2n,
  -5n ^ 3n,
  6n & ~2n,
);
