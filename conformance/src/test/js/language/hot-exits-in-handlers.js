// Guards that fail under different exception handlers, with the same values alive: each goes on under its own handler.
'use strict';

const log = [];

function note(text) {
  if (log.length < 20) log.push(text);
}

function iterable(name, values) {
  return {
    [Symbol.iterator]() {
      let at = 0;
      return {
        next: () => (at < values.length ? { value: values[at++], done: false } : { value: undefined, done: true }),
        return() {
          note('close ' + name);
          return {};
        },
      };
    },
  };
}

// Each function reads the property v of a to d in places that differ only in what handles exceptions.

function catches(rounds, a, b, c, d) {
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    try {
      sum += a.v;
    } catch (error) {
      note('first ' + error.message);
      sum += 1000;
    }
    try {
      sum += b.v;
    } catch {
      note('second');
      sum += 2000;
    } finally {
      note('finally of second');
    }
    try {
      try {
        sum += c.v;
      } finally {
        note('inner finally');
      }
      sum += d.v;
    } catch ({ message }) {
      note('third ' + message);
      sum += 3000;
    }
  }
  return sum;
}

function jumps(rounds, a, b, c, d) {
  let sum = 0;
  next: for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < 4; i++) {
      try {
        if (i === 0) sum += a.v;
        try {
          if (i === 1) sum += b.v;
        } catch (error) {
          if (error.message === 'b') continue;
          throw error;
        }
        if (i === 2) sum += c.v;
      } catch (error) {
        note('left by ' + error.message);
        break;
      } finally {
        if (i === 3) {
          sum += d.v;
          continue next;
        }
      }
    }
    sum += 5000;
  }
  return sum;
}

function loops(rounds, a, b, c, d) {
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    for (const x of iterable('one', [1, 2])) {
      sum += a.v + x;
    }
    for (const y of iterable('two', [1, 2])) {
      sum += b.v + y;
      for (const z of iterable('inner', [3])) sum += c.v + z;
      sum += d.v;
    }
  }
  return sum;
}

function patterns(rounds, a, b, c, d) {
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    const [x = a.v + 1] = iterable('one', [undefined, 1]);
    const [y = b.v + 1] = iterable('two', [undefined, 1]);
    const [[z = c.v + 1], w = d.v + 1] = iterable('outer', [iterable('inner', [undefined, 1]), undefined, 1]);
    sum += x + y + z + w;
  }
  return sum;
}

function read(object) {
  return object.v + 1;
}

function calls(rounds, a, b, c, d) {
  let sum = 0;
  for (let round = 0; round < rounds; round++) {
    sum += read(a);
    try {
      sum += read(b);
    } catch (error) {
      sum += 1000;
    }
    for (const x of iterable('loop', [1, 2])) {
      try {
        sum += read(c) + x;
      } catch (error) {
        note('caught ' + error.message);
        continue;
      }
      sum += read(d);
    }
  }
  return sum;
}

function* yields(rounds, a, b, c, d) {
  for (let round = 0; round < rounds; round++) {
    try {
      yield a.v + 1;
      yield b.v + 1;
    } catch (error) {
      yield 'first ' + error.message;
    }
    try {
      yield c.v + 1;
    } finally {
      yield d.v + 1;
    }
  }
}

function attempt(f, rounds, objects) {
  log.length = 0;
  let result;
  try {
    result = f(rounds, ...objects);
    if (typeof result === 'object') result = [...result].join();
  } catch (error) {
    result = 'thrown ' + error.message;
  }
  return [result, ...log].join('; ');
}

function fail(name) {
  throw new Error(name);
}

// Objects of another shape, and of the same with what is no number.
const others = [
  { get v() { return fail('a'); } },
  { v: { valueOf: () => fail('b') } },
  { get v() { return fail('c'); } },
  { v: { valueOf: () => fail('d') } },
];

for (const [f, times] of [[loops, 150], [patterns, 150], [calls, 200], [yields, 150], [catches, 300], [jumps, 300]]) {
  for (let place = 0; place < 4; place++) {
    const objects = [{ v: 1 }, { v: 2 }, { v: 3 }, { v: 4 }];
    for (let i = 0; i < times; i++) attempt(f, 100, objects);
    console.log(f.name, attempt(f, 1, objects));
    objects[place] = others[place];
    console.log(f.name, place, attempt(f, 1, objects));
    console.log(f.name, place, attempt(f, 2, objects));
  }
}
