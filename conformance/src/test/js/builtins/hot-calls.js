// Built-in functions called from hot code.
let s = 0, o = '';
function each(f, n = 3000) { let r; for (let i = 0; i < n; i++) r = f(i); return r }
const a = [1.5, 2, -3.5, 4];
o += each(i => { let t = 0; for (const x of a) t += Math.abs(x) + Math.floor(x) + Math.max(x, i) + Math.sqrt(i); return t; });
o += ' ' + each(i => 'hello world'.charCodeAt(i % 11) + 'abc'.charAt(i % 3).length);
const m = new Map(); o += ' ' + each(i => { m.set(i % 7, (m.get(i % 7) ?? 0) + 1); return m.has(i) ? m.get(3) : m.size });
const st = new Set(); o += ' ' + each(i => { st.add(i & 15); return st.has(3) + st.size });
const q = []; o += ' ' + each(i => { q.push(i); q.push(i / 2); return q.length }); 
o += ' ' + each(i => q.pop()); o += ' ' + Math.floor(-0.5) + each(i => Math.floor(i / 2 - 0.25)) + Object.is(each(i => Math.round(-0.2)), -0);
o += each(i => { const [x, y, z] = a; return x + y + z; }); o += each(i=>String.fromCharCode(65 + i % 26)) + each(i => Array.isArray(i % 2 ? a : i));
console.log(o);
