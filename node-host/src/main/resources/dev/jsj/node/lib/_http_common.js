'use strict';

const { METHODS, checkInvalidHeaderChar, checkIsHttpToken } = require('internal/http/common');

module.exports = { _checkInvalidHeaderChar: checkInvalidHeaderChar, _checkIsHttpToken: checkIsHttpToken, methods: METHODS };
