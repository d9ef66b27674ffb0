// EventEmitter: order, once, prepend, remove, errors, newListener, async helpers, symbols, maximum listeners.
const EventEmitter = require('events');
const e = new EventEmitter();
e.on('x', (...a) => console.log('1', a));
e.once('x', () => console.log('once'));
e.prependListener('x', () => console.log('0'));
e.addListener('x', function () {
  console.log(this === e);
});
console.log(
  e.emit('x', 1, 2),
  e.emit('x'),
  e.emit('none'),
  e.listenerCount('x'),
  e.eventNames(),
  e.listeners('x').length,
  e.rawListeners('x').length,
);
const f = () => console.log('f');
e.on('y', f);
e.on('y', f);
e.off('y', f);
e.emit('y');
e.removeAllListeners('y');
console.log(e.emit('y'), e.getMaxListeners(), e.setMaxListeners(1) === e);
e.on('newListener', (n, fn) => console.log('new', n, typeof fn));
e.on('removeListener', (n) => console.log('removed', n));
e.once('z', f);
e.emit('z');
const s = Symbol('ev');
e.on(s, () => console.log('symbol'));
e.emit(s);
console.log(e.eventNames());
for (const g of [
  () => new EventEmitter().emit('error', new Error('unheard')),
  () => new EventEmitter().emit('error', 'text'),
  () => new EventEmitter().emit('error'),
  () => e.on('x', 5),
  () => e.setMaxListeners(-1),
])
  try {
    g();
  } catch (err) {
    console.log(err.name, err.code, err.message);
  }
const h = new EventEmitter();
h.on('error', (err) => console.log('handled', err.message));
h.emit('error', new Error('ok'));
h.on('m', () => {
  h.on('m', () => console.log('added during'));
});
h.emit('m');
h.once('r', () => h.emit('r'));
h.on('r', () => console.log('r'));
h.emit('r');
class My extends EventEmitter {
  constructor() {
    super({ captureRejections: true });
    this.v = 1;
  }
}
const m = new My();
m.on('error', (err) => console.log('captured', err.message));
m.on('go', async () => {
  throw new Error('async');
});
m.emit('go');
console.log(
  m instanceof EventEmitter,
  EventEmitter.EventEmitter === EventEmitter,
  EventEmitter.defaultMaxListeners,
  Object.keys(m).includes('v'),
);
(async () => {
  const ee = new EventEmitter();
  setTimeout(() => ee.emit('ready', 'a', 'b'), 1);
  console.log(await EventEmitter.once(ee, 'ready'));
  setTimeout(() => ee.emit('error', new Error('rej')), 1);
  await EventEmitter.once(ee, 'ready').catch((err) => console.log('once rejected', err.message));
  setTimeout(() => {
    ee.emit('tick', 1);
    ee.emit('tick', 2);
  }, 1);
  let n = 0;
  for await (const [v] of EventEmitter.on(ee, 'tick')) {
    console.log('tick', v);
    if (++n === 2) break;
  }
  const t = new EventTarget();
  t.addEventListener(
    'ev',
    (x) => console.log(x.type, x instanceof Event, x.target === t, x.defaultPrevented),
    { once: true },
  );
  t.dispatchEvent(new Event('ev'));
  t.dispatchEvent(new Event('ev'));
  const ac = new AbortController();
  ac.signal.addEventListener('abort', () => console.log('aborted', ac.signal.aborted, ac.signal.reason.name));
  ac.abort();
  try {
    ac.signal.throwIfAborted();
  } catch (x) {
    console.log(x.name, x.message, x.code);
  }
  console.log(
    AbortSignal.abort('why').reason,
    typeof CustomEvent,
    new CustomEvent('c', { detail: 5 }).detail,
  );
})();
