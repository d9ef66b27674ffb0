// What the stack shows of calls that compiled code makes without frames, and where recursion ends.
const names = (e) => e.stack.split('\n').slice(1, 6).map((l) => l.trim().replace(/ \(.*:(\d+:\d+)\)/, ' $1')).filter((l) => !/Module|node:|Object\.\./.test(l)).join('|');
class A {
  constructor(x) { this.x = x; if (x > 9e3) throw new Error('big ' + x); }
  outer(y) { return this.inner(y) + 1; }
  inner(y) { if (y === 20001) throw new TypeError('inner'); return y; }
  get half() { if (this.x === 5) null.foo; return this.x / 2; }
  set half(v) { if (v === 777) throw new RangeError('set'); this.x = v * 2; }
}
class B extends A { constructor(x) { super(x); this.z = 1; } get half() { return super.half; } set half(v) { super.half = v; } }
const make = (x) => new B(x);
function use(i) { const b = make(i % 9010); b.outer(i); b.half = i % 1000; return b.half; }
let sum = 0;
for (let i = 0; i < 30000; i++) {
  try { sum += use(i); } catch (e) { if (i % 9000 < 12 || e.message === 'inner') console.log(i, e.message, names(e)); }
}
console.log(sum);
const deep = (n) => (n === 0 ? 0 : 1 + deep(n - 1));
for (let i = 0; i < 3000; i++) deep(100);
console.log(deep(7000));
const endless = (n) => 1 + endless(n + 1);
for (let i = 0; i < 5; i++) {
  try { endless(0); } catch (e) { console.log(e instanceof RangeError, e.message, e.stack.split('\n').length); }
}
