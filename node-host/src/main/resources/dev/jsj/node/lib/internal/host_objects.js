'use strict';

// Objects of the runtime that structuredClone and postMessage know how to copy or hand over. Classes add themselves when
// they are loaded, so that nothing is loaded for programs that do not use them.

const cloners = [];
const transferrers = [];

/** `test(value)` tells the class's objects, `clone(value)` copies one. */
function addCloneable(test, clone) {
  cloners.push([test, clone]);
}

/** `move(value)` hands one over: answers the object of the new owner. */
function addTransferable(test, move) {
  transferrers.push([test, move]);
}

function apply(list, value) {
  for (const [test, action] of list) {
    if (test(value)) return action(value);
  }
  return undefined;
}

module.exports = {
  addCloneable,
  addTransferable,
  cloneHostObject: (value) => apply(cloners, value),
  transferHostObject: (value) => apply(transferrers, value),
};
