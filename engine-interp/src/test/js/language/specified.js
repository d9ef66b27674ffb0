// What the specification says and V8 does otherwise.
(function () {
  const o = { get x() { trace('get'); return 1; }, set x(v) { trace('set ' + v); } };
  const key = { toString() { trace('key'); return 'x'; } };
  o[key] += (trace('rhs'), 2);
  check(takeLog(), ['key', 'get', 'rhs', 'set 3']);
  check(o[key]++, 1);
  check(takeLog(), ['key', 'get', 'set 2']);
})();
throws(ReferenceError, function () { 'use strict'; undeclared = (globalThis.undeclared = 1, 2); });
delete globalThis.undeclared;
