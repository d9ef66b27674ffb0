'use strict';

// node:dgram.

const binding = internalBinding('dgram');
const { Buffer } = require('buffer');
const EventEmitter = require('events');
const { codes, exceptionWithHostPort, errnoException } = require('internal/errors');
const { isIP } = require('internal/net/ip');
const {
  validateAbortSignal, validateFunction, validateNumber, validatePort, validateString, validateUint32,
} = require('internal/validators');

const UNBOUND = 0;
const BINDING = 1;
const BOUND = 2;

class Socket extends EventEmitter {
  #handle;
  #state = UNBOUND;
  #connected = false;
  #connecting = false;
  #queue = [];
  #options;
  #lookup;

  constructor(type, listener) {
    super();
    let options = {};
    if (type !== null && typeof type === 'object') {
      options = type;
      type = options.type;
    }
    if (type !== 'udp4' && type !== 'udp6') throw new codes.ERR_SOCKET_BAD_TYPE();
    if (options.lookup !== undefined) validateFunction(options.lookup, 'lookup');
    this.type = type;
    this.#options = options;
    this.#lookup = options.lookup;
    this.#handle = binding.open(type === 'udp6', (...args) => this.#onMessage(...args));
    if (typeof this.#handle === 'number') throw errnoException(this.#handle, 'socket');
    if (typeof listener === 'function') this.on('message', listener);
    if (options.signal !== undefined) {
      const { signal } = options;
      validateAbortSignal(signal, 'options.signal');
      const onAborted = () => {
        if (this.#handle) this.close();
      };
      if (signal.aborted) process.nextTick(onAborted);
      else signal.addEventListener('abort', onAborted, { once: true });
    }
  }

  #onMessage(data, address, family, port) {
    if (typeof data === 'number') {
      this.emit('error', errnoException(data, 'recvmsg'));
      return;
    }
    this.emit('message', data, { address, family, port, size: data.length });
  }

  #need() {
    if (!this.#handle) throw new codes.ERR_SOCKET_DGRAM_NOT_RUNNING();
    return this.#handle;
  }

  #find(address, done) {
    if (!address) address = this.type === 'udp4' ? '127.0.0.1' : '::1';
    if (isIP(address)) {
      process.nextTick(done, null, address);
      return;
    }
    const lookup = this.#lookup ?? require('dns').lookup;
    lookup(address, this.type === 'udp4' ? 4 : 6, done);
  }

