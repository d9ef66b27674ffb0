'use strict';

// node:constants: the constants of os, fs and crypto in one object.

const os = require('os');
const fs = require('fs');

module.exports = { ...os.constants.dlopen, ...os.constants.errno, ...os.constants.priority, ...os.constants.signals, ...fs.constants };
