'use strict';

const timers = require('internal/timers');

const customPromisify = Symbol.for('nodejs.util.promisify.custom');

const { setTimeout, setImmediate } = timers;
Object.defineProperty(setTimeout, customPromisify, {
  enumerable: true,
  get: () => require('timers/promises').setTimeout,
});
Object.defineProperty(setImmediate, customPromisify, {
  enumerable: true,
  get: () => require('timers/promises').setImmediate,
});

module.exports = {
  setTimeout,
  clearTimeout: timers.clearTimeout,
  setImmediate,
  clearImmediate: timers.clearImmediate,
  setInterval: timers.setInterval,
  clearInterval: timers.clearInterval,
};

/** A function of old that warns when it is first called. */
function deprecated(name, act, message, code) {
  let warned = false;
  module.exports[name] = Object.defineProperty(function(...args) {
    if (!warned) {
      warned = true;
      process.emitWarning(message, 'DeprecationWarning', code, module.exports[name]);
    }
    return Reflect.apply(act, this, args);
  }, 'name', { value: name });
}

deprecated('enroll', timers.enroll, 'timers.enroll() is deprecated. Please use setTimeout instead.', 'DEP0095');
deprecated('unenroll', timers.unenroll, 'timers.unenroll() is deprecated. Please use clearTimeout instead.', 'DEP0096');
deprecated('active', (item) => timers.activate(item, true),
           'timers.active() is deprecated. Please use timeout.refresh() instead.', 'DEP0126');
deprecated('_unrefActive', (item) => timers.activate(item, false),
           'timers._unrefActive() is deprecated. Please use timeout.refresh() instead.', 'DEP0127');

Object.defineProperty(module.exports, 'promises', {
  configurable: true,
  enumerable: true,
  get: () => require('timers/promises'),
});
