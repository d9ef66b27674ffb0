// What for-in shows when properties go, come or stop being enumerable midway.
function keys(object, change, at = 'a') {
  const seen = [];
  for (const k in object) {
    seen.push(k);
    if (k === at) change(object);
  }
  return seen.join();
}
const abc = () => ({ a: 1, b: 2, c: 3 });
const hide = (o) => Object.defineProperty(o, 'b', { enumerable: false });
console.log('hidden', keys(abc(), hide));
console.log('accessor', keys(abc(), (o) => Object.defineProperty(o, 'b', { get() {}, enumerable: false })));
console.log('deleted', keys(abc(), (o) => delete o.b));
console.log('element', keys([1, 2, 3], (o) => Object.defineProperty(o, '1', { enumerable: false }), '0'));
console.log('shorter', keys([1, 2, 3], (o) => { o.length = 2; o.later = 1; }, '0'));
console.log('of the prototype', keys({ a: 1, __proto__: { b: 1, c: 1 } }, (o) => hide(o.__proto__)));
console.log('shadowed midway', keys({ a: 1, __proto__: { b: 1, c: 1 } }, (o) => Object.defineProperty(o, 'b', { value: 1 })));
console.log('moved to the prototype', keys(abc(), (o) => { delete o.b; o.__proto__ = { b: 1, d: 1 }; }));
console.log('hidden in the new prototype', keys(abc(), (o) => { delete o.b; o.__proto__ = Object.create({}, { b: { value: 1 } }); }));
console.log('come', keys({ a: 1, b: 1, __proto__: { c: 1 } }, (o) => { o.d = 1; o.__proto__.e = 1; }));
const dictionary = {};
for (let i = 0; i < 2000; i++) dictionary['k' + i] = i;
for (let i = 5; i < 2000; i++) delete dictionary['k' + i];
console.log('dictionary', keys(dictionary, (o) => Object.defineProperty(o, 'k2', { enumerable: false }), 'k0'));
console.log('proxy', keys(new Proxy(abc(), {}), hide));
console.log('behind a proxy', keys(Object.create(new Proxy(abc(), {})), (o) => hide(Object.getPrototypeOf(o))));
const traps = [];
function spy(name, target) {
  return new Proxy(target, {
    ownKeys(t) { traps.push(name + ' ownKeys'); return Reflect.ownKeys(t); },
    getPrototypeOf(t) { traps.push(name + ' getPrototypeOf'); return Reflect.getPrototypeOf(t); },
    getOwnPropertyDescriptor(t, k) { traps.push(name + ' descriptor ' + k); return Reflect.getOwnPropertyDescriptor(t, k); },
  });
}
const inner = spy('inner', Object.create({ w: 1 }, { p: { value: 1, enumerable: true }, n: { value: 1 } }));
const outer = spy('outer', Object.create(inner, { a: { value: 1, enumerable: true }, h: { value: 2 } }));
for (const k in outer) traps.push('* ' + k);
console.log(traps.join('\n'));
