'use strict';

module.exports = { IncomingMessage: require('internal/http/incoming').IncomingMessage };
