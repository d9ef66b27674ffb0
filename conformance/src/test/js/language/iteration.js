// for-in, for-of, the iterator protocol, closing, array holes, strings by code point, enumeration order.
const o = { b: 1, 2: 'two', a: 2, 1: 'one', [Symbol('s')]: 3 };
for (const k in o) console.log(k);
const child = Object.create(
  { inherited: 1, b: 'hidden' },
  { own: { value: 1, enumerable: true }, hidden: { value: 2 } },
);
for (const k in child) console.log(k);
for (const k in 'ab') console.log(k);
for (const k in [5, , 7]) console.log(k);
for (const k in null) console.log('never');
for (const k in undefined);
for (const c of 'a💩b') console.log(c, c.length);
const del = { a: 1, b: 2, c: 3 };
for (const k in del) {
  console.log(k);
  delete del.b;
  del.d = 4;
}
class Range {
  constructor(n) {
    this.n = n;
  }
  [Symbol.iterator]() {
    let i = 0;
    const n = this.n;
    return {
      next: () => (i < n ? { value: i++, done: false } : { value: 'end', done: true }),
      return(v) {
        console.log('return called', v);
        return {};
      },
    };
  }
}
for (const i of new Range(5)) if (i === 1) break;
try {
  for (const i of new Range(5)) throw new Error('stop');
} catch (e) {
  console.log(e.message);
}
(() => {
  for (const i of new Range(5)) return;
})();
outer: for (const a of new Range(2)) for (const b of new Range(2)) continue outer;
console.log([...new Range(3)], Math.max(...new Range(4)), Array.from(new Range(2)), new Set(new Range(2)));
for (const [k, v] of new Map([['a', 1]])) console.log(k, v);
for (const x of [1, , 3]) console.log(x);
for (const x of (function* () {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log('finally');
  }
})())
  break;
for (const bad of [5, {}, null])
  try {
    for (const x of bad);
  } catch (e) {
    console.log(e.message);
  }
for (const bad of [
  { [Symbol.iterator]: 1 },
  {
    [Symbol.iterator]() {
      return 1;
    },
  },
  {
    [Symbol.iterator]() {
      return {};
    },
  },
  {
    [Symbol.iterator]() {
      return {
        next() {
          return 1;
        },
      };
    },
  },
])
  try {
    for (const x of bad);
    console.log('ok');
  } catch (e) {
    console.log(e.message);
  }
try {
  [...5];
} catch (e) {
  console.log(e.message);
}
try {
  Math.max(...undefined);
} catch (e) {
  console.log(e.message);
}
try {
  new Map([1]);
} catch (e) {
  console.log(e.message);
}
const arr = [1, 2, 3];
for (const x of arr) {
  if (arr.length < 6) arr.push(x * 10);
  console.log(x);
}
const m = new Map([[1, 1]]);
for (const [k] of m) {
  if (k < 4) m.set(k + 1, 0);
  m.delete(k);
  console.log(k, m.size);
}
let i = 0;
do {
  i++;
  if (i === 2) continue;
  console.log(i);
} while (i < 4);
while (true) {
  if (i-- < 2) break;
}
for (var k in { x: 1 });
console.log(k, i);
for (const x of [1, 2, 3].entries()) console.log(x);
for (o.target of [7]);
console.log(o.target);
for ([i, k] of [[8, 9]]);
console.log(i, k);
const it = [1, 2][Symbol.iterator]();
console.log(
  it.next(),
  it.next(),
  it.next(),
  it[Symbol.iterator]() === it,
  Object.prototype.toString.call(it),
  it,
);
