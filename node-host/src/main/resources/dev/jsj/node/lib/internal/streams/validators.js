'use strict';

// What the streams package imports as its own validators: ours, with the helpers it expects beside them.

const validators = require('internal/validators');

module.exports = {
  ...validators,
  isInt32: (value) => value === (value | 0),
  isUint32: (value) => value === (value >>> 0),
  kValidateObjectNone: 0,
  kValidateObjectAllowNullable: 1,
  kValidateObjectAllowArray: 2,
  kValidateObjectAllowFunction: 4,
};
