'use strict';

// How a socket finds and reaches the other side: look-up, one address after the other.

const binding = internalBinding('net');
const { codes, exceptionWithHostPort } = require('internal/errors');
const { isIP } = require('internal/net/ip');
const timers = require('internal/timers');
const { validateBoolean, validateFunction, validateInt32, validateNumber, validateString } = require('internal/validators');

const ADDRCONFIG = 1024;

/** Begins to connect `socket` by `options`: path, or port and host. */
function start(socket, options) {
  if (options.path !== undefined && options.path !== null && options.path !== '') {
    validateString(options.path, 'options.path');
    connectPipe(socket, options.path);
    return;
  }
  const { localAddress, localPort } = options;
  if (localAddress && !isIP(localAddress)) throw new codes.ERR_INVALID_IP_ADDRESS(localAddress);
  if (localPort) validateNumber(localPort, 'options.localPort');
  const { port } = options;
  if (port !== undefined) {
    if (typeof port !== 'number' && typeof port !== 'string') {
      throw new codes.ERR_INVALID_ARG_TYPE('options.port', ['number', 'string'], port);
    }
    require('internal/validators').validatePort(port);
  } else {
    throw new codes.ERR_MISSING_ARGS(['options', 'port', 'path']);
  }
  socket.connecting = true;
  const request = {
    socket,
    host: options.host || 'localhost',
    port: port | 0,
    localAddress: localAddress || undefined,
    localPort: localPort ? localPort | 0 : undefined,
  };
  const { autoSelectFamily, autoSelectFamilyAttemptTimeout } = options;
  if (autoSelectFamily != null) validateBoolean(autoSelectFamily, 'options.autoSelectFamily');
  if (autoSelectFamilyAttemptTimeout != null) {
    validateInt32(autoSelectFamilyAttemptTimeout, 'options.autoSelectFamilyAttemptTimeout', 1);
  }
  const { settings } = require('internal/net/socket');
  request.attemptTimeout = Math.max(10, autoSelectFamilyAttemptTimeout ?? settings.autoSelectFamilyAttemptTimeout);
  if (isIP(request.host)) {
    process.nextTick(() => {
      if (socket.connecting) attemptOnly(request, request.host);
    });
    return;
  }
  lookUp(request, options, autoSelectFamily ?? settings.autoSelectFamily);
}

function lookUp(request, options, autoSelectFamily) {
  const { socket, host } = request;
  if (options.lookup != null) validateFunction(options.lookup, 'options.lookup');
  const query = { family: options.family, hints: options.hints || 0 };
  if (query.family !== 4 && query.family !== 6 && query.hints === 0) query.hints = ADDRCONFIG;
  const lookup = options.lookup || require('dns').lookup;
  socket._host = host;
  const several = autoSelectFamily && query.family !== 4 && query.family !== 6 && !request.localAddress;
  if (several) query.all = true;
  lookup(host, query, (error, found, family) => {
    if (!several) socket.emit('lookup', error, found, family, host);
    else if (error) socket.emit('lookup', error, undefined, undefined, host);
    if (!socket.connecting) return;
    if (error) {
      process.nextTick(() => fail(socket, error));
      return;
    }
    if (!several) {
      const problem = addressProblem(found, family, host, request.port, options);
      if (problem) process.nextTick(() => fail(socket, problem));
      else attemptOnly(request, found);
      return;
    }
    for (const one of found) socket.emit('lookup', null, one.address, one.family, host);
    const usable = interleave(found.filter((one) => isIP(one.address) && (one.family === 4 || one.family === 6)));
    if (usable.length === 0) {
      const first = found[0];
      const problem = addressProblem(first?.address, first?.family, host, request.port, options);
      process.nextTick(() => fail(socket, problem));
    } else if (usable.length === 1) {
      attemptOnly(request, usable[0]);
    } else {
      attemptEach(request, usable, []);
    }
  });
}

