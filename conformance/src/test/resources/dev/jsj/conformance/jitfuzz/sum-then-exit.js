// A sum beyond int32 that is used modulo 2^32, and an exit before the next one, which adds a fraction to it.
function chain(a, b, c, d) {
  return ((a + b) + (c - d)) | 0;
}
function callee(x) {
  return x - 0;
}
function inlined(a, b, c, d) {
  return ((a >>> 0) + b + callee(c) - d) ^ 0;
}
// A sum that is too large to be exact.
function large(a, b) {
  a |= 0;
  b |= 0;
  a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a;
  a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a;
  return (a + b) | 0;
}
for (let i = 0; i < 200; i++) {
  chain(i, 5, 3, 1);
  inlined(-i, 5, 3, 1);
  large(i, 1);
}
print(chain(2147483647, 5, 3, 0.5));
print(inlined(-5, 5, 0.5, 1) + ' ' + inlined(-5, 5, 3, 0.5));
for (let i = 0; i < 200; i++) large(2147483647 - i, 2147483645);
print(large(2147483647, 2147483645));
