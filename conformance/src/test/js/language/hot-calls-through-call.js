// Functions that hot code calls through Function.prototype.call: compiled ones, and all others.
function sloppy(a, b) {
  return [typeof this, this && this.tag, a, b].join(' ');
}
const strict = function (a, b) {
  'use strict';
  return [typeof this, this && this.tag, a, b].join(' ');
};
const arrow = (a, b) => [a, b].join(' ');
function counting() {
  return arguments.length;
}
function add(a, b) {
  return this.n + a + b;
}
function through(f, self, a, b) {
  return f.call(self, a, b);
}
const noArguments = (f) => f.call();
const onlyThis = (f, self) => f.call(self);
const many = (f, self, ...rest) => f.call(self, rest[0], rest[1], rest[2], rest[3], rest[4], rest[5]);
function sumOf(a, b, c, d, e, f) {
  return [this.n, a, b, c, d, e, f].join('+');
}

let sum = 0;
for (let i = 0; i < 40000; i++) {
  sum += through(add, { n: 1 }, i & 3, 2);
  onlyThis(counting, null);
  noArguments(sloppy);
  many(sumOf, { n: 1 }, 1, 2);
}
console.log(sum);

class Parent {
  static make() {
    return 'made';
  }
}
const bound = add.bind({ n: 10 }, 1);
const proxy = new Proxy(add, {});
const selves = [undefined, null, 1, 'text', { tag: 'object', n: 5 }];
const functions = [
  sloppy, strict, arrow, counting, add, bound, proxy, Math.max, Parent, Parent.make, async () => 0, function* () {},
  String.prototype.concat, {}, null, undefined, 'text',
];
for (const f of functions) {
  const outcomes = selves.map((self) => {
    try {
      return String(through(f, self, 3, 4));
    } catch (error) {
      return error.name + ': ' + error.message;
    }
  });
  console.log(outcomes.join(' | '));
}
console.log(noArguments(sloppy) === noArguments(sloppy), onlyThis(counting), onlyThis(strict, { tag: 't' }));
console.log(many(sumOf, { n: 1 }, 1, 2, 3, 4, 5, 6), many(counting, 0));

// The stack and the exception of a function called so.
function failing() {
  throw new Error('failed');
}
function catching(f) {
  try {
    return f.call(f);
  } catch (error) {
    return error.stack.split('\n').slice(0, 3).map((line) => line.replace(/\(.*\//, '(').trim()).join(', ');
  }
}
for (let i = 0; i < 20000; i++) catching(counting);
console.log(catching(failing));

// Another function by that name.
const object = { call: (self, a) => 'own call ' + a };
console.log(through(object, 1, 2, 3));
const original = Function.prototype.call;
Function.prototype.call = function () {
  return 'replaced';
};
const replaced = through(add, { n: 1 }, 1, 2);
Function.prototype.call = original;
console.log(replaced, through(add, { n: 1 }, 1, 2));
