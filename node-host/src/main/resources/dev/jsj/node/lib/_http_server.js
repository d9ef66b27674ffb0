'use strict';

const { STATUS_CODES } = require('internal/http/common');
const { ServerResponse } = require('internal/http/response');
const { Server, connectionListener } = require('internal/http/server');

module.exports = { STATUS_CODES, Server, ServerResponse, _connectionListener: connectionListener };
