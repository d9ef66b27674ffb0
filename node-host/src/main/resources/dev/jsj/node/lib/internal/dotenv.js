'use strict';

// The contents of .env files.

const LINE = /^\s*(?:export\s+)?([\w.-]+)\s*=\s*('(?:[^'])*'|"(?:\\"|[^"])*"|`(?:[^`])*`|[^#\r\n]*)?.*$/gm;

/** NAME=value pairs as an object. */
function parse(content) {
  const values = {};
  for (const match of content.matchAll(LINE)) {
    let value = (match[2] ?? '').trim();
    const mark = value[0];
    if (value.length > 1 && (mark === '"' || mark === "'" || mark === '`') && value.endsWith(mark)) {
      value = value.slice(1, -1);
      if (mark === '"') value = value.replaceAll('\\n', '\n');
    }
    values[match[1]] = value;
  }
  return values;
}

module.exports = { parse };
