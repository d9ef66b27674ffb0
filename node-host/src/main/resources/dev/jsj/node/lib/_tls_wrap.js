'use strict';

const { TLSSocket, connect } = require('internal/tls/socket');
const { Server } = require('internal/tls/server');

module.exports = { TLSSocket, Server, createServer: (options, listener) => new Server(options, listener), connect };
