// Which vars keep the value that they get.
function once() {
  var never;
  var one = 1;
  var late;
  late = 2;
  var enumeration;
  (function (e) { e.a = 1; })(enumeration || (enumeration = {}));
  var [pattern, { deep = 1 }] = [1, {}];
  if (one) { var branch = 1; }
  for (let i = 0; i < 3; i++) { let each = i; }
  return () => [never, one, late, enumeration, pattern, deep, branch];
}
function again(parameter) {
  var twice = 1;
  var twice = 2;
  var updated = 0;
  updated++;
  var assigned = 1;
  assigned = 2;
  for (var head = 0; head < 1;) { var body = head; break; }
  for (var key in {}) { }
  for (var element of []) { }
  while (test = parameter) { var test; break; }
  do { } while (!(last = 1));
  var last, inner, parameter = 1;
  var named = 1;
  function named() {}
  { function block() {} }
  { { merged = 1; } merged = 2; }
  var merged;
  for (;;) { [destructured] = [1]; break; }
  var destructured;
  return () => { inner = 1; };
}
function copies(a, b = () => a) {
  var a = 1;
  var unwritten;
  return () => [a, b];
}
