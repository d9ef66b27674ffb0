'use strict';

// process.stdin, stdout and stderr of a worker: they are streams of its parent.

const { Readable, Writable } = require('stream');
const binding = internalBinding('worker');
const { state } = require('internal/worker/main');

class ReadableWorkerStdio extends Readable {
  #started = false;

  constructor() {
    super();
    if (!state.hasStdin) {
      this.push(null);
      return;
    }
    state.setInput(this);
  }

  _read() {
    if (this.#started || !state.hasStdin) return;
    this.#started = true;
    state.referenceInput(true);
  }

  receive(chunk) {
    if (chunk === null) state.referenceInput(false);
    this.push(chunk === null ? null : require('buffer').Buffer.from(chunk));
  }
}

class WritableWorkerStdio extends Writable {
  constructor(fd) {
    super({ decodeStrings: true });
    this.fd = fd;
  }

  _write(chunk, encoding, callback) {
    binding.write(this.fd, chunk);
    process.nextTick(callback);
  }
}

function open(fd) {
  return fd === 0 ? new ReadableWorkerStdio() : new WritableWorkerStdio(fd);
}

module.exports = { open };
