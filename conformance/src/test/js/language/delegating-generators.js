// yield* of generators: what passes through, who runs, who has thrown, and how it ends; cold and hot.
'use strict';

const log = [];
function* inner(name, count) {
  try {
    for (let i = 0; i < count; i++) {
      const sent = yield name + i;
      if (sent !== undefined) log.push(`${name} got ${String(sent)}`);
    }
    return name + ' done';
  } catch (error) {
    log.push(`${name} caught ${error}`);
    yield name + ' recovered';
    return name + ' over';
  } finally {
    log.push(name + ' finally');
  }
}
function* middle(name, count) {
  const first = yield* inner(name + '.a', count);
  log.push('middle has ' + first);
  try {
    const second = yield* inner(name + '.b', count);
    log.push('middle has ' + second);
  } catch (error) {
    log.push('middle caught ' + error);
  }
  return name;
}
function* outer(count) {
  const result = yield* middle('x', count);
  yield 'between ' + result;
  return yield* middle('y', count);
}

function flush(title) {
  console.log(title, JSON.stringify(log));
  log.length = 0;
}

console.log([...outer(2)].join(' '));
flush('all');

{
  const it = outer(3);
  console.log(it.next('lost'), it.next(1), it.next({ toString: () => 'object' }), it.next());
  console.log(it.throw('ball'), it.next(), it.next());
  console.log(it.return('early'), it.next());
  flush('protocol');
}
{
  const seen = [];
  for (const x of outer(2)) {
    seen.push(x);
    if (seen.length === 3) break;
  }
  flush('break after ' + seen);
}

// Exceptions out of the innermost one pass every level, and find handlers on the way.
function* failing(depth, at) {
  for (let i = 0; i < at; i++) yield i;
  if (depth === 0) null.property;
  yield* failing(depth - 1, at);
}
function* guarded(at) {
  try {
    yield* failing(3, at);
  } catch (error) {
    yield error.message;
    const lines = error.stack.split('\n').filter((line) => line.includes('failing'));
    yield lines.map((line) => line.trim().split(' ')[1]).join();
  }
  yield* failing(1, at);
}
for (const at of [0, 1, 2]) {
  const values = [];
  const it = guarded(at);
  try {
    for (const x of it) values.push(x);
  } catch (error) {
    values.push('escaped: ' + error.message);
  }
  console.log(values.join(' | '), it.next());
}

// Who asks the stack inside sees all generators on the way.
function* where(depth) {
  if (depth > 0) {
    yield 'down';
    yield* where(depth - 1);
    return;
  }
  for (;;) yield new Error().stack.split('\n').filter((line) => line.includes('where')).length;
}
{
  const it = where(3);
  const counts = [];
  for (let i = 0; i < 7; i++) counts.push(it.next().value);
  console.log(counts.join());
}

// A generator in the middle of a chain is running while what it delegates to runs.
{
  let it;
  const attempts = [];
  function* reentrant() {
    for (let i = 0; i < 3; i++) {
      try {
        it.next();
      } catch (error) {
        attempts.push(error.constructor.name + ': ' + error.message);
      }
      yield i;
    }
  }
  function* chain(depth) {
    yield* depth === 0 ? reentrant() : chain(depth - 1);
  }
  it = chain(2);
  console.log([...it], attempts);
}

// Somebody else resumes what a generator delegates to, or it is done already.
{
  const shared = inner('shared', 4);
  function* user() {
    return yield* shared;
  }
  const it = user();
  console.log(it.next().value, shared.next().value, it.next().value, shared.return('gone'), it.next(), it.next());
  console.log([...user()], user().next());
  flush('shared');
}
{
  function* self() {
    yield 1;
    yield* me;
  }
  const me = self();
  console.log(me.next().value);
  try {
    me.next();
  } catch (error) {
    console.log(error.message, me.next());
  }
}

// Foreign iterators in the chain: their result objects come through as they are.
{
  const results = [
    { value: 1, done: false, extra: 'a' },
    {
      get done() {
        log.push('done read');
        return 0;
      },
      get value() {
        log.push('value read');
        return 2;
      },
    },
    { value: 'result', done: 1 },
  ];
  let next = 0;
  const foreign = { [Symbol.iterator]: () => ({ next: () => results[next++] }) };
  function* pass() {
    return yield* foreign;
  }
  function* passOn() {
    return yield* pass();
  }
  let it = passOn();
  console.log(it.next() === results[0], it.next() === results[1], it.next());
  flush('foreign');
  next = 0;
  console.log([...passOn()].join());
  flush('spread');
  const changed = inner('changed', 2);
  changed.next = function (...args) {
    log.push('next with ' + args.length);
    return Object.getPrototypeOf(inner).prototype.next.apply(this, args);
  };
  it = (function* () {
    yield* changed;
  })();
  console.log(it.next('a'), it.next('b'), it.next());
  flush('changed');
}

// Hot, and so deep that a level costs little or the stack ends.
function* count(low, high) {
  if (low > high) return 0;
  const half = (low + high) >> 1;
  const left = yield* count(low, half - 1);
  yield half;
  return 1 + left + (yield* count(half + 1, high));
}
let sum = 0;
for (let i = 0; i < 60; i++) {
  let expected = 0;
  for (const x of count(0, 255)) sum += x === expected++ ? 1 : 1000;
}
console.log(sum);
{
  const it = count(1, 1000);
  let step = it.next();
  while (!step.done) step = it.next();
  console.log(step);
}
function* endless() {
  yield* endless();
}
try {
  endless().next();
} catch (error) {
  console.log(error instanceof RangeError, error.message);
}
