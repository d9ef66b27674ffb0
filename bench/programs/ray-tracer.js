// A small ray tracer: immutable vectors, spheres and planes, reflection, shadows; many short-lived objects.
'use strict';
const bench = require('../harness.js');
const size = bench.size(270);

class Vector {
  constructor(x, y, z) {
    this.x = x;
    this.y = y;
    this.z = z;
  }
  plus(v) {
    return new Vector(this.x + v.x, this.y + v.y, this.z + v.z);
  }
  minus(v) {
    return new Vector(this.x - v.x, this.y - v.y, this.z - v.z);
  }
  times(k) {
    return new Vector(this.x * k, this.y * k, this.z * k);
  }
  dot(v) {
    return this.x * v.x + this.y * v.y + this.z * v.z;
  }
  length() {
    return Math.sqrt(this.dot(this));
  }
  unit() {
    return this.times(1 / this.length());
  }
}

class Sphere {
  constructor(center, radius, color, shine) {
    this.center = center;
    this.radius = radius;
    this.color = color;
    this.shine = shine;
  }
  hit(origin, direction) {
    const to = this.center.minus(origin);
    const along = to.dot(direction);
    const off = this.radius * this.radius - (to.dot(to) - along * along);
    if (along < 0 || off < 0) return Infinity;
    const t = along - Math.sqrt(off);
    return t > 1e-6 ? t : Infinity;
  }
  normal(point) {
    return point.minus(this.center).unit();
  }
  colorAt() {
    return this.color;
  }
}

class Floor {
  constructor(y) {
    this.y = y;
    this.shine = 0.2;
  }
  hit(origin, direction) {
    const t = (this.y - origin.y) / direction.y;
    return t > 1e-6 ? t : Infinity;
  }
  normal() {
    return new Vector(0, 1, 0);
  }
  colorAt(point) {
    return (Math.floor(point.x) + Math.floor(point.z)) % 2 === 0 ? new Vector(1, 1, 1) : new Vector(0.1, 0.1, 0.1);
  }
}

const scene = {
  things: [
    new Floor(-1),
    new Sphere(new Vector(0, 0.3, 4), 1.2, new Vector(1, 0.3, 0.2), 0.4),
    new Sphere(new Vector(-1.8, -0.3, 3), 0.7, new Vector(0.2, 0.9, 0.3), 0.2),
    new Sphere(new Vector(1.7, -0.4, 2.6), 0.6, new Vector(0.3, 0.4, 1), 0.6),
  ],
  lights: [new Vector(-4, 5, -2), new Vector(3, 4, 0)],
};

function nearest(origin, direction) {
  let best = null;
  let distance = Infinity;
  for (const thing of scene.things) {
    const t = thing.hit(origin, direction);
    if (t < distance) {
      distance = t;
      best = thing;
    }
  }
  return best === null ? null : { thing: best, distance };
}

function trace(origin, direction, depth) {
  const hit = nearest(origin, direction);
  if (hit === null) return new Vector(0.5, 0.6, 0.8 + direction.y * 0.2);
  const { thing, distance } = hit;
  const point = origin.plus(direction.times(distance));
  const normal = thing.normal(point);
  const base = thing.colorAt(point);
  let color = base.times(0.1);
  for (const light of scene.lights) {
    const toLight = light.minus(point);
    const way = toLight.unit();
    const blocker = nearest(point.plus(normal.times(1e-4)), way);
    if (blocker !== null && blocker.distance < toLight.length()) continue;
    const brightness = way.dot(normal);
    if (brightness > 0) color = color.plus(base.times(brightness * 0.6));
  }
  if (depth > 0 && thing.shine > 0) {
    const reflected = direction.minus(normal.times(2 * normal.dot(direction)));
    color = color.times(1 - thing.shine).plus(trace(point, reflected, depth - 1).times(thing.shine));
  }
  return color;
}

function run() {
  let checksum = 0;
  const eye = new Vector(0, 0.4, -3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const direction = new Vector((x - size / 2) / size, (size / 2 - y) / size, 1).unit();
      const color = trace(eye, direction, 3);
      for (const part of [color.x, color.y, color.z]) checksum = (checksum * 31 + Math.floor(Math.min(1, part) * 255)) | 0;
    }
  }
  return checksum;
}

bench.run('ray-tracer', run, 6);
