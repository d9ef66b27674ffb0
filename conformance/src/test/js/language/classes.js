// Fields, private members, accessors, statics, inheritance, super, new.target, computed names, initialization order.
const log = [];
const t = (x) => (log.push(x), x);
class Base {
  static [t('static key')] = t('static value');
  [t('field key')] = t('field value');
  static {
    log.push('static block', this.name);
  }
  #secret = 41;
  static #count = 0;
  constructor() {
    Base.#count++;
    log.push('base constructor', new.target.name);
    this.init?.();
  }
  get secret() {
    return this.#secret;
  }
  set secret(v) {
    this.#secret = v;
  }
  #bump(n) {
    this.#secret += n;
    return this;
  }
  bump() {
    return this.#bump(1);
  }
  static count() {
    return Base.#count;
  }
  static has(o) {
    return #secret in o;
  }
  toString() {
    return `Base(${this.#secret})`;
  }
}
console.log(log.splice(0));
class Derived extends Base {
  own = this.secret + 1;
  constructor(...args) {
    log.push('before super');
    super(...args);
    log.push('after super', this.own);
  }
  init() {
    log.push('init', this.own);
  }
  toString() {
    return 'Derived:' + super.toString();
  }
  get secret() {
    return super.secret * 2;
  }
  set secret(v) {
    super.secret = v + 1;
  }
  static create() {
    return new this();
  }
  static count() {
    return 'derived ' + super.count();
  }
}
const d = Derived.create();
console.log(
  log.splice(0),
  String(d),
  d.secret,
  ((d.secret = 1), d.secret),
  d.bump().secret,
  Derived.count(),
  Base.has(d),
  Base.has({}),
);
console.log(
  d,
  Base.prototype,
  Derived,
  class {},
  class extends Base {},
  Object.getOwnPropertyNames(Derived.prototype),
);
for (const f of [
  () => Base(),
  () => Base.prototype.bump.call({}),
  () => {
    class A extends null {
      constructor() {
        super();
      }
    }
    new A();
  },
  () => {
    new (class extends Base {
      constructor() {
        this.x;
      }
    })();
  },
  () => {
    new (class extends Base {
      constructor() {
        super();
        super();
      }
    })();
  },
  () => {
    class A extends 5 {}
  },
  () => {
    class A {
      static ['prototype']() {}
    }
  },
  () =>
    new (class {
      get x() {
        return 1;
      }
    })().x(),
  () => {
    'use strict';
    new (class {
      get x() {
        return 1;
      }
    })().x = 2;
  },
  () => {
    new (class {
      #a;
      m(o) {
        o.#a = 1;
      }
    })().m({});
  },
  () => {
    new (class {
      #m() {}
      n() {
        this.#m = 1;
      }
    })().n();
  },
  () => {
    new (class {
      get #g() {
        return 1;
      }
      n() {
        this.#g = 1;
      }
    })().n();
  },
  () => {
    new (class extends Base {
      constructor() {
        return 1;
      }
    })();
  },
]) {
  try {
    f();
    console.log('no error');
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
}
console.log(
  typeof Base,
  Base.name,
  Base.length,
  Object.keys(d),
  Object.getOwnPropertyDescriptor(Base.prototype, 'bump'),
);
const Mixin = (S) =>
  class extends S {
    mixed() {
      return 'mixed ' + this.x;
    }
  };
class Point {
  constructor(x) {
    this.x = x;
  }
}
class Both extends Mixin(Point) {
  static async *gen() {
    yield 1;
  }
  async m() {
    return await 5;
  }
  *[Symbol.iterator]() {
    yield* [1, 2];
  }
  'quoted name'() {}
  123() {}
  static static() {
    return 's';
  }
  get get() {
    return 'g';
  }
  async async() {}
}
console.log(
  new Both(3).mixed(),
  [...new Both(1)],
  Both.static(),
  new Both(1).get,
  Object.getOwnPropertyNames(Both.prototype),
  Both.gen.name,
);
class Counter {
  static #instances = new WeakSet();
  value = 0;
  increment = () => ++this.value;
  constructor() {
    Counter.#instances.add(this);
  }
  static isCounter(o) {
    return Counter.#instances.has(o);
  }
}
const { increment } = new Counter();
console.log(increment(), increment(), Counter.isCounter(new Counter()), Counter.isCounter({}));
class ArrayLike extends Array {
  sum() {
    return this.reduce((a, b) => a + b, 0);
  }
  static get [Symbol.species]() {
    return Array;
  }
}
const al = ArrayLike.from([1, 2, 3]);
console.log(al, al.sum(), al.map((x) => x) instanceof ArrayLike, al.length, Array.isArray(al));
class MyError extends Error {
  constructor(m, extra) {
    super(m);
    this.extra = extra;
  }
  get name() {
    return 'MyError';
  }
}
const e = new MyError('oops', { a: 1 });
console.log(e.toString(), e instanceof Error, e.extra, Object.prototype.toString.call(e));
new Both(1).m().then((v) => console.log('async method', v));
console.log(
  new (class {
    constructor() {
      this.y = 1;
    }
  })().y,
  class {
    static name = 'custom';
  }.name,
  (() => {
    class Self {
      static me = Self;
    }
    return Self.me.name;
  })(),
);
class Accessors {
  static accessor = 1;
  static get = 2;
  static set = 3;
  static async = 4;
  get;
  set;
  static;
  async;
}
console.log(Accessors.accessor, Accessors.get, Accessors.set, Accessors.async, new Accessors());
