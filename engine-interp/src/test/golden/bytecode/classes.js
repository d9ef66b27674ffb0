class Base {
  #secret = 1; static count = 0; [Base] = 2; plain;
  static #tally() {} get #both() { return 1; } set #both(v) {} #method() {}
  static { this.count++; }
  constructor(a) { this.a = a; }
  get secret() { return this.#secret + this.#both; }
  set secret(v) { this.#secret = v; this.#method(); }
  static has(o) { return #secret in o && Base.#tally(); }
  [1 + 2]() {}
}
class Derived extends Base {
  constructor(...args) { super(...args); const f = () => super.secret; super.secret = f; super[f] = super[f]; return new.target; }
  plain(a) { super.a = a; }
}
class Defaulted extends Derived { field = () => this; }
