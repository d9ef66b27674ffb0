'use strict';

// The channel for messages between a program and one that it forked: a Unix domain socket, JSON lines (or, with
// `serialization: 'advanced'`, v8.serialize as base64 lines).

const { codes, errnoException } = require('internal/errors');
const { validateObject } = require('internal/validators');

const PATH_VARIABLE = 'NODE_CHANNEL_PATH';
const KIND_VARIABLE = 'NODE_CHANNEL_SERIALIZATION_MODE';

function encode(message, advanced) {
  return `${advanced ? require('v8').serialize(message).toString('base64') : JSON.stringify(message)}\n`;
}

function decode(line, advanced) {
  return advanced ? require('v8').deserialize(Buffer.from(line, 'base64')) : JSON.parse(line);
}

/** One end of a channel; `target` is the ChildProcess or the process object, which gets `send` and `disconnect`. */
class Channel {
  #target;
  #advanced;
  #socket;
  #waiting = [];
  #early = [];
  #lines = [];
  #rest = '';
  #closing = false;
  #onClosed;

  constructor(target, advanced, onClosed) {
    this.#onClosed = onClosed;
    this.#target = target;
    this.#advanced = advanced;
    target.connected = true;
    target.channel = this;
    target._channel = this;
    target.send = (...args) => this.#send(...args);
    target.disconnect = () => this.#disconnect();
    target.on('newListener', (type) => {
      if (type === 'message' && this.#early.length > 0) process.nextTick(() => this.#flushEarly());
    });
  }

  /** The connection is there: what was sent before goes out. */
  attach(socket) {
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text) => this.#receive(text));
    socket.on('error', () => {}); // the other end may go away at any time, which 'close' reports
    socket.on('close', () => this.closed());
    for (const [line, callback] of this.#waiting.splice(0)) socket.write(line, callback);
    if (this.#closing) socket.end();
  }

  #receive(text) {
    const lines = (this.#rest + text).split('\n');
    this.#rest = lines.pop();
    this.#lines.push(...lines);
    this.#deliverAll();
  }

  /** A listener that throws does not keep the messages after its own from coming. */
  #deliverAll() {
    try {
      while (this.#lines.length > 0) this.#deliver(decode(this.#lines.shift(), this.#advanced));
    } finally {
      if (this.#lines.length > 0) setImmediate(() => this.#deliverAll());
    }
  }

  #deliver(message) {
    if (message !== null && typeof message === 'object' && typeof message.cmd === 'string' && message.cmd.startsWith('NODE_')) {
      this.#target.emit('internalMessage', message, undefined);
    } else if (this.#target.listenerCount('message') === 0) {
      this.#early.push(message);
    } else {
      this.#target.emit('message', message, undefined);
    }
  }

  /** Messages that came before anybody listened. */
  #flushEarly() {
    for (const message of this.#early.splice(0)) this.#target.emit('message', message, undefined);
  }

  #send(message, handle, options, callback) {
    if (typeof handle === 'function') [callback, handle, options] = [handle, undefined, undefined];
    else if (typeof options === 'function') [callback, options] = [options, undefined];
    else if (options !== undefined) validateObject(options, 'options');
    if (message === undefined) throw new codes.ERR_MISSING_ARGS('message');
    if (!['string', 'object', 'number', 'boolean'].includes(typeof message)) {
      throw new codes.ERR_INVALID_ARG_TYPE('message', ['string', 'object', 'number', 'boolean'], message);
    }
    if (handle !== undefined && handle !== null) throw new codes.ERR_INVALID_HANDLE_TYPE();
    if (!this.#target.connected) {
      const error = new codes.ERR_IPC_CHANNEL_CLOSED();
      if (typeof callback === 'function') process.nextTick(callback, error);
      else process.nextTick(() => this.#target.emit('error', error));
      return false;
    }
    const done = typeof callback === 'function' ? (error) => callback(error ?? null) : undefined;
    const line = encode(message, this.#advanced);
    if (this.#socket === undefined) this.#waiting.push([line, done]);
    else this.#socket.write(line, done);
    return true;
  }

  #disconnect() {
    if (!this.#target.connected) {
      this.#target.emit('error', new codes.ERR_IPC_DISCONNECTED());
      return;
    }
    this.#target.connected = false;
    this.#closing = true;
    this.#socket?.end();
    this.#socket?.resume();
  }

  /** The other end is gone. */
  closed() {
    if (this.#target.channel !== this) return;
    this.#target.connected = false;
    this.#target.channel = null;
    this.#target._channel = null;
    this.#socket?.destroy();
    process.nextTick(() => {
      this.#target.emit('disconnect');
      this.#onClosed?.();
    });
  }

  ref() {
    this.#socket?.ref();
  }

  unref() {
    this.#socket?.unref();
  }
}

/** The parent's end: listens for the child, which finds the socket's name in its environment. */
function openParent(child, serialization, onClosed) {
  const fs = require('fs');
  const folder = fs.mkdtempSync(require('path').join(require('os').tmpdir(), 'jsj-ipc-'));
  const path = `${folder}/channel`;
  const channel = new Channel(child, serialization === 'advanced', onClosed);
  const server = require('net').createServer((socket) => {
    close();
    channel.attach(socket);
  });
  let open = true;
  function close() {
    if (!open) return;
    open = false;
    server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  server.listen(path);
  server.unref(); // the child itself keeps the program alive until it has connected
  // A child that has ended may have connected, and sent, just before: that connection is accepted in the next turn.
  child.once('exit', () => setImmediate(() => setImmediate(() => {
    if (!open) return;
    close();
    channel.closed();
  })));
  return { [PATH_VARIABLE]: path, [KIND_VARIABLE]: serialization ?? 'json' };
}

/** The child's end; it keeps the program alive while somebody listens. */
function openChild() {
  const path = process.env[PATH_VARIABLE];
  const serialization = process.env[KIND_VARIABLE];
  delete process.env[PATH_VARIABLE];
  delete process.env[KIND_VARIABLE];
  const channel = new Channel(process, serialization === 'advanced');
  const listens = () => process.listenerCount('message') > 0 || process.listenerCount('disconnect') > 0;
  // Connected at once: what the program sends before it exits must arrive.
  const handle = internalBinding('net').connectPipe(path, () => {});
  if (typeof handle === 'number') throw errnoException(handle, 'connect', path);
  const socket = new (require('net').Socket)({ handle });
  channel.attach(socket);
  if (!listens()) socket.unref();
  process.on('newListener', (type) => {
    if (type === 'message' || type === 'disconnect') channel.ref();
  });
  process.on('removeListener', () => {
    if (!listens()) channel.unref();
  });
}

module.exports = { PATH_VARIABLE, openChild, openParent };
