// Hot accesses by names that are computed: of data, and of everything else that a name may mean.
'use strict';

const get = (object, key) => object[key];
const set = (object, key, value) => {
  object[key] = value;
  return object[key];
};
const call = (object, key) => object[key]();

class Shape {
  name() {
    return 'shape';
  }
  area() {
    return 0;
  }
}
class Square extends Shape {
  area() {
    return 4;
  }
  get side() {
    return 2;
  }
  set side(value) {
    this.set = value;
  }
}

const key = Symbol('key');
const shapes = [new Shape(), new Square()];
const records = [{ a: 1, b: 2 }, { b: 3 }, { [key]: 'by symbol', a: 4 }, Object.create({ a: 'inherited', b: 'too' })];
const names = ['a', 'b', 'c', key];

function describe() {
  return records.map((record) => names.map((name) => String(get(record, name))).join(' ')).join(', ');
}

let sum = 0;
let calls = 0;
for (let i = 0; i < 60000; i++) {
  const value = get(records[i & 3], names[(i >> 2) & 3]);
  if (typeof value === 'number') sum += value;
  calls += call(shapes[i & 1], i & 2 ? 'area' : 'name').length || 1;
  set(records[i & 1], names[(i >> 1) & 1], i);
}
console.log(sum, calls, describe());

// Prototypes change, and properties go.
Shape.prototype.name = () => 'changed';
console.log(call(shapes[0], 'name'), call(shapes[1], 'name'), call(shapes[1], 'area'));
delete Square.prototype.area;
console.log(call(shapes[1], 'area'));
Object.prototype.c = 'from the root';
console.log(describe());
delete Object.prototype.c;
delete records[0].a;
Object.setPrototypeOf(records[1], { a: 'of the new prototype' });
console.log(describe());

// Accessors, and what cannot be stored.
for (let i = 0; i < 20000; i++) set(shapes[1], 'side', i);
console.log(get(shapes[1], 'side'), shapes[1].set);
const readOnly = Object.create(Object.freeze({ a: 'read only' }), { side: { get: () => 'only read' } });
const outcome = (action) => {
  try {
    return String(action());
  } catch (error) {
    return error.name + ': ' + error.message;
  }
};
for (const name of ['a', 'b', 'side', 'c', '__proto__', '0', '-0', '1.5', 'length', key, 7, null, undefined]) {
  const objects = [
    readOnly, [1, 2], 'text', 3, true, new Uint8Array(2), () => 0, null, undefined, Object.freeze({ b: 1 }),
    Object.create(null), new Map(), new Proxy({}, {}), JSON.parse('{"__proto__": 1, "0": "zero"}'),
  ];
  console.log(
    String(name),
    objects.map((object) => outcome(() => typeof get(object, name))).join(),
    objects.map((object) => outcome(() => set(object, name, null))).join(),
  );
}

// Names that are not made yet, are made by concatenation, or converted.
let text = '';
for (let i = 0; i < 3000; i++) {
  const name = 'na' + 'me'.slice(0, 1 + (i & 1));
  const object = { nam: 'short', name: 'long' };
  text = get(object, name) + get(object, { toString: () => name }) + set(object, name + i, i);
}
console.log(text);

// Objects used as maps: small ones, ones that grow, large ones.
const counts = {};
for (let i = 0; i < 5000; i++) {
  const word = 'word' + ((i * i) % 97);
  counts[word] = (counts[word] || 0) + 1;
}
const large = Object.create(null);
for (let i = 0; i < 5000; i++) large['key' + ((i * 31) % 3000)] = i;
for (let i = 0; i < 3000; i += 3) delete large['key' + i];
console.log(Object.keys(counts).length, counts.word0, Object.keys(large).length, large.key1, large.key3, get(large, 'key2'));
