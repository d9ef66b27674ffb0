'use strict';

// structuredClone (HTML Standard, 2.7).

const binding = internalBinding('messaging');

function notIterable(name) {
  return Object.assign(new TypeError(`Optional ${name} argument must be an iterable`), { code: 'ERR_INVALID_ARG_TYPE' });
}

/** The items of a transfer list. */
function readTransferList(list, name) {
  if (typeof list !== 'object' || list === null || typeof list[Symbol.iterator] !== 'function') throw notIterable(name);
  const iterator = list[Symbol.iterator]();
  if (typeof iterator?.next !== 'function') throw notIterable(name);
  const items = [];
  for (let step = iterator.next(); !step.done; step = iterator.next()) items.push(step.value);
  return items;
}

function structuredClone(value, options = undefined) {
  if (arguments.length === 0) {
    const error = new TypeError('The value argument must be specified');
    error.code = 'ERR_MISSING_ARGS';
    throw error;
  }
  if (options != null && typeof options !== 'object' && typeof options !== 'function') {
    const error = new TypeError('The options argument must be either an object or undefined');
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
  const { transfer } = options ?? {};
  return binding.structuredClone(value, transfer === undefined ? undefined : readTransferList(transfer, 'transferList'));
}

module.exports = { readTransferList, structuredClone };
