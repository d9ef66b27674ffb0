// Asynchronous: the test is over when finish() is called.
(async function () {
  const order = []; const p = (v) => { order.push(v); return v; };
  async function f() { p('f1'); const x = await p('f2'); p(x + '!'); try { await Promise.reject('bad'); } catch (e) { p(e); } finally { p('fin'); } return 'ret'; }
  const r = f(); p('sync'); check(await r, 'ret'); check(order.splice(0), ['f1', 'f2', 'sync', 'f2!', 'bad', 'fin']);
  async function* ag() { try { const a = yield Promise.resolve(1); p(a); yield* [2, Promise.resolve(3)]; return 4; } finally { p('ag fin'); } }
  const got = []; for await (const v of ag()) got.push(v); check(got, [1, 2, 3]); check(order.splice(0), [undefined, 'ag fin']);
  const it = ag(); check([await it.next(), await it.next('sent'), await it.return(Promise.resolve('r')), await it.next()], [{ value: 1, done: false }, { value: 2, done: false }, { value: 'r', done: true }, { value: undefined, done: true }]); check(order.splice(0), ['sent', 'ag fin']);
  const q = ag(); const all = await Promise.all([q.next(), q.next(), q.next(), q.next(), q.next()]); check(all.map((x) => x.value), [1, 2, 3, 4, undefined]); order.length = 0;
  for await (const x of [Promise.resolve('a'), 'b']) { p(x); if (x === 'a') continue; break; } check(order.splice(0), ['a', 'b']);
  const closing = { [Symbol.asyncIterator]() { return { next: async () => ({ value: 1, done: false }), return: async () => { p('closed'); return {}; } }; } };
  for await (const x of closing) break; try { for await (const x of closing) throw 'boom'; } catch (e) { p(e); } await (async () => { for await (const x of closing) return 1; })(); check(order.splice(0), ['closed', 'closed', 'boom', 'closed']);
  const arrow = async (a, b = a) => { await null; return [a, b, this === undefined]; }; check(await arrow(1), [1, 1, false].slice(0, 2).concat(await (async () => this === undefined)()));
  let err; await (async (a = (() => { throw 'param'; })()) => {})().catch((e) => { err = e; }); check(err, 'param');
  const o = { async m() { return super.toString === Object.prototype.toString; }, async *g() { yield this === o; } }; check(await o.m(), true); check((await o.g().next()).value, true);
  async function nested() { for (const x of [1, 2, 3]) { try { await x; if (x === 2) return 'two'; } finally { p(await ('f' + x)); } } } check(await nested(), 'two'); check(order.splice(0), ['f1', 'f2']);
  const seq = []; await Promise.all([(async () => { seq.push(1); await 0; seq.push(4); await 0; seq.push(6); })(), (async () => { seq.push(2); await 0; seq.push(5); })(), seq.push(3)]); check(seq, [1, 2, 3, 4, 5, 6]);
  const thenable = { then(res) { p('then'); res('t'); } }; check(await thenable, 't'); check(order.splice(0), ['then']); check(await [1, 2].reduce(async (acc, v) => (await acc) + v, 0), 3);
  await (async function* () { throw 'x'; })().next().then(() => p('no'), (e) => p(e)); check(order.splice(0), ['x']);
})().then(() => finish(), (e) => finish(e));
