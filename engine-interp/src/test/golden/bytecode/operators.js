function values(a, b) {
  return [
    a * b, a / b, a % b, a & b, a | b, a << b, a >> b, a >>> b, a ^ 1, a >> 1, !a, null, true, false,
    a == b, a != b, a === b, a !== b, a < b, a <= b, a > b, a >= b,
  ];
}
function jumps(a, b) {
  if (a < b) b(); if (a <= b) b(); if (a > b) b(); if (a >= b) b(); if (a == b) b(); if (a != b) b(); if (a !== b) b();
  if (a < 1) b(); if (a <= 1) b(); if (a > 1) b(); if (a >= 1) b(); if (a == 1) b(); if (a != 1) b();
  if (!(a < b)) b(); if (!(a <= b)) b(); if (!(a > b)) b(); if (!(a >= b)) b();
  if (!(a < 1)) b(); if (!(a <= 1)) b(); if (!(a > 1)) b(); if (!(a >= 1)) b();
  if (a !== "x") b(); if (a === b) b(); if (a === null) b(); if (a !== null) b(); if (typeof a !== "object") b();
  if (a != null) b(); if (a == null) b();
}
function backEdges(a, b) {
  while (a) b(); while (a <= b) b(); while (a > b) b(); while (a >= b) b(); while (a <= 1) b(); while (a >= 1) b();
}
class Sub extends Object { constructor(a) { super(a, 1); } }
