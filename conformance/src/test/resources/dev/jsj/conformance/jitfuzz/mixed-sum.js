// A number beyond int32, minus a fraction, used modulo 2^32: rounded as the exact number is.
let H = 17;
function mix(v) {
  H = (Math.imul(H, 31) + v) | 0;
}
function mixed() {
  return ~~((-5 >>> 0) - -2.25);
}
function loop() {
  for (let i = 0; i < 25; i++) mix(mixed());
}
for (let i = 0; i < 100; i++) loop();
print(mixed() + ' ' + H);
