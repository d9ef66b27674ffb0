'use strict';

const { SecureContext, createSecureContext } = require('internal/tls/context');

module.exports = { SecureContext, createSecureContext };
