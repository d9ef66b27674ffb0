'use strict';

const { validateHeaderName, validateHeaderValue } = require('internal/http/common');

module.exports = { validateHeaderName, validateHeaderValue, OutgoingMessage: require('internal/http/outgoing').OutgoingMessage };
