function sloppy(a, b) {
  arguments[0] = b;
  with (a) { b = a; b(); typeof c; delete c; b++; var d = 1; }
  { function inner() { return a; } }
  return inner;
}
function evals(x) {
  eval(x);
  y = y + x;
  return function named() { named = 1; return new.target; };
}
function strict() {
  "use strict";
  arguments;
  unknown = this;
  switch (strict) { case 1: case 2: case 3: case 4: let q = 1; return q; case q: }
  switch (strict) { case "a": case "b": case "c": case "d": return () => import("x"); default: debugger; }
}
