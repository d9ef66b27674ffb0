'use strict';

// How an uncaught exception is shown.

const { inspect } = require('internal/inspect/inspect');
const { enhanceStack } = require('events');

function isErrorLike(value) {
  return typeof value === 'object' && value !== null && 'stack' in value;
}

/** The text below the source line. */
function describe(error) {
  try {
    if (isErrorLike(error)) {
      const enhance = error[enhanceStack];
      if (typeof enhance === 'function') {
        Object.defineProperty(error, 'stack', { value: enhance(), writable: true, configurable: true });
      }
      return inspect(error, { customInspect: false });
    }
    return typeof error === 'string' ? error : inspect(error, { customInspect: false });
  } catch {
    return String(error);
  }
}

module.exports = { describe };
