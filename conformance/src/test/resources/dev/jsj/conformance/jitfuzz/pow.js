// Math.pow and ** give the same digits in all tiers.
const y = Math.hypot(1, 1);
function f(x) {
  return [Math.pow(x, y), x ** y, x ** 0.5, x ** -1, x ** 2.5].join();
}
for (let i = 0; i < 300; i++) print(f(i * 17893570137001));
