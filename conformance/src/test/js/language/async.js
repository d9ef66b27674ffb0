// Order of promise jobs, async functions, await of thenables, async generators, for await, errors, combinators.
const log = (...a) => console.log(...a);
log('1 sync');
setTimeout(() => log('9 timeout'), 0);
setImmediate(() => log('10 immediate'));
process.nextTick(() => log('3 tick'));
queueMicrotask(() => log('5 microtask'));
Promise.resolve()
  .then(() => log('6 then'))
  .then(() => log('8 then then'));
(async () => {
  log('2 async body');
  await null;
  log('7 after await');
})();
process.nextTick(() => {
  log('4 tick 2');
});
async function main() {
  await new Promise((r) => setTimeout(r, 150));
  const thenable = {
    then(ok) {
      log('then called');
      ok('thenable value');
    },
  };
  log(await thenable, await 5, await Promise.resolve('p'));
  try {
    await Promise.reject(new TypeError('rejected'));
  } catch (e) {
    log(e.name, e.message);
  }
  const f = async (x) => {
    if (x) throw x;
    return 'fine';
  };
  log(await f(), await f('bad').catch((e) => 'caught ' + e), f() instanceof Promise);
  log(
    await Promise.all([1, Promise.resolve(2), f()]),
    await Promise.race([new Promise(() => {}), 'first']),
    await Promise.any([Promise.reject(1), 'any']),
  );
  log(await Promise.allSettled([1, Promise.reject(new Error('no'))]));
  try {
    await Promise.any([Promise.reject(1), Promise.reject(2)]);
  } catch (e) {
    log(e.constructor.name, e.message, e.errors);
  }
  async function* ag() {
    try {
      const x = yield 1;
      log('sent', x);
      yield Promise.resolve(2);
      yield* [3, Promise.resolve(4)];
    } finally {
      log('ag finally');
    }
  }
  for await (const v of ag()) log(v);
  for await (const v of [Promise.resolve('a'), 'b']) log(v);
  const it = ag();
  log(await it.next(), await it.next('hello'), await it.return('ret'), await it.next());
  const q = ag();
  log(await Promise.all([q.next(), q.next(), q.next()]));
  await q.return();
  try {
    for await (const v of ag()) throw new Error('leave');
  } catch (e) {
    log(e.message);
  }
  log(
    await (async () => {
      try {
        return await f(1);
      } catch {
        return 'c';
      } finally {
        log('fin');
      }
    })(),
  );
  const order = [];
  await Promise.all([
    (async () => {
      order.push('a1');
      await 0;
      order.push('a2');
      await 0;
      order.push('a3');
    })(),
    (async () => {
      order.push('b1');
      await 0;
      order.push('b2');
    })(),
  ]);
  log(order.join());
  const p1 = (async () => {
    order.length = 0;
    const p = Promise.resolve();
    p.then(() => order.push(1))
      .then(() => order.push(2))
      .then(() => order.push(3));
    await (async () => {
      return p;
    })();
    order.push('x');
  })();
  await p1;
  await 0;
  await 0;
  log(order.join());
  log(
    await new Promise((ok, no) => {
      ok(1);
      no(2);
      ok(3);
      throw 4;
    }),
    await Promise.resolve(1).finally(() => 2),
    await Promise.reject(1)
      .finally(() => {})
      .catch((e) => e),
    await Promise.resolve(1)
      .finally(() => {
        throw 'from finally';
      })
      .catch((e) => e),
  );
  const self = new Promise((r) => setTimeout(() => r(self)));
  await self.catch((e) => log(e.message));
  class P extends Promise {}
  log(
    P.resolve(1).then(() => {}) instanceof P,
    new P(() => {}),
    Promise.resolve(5),
    Promise.reject(6).catch(() => {}) && Promise.resolve({ a: 1 }),
  );
  for (const bad of [
    () => new Promise(),
    () => Promise(),
    () => Promise.resolve.call(1),
    () => new Promise(5),
  ])
    try {
      bad();
    } catch (e) {
      log(e.message);
    }
  await Promise.all(5).catch((e) => log(e.message));
  let s = 0;
  for (let i = 0; i < 3; i++) s += await i;
  log(
    s,
    await (
      await (
        async () => async () =>
          'nested'
      )()
    )(),
  );
  const { a, b = await 'dflt' } = await { a: 1 };
  log(
    a,
    b,
    [await 1, await 2],
    `${await 't'}`,
    (
      await {
        m() {
          return this.z;
        },
        z: 9,
      }
    ).m(),
  );
}
main().then(() => log('main done'));
