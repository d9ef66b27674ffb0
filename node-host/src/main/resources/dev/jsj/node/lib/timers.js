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
Object.defineProperty(module.exports, 'promises', {
  configurable: true,
  enumerable: true,
  get: () => require('timers/promises'),
});
