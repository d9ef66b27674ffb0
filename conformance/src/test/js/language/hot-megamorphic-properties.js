// Hot loads and stores that have met too many shapes, of data and of everything else.
'use strict';

function load(object) {
  return object.value;
}

function store(object, value) {
  object.value = value;
  return object;
}

const prototype = { value: 'inherited' };
const objects = [];
for (let i = 0; i < 12; i++) {
  const object = i % 4 === 3 ? Object.create(prototype) : {};
  object['own' + i] = i;
  if (i % 4 < 2) object.value = i;
  objects.push(object);
}

function describe() {
  return objects.map((object) => String(load(object))).join(' ');
}

let sum = 0;
for (let i = 0; i < 60000; i++) {
  const value = load(objects[i % 12]);
  if (typeof value === 'number') sum += value;
}
console.log(sum, describe());

// What the prototypes hold, changes.
prototype.value = 'changed';
console.log(describe());
delete prototype.value;
console.log(describe());
Object.defineProperty(prototype, 'value', { get: () => 'got', set: (value) => console.log('set', value), configurable: true });
console.log(describe());
Object.prototype.value = 'from the root';
console.log(describe());
delete Object.prototype.value;
console.log(describe());

for (let i = 0; i < 60000; i++) if (i % 4 !== 3) store(objects[i % 12], i);
console.log(describe());
store(objects[3], 'by setter');
delete prototype.value;
store(objects[3], 'own');
console.log(Object.keys(objects[3]).join(), objects[3].value, Object.keys(objects[7]).join());

// Objects that are no ordinary ones, or refuse.
const others = [
  Object.freeze({ value: 'frozen' }), Object.freeze({}), Object.defineProperty({}, 'value', { get: () => 'getter' }),
  [1, 2], new Map(), 'text', 1.5, 7n, true, Symbol.iterator, null, undefined, new Uint8Array(2),
  new Proxy({}, { get: (target, key) => 'trapped ' + key, set: (target, key) => key !== 'value' }),
  Object.create(null), () => 0, new (class Value {
    #hidden = 'hidden';
    get value() {
      return this.#hidden;
    }
    set value(value) {
      this.#hidden = value;
    }
  })(),
];
function outcome(action, object) {
  try {
    const result = action(object, 'new');
    return typeof result === 'object' || typeof result === 'function' ? 'done' : String(result);
  } catch (error) {
    return error.name + ': ' + error.message;
  }
}
for (const object of others) {
  console.log(outcome(load, object), '|', outcome(store, object), '|', outcome(load, object));
}

// The stack of an error in an accessor behind such an access.
const failing = { get value() { throw new Error('failed'); } };
try {
  load(failing);
} catch (error) {
  console.log(error.stack.split('\n').slice(0, 3).map((line) => line.replace(/\(.*\//, '(')).join());
}

// An object with many keys, as a map is used.
const map = {};
for (let i = 0; i < 2000; i++) map['key' + i] = i;
map.value = 'of the map';
console.log(load(map), load(store(map, 'new')), Object.keys(map).length);
delete map.value;
console.log(load(map));
