(function () {
  var x = 1; eval('var y = x + 1; x = 5'); check([x, y], [5, 2]);
  let l = 1; check(eval('let l = 2; l'), 2); check(l, 1);
  check(eval('(() => x)()'), 5); check((0, eval)('typeof x'), 'undefined');
  eval('function made() { return x; }'); check(made(), 5); check(delete y, true); throws(ReferenceError, () => y);
  (function () { 'use strict'; eval('var s = 1'); throws(ReferenceError, () => s); })();
  check(eval('"use strict"; var t = 3; t'), 3); throws(ReferenceError, () => t);
  const f = (c) => eval(c); check(f('c'), 'c'); check(eval('this') === this, true);
  function outer() { return eval('new.target'); } check(new outer() !== undefined, true); check(outer(), undefined);
  throws(SyntaxError, () => { let z; { eval('var z'); } }); throws(SyntaxError, () => eval('let a; let a'));
  check((function (p) { eval('var p = 2'); return p; })(1), 2); check((function (p, q = eval('var h = 1')) { return h; })(1), 1);
})();
check([eval('1;;;'), eval('1; {}'), eval('1; if (0) 2;'), eval('2; do { 3; break; } while (0)'), eval('do { 4; continue; } while (0)'), eval('var v = 1'), eval('5; try { 6 } finally { 7 }'), eval('8; switch (1) { case 1: }'), eval('l: { 9; break l; }'), eval('1; function g() {}'), eval('for (var i = 0; i < 2; i++) i'), eval('10; class C {}'), eval('do { 1; if (true) { break; } } while (0)')], [1, 1, undefined, 3, 4, undefined, 6, undefined, 9, 1, 1, 10, undefined]);
(function () {
  const o = { a: 1, f() { return this === o; }, [Symbol.unscopables]: { hidden: true }, hidden: 2 }; var a = 10, b = 20, hidden = 30;
  with (o) { check([a, b, hidden, f()], [1, 20, 30, true]); a = 2; b = 3; var c = 4; check(typeof nothing, 'undefined'); check((() => a)(), 2); }
  check([o.a, a, b, c], [2, 10, 3, 4]);
  with ({ d: 1 }) { d += 1; d++; check(d, 3); check(delete d, true); throws(ReferenceError, () => d); }
  with ({ x: 1 }) { x = (delete this.x, 5); check(x, 5); }
  with (o) { try { with ({ e: 1 }) { throw e; } } catch (err) { check([err, a], [1, 2]); } }
  for (var w of [1, 2]) { with ({ w2: w }) { if (w2 === 1) continue; trace(w2); } } check(takeLog(), [2]);
  throws(TypeError, () => { with (null) {} });
  const self = () => { with ({}) { return (() => this)(); } }; check(self() === this, true);
})();
var globalVar = 1; let globalLet = 2; check([globalThis.globalVar, globalThis.globalLet, eval('globalLet')], [1, undefined, 2]);
throws(SyntaxError, () => (0, eval)('var globalLet')); (0, eval)('var fromEval = 3'); check([fromEval, delete globalThis.fromEval], [3, true]);
check(new Function('a', 'b = 2', 'return a + b')(1), 3); check(new Function().toString(), 'function anonymous(\n) {\n\n}');
