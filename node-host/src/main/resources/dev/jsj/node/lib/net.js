'use strict';

// node:net: TCP and Unix domain sockets as streams.

const { Server } = require('internal/net/server');
const { Socket, connect, normalizeArgs, settings } = require('internal/net/socket');
const { isIP, isIPv4, isIPv6 } = require('internal/net/ip');
const { validateBoolean, validateInt32 } = require('internal/validators');

function createServer(options, connectionListener) {
  return new Server(options, connectionListener);
}

function setDefaultAutoSelectFamily(value) {
  validateBoolean(value, 'value');
  settings.autoSelectFamily = value;
}

function setDefaultAutoSelectFamilyAttemptTimeout(value) {
  validateInt32(value, 'value', 1);
  settings.autoSelectFamilyAttemptTimeout = value < 10 ? 10 : value;
}

let warnedOfAccepts = false;

/** Did something on Windows once. */
function setSimultaneousAccepts() {
  if (warnedOfAccepts) return;
  warnedOfAccepts = true;
  process.emitWarning('net._setSimultaneousAccepts() is deprecated and will be removed.', 'DeprecationWarning', 'DEP0121');
}

module.exports = {
  _normalizeArgs: normalizeArgs,
  _setSimultaneousAccepts: setSimultaneousAccepts,
  connect,
  createConnection: connect,
  createServer,
  isIP,
  isIPv4,
  isIPv6,
  Server,
  Socket,
  Stream: Socket,
  getDefaultAutoSelectFamily: () => settings.autoSelectFamily,
  setDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout: () => settings.autoSelectFamilyAttemptTimeout,
  setDefaultAutoSelectFamilyAttemptTimeout,
};

for (const name of ['BlockList', 'SocketAddress']) {
  Object.defineProperty(module.exports, name, {
    configurable: true,
    enumerable: true,
    get: () => require('internal/net/block_list')[name],
  });
}
