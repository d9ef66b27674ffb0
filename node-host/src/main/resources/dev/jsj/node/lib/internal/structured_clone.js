'use strict';

// structuredClone (HTML Standard, 2.7).

const binding = internalBinding('messaging');

/** The items of a transfer list. */
function readTransferList(list, name) {
  if (list === undefined || list === null) return undefined;
  if (typeof list !== 'object' || typeof list[Symbol.iterator] !== 'function') {
    const error = new TypeError(`Optional ${name} argument must be an iterable`);
    error.code = 'ERR_INVALID_ARG_TYPE';
    throw error;
  }
  return [...list];
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
  return binding.structuredClone(value, readTransferList(options?.transfer, 'transferList'));
}

module.exports = { readTransferList, structuredClone };
