// An error in a timer callback; work queued before it runs, work after it does not.
setTimeout(() => console.log('first'), 1);
setTimeout(function tick() {
  throw new RangeError('in a timer');
}, 5);
setTimeout(() => console.log('never'), 50);
