// [a, b] = [b, a]: the order of what can be seen, exceptions on the way, and iterators that programs change; cold and hot.
'use strict';

const log = [];
function flush(title, ...values) {
  console.log(title, ...values, log.join(' '));
  log.length = 0;
}
function note(name, value) {
  log.push(name);
  return value;
}
const target = {
  set x(value) {
    log.push('x=' + value);
  },
  set bad(value) {
    log.push('bad=' + value);
    throw new Error('no ' + value);
  },
};

function order() {
  let a, b;
  [a, target.x, b] = [note('one', 1), note('two', 2), note('three', 3)];
  flush('order', a, b);
}
function chain() {
  let a = 1;
  let b = 2;
  let c = 3;
  [a, b, c] = [b, c, a];
  [a] = [a + c];
  [a, b] = [a, [a, b] = [7, 8]];
  flush('chain', a, b, c);
}
function failing() {
  let a = 'old';
  let b = 'old';
  try {
    [a, target.bad, b] = ['new', 1, 'new'];
  } catch (error) {
    flush('failing', a, b, error.message);
  }
  try {
    [a, b] = [undefinedName, 1];
  } catch (error) {
    flush('failing', a, b, error.message);
  }
  try {
    [a, late] = [1, 2];
  } catch (error) {
    flush('failing', a, error.message);
  }
  const fixed = 1;
  try {
    [b, fixed] = [5, 6];
  } catch (error) {
    flush('failing', b, error.message);
  }
  let late;
  try {
    [null.x, b] = [1, 2];
  } catch (error) {
    flush('failing', b, error.message);
  }
}
class Pair {
  #first = 1;
  second = 2;
  swap() {
    [this.#first, this.second] = [this.second, this.#first];
    return [this.#first, this.second];
  }
}
function* suspended() {
  const o = {};
  let a;
  [o[yield 'key'], a] = [yield 'one', yield 'two'];
  return [o, a];
}

function all() {
  order();
  chain();
  failing();
  console.log(new Pair().swap().join());
  const it = suspended();
  console.log(it.next().value, it.next('v1').value, it.next('v2').value, JSON.stringify(it.next('k').value));
}
all();

function shuffle(items, seed) {
  for (let i = items.length - 1; i > 0; i--) {
    seed = (seed * 1103515245 + 12345) & 0x7fffffff;
    const j = seed % (i + 1);
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}
function fibonacci(n) {
  let [a, b] = [0, 1];
  while (n-- > 0) [a, b] = [b, a + b];
  return a;
}
const items = [1, 2.5, 'three', 4, null, { six: 6 }, 7, 8];
const numbers = Array.from({ length: 100 }, (_, i) => i);
const halves = numbers.map((n) => n / 2);
let sum = 0;
for (let i = 0; i < 500; i++) {
  shuffle(items, i);
  shuffle(numbers, i * 7);
  shuffle(halves, i * 11);
  sum += fibonacci(i % 90) % 1000;
  sum += new Pair().swap()[0];
}
console.log(JSON.stringify(items), numbers.slice(0, 12).join(), halves.slice(0, 12).join(), sum);

// A method return that comes while targets are assigned is called, and so is one that was there.
const prototype = Object.getPrototypeOf([][Symbol.iterator]());
const installing = {
  set x(value) {
    prototype.return = function () {
      log.push('return of ' + Object.prototype.toString.call(this));
      return {};
    };
    if (value < 0) throw new Error('thrown');
  },
};
for (const value of [1, -1]) {
  let a;
  try {
    [installing.x, a] = [value, 2];
  } catch (error) {
    log.push(error.message);
  }
  flush('installed', a);
  [target.x, a] = [3, 4];
  flush('there', a);
  delete prototype.return;
}

const next = prototype.next;
prototype.next = function () {
  const result = next.call(this);
  log.push('next');
  if (typeof result.value === 'number') result.value *= 10;
  return result;
};
let p, q;
[p, q] = [1, 2];
prototype.next = next;
flush('next', p, q);

const values = Array.prototype[Symbol.iterator];
Array.prototype[Symbol.iterator] = function* () {
  log.push('iterator of ' + this.length);
  yield 'generated';
};
[p, q] = [1, 2];
Array.prototype[Symbol.iterator] = values;
flush('iterator', p, q);
[p, q] = [1, 2];
flush('restored', p, q);
order();
