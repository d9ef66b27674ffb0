'use strict';

// The handlers of an uncaught exception find what AsyncLocalStorage held for the code that threw.

const { AsyncLocalStorage } = require('async_hooks');

const storage = new AsyncLocalStorage();
const steps = [
  ['tick', (fail) => process.nextTick(fail)],
  ['timer', (fail) => setTimeout(fail, 1)],
  ['immediate', (fail) => setImmediate(fail)],
  ['interval', (fail) => {
    const interval = setInterval(() => {
      clearInterval(interval);
      fail();
    }, 1);
  }],
  ['timer after a file', (fail) => require('fs').stat(__filename, () => setTimeout(fail, 1))],
];

process.on('uncaughtException', (error) => {
  console.log('caught', error.message, storage.getStore());
  storage.exit(() => setImmediate(next));
});

function next() {
  console.log('outside', storage.getStore());
  const [name, start] = steps.shift() ?? [];
  if (name === undefined) return;
  storage.run(name, () => start(() => {
    throw new Error(`in a ${name}`);
  }));
}
next();
