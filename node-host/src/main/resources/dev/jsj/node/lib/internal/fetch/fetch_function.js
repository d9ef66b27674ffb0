'use strict';

// The global fetch: what it needs is loaded when it is first called.

function fetch(input, init = undefined) {
  return require('internal/fetch/fetch').fetch(input, init);
}

module.exports = { fetch };
