// Properties that hold doubles and are stored to in hot code, read in every other way there is.
'use strict';

class Body {
  #heat = 0.5;
  constructor(x, mass) {
    this.x = x;
    this.y = x / 2;
    this.mass = mass;
    this.speed = 0.25;
    this.turn = 1.5; // in the overflow array
    this.tag = 'b' + mass;
  }
  warm(by) {
    this.#heat += by * 0.5;
    return this.#heat;
  }
}

function step(bodies, dt) {
  for (let i = 0; i < bodies.length; i++) {
    const body = bodies[i];
    body.x += body.speed * dt;
    body.y -= body.x * dt;
    body.turn = body.turn * 0.99 + body.y;
    if (body.turn > 1e6) body.turn = -0;
  }
}

function seen(body) {
  const copy = { ...body };
  const assigned = Object.assign({}, body);
  const { x, turn, ...others } = body;
  const keys = [];
  for (const key in body) keys.push(key + '=' + body[key]);
  return [
    JSON.stringify(body), JSON.stringify(copy), JSON.stringify(assigned), x, turn, JSON.stringify(others), keys.join(),
    Object.values(body).join(), Object.entries(body).join(), Reflect.get(body, 'x'), body['tu' + 'rn'],
    Object.getOwnPropertyDescriptor(body, 'turn').value, typeof body.x, body.x === copy.x, Object.is(body.turn, copy.turn),
    new Map([[body.x, 1]]).get(copy.x), [body.x, body.y].includes(copy.y), JSON.stringify(structuredClone(body)),
  ].join(' ');
}

// Values read before a store keep what they were.
function keep(body) {
  const before = body.x;
  const boxed = [body.turn];
  const other = { x: body.x };
  body.x = body.x * 1.5;
  body.turn = body.turn + 0.5;
  other.x += 0.125;
  return [before, boxed[0], other.x, body.x, body.turn, body.x - before];
}

const bodies = [new Body(1.5, 2), new Body(0, 1), new Body(-3.25, 4), new Body(7, 0.1)];
const lines = [];
for (let i = 0; i < 4000; i++) {
  step(bodies, 0.01);
  const kept = keep(bodies[i & 3]);
  if (i % 500 === 0) lines.push(kept.map((n) => n.toPrecision(12)).join(' '));
  bodies[i & 3].x = i % 700 === 0 ? 3 : 0.5 + i; // ints and doubles
  bodies[i & 3].turn = 1;
}
console.log(lines.join('\n'));
bodies.forEach((body) => console.log(seen(body)));

// Copies share nothing.
const original = bodies[1];
const copy = { ...original };
const clone = Object.assign(Object.create(Body.prototype), original);
step([original], 0.5);
console.log(copy.x, clone.x, original.x, copy.turn, clone.turn, original.turn);
step([clone, copy], 0.25);
console.log(copy.x, clone.x, original.x, copy.turn, clone.turn, original.turn);

// What is no Number is no less welcome, then and later.
function scale(object, by) {
  object.x = object.x * by + 0.5;
  return object.x;
}
const odd = [{ x: 1.5 }, { x: 2 }, { x: 3.5 }];
let sum = 0;
for (let i = 0; i < 5000; i++) sum += scale(odd[i % 3], 0.75);
console.log(sum.toPrecision(12));
odd[0].x = '12';
console.log(scale(odd[0], 2), odd[0].x);
odd[1].x = undefined;
console.log(scale(odd[1], 2), odd[1].x);
odd[2].x = { valueOf: () => 4 };
console.log(scale(odd[2], 2), odd[2].x);
odd[2].x = 10n;
try {
  scale(odd[2], 2);
} catch (error) {
  console.log(error.message, odd[2].x);
}

// Accessors, deletion, freezing, prototypes and many properties.
Object.defineProperty(odd[0], 'x', { get: () => 2.5, set: (value) => console.log('set', value), configurable: true });
console.log(scale(odd[0], 3));
const many = {};
for (let i = 0; i < 40; i++) many['p' + i] = i + 0.5;
function churn(object) {
  object.p3 = object.p3 * 1.0625;
  object.p39 = object.p39 - object.p3;
}
for (let i = 0; i < 3000; i++) churn(many);
for (let i = 4; i < 38; i++) delete many['p' + i];
churn(many);
console.log(JSON.stringify(many));
const frozen = Object.freeze({ x: 1.25 });
try {
  scale(frozen, 2);
} catch (error) {
  console.log(error.message, frozen.x);
}
const base = { x: 0.5 };
const derived = Object.create(base);
for (let i = 0; i < 3000; i++) scale(base, 0.5);
console.log(derived.x, Object.keys(derived).length);
scale(derived, 4);
console.log(derived.x, base.x);

const body = bodies[0];
let heat = 0;
for (let i = 0; i < 5000; i++) heat = body.warm(0.125);
console.log(heat, JSON.stringify(body).includes('heat'));

// Comparisons that have met doubles, NaN and -0.
function order(a, b) {
  return (a.x < b.x ? 'less' : a.x > b.x ? 'more' : 'neither') + (a.x <= b.x) + (b.x >= a.x);
}
const counts = {};
const values = [0.5, -0, 0, NaN, Infinity, 1, -1.5];
for (let i = 0; i < 4900; i++) {
  const text = order({ x: values[i % 7] }, { x: values[(i / 7 | 0) % 7] });
  counts[text] = (counts[text] || 0) + 1;
}
console.log(JSON.stringify(counts));
console.log(order({ x: 'a' }, { x: 'b' }), order({ x: undefined }, { x: 1 }), order({ x: 2n }, { x: 1.5 }));
