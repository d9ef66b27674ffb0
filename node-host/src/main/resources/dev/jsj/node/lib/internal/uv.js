'use strict';

// Names and texts of system error numbers.

const binding = internalBinding('uv');

let map;

/** errno -> [name, text]. */
function errorMap() {
  map ??= binding.getErrorMap();
  return map;
}

function errorName(errno) {
  return errorMap().get(errno)?.[0] ?? `Unknown system error ${errno}`;
}

module.exports = { errorMap, errorName };
