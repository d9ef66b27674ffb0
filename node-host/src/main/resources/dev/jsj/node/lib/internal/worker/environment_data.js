'use strict';

// What every worker started from here on gets a copy of.

const data = new Map();

function setEnvironmentData(key, value) {
  if (value === undefined) data.delete(key);
  else data.set(key, value);
}

/** Takes over what the parent had set. */
function inherit(entries) {
  for (const [key, value] of entries) data.set(key, value);
}

module.exports = {
  entries: () => data,
  getEnvironmentData: (key) => data.get(key),
  inherit,
  setEnvironmentData,
};
