'use strict';

// MessagePort, MessageChannel, BroadcastChannel, and the functions of worker_threads that deal with ports.

const binding = internalBinding('messaging');
const { codes } = require('internal/errors');
const {
  Event, EventTarget, NodeEventTarget, defineEventHandler, emitTo, kNewListener, kRemoveListener,
} = require('internal/event_target');
const { customInspect, inspect } = require('internal/inspect/inspect');
const { readTransferList } = require('internal/structured_clone');

class MessagePortCloseEvent extends Event {
  constructor() {
    super('close');
  }
}

function messageEvent(type, data, ports) {
  const { MessageEvent } = require('internal/worker/message_event');
  return new MessageEvent(type, { data, ports });
}

/** The ports among what was handed over with a message. */
function onlyPorts(objects) {
  return objects === undefined || objects.length === 0 ? [] : objects.filter(isMessagePort);
}

function handleOf(port) {
  const handle = port?.[binding.handle];
  if (handle === undefined) throw new TypeError('Illegal invocation');
  return handle;
}

/** A port is open while it has its channel's end; listeners for 'message' start it and keep the loop alive. */
function MessagePort() {
  throw new codes.ERR_CONSTRUCT_CALL_INVALID();
}
Object.setPrototypeOf(MessagePort, NodeEventTarget);
MessagePort.prototype = Object.create(NodeEventTarget.prototype, {
  constructor: { value: MessagePort, writable: true, configurable: true, enumerable: false },
});
Object.defineProperty(MessagePort, 'prototype', { writable: false });

/** The MessagePort of a native handle. */
function makePort(handle) {
  const port = Reflect.construct(NodeEventTarget, [], MessagePort);
  Object.defineProperty(port, binding.handle, { value: handle });
  binding.setCallback(handle, (type, value, objects) => {
    if (type === 'close') emitTo(port, new MessagePortCloseEvent());
    else emitTo(port, messageEvent(type, value, onlyPorts(objects)), value);
  });
  return port;
}

function isMessagePort(value) {
  return typeof value === 'object' && value !== null && value[binding.handle] !== undefined && value instanceof MessagePort;
}

function readPostOptions(transferOrOptions) {
  if (transferOrOptions === undefined || transferOrOptions === null) return undefined;
  if (typeof transferOrOptions !== 'object' || typeof transferOrOptions[Symbol.iterator] === 'function') {
    return readTransferList(transferOrOptions, 'transferList');
  }
  const { transfer } = transferOrOptions;
  return transfer === undefined ? undefined : readTransferList(transfer, 'options.transfer');
}

const methods = {
  postMessage(value, transferOrOptions) {
    const handle = handleOf(this);
    if (arguments.length === 0) {
      throw Object.assign(new TypeError('Not enough arguments to MessagePort.postMessage'), { code: 'ERR_MISSING_ARGS' });
    }
    if (binding.post(handle, value, readPostOptions(transferOrOptions))) return;
    process.emitWarning('The target port was posted to itself, and the communication channel was lost');
  },
  start() {
    binding.start(handleOf(this));
  },
  close(callback) {
    if (typeof callback === 'function') this.once('close', callback);
    binding.close(handleOf(this));
  },
  ref() {
    binding.setReferenced(handleOf(this), true);
  },
  unref() {
    binding.setReferenced(handleOf(this), false);
  },
  hasRef() {
    return binding.isReferenced(handleOf(this));
  },
};
for (const name of Object.keys(methods)) {
  Object.defineProperty(MessagePort.prototype, name, {
    value: methods[name], writable: true, configurable: true, enumerable: true,
  });
}
defineEventHandler(MessagePort.prototype, 'message');
defineEventHandler(MessagePort.prototype, 'messageerror');

/** The first listener for 'message' starts the port, the last one to go stops it. */
Object.defineProperties(MessagePort.prototype, {
  [kNewListener]: {
    value(count, type) {
      if (type !== 'message' || count !== 1) return;
      this.ref();
      this.start();
    },
  },
  [kRemoveListener]: {
    value(count, type) {
      if (type !== 'message' || count !== 0) return;
      this.unref();
      binding.stop(handleOf(this));
    },
  },
  [binding.transfer]: {
    value() {
      return { data: handleOf(this), deserializeInfo: 'internal/worker/io:makePort' };
    },
  },
  [customInspect]: {
    value(depth, options) {
      const handle = this[binding.handle];
      if (handle === undefined) return this;
      if (depth < 0) return '[MessagePort]';
      const shown = binding.isOpen(handle) ? { active: true, refed: binding.isReferenced(handle) } : { active: false };
      return `MessagePort [EventTarget] ${inspect(shown, options)}`;
    },
  },
});

