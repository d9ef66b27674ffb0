// Literals, private members and switches in functions that run hot.
function each(f, n = 3000) { let r; for (let i = 0; i < n; i++) r = f(i); return r }
let o = '';
o += each(i => JSON.stringify({a: i, b: i / 2, c: 'x', d: null, e: [i, 1.5, 'q'], f: []}));
o += each(i => { const g = x => x + i; return g(3) });
class P { #x = 1; #y; static s = 0; constructor(v) { this.#y = v } inc() { this.#x += this.#y; return this.#x } get x() { return this.#x } static is(o) { return #x in o } }
class Q extends P { #x = 'q'; both() { return this.#x + this.x } }
o += each(i => new P(i).inc()) + each(i => new Q(i).both()) + P.is(new Q) + P.is({});
const bad = f => { try { return f() } catch (e) { return e.message } };
o += bad(() => P.prototype.inc.call({})) + bad(() => new P(2).inc());
o += each(i => { switch (i % 6) { case 0: return 'z'; case 1: return 'o'; case 3: return 't'; case 4: case 5: return 'f'; default: return 'd' } });
const sw = v => { switch (v) { case 1: return 'a'; case 2: return 'b'; case 3: return 'c'; case 4: return 'd' } return 'none' };
each(i => sw(i % 5)); for (const v of [1, 2.0, 2.5, '2', -0, NaN, 4294967298, null, -2147483648]) o += sw(v);
o += each(i => { try { const r = i > 2998 ? k : 1; let k = r; return r } catch (e) { return e.message } });
o += each(i => [1, 2, 3].map(x => x * i).join()) + each(i => [0.5, -0].length) + each(i => ({}).toString()) + each(i => ['a', {}].length);
const a1 = each(i => { const a = [1, 2]; a.push(i); return a }); o += a1; console.log(o);
