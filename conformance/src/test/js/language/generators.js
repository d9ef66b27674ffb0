// yield, yield*, return, throw, finally, laziness, infinite sequences, generator methods, reentrancy.
function* g() {
  const x = yield 1;
  console.log('got', x);
  try {
    yield x * 2;
  } catch (e) {
    console.log('caught', e);
    yield 'recovered';
  } finally {
    console.log('cleanup');
  }
  return 'done';
}
let it = g();
console.log(it.next('ignored'), it.next(21), it.throw('err'), it.next(), it.next());
it = g();
it.next();
it.next(1);
console.log(it.return('early'), it.next());
it = g();
console.log(it.return(5), it.next());
it = g();
try {
  it.throw(new Error('at start'));
} catch (e) {
  console.log(e.message);
}
console.log(it.next());
function* inner() {
  try {
    const r = yield 'a';
    console.log('inner got', r);
  } finally {
    console.log('inner finally');
  }
  return 'inner result';
}
function* outer() {
  const r = yield* inner();
  console.log('result', r);
  yield* [1, 2];
  yield* 'xy';
}
it = outer();
console.log(it.next(), it.next('sent'), [...it]);
it = outer();
it.next();
console.log(it.return('r'));
function* fib() {
  let [a, b] = [0, 1];
  for (;;) {
    yield a;
    [a, b] = [b, a + b];
  }
}
const first = [];
for (const n of fib()) {
  if (n > 50) break;
  first.push(n);
}
console.log(first);
function* finallyYield() {
  try {
    yield 1;
  } finally {
    yield 'from finally';
    console.log('end');
  }
}
it = finallyYield();
console.log(it.next(), it.return('x'), it.next(), it.next());
function* reenter() {
  try {
    it.next();
  } catch (e) {
    console.log(e.name, e.message);
  }
  yield 1;
}
it = reenter();
it.next();
const o = {
  *gen() {
    yield this.v;
  },
  v: 7,
  *[Symbol.iterator]() {
    yield* this.gen();
  },
};
console.log([...o], o.gen.constructor.name, Object.prototype.toString.call(o.gen()));
console.log(
  Object.getPrototypeOf(g).constructor.name,
  g.prototype.constructor === g,
  typeof g.prototype,
  g() instanceof g,
  'next' in g(),
);
try {
  new g();
} catch (e) {
  console.log(e.message);
}
function* args() {
  yield arguments.length;
  yield* arguments;
}
console.log([...args(5, 6)]);
function* deleg() {
  try {
    yield* {
      [Symbol.iterator]() {
        return {
          next: (v) => (console.log('next', v), { value: v, done: v === 'stop' }),
          throw: (e) => (console.log('throw', e), { value: 'thrown', done: true }),
        };
      },
    };
  } finally {
    console.log('df');
  }
}
it = deleg();
it.next('0');
it.next('1');
console.log(it.throw('E'));
function* noThrow() {
  yield* {
    [Symbol.iterator]() {
      return { next: () => ({ done: false }), return: () => (console.log('closed'), {}) };
    },
  };
}
it = noThrow();
it.next();
try {
  it.throw(1);
} catch (e) {
  console.log(e.message);
}
function* exprs() {
  const s = `${yield 'a'}-${yield 'b'}`;
  const arr = [yield, yield];
  return { s, arr, c: (yield 1) ? yield 2 : yield 3 };
}
it = exprs();
let r = it.next();
let n = 0;
while (!r.done) r = it.next(n++);
console.log(r.value);
const tree = { v: 1, kids: [{ v: 2, kids: [{ v: 3 }] }, { v: 4 }] };
function* walk(t, depth = 0) {
  yield [depth, t.v];
  for (const k of t.kids ?? []) yield* walk(k, depth + 1);
}
console.log([...walk(tree)]);
function* loop() {
  for (let i = 0; i < 3; i++) {
    const f = () => i;
    if ((yield f) === 'skip') continue;
    yield i * 10;
  }
}
it = loop();
console.log(it.next().value(), it.next('skip').value(), it.next().value, it.next().value());
label: for (const x of [1, 2]) {
  for (const y of (function* () {
    try {
      yield 1;
    } finally {
      console.log('f', x);
    }
  })())
    continue label;
}
