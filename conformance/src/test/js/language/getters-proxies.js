// Every proxy trap with its arguments, invariants, revocation, Reflect, receivers through prototype chains.
const log = [];
const traps = {};
for (const name of [
  'get',
  'set',
  'has',
  'deleteProperty',
  'ownKeys',
  'getOwnPropertyDescriptor',
  'defineProperty',
  'getPrototypeOf',
  'setPrototypeOf',
  'isExtensible',
  'preventExtensions',
  'apply',
  'construct',
])
  traps[name] = (...a) => {
    log.push(
      name + (typeof a[1] === 'string' ? ' ' + a[1] : typeof a[1] === 'symbol' ? ' ' + String(a[1]) : ''),
    );
    return Reflect[name](...a);
  };
const run = (name, f) => {
  log.length = 0;
  let r;
  try {
    r = f();
  } catch (e) {
    r = `${e.name}: ${e.message}`;
  }
  console.log(name, '=>', r, log.join(', '));
};
const p = new Proxy({ a: 1, b: { c: 2 } }, traps);
const fp = new Proxy(function f(x) {
  return x * 2;
}, traps);
run('get', () => p.a);
run('set', () => (p.z = 5));
run('in', () => 'a' in p);
run('delete', () => delete p.z);
run('keys', () => Object.keys(p));
run('entries', () => Object.entries(p).length);
run('spread', () => ({ ...p }));
run('for in', () => {
  const k = [];
  for (const x in p) k.push(x);
  return k;
});
run('getOwn', () => Object.getOwnPropertyDescriptor(p, 'a'));
run('define', () => Reflect.defineProperty(p, 'd', { value: 1, configurable: true }));
run('proto', () => Object.getPrototypeOf(p) === Object.prototype);
run('instanceof', () => p instanceof Object);
run('setProto', () => Object.setPrototypeOf(p, null) === p);
run('isExt', () => Object.isExtensible(p));
run('call', () => fp(4));
run('new', () => new fp(1) instanceof fp);
run('JSON', () => JSON.stringify(p));
run('freeze', () => Object.isFrozen(Object.freeze(new Proxy({ q: 1 }, traps))));
run('concat', () => [].concat(new Proxy([1, 2], traps)));
run('array', () => {
  const a = new Proxy([3, 1, 2], traps);
  a.push(4);
  return a.length;
});
run('sort', () => new Proxy([2, 1], traps).sort().join());
run('destructure', () => {
  const { a, ...r } = p;
  return [a, Object.keys(r)];
});
run('typeof', () => typeof fp + typeof p + Array.isArray(new Proxy([], {})));
run('inherit get', () => Object.create(p).a);
run('inherit set', () => {
  const c = Object.create(new Proxy({}, traps));
  c.x = 1;
  return Object.keys(c);
});
run('with', () => new Function('p', 'with (p) { return a; }')(p));
run('toString', () => Object.prototype.toString.call(p));
run('assign', () => Object.assign(new Proxy({}, traps), { m: 1 }).m);
run('hasOwn', () => Object.hasOwn(p, 'a'));
run('class', () => {
  class A extends fp {}
  return new A(3) instanceof A;
});
const frozen = Object.freeze({ x: 1 });
const bad = (handler, target = frozen) => new Proxy(target, handler);
run('inv get', () => bad({ get: () => 2 }).x);
run('inv has', () => 'x' in bad({ has: () => false }));
run('inv delete', () => delete bad({ deleteProperty: () => true }).x);
run('inv keys', () => Object.keys(bad({ ownKeys: () => [] })));
run('inv keys dup', () => Object.keys(bad({ ownKeys: () => ['a', 'a'] }, {})));
run('inv keys type', () => Object.keys(bad({ ownKeys: () => [1] }, {})));
run('inv gopd', () =>
  Object.getOwnPropertyDescriptor(bad({ getOwnPropertyDescriptor: () => undefined }), 'x'),
);
run('inv gopd type', () => Object.getOwnPropertyDescriptor(bad({ getOwnPropertyDescriptor: () => 1 }), 'x'));
run('inv define', () => Object.defineProperty(bad({ defineProperty: () => true }), 'n', { value: 1 }));
run('inv proto', () => Object.getPrototypeOf(bad({ getPrototypeOf: () => null })));
run('inv proto type', () => Object.getPrototypeOf(bad({ getPrototypeOf: () => 1 })));
run('inv isExt', () => Object.isExtensible(bad({ isExtensible: () => true })));
run('inv prevent', () => Object.preventExtensions(bad({ preventExtensions: () => true }, {})));
run('inv set', () => {
  'use strict';
  bad({ set: () => true }).x = 5;
});
run('false set', () => {
  'use strict';
  bad({ set: () => false }, {}).x = 5;
});
run('false delete', () => {
  'use strict';
  delete bad({ deleteProperty: () => false }, {}).x;
});
run('false define', () => Object.defineProperty(bad({ defineProperty: () => false }, {}), 'x', {}));
run('construct type', () => new (bad({ construct: () => 1 }, function () {}))());
run('trap type', () => bad({ get: 5 }).x);
const r = Proxy.revocable({}, {});
r.revoke();
run('revoked', () => r.proxy.x);
run('revoked typeof', () => typeof r.proxy);
run('revoked isArray', () => Array.isArray(r.proxy));
run('no new', () => Proxy({}, {}));
run('not object', () => new Proxy({}, null));
run('receiver', () => {
  const t = {
    get v() {
      return this;
    },
  };
  const q = new Proxy(t, {});
  return q.v === q;
});
run('private', () => {
  class A {
    #x = 1;
    get() {
      return this.#x;
    }
  }
  return new Proxy(new A(), {}).get();
});
run('Reflect', () => [
  Reflect.has({ x: 1 }, 'x'),
  Reflect.get(
    {
      get x() {
        return this;
      },
    },
    'x',
    7,
  ),
  Reflect.set({}, 'x', 1),
  Reflect.ownKeys({ b: 1, 1: 1 }),
  Reflect.getPrototypeOf([]) === Array.prototype,
  Reflect.apply(Math.max, null, [1, 2]),
  Reflect.isExtensible({}),
  Reflect.deleteProperty([], 'length'),
]);
