// Static members of classes that have subclasses: prototypes whose properties change all the time.
class Base {
  static count = 0;
  static #made = 0;
  static label = 'base';
  constructor() { Base.count++; Base.#made++; }
  static made() { return Base.#made; }
  static get doubled() { return this.count * 2; }
}
class Sub extends Base { static own() { return this.label + this.count; } }
class Low extends Sub { }
let sum = 0;
for (let i = 0; i < 20000; i++) {
  new (i % 3 ? Sub : Low)();
  sum += Sub.count + Low.count + Base.made() + Low.doubled + (Sub instanceof Function) + (i % 7 ? 0 : Sub.own().length);
}
console.log(sum, Base.count, Sub.count, Low.count, Base.made());
Sub.count = 5;
console.log(Base.count, Sub.count, Low.count, Low.doubled);
Base.count = 'text';
delete Sub.count;
console.log(Sub.count, Low.count, Low.own());
Object.defineProperty(Base, 'count', { get() { return 'accessor of ' + this.name; }, set(v) { console.log('set', v); }, configurable: true });
console.log(Sub.count, Low.count);
Low.count = 3;
Object.defineProperty(Base, 'count', { value: 1, writable: false, configurable: true });
for (let i = 0; i < 300; i++) { try { (() => { 'use strict'; Low.count = 4; })(); } catch (e) { if (i % 299 === 0) console.log(e.message); } }
console.log(Low.count, Object.hasOwn(Low, 'count'));
function make() { return class { static n = 0; static up() { return ++this.n; } }; }
const classes = [make(), make(), make()];
const heirs = classes.map((c) => class extends c { });
for (let i = 0; i < 3000; i++) { classes[i % 3].up(); if (i > 2900) heirs[i % 3].up(); }
console.log(classes.map((c) => c.n), heirs.map((c) => c.n));
Object.freeze(Base);
try { (() => { 'use strict'; Base.label = 1; })(); } catch (e) { console.log(e.message); }
Base.label2 = 1;
console.log(Low.label, Base.label2);
