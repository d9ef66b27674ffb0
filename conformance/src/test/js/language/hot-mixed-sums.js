// Sums that are used modulo 2^32, of integers beyond int32 and of fractions.
function unsigned(x, y) { return ~~((x >>> 0) - y); }
function overflowing(x, y, z) { return (x + y + z) | 0; }
function element(array, i, y) { return (array[i] + y) | 0; }
function chain(a, b, c, d) { return ((a + b) + (c + d)) ^ 0; }

const words = new Uint32Array([1, 4294967291, 2147483648]);
function all(y) {
  return [unsigned(-5, y), overflowing(2147483647, 1, y), element(words, 1, y), element(words, 2, -y), chain(2147483647, 5, y, y)];
}

for (const y of [-2.25, 1, 0.5, -7]) {
  for (let i = 0; i < 20000; i++) all(y);
  console.log(all(y).join(' '));
}
for (let i = 0; i < 20000; i++) overflowing(2147483647, 1, 2);
console.log(overflowing(2147483647, 1, 0.5), overflowing(-2147483648, -1, -0.5), chain(2147483647, 5, 1, 0.5));
