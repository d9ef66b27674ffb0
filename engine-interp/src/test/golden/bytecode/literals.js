function literals(a, k) {
  const o = { a, b: 1, [k]: 2, get x() { return 1; }, set x(v) {}, m() { return super.m(); }, ...a, __proto__: k, 5: 6 };
  return [[1, 2, 3], [1.5, 2], ["a", null, true], [a, , ...k, k], {}, /x/g, `a${a}b${k}`, 1e21, 5n, "text", -0];
}
