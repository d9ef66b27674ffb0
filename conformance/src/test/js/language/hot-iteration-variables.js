// A variable that a loop head assigns keeps its value when the iteration ends, in compiled code, too.
function lastOf(iterable) { let v = 'before'; for (v of iterable); return v; }
function lastIn(object) { let k = 5, n = 0; for (k in object) n++; return k + '/' + n; }
function number(iterable) { let v = 0.5; for (v of iterable) if (v > 100) break; return v + 1; }
function nested(rows) { let r = -1, c = -2; for (r of rows) for (c of r); return [r, c].join('|'); }
function sum(n) { let v = 1; for (let i = 0; i < n; i++) { v = v + i; for (v of i & 1 ? [] : [i]); } return v | 0; }
function* generated(iterable) { let v = 'before'; for (v of iterable) yield v; yield 'last ' + v; }
const seen = [];
for (let i = 0; i < 4000; i++) {
  const line = [
    lastOf([]), lastOf(['x', 'y']), lastOf('abc'), lastOf(new Set()), lastOf(new Map([[1, 2]])),
    lastIn({}), lastIn({ a: 1, b: 2 }), lastIn(null), lastIn([7]),
    number([]), number([1, 2]), number([200, 3]), nested([]), nested([[], [1]]), nested([[1, 2], []]),
    sum(0), sum(5), sum(6), [...generated([])], [...generated([1, 2])],
  ].join();
  if (seen.at(-1) !== line) seen.push(line);
}
console.log(seen.join('\n'));
