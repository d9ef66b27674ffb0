// The messages of wrong uses of private names.
class X {
  #method() {}
  #field = 1;
  static #static() {}
  get #getter() { return 1; }
  set #setter(value) {}
  static callMethod(o) { return o.#method(); }
  static readMethod(o) { return typeof o.#method; }
  static writeMethod(o) { o.#method = 1; }
  static readField(o) { return o.#field; }
  static writeField(o) { o.#field = 2; }
  static incrementField(o) { return o.#field++; }
  static destructure(o) { [o.#field] = [1]; }
  static optional(o) { return o?.#field; }
  static callField(o) { return o.#field(); }
  static callStatic(o) { return o.#static(); }
  static writeStatic(o) { o.#static = 1; }
  static readGetter(o) { return o.#getter; }
  static writeGetter(o) { o.#getter = 1; }
  static readSetter(o) { return o.#setter; }
  static writeSetter(o) { o.#setter = 1; }
  static fieldIn(o) { return #field in o; }
  static methodIn(o) { return #method in o; }
  static staticIn(o) { return #static in o; }
}
for (const name of Object.getOwnPropertyNames(X).filter((name) => !['length', 'name', 'prototype'].includes(name))) {
  for (const receiver of [{}, null, undefined, 1, 'text', new X(), X]) {
    const shown = receiver === X ? 'X' : String(receiver);
    try {
      console.log(name, shown, X[name](receiver));
    } catch (error) {
      console.log(name, shown, error.name, error.message);
    }
  }
}

class Returned { constructor(value) { return value; } }
class WithMethod extends Returned { #method() {} }
class WithField extends Returned { #field = 1; }
const Anonymous = class { #method() {} static call(o) { o.#method(); } };
const target = {};
for (const attempt of [() => new WithMethod(target), () => new WithField(target), () => Anonymous.call({}), () => Anonymous.call(null)]) {
  try {
    attempt();
    attempt();
  } catch (error) {
    console.log(error.message);
  }
}
