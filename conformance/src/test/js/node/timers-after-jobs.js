'use strict';

// Timers that jobs start after the last callback of a timers phase, while a later timer waits.

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

const late = setTimeout(() => console.log('too late'), 20_000);

(async () => {
  const start = performance.now();
  for (const time of [5, 10, 15]) await sleep(time);
  await new Promise((done) => setTimeout(() => process.nextTick(() => setTimeout(done, 7)), 3));
  console.log(performance.now() - start < 10_000);
  late.unref();
  await sleep(11);
  await sleep(12);
  console.log('kept alive by what jobs started');
})();
