'use strict';

// What the streams package imports as its own errors: ours.

const { AbortError, aggregateTwoErrors, codes } = require('internal/errors');

module.exports = { AbortError, aggregateTwoErrors, codes, hideStackFrames: (fn) => fn };
