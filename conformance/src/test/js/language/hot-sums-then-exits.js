// Sums beyond int32 that are used modulo 2^32, when compiled code is left before the next operator: that sees the exact sum.
const words = new Uint32Array([7, 4294967291, 2147483648, 4294967295]);
const MAX = 2147483647;
const MIN = -2147483648;
const loud = { valueOf() { console.log('  valueOf'); return 0.5; } };
const odd = [0.5, -0.5, -0, NaN, undefined, null, true, '9', loud, 4294967296.75, -1e300, 5n, Symbol.iterator];

function fraction(d) { return d; }

const cases = {
  chain: [(a, b, d) => ((a + b) + (3 - d)) | 0, MAX, 5],
  minus: [(a, b, d) => ((a - b) - d) | 0, MIN, 5],
  left: [(a, b, d) => (d - (a + b)) ^ 0, MAX, MAX],
  multiplied: [(a, b, d) => ((a + b) + d * 2) | 0, MAX, 6],
  both: [(a, b, d) => ((a + b) + (d - a)) >> 1, MAX, 3],
  three: [(a, b, d) => (a + b + a + b + d) & -1, MAX, MAX],
  unsigned: [(a, b, d) => ((a >>> 0) + b - d) | 0, -5, 2],
  unsignedShift: [(a, b, d) => ((a >>> b) + d) | 0, -5, 0],
  unsignedTwice: [(a, b, d) => ((a >>> 0) - (b >>> 0) - d) | 0, -5, -1],
  unsignedConstant: [(a, b, d) => ((a >>> 3) + (b >>> 31) + d) | 0, -5, -1],
  element: [(a, b, d) => (words[a] + d + b) | 0, 1, 9],
  elements: [(a, b, d) => ((words[a] + words[b]) - d) | 0, 1, 3],
  constantElement: [(a, b, d) => (words[2] + a + b + d) | 0, MAX, 2],
  increment: [(a, b, d) => { a++; b--; return (a + d) ^ (b - d); }, MAX, MIN],
  prefix: [(a, b, d) => (++a + d) ^ (--b + d), MAX, MIN],
  immediate: [(a, b, d) => ((a + 1000) - d) ^ ((b - 1000) - d), MAX, MIN],
  caught: [(a, b, d) => { try { return ((a + b) + d) | 0; } catch (e) { return a + e.name; } }, MAX, 5],
  finallyToo: [(a, b, d) => { let x = a + b; try { x = (x + d) | 0; } finally { x = [x, a + b]; } return x; }, MAX, 5],
  inlined: [(a, b, d) => { const f = x => x; return ((a + b) + f(d)) | 0; }, MAX, 5],
  inlinedExit: [(a, b, d) => ((a + b) + fraction(d - 0)) | 0, MAX, 5],
  inlinedMiddle: [(a, b, d) => ((a + b) + (fraction(d) - a)) | 0, MAX, 5],
  shiftCount: [(a, b, d) => (1 << (a + b)) + ((a + b) << d), MAX, 5],
  not: [(a, b, d) => ~(a + b) ^ ~(a - d), MAX, 5],
  unsignedResult: [(a, b, d) => ((a + b) - d) >>> 0, MAX, 5],
  unsignedResultOfShift: [(a, b, d) => ((a + b) - d) >>> 3, MAX, 5],
  conditional: [(a, b, d) => ((a + b) + (d > 0 ? d : 1)) | 0, MAX, 5],
  property: [(a, b, d) => ((a + b) + [d].length + [d][0]) | 0, MAX, 5],
  doubled: [
    (a, b, d) => {
      let x = (a | 0) + (b | 0);
      x += x; x += x; x += x; x += x; x += x; x += x; x += x; x += x; x += x; x += x;
      x += x; x += x; x += x; x += x; x += x; x += x; x += x; x += x; x += x; x += x;
      x += x; x += x; x += x; x += x; x += x; x += x; x += x; x += x; x += x; x += x;
      return (x | 0) - d;
    }, MAX, 6],
  fibonacci: [
    (a, b, d) => {
      a |= 0; b |= 0;
      a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a;
      a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a;
      a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a;
      a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a; a += b; b += a;
      return (a | 0) - d;
    }, MAX, MAX - 2],
};

function attempt(f, a, b, d) {
  try {
    return f(a, b, d);
  } catch (e) {
    return e.name;
  }
}

// Trained with ints whose sums are ints, with ints whose sums are not, and with what comes then.
for (const name in cases) {
  const [f, a, b] = cases[name];
  for (let i = 0; i < 20000; i++) f(i & 3, 2, 1);
  const first = f(a, b, 0.5);
  for (let i = 0; i < 20000; i++) f(a, b, i & 7);
  console.log(name, first, f(a, b, 3));
  console.log(' ', odd.map(d => String(attempt(f, a, b, d))).join(' '));
}

// In a loop, and left in the middle of it.
function loop(values, d) {
  let h = 0;
  for (let i = 0; i < values.length; i++) {
    h = ((h >>> 0) + values[i] + (words[i & 3] - d)) | 0;
  }
  return h;
}
const ints = Array.from({ length: 400 }, (_, i) => (i * 0x9e3779b1) | 0);
for (let i = 0; i < 100; i++) loop(ints, i);
for (const value of [0.5, -0.25, 4294967295.5, '7', undefined]) {
  console.log(loop([...ints, value, MAX, 3], 0), loop([...ints, MAX], value));
}

// A generator that goes on behind a sum.
function* resumed(a, b) {
  return ((a + b) + (yield a)) | 0;
}
for (let i = 0; i < 2000; i++) {
  const steps = resumed(MAX, 5);
  steps.next();
  const { value } = steps.next(i & 1 ? i : i + 0.5);
  if (i > 1996) console.log(value);
}
