'use strict';
const fs = require('node:fs');
const path = require('node:path');

/** A file of an installed package, to work on. */
exports.source = (file) => fs.readFileSync(path.join(__dirname, 'node_modules', file), 'utf8');

/** A number that changes with every character of a text. */
exports.hash = (text) => {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0;
  return `${text.length}:${h}`;
};
