'use strict';

const { inspect } = require('internal/inspect/inspect');
const { validateString, validateOneOf, validateBoolean } = require('internal/validators');

/** util.styleText(format, text): the text between the escape codes of one or several formats. */
function styleText(format, text, { validateStream = true } = {}) {
  validateString(text, 'text');
  validateBoolean(validateStream, 'options.validateStream');
  const formats = Array.isArray(format) ? format : [format];
  let before = '';
  let after = '';
  for (const key of formats) {
    const color = inspect.colors[key];
    if (color == null) validateOneOf(key, 'format', Object.keys(inspect.colors));
    before += `\u001b[${color[0]}m`;
    after = `\u001b[${color[1]}m${after}`;
  }
  return `${before}${text}${after}`;
}

module.exports = { styleText };
