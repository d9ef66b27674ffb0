'use strict';

// Ids and events of timers, ticks, immediates, promises, files and AsyncResources.

const ah = require('async_hooks');
const fs = require('fs');

console.log(ah.executionAsyncId(), ah.triggerAsyncId());

const names = new Map([[1, 'main']]);
const counts = {};
const log = [];
const destroyed = [];
let ignored = false;
const known = new Set(['Timeout', 'Immediate', 'TickObject', 'PROMISE', 'Microtask', 'FSREQCALLBACK', 'Mine']);
const hook = ah.createHook({
  init(id, type, trigger, resource) {
    if (ignored || !known.has(type)) return;
    counts[type] = (counts[type] ?? 0) + 1;
    names.set(id, `${type}${counts[type]}`);
    log.push(`init ${names.get(id)} by ${names.get(trigger)} in ${names.get(ah.executionAsyncId())} ${typeof resource}`);
  },
  before(id) {
    if (names.has(id)) log.push(`before ${names.get(id)} ${ah.executionAsyncId() === id} ${names.get(ah.triggerAsyncId())}`);
  },
  after(id) {
    if (names.has(id)) log.push(`after ${names.get(id)} ${ah.executionAsyncId() === id}`);
  },
  destroy(id) {
    if (names.has(id)) destroyed.push(names.get(id)); // at some later time
  },
  promiseResolve(id) {
    if (names.has(id)) log.push(`resolve ${names.get(id)}`);
  },
});
console.log(hook.enable() === hook);
hook.disable();

/** Runs a step with the hooks on and shows what they saw when it is over and some turns of the event loop have passed. */
function step(name, run) {
  return new Promise((done) => {
    const over = (turns = 4) => {
      ignored = true;
      if (turns > 0) {
        setImmediate(over, turns - 1);
      } else {
        hook.disable();
        console.log(`${name}:\n  ${log.join('\n  ')}`);
        console.log(`  destroyed: ${destroyed.sort().join(', ')}`);
        log.length = destroyed.length = 0;
        names.clear();
        for (const key of Object.keys(counts)) delete counts[key];
        setImmediate(done);
      }
      ignored = false;
    };
    hook.enable();
    run(() => over());
  });
}

const note = (text) => log.push(`run ${text} in ${names.get(ah.executionAsyncId())}`);
const steps = [
  () => step('timers', (over) => {
    clearTimeout(setTimeout(() => {}, 5));
    setTimeout(() => {
      note('timeout');
      let left = 2;
      const interval = setInterval(() => {
        note('interval');
        if (--left > 0) return;
        clearInterval(interval);
        over();
      }, 1);
    }, 1);
  }),
  () => step('immediate', (over) => {
    setImmediate(() => {
      note('immediate');
      setImmediate(() => {
        note('inner');
        over();
      });
    });
    clearImmediate(setImmediate(() => {}));
  }),
  () => step('ticks', (over) => {
    process.nextTick(() => {
      note('tick');
      process.nextTick(() => note('inner'));
    });
    over();
  }),
  () => step('microtask', (over) => {
    queueMicrotask(() => note('microtask'));
    over();
  }),
  () => step('promises', (over) => {
    const first = new Promise((resolve) => setImmediate(resolve));
    first.then(() => note('then')).catch(() => {});
    Promise.reject(1).catch(() => note('caught'));
    over();
  }),
  () => step('thenables', (over) => {
    Promise.resolve({ then: (done) => done(note('job')) });
    new Promise((resolve) => resolve(Promise.resolve(1))).then(() => note('adopted'));
    over();
  }),
  () => step('await', (over) => {
    (async () => {
      note('before await');
      await 1;
      note('after await');
      await new Promise((resolve) => setImmediate(resolve));
      note('after second');
    })();
    over();
  }),
  () => step('files', (over) => {
    fs.stat(__filename, () => {
      note('stat');
      over();
    });
  }),
  () => step('resource', (over) => {
    const resource = new ah.AsyncResource('Mine');
    resource.runInAsyncScope(() => {
      note('scope');
      log.push(`${ah.executionAsyncResource() === resource} ${ah.executionAsyncId() === resource.asyncId()}`);
      process.nextTick(() => note('tick'));
    });
    resource.emitDestroy();
    new ah.AsyncResource('Mine', { triggerAsyncId: resource.asyncId() });
    over();
  }),
];

setImmediate(() => {
  (function next() {
    const run = steps.shift();
    if (run !== undefined) run().then(() => setImmediate(next));
    else last();
  })();
});

function last() {
  const timer = setTimeout(() => {
    console.log(ah.executionAsyncResource() === timer, ah.executionAsyncId() > 1, ah.triggerAsyncId() > 0);
    for (const callbacks of [{ init: 1 }, { destroy: 'x' }]) {
      try {
        ah.createHook(callbacks);
      } catch (error) {
        console.log(error.name, error.code, error.message);
      }
    }
  }, 1);
}
