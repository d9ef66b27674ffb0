var a = 1;
check(a + (a = 5) + a, 11);
(function () { let x = 1; check(x + (x = 5) + x, 11); check([x, x++, x, ++x, x], [5, 5, 6, 7, 7]); })();
(function () { let i = 0; const o = {}; o[i++] = i++; check(o, { 0: 1 }); let arr = [10, 20]; i = 0; arr[i] = i = 1; check(arr, [1, 20]); })();
(function (p, q) { check(p * (p = 3) - (q += p, q), 6 - 7); })(2, 4);
(function () { let f = (x, y) => [x, y]; let n = 1; check(f(n, n = 2), [1, 2]); check(f(n++, n), [2, 3]); const g = f; check(f(1, (f = null, 2)), [1, 2]); f = g; })();
function key(k) { return { toString() { trace('key ' + k); return k; } }; }
(function () {
  var o = { get x() { trace('get x'); return 1; }, set x(v) { trace('set x ' + v); } };
  o[key('x')] = (trace('rhs'), 2);
  check(takeLog(), ['rhs', 'key x', 'set x 2']);
  throws(TypeError, () => { null[key('y')] += trace('no'); });
  check(takeLog(), []);
  ({ [(trace('k1'), 'x')]: (trace('t1'), o)[(trace('t2'), 'p')] = trace('d') } = {});
  check(takeLog(), ['k1', 't1', 't2', 'get x'].slice(0, 3).concat(['d']));
})();
(function () {
  let s = 'x';
  s += s += 'y';
  check(s, 'xxy');
  let v = 1;
  v = v++ + ++v;
  check(v, 4);
  let c = true ? (v = 9) : 0;
  check([c, v], [9, 9]);
  let l = null ?? (v = 3);
  check([l, v, l && v, 0 || l], [3, 3, 3, 3]);
  v = v || 10; check(v, 3); v = 0; v = v || v + 10; check(v, 10);
})();
check((1, 2, trace(3)), 3); takeLog();
check(`${trace('a')}-${trace('b')}`, 'a-b'); check(takeLog(), ['a', 'b']);
(function () {
  const calls = { valueOf() { trace('valueOf'); return 4; }, toString() { trace('toString'); return 's'; } };
  check([calls + 1, `${calls}`, calls < 5, -calls, calls == 4], [5, 's', true, -4, true]);
  check(takeLog(), ['valueOf', 'toString', 'valueOf', 'valueOf', 'valueOf']);
  const left = { valueOf() { trace('L'); return 1; } }, right = { valueOf() { trace('R'); return 2; } };
  check([left < right, left > right, left <= right, left >= right], [true, false, true, false]);
  check(takeLog(), ['L', 'R', 'L', 'R', 'L', 'R', 'L', 'R']);
})();
