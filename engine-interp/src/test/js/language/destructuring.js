(function () {
  const [a, , b = 3, ...c] = [1, 2, undefined, 4, 5]; check([a, b, c], [1, 3, [4, 5]]);
  const { x, y: { z = 7, ...r } = {}, ...o } = { x: 1, y: { p: 2, q: 3 }, s: 4 }; check([x, z, r, o], [1, 7, { p: 2, q: 3 }, { s: 4 }]);
  let p = 1, q = 2; [p, q] = [q, p]; check([p, q], [2, 1]);
  ({ p, q: p = 5 } = { p: 9 }); check([p, q], [5, 1]);
  const t = {}; [t.a, t['b'], ...t.c] = 'hello'; check(t, { a: 'h', b: 'e', c: ['l', 'l', 'o'] });
  check((([a, b] = [1, 2], { c = a + b } = {}) => [a, b, c])(), [1, 2, 3]);
  const { length, 0: first, ['l' + 'ength']: again } = 'abc'; check([length, first, again], [3, 'a', 3]);
  let v = [1, [2]]; ([v, [v]] = v); check(v, 2);
  const res = ([p] = [8, 9]); check(res, [8, 9]);
  const { f = function () {}, g = () => {}, h = class {} } = {}; check([f.name, g.name, h.name], ['f', 'g', 'h']);
})();
function iterable(n, extra) {
  return { i: 0, [Symbol.iterator]() { return this; },
    next() { trace('next'); return { done: this.i >= n, value: this.i++ }; },
    return(v) { trace('return'); return extra ? extra() : {}; } };
}
{ const [a] = iterable(3); check([a, ...takeLog()], [0, 'next', 'return']); }
{ const [a, b] = iterable(1); check([a, b, ...takeLog()], [0, undefined, 'next', 'next']); }
{ const [...a] = iterable(2); check([a, takeLog()], [[0, 1], ['next', 'next', 'next']]); }
{ const [] = iterable(2); check(takeLog(), ['return']); }
throws(RangeError, () => { const [a = (() => { throw new RangeError('x'); })()] = { [Symbol.iterator]: () => ({ next: () => ({ value: undefined }), return() { trace('closed'); throw 1; } }) }; }); check(takeLog(), ['closed']);
throws(TypeError, () => { const [a] = iterable(3, () => 1); }); takeLog();
throws(TypeError, () => { const { a } = null; }, "Cannot destructure property 'a' of 'null' as it is null.");
throws(TypeError, () => { let u; const { a } = u; }, "Cannot destructure property 'a' of 'u' as it is undefined.");
throws(TypeError, () => { (({ a }) => a)(); }, "Cannot destructure property 'a' of 'undefined' as it is undefined.");
throws(TypeError, () => { const num = 5; const [a] = num; }, 'num is not iterable');
throws(ReferenceError, () => { const { a = b, b } = {}; }, "Cannot access 'b' before initialization");
throws(ReferenceError, () => { ((a = b, b) => 1)(); }, "Cannot access 'b' before initialization");
throws(ReferenceError, () => { ((a = a) => 1)(); }, "Cannot access 'a' before initialization");
