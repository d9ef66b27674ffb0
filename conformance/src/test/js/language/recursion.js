// Deep recursion ends in a RangeError that can be caught, in many engine paths; then the program goes on.
const probe = (name, f) => {
  try {
    f();
    console.log(name, 'no error');
  } catch (e) {
    console.log(name, e instanceof RangeError, e.message);
  }
};
probe('function', function f() {
  f();
});
probe('mutual', () => {
  const a = () => b(),
    b = () => a();
  a();
});
probe('method', () => {
  const o = {
    m() {
      return this.m() + 1;
    },
  };
  o.m();
});
probe('getter', () => {
  const o = {
    get x() {
      return this.x;
    },
  };
  o.x;
});
probe('constructor', () => {
  class A {
    constructor() {
      new A();
    }
  }
  new A();
});
probe('map callback', () => {
  const f = () => [1].map(f);
  f();
});
probe('sort callback', () => {
  const f = () => [2, 1].sort(f);
  f();
});
probe('replace callback', () => {
  const f = () => 'a'.replace('a', f);
  f();
});
probe('toString', () => {
  const o = {
    toString() {
      return '' + this;
    },
  };
  String(o);
});
probe('valueOf', () => {
  const o = {
    valueOf() {
      return +this;
    },
  };
  +o;
});
probe('proxy get', () => {
  const p = new Proxy(
    {},
    {
      get(t, k, r) {
        return r[k];
      },
    },
  );
  p.x;
});
probe('toJSON', () => {
  const o = {
    toJSON() {
      return JSON.stringify(this);
    },
  };
  JSON.stringify(o);
});
probe('call', () => {
  const f = function () {
    return f.call(this);
  };
  f();
});
probe('apply', () => {
  const f = function () {
    return f.apply(this, []);
  };
  f();
});
probe('bind', () => {
  const f = () => f.bind()();
  f();
});
probe('Reflect.construct', () => {
  function F() {
    Reflect.construct(F, []);
  }
  new F();
});
probe('generator', () => {
  function* g() {
    yield* g();
  }
  g().next();
});
probe('spread', () => {
  const f = (...a) => f(...a, 1);
  f();
});
probe('default argument', () => {
  const f = (a = f()) => a;
  f();
});
probe('template tag', () => {
  const f = () => f`x`;
  f();
});
probe('instanceof', () => {
  const C = {
    [Symbol.hasInstance](x) {
      return x instanceof C;
    },
  };
  ({}) instanceof C;
});
probe('JSON.parse reviver', () => {
  const f = () => JSON.parse('[1]', f);
  f();
});
probe('finally', () => {
  const f = () => {
    try {
      f();
    } finally {
    }
  };
  f();
});
probe('eval', () => {
  globalThis.ev = () => eval('ev()');
  ev();
});
probe('Array.from', () => {
  const f = () => Array.from([1], f);
  f();
});
probe('setter', () => {
  const o = {
    set x(v) {
      this.x = v;
    },
  };
  o.x = 1;
});
let depth = 0;
(function count() {
  depth++;
  count();
}).constructor;
try {
  (function count() {
    depth++;
    count();
  })();
} catch {}
console.log(depth > 5000);
const ok = (n) => (n === 0 ? 0 : 1 + ok(n - 1));
console.log(ok(7000));
(async () => {
  const f = async () => {
    await f();
  };
  try {
    await f();
  } catch (e) {
    console.log('async', e instanceof RangeError);
  }
})();
