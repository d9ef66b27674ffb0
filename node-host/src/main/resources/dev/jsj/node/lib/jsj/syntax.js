'use strict';

// jsj:syntax: the engine's own front end at work.

const binding = internalBinding('syntax');
const { validateString } = require('internal/validators');

/** The tokens of a source: {type, value, start, end, line, column}. */
function tokenize(source, { sourceType = 'script' } = {}) {
  validateString(source, 'source');
  return binding.tokenize(source, sourceType === 'module');
}

/** The syntax tree of a source, as ESTree objects. */
function parse(source, { sourceType = 'script' } = {}) {
  validateString(source, 'source');
  return JSON.parse(binding.parse(source, sourceType === 'module'));
}

module.exports = { parse, tokenize };
