'use strict';

// ant:fs: node:fs with promises; text unless an encoding says otherwise.

const fs = require('fs');
const promises = require('fs/promises');

function readFile(path, options) {
  return promises.readFile(path, options ?? 'utf8');
}

module.exports = { ...fs, ...promises, readFile };
