// Promise internals: job order for thenables, subclassing, species, combinators with odd iterables, executor errors, unhandled ones handled late.
const out = [];
const p = (tag) => (v) => {
  out.push(tag + (v === undefined ? '' : ':' + v));
  return v;
};
Promise.resolve(1).then(p('a')).then(p('b'));
Promise.resolve(2)
  .then(() => Promise.resolve('inner'))
  .then(p('c'));
Promise.resolve().then(p('d')).then(p('e')).then(p('f')).then(p('g'));
new Promise((r) =>
  r({
    then: (f) => {
      out.push('thenable');
      f('T');
    },
  }),
).then(p('h'));
(async () => {
  await null;
  out.push('i');
  await null;
  out.push('j');
})();
(async () => {
  try {
    await Promise.reject('R');
  } catch (e) {
    out.push('k:' + e);
  }
})();
queueMicrotask(p('l'));
Promise.reject(9).catch(p('m'));
Promise.resolve(5).finally(p('n')).then(p('o'));
Promise.all([1, Promise.resolve(2), { then: (f) => f(3) }]).then(p('all'));
Promise.race([new Promise((r) => setTimeout(r, 1)), 7]).then(p('race'));
(async () => {
  for await (const x of [Promise.resolve(1), 2]) out.push('fa' + x);
})();
(async function () {
  return Promise.resolve('ret');
})().then(p('q'));
setTimeout(async () => {
  console.log(out.join(' '));
  const log = console.log;
  const t = async (name, f) => {
    try {
      log(name, await f());
    } catch (e) {
      log(name, 'rejected', e?.message ?? e, e?.name);
    }
  };
  await t('all empty', () => Promise.all([]));
  await t('all reject', () => Promise.all([1, Promise.reject(new Error('no')), Promise.reject(2)]));
  await t('all string', () => Promise.all('ab'));
  await t('all non iterable', () => Promise.all(5));
  await t('allSettled', () =>
    Promise.allSettled([1, Promise.reject(2), new Promise((r) => setTimeout(r, 1, 'late'))]),
  );
  await t('any', () =>
    Promise.any([
      Promise.reject(1),
      new Promise((r) => setTimeout(r, 200, 'slow')),
      new Promise((r) => setTimeout(r, 1, 'fast')),
    ]),
  );
  await t('any none', () => Promise.any([]));
  await t('any all rejected', () =>
    Promise.any([Promise.reject('x')]).catch((e) => [e.constructor.name, e.errors]),
  );
  await t(
    'executor throws',
    () =>
      new Promise(() => {
        throw new TypeError('exec');
      }),
  );
  await t(
    'resolve then throw',
    () =>
      new Promise((r) => {
        r('kept');
        throw 1;
      }),
  );
  await t('self', () => {
    let r;
    const s = new Promise((x) => (r = x));
    r(s);
    return s;
  });
  await t('thenable throws', () =>
    Promise.resolve({
      then() {
        throw new Error('in then');
      },
    }),
  );
  await t('thenable getter', () =>
    Promise.resolve({
      get then() {
        throw new Error('getter');
      },
    }),
  );
  await t(
    'thenable twice',
    () =>
      new Promise((r) =>
        r({
          then(f, g) {
            f(1);
            g(2);
            f(3);
          },
        }),
      ),
  );
  await t('then non function', () => Promise.resolve(1).then(5, null));
  await t('catch passes', () => Promise.resolve('v').catch(() => 'no'));
  await t('finally value', () => Promise.resolve('v').finally(() => 'ignored'));
  await t('finally throws', () =>
    Promise.resolve('v').finally(() => {
      throw new Error('fin');
    }),
  );
  await t('finally rejects keeps', () =>
    Promise.reject(new Error('orig')).finally(() => new Promise((r) => setTimeout(r, 1))),
  );
  await t('nested', () => Promise.resolve(Promise.resolve(Promise.resolve('deep'))));
  class MyP extends Promise {
    constructor(ex) {
      super(ex);
      this.mine = true;
    }
    static get [Symbol.species]() {
      return Promise;
    }
  }
  await t('subclass', () => [
    MyP.resolve(1) instanceof MyP,
    MyP.resolve(1).then(() => {}) instanceof MyP,
    MyP.all([]) instanceof MyP,
    MyP.resolve(1).mine,
  ]);
  await t('resolve same', () => {
    const x = Promise.resolve(1);
    return [Promise.resolve(x) === x, MyP.resolve(x) === x];
  });
  await t('length', () => [
    Promise.length,
    Promise.prototype.then.length,
    Promise.all.length,
    Promise.name,
    Object.prototype.toString.call(Promise.resolve()),
  ]);
  await t('await thenable', async () => await { then: (f) => setTimeout(f, 1, 'timer') });
  await t('return await in finally', async () => {
    try {
      return await Promise.reject(new Error('A'));
    } finally {
      await null;
      log('finally ran');
    }
  });
  await t('override in finally', async () => {
    try {
      throw 1;
    } finally {
      return 'over';
    }
  });
  await t('loop', async () => {
    let s = '';
    for (const ms of [3, 1, 2]) s += await new Promise((r) => setTimeout(() => r(ms), ms));
    return s;
  });
  await t('parallel', async () => {
    const ord = [];
    await Promise.all(
      [30, 10, 20].map(async (ms) => {
        await new Promise((r) => setTimeout(r, ms * 10));
        ord.push(ms);
      }),
    );
    return ord;
  });
  await t('call', () => Promise.prototype.then.call(5));
  await t('no new', () => Promise(() => {}));
  await t('no executor', () => new Promise());
  await t('resolve bad this', () => Promise.resolve.call({}));
  await t(
    'custom ctor',
    () =>
      new Promise((res) => {
        function C(ex) {
          ex(
            (v) => res(['resolved', v]),
            () => {},
          );
        }
        Promise.resolve.call(C, 'val');
      }),
  );
  const late = Promise.reject(new Error('handled late'));
  late.catch(() => {});
  log(late, Promise.resolve([1]), new Promise(() => {}), (async () => {})());
  log(
    await Promise.resolve(1)
      .then((x) => {
        throw x + 1;
      })
      .catch((x) => x + 1)
      .then((x) => Promise.reject(x * 2))
      .then(p('never'), (x) => x + 100),
  );
}, 10);
