'use strict';

// What the console needs of util.inspect.

const { inspect } = require('internal/inspect/inspect');
const { formatWithOptions } = require('internal/inspect/format');

module.exports = { inspect, formatWithOptions, previewEntries: internalBinding('util').previewEntries };
