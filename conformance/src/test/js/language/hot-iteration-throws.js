// Exceptions that leave for-of loops and array patterns in hot functions: iterators are closed once, inner before outer.
'use strict';

const log = [];
let opened = 0;

function iterable(name, values, onReturn) {
  return {
    [Symbol.iterator]() {
      opened++;
      let at = 0;
      return {
        next: () => (at < values.length ? { value: values[at++], done: false } : { value: undefined, done: true }),
        return() {
          log.push('close ' + name);
          return onReturn ? onReturn() : {};
        },
      };
    },
  };
}

function* generated(name, count) {
  try {
    for (let i = 0; i < count; i++) yield i;
  } finally {
    log.push('finally ' + name);
  }
}

function check(value) {
  if (value < 0) throw new RangeError('negative ' + value);
  return value + 1;
}

function sum(values) {
  let total = 0;
  for (const value of values) total += check(value);
  return total;
}

function pairs(outer, inner) {
  let text = '';
  for (const a of outer) {
    for (const b of inner) {
      if (b === 'stop') break;
      if (b === 'next') continue;
      if (b === 'leave') return text + 'left';
      text += a + b.length + ' ';
    }
  }
  return text;
}

function pattern(values) {
  const [a, [b, c = check(a)] = [1], ...rest] = values;
  return a + b + c + rest.length;
}

class Total {
  constructor(values) {
    this.total = 0;
    for (const value of values) this.total += check(value);
  }
}

function scoped(values) {
  const made = [];
  for (const value of values) {
    made.push(() => value);
    if (value === 7) throw new Error('seven');
  }
  return made.map((f) => f()).join();
}

function deep(values, n) {
  for (const value of values) if (n > 0) return deep([value], n - 1) + 1;
  return 0;
}

function attempt(run) {
  const before = log.length;
  let result;
  try {
    result = String(run());
  } catch (error) {
    result = error instanceof Error ? error.name + ': ' + error.message : 'thrown ' + String(error);
  }
  return [result, ...log.slice(before)].join('; ');
}

let warm = 0;
for (let i = 0; i < 3000; i++) {
  warm += sum([1, 2, i & 7]) + pattern([i, [2], 3, 4]) + new Total([1, 2]).total + deep([1], 3);
  warm += pairs(['a', 'b'], ['x', 'yy', i & 1 ? 'stop' : 'next', 'z']).length + scoped([1, 2, 3]).length;
}
console.log(warm);

function round() {
  console.log(attempt(() => sum([1, 2, -3])));
  console.log(attempt(() => sum(iterable('sum', [1, -2, 3]))));
  console.log(attempt(() => sum(generated('sum', 4))));
  console.log(attempt(() => sum(iterable('bad return', [1, -2], () => { throw new Error('from return'); }))));
  console.log(attempt(() => sum(iterable('odd return', [1, -2], () => 5))));
  console.log(attempt(() => sum(5)));
  console.log(attempt(() => sum([1, Symbol('s')])));
  console.log(attempt(() => sum([1, { valueOf() { throw 'a text'; } }])));
  console.log(attempt(() => pairs(iterable('outer', ['a', 'b']), iterable('inner', ['x', null]))));
  console.log(attempt(() => pairs(iterable('outer', ['a', 'b']), iterable('inner', ['x', 'leave']))));
  console.log(attempt(() => pairs(iterable('outer', ['a', 'b']), iterable('inner', ['x', 'stop']))));
  console.log(attempt(() => pairs(generated('outer', 3), generated('inner', 2))));
  console.log(attempt(() => pairs(iterable('outer', [{ toString() { throw new Error('no text'); } }]), iterable('inner', ['x']))));
  console.log(attempt(() => pattern(iterable('pattern', [1, [2, 3], 4]))));
  console.log(attempt(() => pattern(iterable('pattern', [-1, [2], 4]))));
  console.log(attempt(() => pattern([1, iterable('nested', [2])])));
  console.log(attempt(() => pattern(iterable('pattern', [-1, iterable('nested', [2])]))));
  console.log(attempt(() => new Total(iterable('total', [1, 2, -1])).total));
  console.log(attempt(() => new Total(iterable('total', [1, 2])).total));
  console.log(attempt(() => scoped(iterable('scoped', [1, 7, 2]))));
  console.log(attempt(() => deep(iterable('deep', [1]), 3)));
  console.log(opened);
}
round();
for (let i = 0; i < 500; i++) {
  attempt(() => sum(iterable('sum', [i, -i, 3])));
  attempt(() => pairs(iterable('outer', ['a']), iterable('inner', [i & 1 ? 'x' : null])));
}
round();

// The deepest call of a recursion closes what it iterates, and so do its callers.
let closed = 0;
function recurse(values) {
  for (const value of values) recurse(iterable('r', [value]));
}
const counting = { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return() { closed++; return {}; } }) };
function endless() {
  for (const value of counting) endless(value);
}
for (const run of [() => recurse([1]), endless]) {
  try {
    run();
  } catch (error) {
    console.log(error instanceof RangeError, error.message);
  }
}
console.log(closed > 100);

// Where errors say they come from.
const frames = (error) => error.stack.split('\n').slice(1, 5).map((line) => line.trim().replace(/\(?[^ (]*[\\/]/, '').replace(')', ''));
try {
  sum([1, -2]);
} catch (error) {
  console.log(frames(error).slice(0, 3));
}
Array.prototype[Symbol.iterator] = function* () { yield* iterable('patched', [3, -1]); };
console.log(attempt(() => sum([1])));
