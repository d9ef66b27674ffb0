// Objects made in hot code: prototypes that are replaced, subclasses, new.target, constructors that return something else.
'use strict';

function Point(x, y) {
  this.x = x;
  this.y = y;
}
Point.prototype.sum = function () { return this.x + this.y; };

class Vector {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  plus(v) { return new Vector(this.x + v.x, this.y + v.y); }
  dot(v) { return this.x * v.x + this.y * v.y; }
}

class Tagged {
  tag = 'none';
  #count = 0;
  constructor(list) { for (const item of list) this.#count += item; }
  get count() { return this.#count; }
}

class Named extends Vector {
  constructor(name, x) {
    super(x, x + 1);
    this.name = name;
  }
}

function Picky(kind) {
  this.kind = kind;
  if (kind === 1) return { kind: 'other' };
  if (kind === 2) return 5;
}

function made(i) {
  const p = new Point(i, 0.5);
  const v = new Vector(p.x, p.y).plus(new Vector(1.5, i));
  const t = new Tagged([1, i]);
  const n = new Named('n', i);
  return p.sum() + v.dot(v) + t.count + n.dot(v) + t.tag.length + n.name.length;
}

let total = 0;
for (let i = 0; i < 5000; i++) total += made(i & 63);
console.log(total);

const first = new Point(1, 2);
Point.prototype = { sum() { return this.x * 100; } };
console.log(made(3), first.sum(), new Point(1, 2).sum(), first instanceof Point);
for (let i = 0; i < 5000; i++) total += made(i & 63);
console.log(total);
for (let i = 0; i < 20; i++) {
  Point.prototype = { sum: () => i };
  total += made(i);
}
console.log(total);
Point.prototype = null;
console.log(Object.getPrototypeOf(new Point(1, 2)) === Object.prototype);
Point.prototype = 7;
const plain = (() => new Point(3, 4))();
console.log(Object.getPrototypeOf(plain) === Object.prototype, plain.x);
try {
  made(1);
} catch (error) {
  console.log(error.message);
}

const kinds = [];
function picky(kind) { return typeof new Picky(kind).kind; }
for (let i = 0; i < 4000; i++) kinds[i % 4] = picky(i % 4);
console.log(kinds.join());

class Other {}
function through(target) { return Reflect.construct(Vector, [1, 2], target); }
for (let i = 0; i < 3000; i++) through(i & 1 ? Other : Vector);
console.log(through(Other) instanceof Other, through(Vector) instanceof Vector, through(function () {}).x);

Object.defineProperty(Vector.prototype, 'y', { set(value) { this.other = value; }, get() { return 0.25; }, configurable: true });
console.log(JSON.stringify(new Vector(1, 2)), new Vector(1, 2).plus(new Vector(3, 4)).x, new Vector(1, 2).dot(new Vector(3, 4)));
delete Vector.prototype.y;
console.log(JSON.stringify(new Vector(1, 2)), new Vector(1, 2).dot(new Vector(3, 4)));

// One function, a prototype for each closure.
function type(name) {
  function Type(value) { this.value = value; }
  Type.prototype.name = name;
  return Type;
}
const types = [type('a'), type('b'), type('c')];
function nameOf(i) { return new types[i % 3](i).name; }
let names = '';
for (let i = 0; i < 3000; i++) names = (names + nameOf(i)).slice(-9);
console.log(names);
