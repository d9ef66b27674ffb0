// Order of nextTick, microtasks, timers, immediates; nested; timer objects; intervals; cancellation.
const out = [];
const mark = (m) => () => out.push(m);
setTimeout(mark('timeout 0'), 0);
setTimeout(mark('timeout 1'), 1);
setImmediate(() => {
  out.push('immediate');
  process.nextTick(mark('tick in immediate'));
  Promise.resolve().then(mark('micro in immediate'));
  setImmediate(mark('immediate 2'));
  setTimeout(mark('timeout in immediate'));
});
process.nextTick(() => {
  out.push('tick 1');
  process.nextTick(mark('tick nested'));
  Promise.resolve().then(mark('micro from tick'));
});
process.nextTick((a, b) => out.push('tick args ' + a + b), 1, 2);
Promise.resolve().then(() => {
  out.push('micro 1');
  process.nextTick(mark('tick from micro'));
  queueMicrotask(mark('micro nested'));
});
queueMicrotask(mark('micro 2'));
setTimeout(() => {
  out.push('A');
  Promise.resolve().then(mark('A micro'));
  process.nextTick(mark('A tick'));
}, 5);
setTimeout(mark('B'), 5);
const cancelled = setTimeout(mark('never'), 1);
clearTimeout(cancelled);
clearImmediate(setImmediate(mark('never')));
clearTimeout(undefined);
clearTimeout('x');
clearInterval({});
let n = 0;
const iv = setInterval(
  (tag) => {
    out.push('interval ' + ++n + tag);
    if (n === 3) {
      clearInterval(iv);
      setTimeout(finish, 5, 'arg');
    }
  },
  3,
  '!',
);
const unref = setTimeout(mark('never'), 1e6);
unref.unref();
console.log(
  unref.hasRef(),
  typeof unref[Symbol.toPrimitive](),
  unref.ref() === unref,
  (unref.unref(), unref.hasRef()),
  typeof iv.refresh,
  unref.constructor.name,
);
out.push('sync end');
function finish(arg) {
  const order = out.filter((x) => !/interval|^[AB]|timeout/.test(x));
  console.log(order.join(', '));
  console.log(
    out.indexOf('timeout 0') < out.indexOf('timeout 1'),
    out.indexOf('A') < out.indexOf('A tick'),
    out.indexOf('A tick') < out.indexOf('A micro'),
    out.indexOf('A micro') < out.indexOf('B'),
    out.filter((x) => x.startsWith('interval')).join(),
    arg,
    out.includes('never'),
  );
  for (const bad of [
    () => setTimeout(),
    () => setTimeout('code'),
    () => setInterval(5),
    () => setImmediate(null),
    () => process.nextTick(),
    () => queueMicrotask(1),
    () => setTimeout(() => {}, 'abc') && 'ok',
    () => typeof setTimeout(() => {}, NaN),
    () => typeof setTimeout(() => {}, -5),
  ])
    try {
      console.log(bad());
    } catch (e) {
      console.log(e.name, e.code, e.message);
    }
}
process.on('beforeExit', () => {
  if (!out.done) {
    out.done = true;
    console.log('beforeExit');
    setTimeout(() => console.log('more work'), 1);
  }
});
process.on('exit', () => console.log('exit', process.exitCode));
const { setTimeout: sleep, setInterval: every, setImmediate: soon } = require('timers/promises');
(async () => {
  console.log(await sleep(2, 'slept'), await soon('immediate value'));
  let k = 0;
  for await (const v of every(1, 'tock')) {
    console.log(v);
    if (++k === 2) break;
  }
})();
