// Class hierarchies with private fields and methods, accessors, statics, super calls, mixins and symbols.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(230000);

class Shape {
  #name;
  static count = 0;
  static #registry = new Map();
  constructor(name) {
    this.#name = name;
    Shape.count++;
    Shape.#registry.set(name, (Shape.#registry.get(name) ?? 0) + 1);
  }
  get name() {
    return this.#name;
  }
  area() {
    return 0;
  }
  describe() {
    return this.#name.length + this.area();
  }
  static total(name) {
    return Shape.#registry.get(name);
  }
  static isShape(value) {
    return typeof value === 'object' && #name in value;
  }
}

class Rectangle extends Shape {
  #width;
  #height;
  constructor(width, height, name = 'rectangle') {
    super(name);
    this.#width = width;
    this.#height = height;
  }
  get width() {
    return this.#width;
  }
  set width(value) {
    if (value < 0) throw new RangeError('negative');
    this.#width = value;
  }
  area() {
    return this.#width * this.#height;
  }
  #perimeter() {
    return 2 * (this.#width + this.#height);
  }
  describe() {
    return super.describe() + this.#perimeter();
  }
}

class Square extends Rectangle {
  constructor(side) {
    super(side, side, 'square');
  }
  describe() {
    return super.describe() * 2;
  }
}

class Circle extends Shape {
  radius = 1;
  constructor(radius) {
    super('circle');
    this.radius = radius;
  }
  area() {
    return (this.radius * this.radius * 355) / 113;
  }
}

const Movable = (Base) =>
  class extends Base {
    x = 0;
    y = 0;
    move(dx, dy) {
      this.x += dx;
      this.y += dy;
      return this;
    }
    [Symbol.toPrimitive]() {
      return this.x * 1000 + this.y;
    }
  };

class Sprite extends Movable(Circle) {
  static origin = new Sprite(0);
  describe() {
    return super.describe() + this;
  }
}

function run() {
  let checksum = 0;
  for (let i = 0; i < rounds; i++) {
    const shapes = [new Rectangle(i & 15, 3), new Square(i & 7), new Circle(i & 3), new Sprite(2).move(1, i & 3)];
    shapes[0].width += 2;
    for (const shape of shapes) {
      checksum = (checksum + Math.floor(shape.describe() * 100) + shape.name.length) | 0;
      if (Shape.isShape(shape)) checksum++;
      if (shape instanceof Rectangle) checksum += 2;
    }
  }
  return [checksum, Shape.count, Shape.total('square'), Sprite.origin.x].join(' ');
}

bench.run('classes', run, 5);
