(function () {
  function f(mode) { outer: for (let i = 0; i < 3; i++) { try { for (const x of gen()) { try { if (mode === 'break') break outer; if (mode === 'continue') continue outer; if (mode === 'return') return 'r' + i; if (mode === 'throw') throw 'e'; } finally { trace('f' + x); } } } finally { trace('F' + i); } } return 'end'; }
  function* gen() { try { yield 1; yield 2; } finally { trace('g'); } }
  check([f('break'), takeLog()], ['end', ['f1', 'g', 'F0']]);
  check([f('continue'), takeLog()], ['end', ['f1', 'g', 'F0', 'f1', 'g', 'F1', 'f1', 'g', 'F2']]);
  check([f('return'), takeLog()], ['r0', ['f1', 'g', 'F0']]);
  let caught; try { f('throw'); } catch (e) { caught = e; } check([caught, takeLog()], ['e', ['f1', 'g', 'F0']]);
  check([f(), takeLog()], ['end', ['f1', 'f2', 'g', 'F0', 'f1', 'f2', 'g', 'F1', 'f1', 'f2', 'g', 'F2']]);
})();
check((() => { try { return 1; } finally { return 2; } })(), 2); check((() => { for (;;) { try { return 1; } finally { break; } } return 3; })(), 3);
check((() => { try { throw 1; } catch { return 4; } finally { trace('x'); } })(), 4); takeLog();
check((() => { let x = 1; try { return x; } finally { x = 2; } })(), 1);
check((() => { l: try { throw 1; } finally { break l; } return 5; })(), 5);
check((() => { let n = 0; for (let i = 0; i < 5; i++) { try { if (i % 2) continue; n += i; } finally { n += 10; } } return n; })(), 56);
check((() => { try { try { throw 1; } finally { throw 2; } } catch (e) { return e; } })(), 2);
check((() => { try { throw { a: [1, 2] }; } catch ({ a: [x, y] }) { return x + y; } })(), 3);
(function () {
  const sw = (v) => { let r = []; switch (v) { case 1: r.push(1); case 2: r.push(2); break; default: r.push('d'); case 3: r.push(3); } return r; };
  check([sw(1), sw(2), sw(3), sw(9), sw('1'), sw(NaN)], [[1, 2], [2], [3], ['d', 3], ['d', 3], ['d', 3]]);
  const table = (v) => { switch (v) { case 0: return 'a'; case 1: return 'b'; case 2: return 'c'; case 5: return 'f'; case -1: return 'm'; } return 'none'; };
  check([-1, 0, 1, 2, 3, 5, 6, 1.5, -0, '1', 2.0, null].map(table), ['m', 'a', 'b', 'c', 'none', 'f', 'none', 'none', 'a', 'none', 'c', 'none']);
  const strings = (v) => { switch (v) { case 'a': return 1; case 'bb': return 2; case 'c': case 'd': return 3; default: return 0; } };
  check(['a', 'bb', 'b' + 'b', 'c', 'd', 'e', 1, null].map(strings), [1, 2, 2, 3, 3, 0, 0, 0]);
  const mixed = (v) => { switch (v) { case trace('x'): return 'x'; case trace(1): return 1; default: return 'd'; case trace(null): return null; } };
  check([mixed(1), takeLog(), mixed(null), takeLog(), mixed(0), takeLog()], [1, ['x', 1], null, ['x', 1, null], 'd', ['x', 1, null]]);
  a: { b: { break a; } trace('no'); } check(takeLog(), []);
  let n = 0; do { n++; if (n === 2) continue; } while (n < 3); check(n, 3); while (true) { if (n-- < 0) break; } check(n, -2);
  const keys = []; for (const k in Object.create({ inherited: 1 }, { own: { value: 1, enumerable: true }, hidden: { value: 1 } })) keys.push(k); check(keys, ['own', 'inherited']);
  const del = { a: 1, b: 2, c: 3 }; for (const k in del) { trace(k); delete del.b; } check(takeLog(), ['a', 'c']); for (const k in null) trace(k); for (const k in 'ab') trace(k); check(takeLog(), ['0', '1']);
  for (var o = {}, o2 = (o.k in { x: 1 }); o2; ); let target = {}; for (target.key in { z: 1 }); check(target, { key: 'z' }); for ([target.a, target.b] of [[1, 2]]); check(target, { key: 'z', a: 1, b: 2 });
})();
(function () { const o = { a: { b() { return this.c; }, c: 3 }, n: null }; check([o?.a?.b(), o.x?.y.z.w, o.n?.[trace('no')], o.a?.['b'](), (o?.a).c, (o?.a.b)(), o.f?.(trace('no')), delete o?.n, delete o.q?.r, o?.a.c], [3, undefined, undefined, 3, 3, 3, undefined, true, true, 3]); check(takeLog(), []); throws(TypeError, () => o.a?.nope(), 'o.a?.nope is not a function'); })();
(function () { let a = null, b = 0, c = 1, o = { get x() { trace('get'); return 1; }, set x(v) { trace('set'); } }; a ??= 5; b ||= 6; c &&= 7; o.x ??= trace('no'); o.x &&= 2; check([a, b, c, takeLog()], [5, 6, 7, ['get', 'get', 'set']]); let fn; fn ??= () => {}; check(fn.name, 'fn'); })();