function addressProblem(address, family, host, port, options) {
  if (typeof address !== 'string' || !isIP(address)) return new codes.ERR_INVALID_IP_ADDRESS(address);
  if (family !== 4 && family !== 6 && family !== 'IPv4' && family !== 'IPv6') {
    return new codes.ERR_INVALID_ADDRESS_FAMILY(family, options.host, options.port);
  }
  return undefined;
}

/** Addresses of both families in turn, beginning with that of the first. */
function interleave(found) {
  const first = found.filter((one) => one.family === found[0].family);
  const other = found.filter((one) => one.family !== found[0].family);
  const order = [];
  for (let i = 0; i < Math.max(first.length, other.length); i++) {
    if (i < first.length) order.push(first[i].address);
    if (i < other.length) order.push(other[i].address);
  }
  return order;
}

function fail(socket, error) {
  if (!socket.connecting && socket.destroyed) return;
  socket.destroy(error);
}

function connectError(request, errno, address, handle) {
  let local;
  if (request.localAddress && request.localPort) local = `${request.localAddress}:${request.localPort}`;
  else if (request.localAddress) local = request.localAddress;
  return exceptionWithHostPort(errno, 'connect', address, request.port, local);
}

function open(request, address, done) {
  return binding.connectTcp(address, request.port, request.localAddress, request.localPort, done);
}

/** The only address there is: its failure is the socket's. */
function attemptOnly(request, address) {
  const { socket } = request;
  socket.emit('connectionAttempt', address, request.port, isIP(address));
  if (!socket.connecting) return;
  const handle = open(request, address, (errno) => {
    if (socket.destroyed) return;
    if (errno === 0) {
      socket._connected(handle);
      return;
    }
    const error = connectError(request, errno, address);
    socket.emit('connectionAttemptFailed', address, request.port, isIP(address), error);
    socket.destroy(error);
  });
  if (typeof handle === 'number') {
    socket.destroy(request.localAddress || request.localPort ?
      exceptionWithHostPort(handle, 'bind', request.localAddress, request.localPort) : connectError(request, handle, address));
    return;
  }
  require('internal/net/socket').attachHandle(socket, handle);
}

/** Tries the addresses one after the other, each for a while; the first that answers wins. */
function attemptEach(request, addresses, errors) {
  const { socket } = request;
  if (!socket.connecting) return;
  if (addresses.length === 0) {
    const error = new AggregateError(errors);
    error.code = errors[0].code;
    socket.destroy(error);
    return;
  }
  const [address, ...rest] = addresses;
  socket.emit('connectionAttempt', address, request.port, isIP(address));
  if (!socket.connecting) return;
  let timer;
  let over = false;
  const next = (error) => {
    over = true;
    timers.clearTimeout(timer);
    errors.push(error);
    attemptEach(request, rest, errors);
  };
  const handle = open(request, address, (errno) => {
    if (over) return;
    if (errno === 0) {
      over = true;
      timers.clearTimeout(timer);
      if (socket.destroyed) binding.close(handle);
      else socket._connected(handle);
      return;
    }
    const error = connectError(request, errno, address);
    socket.emit('connectionAttemptFailed', address, request.port, isIP(address), error);
    binding.close(handle);
    next(error);
  });
  if (typeof handle === 'number') {
    next(connectError(request, handle, address));
    return;
  }
  require('internal/net/socket').attachHandle(socket, handle);
  if (rest.length > 0) {
    timer = timers.setTimeout(() => {
      if (over) return;
      socket.emit('connectionAttemptTimeout', address, request.port, isIP(address));
      binding.close(handle);
      next(connectError(request, -110, address));
    }, request.attemptTimeout);
    timer.unref?.();
  }
}

function connectPipe(socket, path) {
  socket.connecting = true;
  const failed = (errno) => {
    if (!socket.destroyed) socket.destroy(exceptionWithHostPort(errno, 'connect', path));
  };
  const handle = binding.connectPipe(path, (errno) => {
    if (socket.destroyed) return;
    if (errno === 0) socket._connected(handle);
    else failed(errno);
  });
  if (typeof handle === 'number') process.nextTick(failed, handle);
  else require('internal/net/socket').attachHandle(socket, handle);
}

module.exports = { start };
