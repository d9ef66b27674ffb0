'use strict';

// node:http.

const { METHODS, STATUS_CODES, defaultMaxHeaderSize, validateHeaderName, validateHeaderValue } = require('internal/http/common');
const { IncomingMessage } = require('internal/http/incoming');
const { OutgoingMessage } = require('internal/http/outgoing');
const { ServerResponse } = require('internal/http/response');
const { Server, connectionListener } = require('internal/http/server');
const { validateInteger } = require('internal/validators');

function createServer(options, requestListener) {
  return new Server(options, requestListener);
}

function request(url, options, callback) {
  const { ClientRequest } = require('internal/http/client');
  return new ClientRequest(url, options, callback);
}

function get(url, options, callback) {
  const req = request(url, options, callback);
  req.end();
  return req;
}

module.exports = {
  _connectionListener: connectionListener,
  METHODS: METHODS.filter((method) => method !== 'QUERY').sort(),
  STATUS_CODES,
  IncomingMessage,
  OutgoingMessage,
  Server,
  ServerResponse,
  createServer,
  validateHeaderName,
  validateHeaderValue,
  get,
  request,
  setMaxIdleHTTPParsers(max) {
    validateInteger(max, 'max', 1);
  },
};

function lazy(name, get, set) {
  Object.defineProperty(module.exports, name, { configurable: true, enumerable: true, get, set });
}

lazy('maxHeaderSize', defaultMaxHeaderSize);
lazy('Agent', () => require('internal/http/agent').Agent);
lazy('ClientRequest', () => require('internal/http/client').ClientRequest);
lazy('globalAgent', () => require('internal/http/agent').globalAgent(), (agent) => require('internal/http/agent').setGlobalAgent(agent));
for (const name of ['WebSocket', 'CloseEvent', 'MessageEvent']) {
  if (name in globalThis) lazy(name, () => globalThis[name]);
}
