// Patterns everywhere: declarations, assignments, parameters, loops, defaults, rest, computed keys, order of evaluation.
const [a, , b = 'd', ...rest] = [1, 2, undefined, 4, 5];
console.log(a, b, rest);
const {
  x,
  y: { z = 3, ...more } = {},
  ['comp' + 'uted']: k,
  ...others
} = { x: 1, y: { w: 2, v: 1 }, computed: 'c', m: 1, n: 2 };
console.log(x, z, more, k, others);
let p, q;
[p, q] = [1, 2];
[p, q] = [q, p];
console.log(p, q, ({ p, q } = { p: 'x', q: 'y' }), p, q);
const o = {};
[o.a, o['b'], ...o.c] = 'hello';
console.log(o);
for (const [key, { v = 'none' }] of Object.entries({ a: { v: 1 }, b: {} })) console.log(key, v);
for (const { length } of ['ab', 'c']) console.log(length);
for (let [i, j] = [0, 3]; i < j; i++, j--) console.log(i, j);
const log = [];
const t = (n) => (log.push(n), n);
const source = {
  get one() {
    log.push('get one');
  },
  get two() {
    log.push('get two');
    return 2;
  },
};
({ [t('one')]: o.x = t('default'), [t('two')]: o.y = t('unused') } = source);
console.log(log, o.x, o.y);
const it = {
  [Symbol.iterator]() {
    let n = 0;
    return {
      next: () => ({ done: false, value: n++ }),
      return() {
        console.log('closed');
        return {};
      },
    };
  },
};
const [first, second] = it;
console.log(first, second);
try {
  const [bad] = {};
} catch (e) {
  console.log(e.message);
}
try {
  const { bad } = null;
} catch (e) {
  console.log(e.message);
}
try {
  const {
    bad: { worse },
  } = {};
} catch (e) {
  console.log(e.message);
}
try {
  (({ a }) => a)();
} catch (e) {
  console.log(e.message);
}
try {
  const [u] = undefined;
} catch (e) {
  console.log(e.message);
}
try {
  let [v] = 5;
} catch (e) {
  console.log(e.message);
}
const fn = ([a, b] = [1, 2], { c = a + b } = {}) => [a, b, c];
console.log(fn(), fn([5]), fn([1, 1], { c: 0 }), fn.length);
const { length, 0: head, [length - 1]: tail } = 'word';
console.log(length, head, tail);
const [[[deep]]] = [[[42]]];
const { a: { b: { c: deepest = 'dd' } = {} } = {} } = {};
console.log(deep, deepest);
const f = ({ name: n = 'anon', ...r }) => [n, r];
console.log(f({ z: 1 }), (([x, ...[y, ...z]]) => [x, y, z])('abcd'));
let fnName;
({ fnName = () => {} } = {});
console.log(fnName.name);
const [arrow = () => 1, cls = class {}] = [];
console.log(arrow.name, cls.name);
try {
  for (const [x] of [null]);
} catch (e) {
  console.log(e.message);
}
