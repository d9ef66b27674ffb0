// for-in, Object.keys, spread and Object.assign of objects whose properties change, hide or come out of order.
'use strict';
const keysOf = (object) => {
  const keys = [];
  for (const key in object) keys.push(key);
  return keys.join();
};
const show = (name, value) => console.log(name, JSON.stringify(value));
const mixed = Object.defineProperty({ b: 1, 2: 2, a: 3, 4294967296: 4, [Symbol('s')]: 5 }, 'hidden', { value: 6 });

for (let round = 0; round < 3; round++) {
  show('order', [keysOf(mixed), Object.keys(mixed), Object.entries(mixed), { ...mixed }, Object.assign({}, mixed)]);

  const shrinking = { a: 1, b: 2, c: 3, d: 4 };
  const seen = [];
  for (const key in shrinking) {
    seen.push(key);
    delete shrinking.c;
    shrinking['new' + key] = 1;
  }
  show('deleted', seen);

  const parent = { inherited: 1, shadowed: 2, twice: 3 };
  const child = Object.create(parent, { shadowed: { value: 1, enumerable: false } });
  child.own = 1;
  child.twice = 1;
  show('prototype', [keysOf(child), Object.keys(child), { ...child }]);
  const below = Object.create(child);
  below.last = 1;
  show('two prototypes', keysOf(below));
  const source = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 };
  const copy = { ...source };
  copy.a = 10;
  copy.g = 7;
  source.f = 60;
  show('copy', [copy, source, { ...source, a: 0 }, { z: 0, ...source, ...copy }, (({ a, ...rest }) => rest)(source)]);
  show('frozen', [Object.isFrozen({ ...Object.freeze({ a: 1 }) }), Object.isExtensible({ ...Object.preventExtensions({ a: 1 }) })]);
  show('accessor', { ...{ get x() { return 5; }, y: 6 } });
  class WithPrivate {
    #secret = 1;
    open = 2;
    static has = (object) => #secret in object;
  }
  const cloned = { ...new WithPrivate() };
  show('private', [cloned, WithPrivate.has(cloned), Object.getPrototypeOf(cloned) === Object.prototype]);
  const moved = Object.setPrototypeOf({ ...source }, null);
  show('no prototype', [keysOf(moved), Object.getPrototypeOf({ ...moved }) === Object.prototype]);

  const changing = { a: 1, b: 2, c: 3 };
  const target = {
    set a(value) {
      delete changing.b;
      changing.c = 'late';
    },
  };
  show('assign', Object.assign(target, changing));
  const big = {};
  for (let i = 0; i < 600; i++) big['k' + i] = i;
  delete big.k3;
  big.k3 = 'again';
  show('many', [keysOf(big).length, Object.keys(big).slice(-2), Object.keys({ ...big }).length, keysOf(big).endsWith('k3')]);
  big['new' + round] = 1;
  show('more', Object.keys(big).slice(-1));
}
Object.prototype.everywhere = 1;
show('polluted', [keysOf({ a: 1 }), keysOf([7]), Object.keys({ a: 1 })]);
delete Object.prototype.everywhere;
show('clean', [keysOf({ a: 1 }), keysOf([7])]);
