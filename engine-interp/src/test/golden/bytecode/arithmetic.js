function mix(a, b) {
  let x = a + b * 2 - (a % 7) / 3;
  x = (x | 0) & 255 ^ b << 3;
  x += a ** b;
  return -x + ~b - +a - (x++ >>> 1) - --x;
}
function order(a) {
  return a + (a = 2) + a;
}
