'use strict';

// The global `Ant`: the forms of that runtime's API that programs written for it use, on Node's.

const text = internalBinding('process').versions.jsj;

/** A function that is its version where a text is wanted. */
function version() {
  return text;
}
Object.defineProperties(version, {
  toString: { value: () => text },
  [Symbol.toPrimitive]: { value: () => text },
});

module.exports = {
  Ant: Object.defineProperty({
    version,
    serve: (...args) => require('ant/serve').serve(...args),
    sleep: (milliseconds) => require('timers/promises').setTimeout(milliseconds),
    inspect: (...args) => require('util').inspect(...args),
  }, Symbol.toStringTag, { value: 'Ant', configurable: true }),
};