function MessageChannel() {
  if (new.target === undefined) throw new codes.ERR_CONSTRUCT_CALL_REQUIRED();
  const [first, second] = binding.createChannel();
  this.port1 = makePort(first);
  this.port2 = makePort(second);
}

/** The next message that waits at a port, without events. */
function receiveMessageOnPort(port) {
  const handle = isMessagePort(port) ? handleOf(port) : port instanceof BroadcastChannel ? port[binding.handle] : undefined;
  if (handle === undefined) {
    throw Object.assign(new TypeError('The "port" argument must be a MessagePort instance'),
                        { code: 'ERR_INVALID_ARG_TYPE' });
  }
  const received = binding.receive(handle);
  return received === undefined ? undefined : { message: received[0] };
}

function markAsUntransferable(value) {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return;
  Object.defineProperty(value, binding.untransferable, { value: true, configurable: false, enumerable: false, writable: false });
}

/** Ports are objects of the main realm here; what arrives on them has that realm's classes. */
function moveMessagePortToContext(port, contextifiedObject) {
  if (!isMessagePort(port)) {
    throw Object.assign(new TypeError('The "port" argument must be a MessagePort instance'),
                        { code: 'ERR_INVALID_ARG_TYPE' });
  }
  if (!binding.isOpen(handleOf(port))) {
    throw Object.assign(new Error('Cannot send data on closed MessagePort'), { code: 'ERR_CLOSED_MESSAGE_PORT' });
  }
  if (!require('vm').isContext(contextifiedObject)) {
    throw Object.assign(new TypeError('Invalid context argument'), { code: 'ERR_INVALID_ARG_TYPE' });
  }
  return require('internal/structured_clone').structuredClone(port, { transfer: [port] });
}

class BroadcastChannel extends EventTarget {
  #name;

  constructor(name) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('name');
    super();
    this.#name = `${name}`;
    const handle = binding.joinGroup(this.#name);
    Object.defineProperty(this, binding.handle, { value: handle });
    binding.setCallback(handle, (type, value) => {
      if (type !== 'close') emitTo(this, messageEvent(type, value, []), value);
    });
    binding.setReferenced(handle, true);
    binding.start(handle);
  }

  static #handle(channel) {
    if (typeof channel !== 'object' || channel === null || !(#name in channel)) {
      throw new codes.ERR_INVALID_THIS('BroadcastChannel');
    }
    return channel[binding.handle];
  }

  [customInspect](depth, options) {
    const handle = BroadcastChannel.#handle(this);
    if (depth < 0) return 'BroadcastChannel';
    const inner = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `BroadcastChannel ${inspect({ name: this.#name, active: binding.isOpen(handle) }, inner)}`;
  }

  get name() {
    BroadcastChannel.#handle(this);
    return this.#name;
  }

  close() {
    binding.close(BroadcastChannel.#handle(this));
  }

  postMessage(message) {
    const handle = BroadcastChannel.#handle(this);
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('message');
    if (!binding.isOpen(handle)) {
      const { DOMException } = require('internal/dom_exception');
      throw new DOMException('BroadcastChannel is closed.', 'InvalidStateError');
    }
    binding.post(handle, message);
  }

  ref() {
    binding.setReferenced(BroadcastChannel.#handle(this), true);
    return this;
  }

  unref() {
    binding.setReferenced(BroadcastChannel.#handle(this), false);
    return this;
  }
}
for (const name of ['name', 'close', 'postMessage']) Object.defineProperty(BroadcastChannel.prototype, name, { enumerable: true });
defineEventHandler(BroadcastChannel.prototype, 'message');
defineEventHandler(BroadcastChannel.prototype, 'messageerror');

module.exports = {
  BroadcastChannel,
  MessageChannel,
  MessagePort,
  isMessagePort,
  makePort,
  markAsUntransferable,
  moveMessagePortToContext,
  receiveMessageOnPort,
};
