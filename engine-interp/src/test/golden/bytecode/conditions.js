function test(a, b, c) {
  if (a < b && !(b >= c) || a === "x") return 1;
  if (a == null || typeof b === "string") return 2;
  return a ?? (b ? c : 0);
}
function typeofs(a) {
  return typeof a + typeof missing;
}