  bind(port, address, callback) {
    this.#need();
    if (this.#state !== UNBOUND) throw new codes.ERR_SOCKET_ALREADY_BOUND();
    this.#state = BINDING;
    const last = [port, address, callback].findLast((one) => typeof one === 'function');
    let exclusive;
    if (port !== null && typeof port === 'object') ({ port, address, exclusive } = port);
    else if (typeof address === 'function') address = '';
    if (typeof port === 'function' || port === undefined || port === null) port = 0;
    void exclusive;
    if (last) {
      const onListening = () => {
        this.removeListener('error', onError);
        last.call(this);
      };
      const onError = () => this.removeListener('listening', onListening);
      this.once('error', onError);
      this.once('listening', onListening);
    }
    if (!address) address = this.type === 'udp4' ? '0.0.0.0' : '::';
    this.#find(address, (error, ip) => {
      if (!this.#handle) return;
      if (error) {
        this.#state = UNBOUND;
        this.emit('error', error);
        return;
      }
      if (this.#options.reuseAddr) binding.setReuseAddress(this.#handle);
      const result = binding.bind(this.#handle, ip, port | 0);
      if (result < 0) {
        this.#state = UNBOUND;
        this.emit('error', exceptionWithHostPort(result, 'bind', ip, port));
        return;
      }
      this.#state = BOUND;
      const { recvBufferSize, sendBufferSize } = this.#options;
      if (recvBufferSize) binding.setBufferSize(this.#handle, false, recvBufferSize);
      if (sendBufferSize) binding.setBufferSize(this.#handle, true, sendBufferSize);
      this.emit('listening');
      for (const action of this.#queue.splice(0)) action();
    });
    return this;
  }

  /** Runs an action once the socket is bound. */
  #whenBound(action) {
    if (this.#state === UNBOUND) this.bind({ port: 0, exclusive: true });
    if (this.#state === BOUND) action();
    else this.#queue.push(action);
  }

  connect(port, address, callback) {
    validatePort(port, 'Port', false);
    if (typeof address === 'function') [address, callback] = ['', address];
    else if (address === undefined) address = '';
    validateString(address, 'address');
    if (this.#connected || this.#connecting) throw new codes.ERR_SOCKET_DGRAM_IS_CONNECTED();
    this.#connecting = true;
    if (callback) this.once('connect', callback);
    this.#whenBound(() => this.#find(address, (error, ip) => {
      if (!this.#handle) return;
      this.#connecting = false;
      if (!error) {
        const result = binding.connect(this.#handle, ip, port);
        if (result < 0) error = exceptionWithHostPort(result, 'connect', address, port);
      }
      if (error) {
        if (callback) {
          this.removeListener('connect', callback);
          process.nextTick(callback, error);
        } else {
          process.nextTick(() => this.emit('error', error));
        }
        return;
      }
      this.#connected = true;
      process.nextTick(() => this.emit('connect'));
    }));
  }

  disconnect() {
    if (!this.#connected) throw new codes.ERR_SOCKET_DGRAM_NOT_CONNECTED();
    binding.disconnect(this.#need());
    this.#connected = false;
  }

  send(buffer, offset, length, port, address, callback) {
    if (this.#connected ? typeof length === 'number' : typeof length === 'number' && (port !== undefined && typeof port !== 'function' || address !== undefined)) {
      buffer = slice(buffer, offset, length);
      if (this.#connected) callback = port;
    } else if (this.#connected) {
      callback = offset;
    } else {
      callback = port;
      port = offset;
      address = length;
    }
    const list = Array.isArray(buffer) ? buffer.map((one) => toBuffer(one, buffer)) : [toBuffer(buffer)];
    if (!this.#connected) port = validatePort(port, 'Port', false);
    if (typeof callback !== 'function') callback = undefined;
    if (typeof address === 'function') {
      callback = address;
      address = undefined;
    } else if (address != null) {
      validateString(address, 'address');
    }
    this.#need();
    const data = list.length === 1 ? list[0] : Buffer.concat(list);
    this.#whenBound(() => {
      if (this.#connected) this.#sendNow(data, undefined, undefined, callback);
      else this.#find(address, (error, ip) => {
        if (error) this.#failed(error, callback);
        else if (this.#handle) this.#sendNow(data, ip, port, callback);
      });
    });
  }

  #sendNow(data, ip, port, callback) {
    const result = ip === undefined ? binding.send(this.#handle, data) : binding.send(this.#handle, data, ip, port);
    if (result < 0) this.#failed(exceptionWithHostPort(result, 'send', ip, port), callback);
    else if (callback) process.nextTick(callback, null, data.length);
  }

  #failed(error, callback) {
    if (callback) process.nextTick(callback, error);
    else process.nextTick(() => this.emit('error', error));
  }

  close(callback) {
    if (typeof callback === 'function') this.on('close', callback);
    const handle = this.#need();
    this.#handle = null;
    this.#queue = [];
    binding.close(handle, () => this.emit('close'));
    return this;
  }

  async [Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')]() {
    if (this.#handle) await new Promise((resolve) => this.close(resolve));
  }

  #addressOf(known, syscall) {
    if (!Array.isArray(known)) throw errnoException(-9, syscall);
    return { address: known[0], family: known[1], port: known[2] };
  }

  address() {
    const handle = this.#need();
    if (this.#state !== BOUND) throw errnoException(-9, 'getsockname');
    return this.#addressOf(binding.address(handle), 'getsockname');
  }

  remoteAddress() {
    const handle = this.#need();
    if (!this.#connected) throw new codes.ERR_SOCKET_DGRAM_NOT_CONNECTED();
    return this.#addressOf(binding.remoteAddress(handle), 'getpeername');
  }

  #check(result, syscall) {
    if (result < 0) throw errnoException(result, syscall);
  }

  setBroadcast(on) {
    this.#check(binding.setBroadcast(this.#need(), Boolean(on)), 'setBroadcast');
  }

  setTTL(ttl) {
    validateNumber(ttl, 'ttl');
    if (ttl < 1 || ttl > 255) throw errnoException(-22, 'setTTL');
    this.#need(); // the JDK has no such option: datagrams to one host keep the system's
    return ttl;
  }

  setMulticastTTL(ttl) {
    validateNumber(ttl, 'ttl');
    this.#check(binding.setMulticastTtl(this.#need(), ttl), 'setMulticastTTL');
    return ttl;
  }

  setMulticastLoopback(on) {
    this.#check(binding.setMulticastLoopback(this.#need(), Boolean(on)), 'setMulticastLoopback');
    return on;
  }

  setMulticastInterface(address) {
    validateString(address, 'interfaceAddress');
    this.#check(binding.setMulticastInterface(this.#need(), address), 'setMulticastInterface');
  }

  addMembership(group, local) {
    if (!group) throw new codes.ERR_MISSING_ARGS('multicastAddress');
    this.#check(binding.setMembership(this.#need(), group, local, true), 'addMembership');
  }

  dropMembership(group, local) {
    if (!group) throw new codes.ERR_MISSING_ARGS('multicastAddress');
    this.#check(binding.setMembership(this.#need(), group, local, false), 'dropMembership');
  }

  setRecvBufferSize(size) {
    validateUint32(size, 'size');
    binding.setBufferSize(this.#need(), false, size);
  }

  setSendBufferSize(size) {
    validateUint32(size, 'size');
    binding.setBufferSize(this.#need(), true, size);
  }

  getRecvBufferSize() {
    return binding.bufferSize(this.#need(), false);
  }

  getSendBufferSize() {
    return binding.bufferSize(this.#need(), true);
  }

  getSendQueueSize() {
    return 0;
  }

  getSendQueueCount() {
    return 0;
  }

  ref() {
    if (this.#handle) binding.reference(this.#handle, true);
    return this;
  }

  unref() {
    if (this.#handle) binding.reference(this.#handle, false);
    return this;
  }
}

function toBuffer(value, list) {
  if (typeof value === 'string') return Buffer.from(value);
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  throw new codes.ERR_INVALID_ARG_TYPE(list ? 'buffer list arguments' : 'buffer', ['Buffer', 'TypedArray', 'DataView', 'string'], list ?? value);
}

function slice(buffer, offset, length) {
  const whole = toBuffer(buffer);
  offset >>>= 0;
  length >>>= 0;
  if (offset > whole.byteLength) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('offset');
  if (offset + length > whole.byteLength) throw new codes.ERR_BUFFER_OUT_OF_BOUNDS('length');
  return whole.subarray(offset, offset + length);
}

function createSocket(type, listener) {
  return new Socket(type, listener);
}

module.exports = { createSocket, Socket };
