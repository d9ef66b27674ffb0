// try/catch/finally control flow, rethrow, nested finally, return overriding, error objects, cause, aggregate.
const f = (x) => {
  try {
    if (x === 1) return 'try';
    if (x === 2) throw new Error('e');
    return 'end';
  } catch (e) {
    return 'catch ' + e.message;
  } finally {
    if (x === 3) return 'finally';
    console.log('f', x);
  }
};
console.log(f(0), f(1), f(2), f(3));
const order = [];
for (let i = 0; i < 4; i++) {
  try {
    order.push('t' + i);
    if (i === 1) continue;
    if (i === 3) break;
  } finally {
    order.push('f' + i);
  }
}
console.log(order.join());
function nested() {
  try {
    try {
      throw 'a';
    } finally {
      order.push('inner');
      throw 'b';
    }
  } catch (e) {
    return e;
  }
}
console.log(nested());
lbl: try {
  break lbl;
} finally {
  console.log('finally after break');
}
console.log(
  (() => {
    lp: while (true) {
      try {
        return 1;
      } finally {
        break lp;
      }
    }
    return 2;
  })(),
  (() => {
    for (;;)
      try {
        return 'r';
      } finally {
      }
  })(),
);
for (const thrown of [1, 'str', null, undefined, { a: 1 }, [1], Symbol('s'), new Error('x', { cause: 'c' })])
  try {
    throw thrown;
  } catch (e) {
    console.log(typeof e, e?.cause);
  }
try {
  throw { a: 1, b: { c: 2 } };
} catch ({ a, b: { c } }) {
  console.log(a, c);
}
try {
  throw 1;
} catch {
  console.log('no binding');
}
const e1 = new Error('msg', { cause: new TypeError('inner') });
console.log(
  e1.message,
  e1.cause.message,
  Object.keys(e1),
  'cause' in new Error('x'),
  Object.getOwnPropertyNames(e1).sort(),
  e1 + '',
  Object.getOwnPropertyDescriptor(e1, 'message').enumerable,
);
console.log(
  new AggregateError([1, new Error('2')], 'agg').errors.length,
  String(new RangeError()),
  String(new SyntaxError('s')),
  Error('called').message,
  Error.prototype.toString.call({ name: 'N', message: 'M' }),
  Error.prototype.toString.call({}),
  Error.prototype.name,
  TypeError.prototype instanceof Error,
  EvalError.name,
  URIError.length,
  Error.length,
);
const custom = Object.assign(new Error('with props'), { code: 'E_CODE', detail: { n: 1 } });
console.log(
  custom.code,
  custom instanceof Error,
  Object.prototype.toString.call(custom),
  (() => {
    try {
      null.f();
    } catch (e) {
      return e.constructor === TypeError && e.stack.split('\n')[0];
    }
  })(),
);
for (const g of [
  () => undefinedName,
  () => {
    undefinedName();
  },
  () => (void 0)(),
  () => ({}).a.b,
  () => null[Symbol.iterator],
  () => [].reduce((a) => a),
  () => 'x'.repeat(-1),
  () => (1.5).toFixed(101),
  () => new Array(-1),
  () => ([].length = -1),
  () => decodeURIComponent('%'),
  () => new RegExp('['),
  () => JSON.parse('{a'),
  () => JSON.parse(''),
  () => BigInt(1.5),
  () => BigInt('x'),
  () => Symbol() + 1,
  () => new Symbol(),
  () => Object.defineProperty(1, 'x', {}),
  () => Object.create(1),
  () => new WeakMap([[1, 2]]),
  () => new Proxy(1, {}),
  () => Reflect.ownKeys(1),
  () => structuredClone(() => {}),
  () => 'a'.localeCompare.call(null),
  () => Array.prototype.map.call(null),
  () => [].map(5),
  () => new Date(NaN).toISOString(),
  () => (10).toString(99),
  () => 'abc'.normalize('x'),
  () => new Uint8Array(-1),
  () => new DataView(new ArrayBuffer(1)).getInt32(0),
  () => Array.from({ length: -1 }).length,
  () => String.fromCodePoint(-1),
  () => parseInt(Symbol()),
  () => {
    class A {
      constructor() {
        this.x();
      }
    }
    new A();
  },
  () => {
    const {
      a: { b },
    } = { a: null };
  },
  () => {
    let fn = 5;
    fn`x`;
  },
  () => {
    new 5();
  },
  () => {
    [...{}];
  },
  () => {
    for (const x of 5);
  },
  () => {
    const [x] = {};
  },
  () => x.y,
  () => {
    a.b.c;
    var a;
  },
  () => {
    ({}).x.y.z;
  },
  () => {
    (() => {}).x();
  },
  () => {
    Promise.reject.call();
  },
  () => {
    new Map(5);
  },
  () => {
    Map();
  },
  () => {
    Object.fromEntries(5);
  },
  () => Object.fromEntries([1]),
  () => {
    Array.from(1, 2);
  },
  () => {
    ''.matchAll(/x/);
  },
  () => {
    'x'.replaceAll(/x/, '');
  },
  () => {
    Reflect.apply(1);
  },
  () => Reflect.construct(() => {}, []),
  () => Atomics.wait(1),
  () => new Intl.Foo(),
])
  try {
    console.log('ok', String(g()));
  } catch (e) {
    console.log(`${e.name}: ${e.message}`);
  }
