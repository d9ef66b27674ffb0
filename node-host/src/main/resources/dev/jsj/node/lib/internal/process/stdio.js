'use strict';

// process.stdin, stdout and stderr. Output is written at once: what a program has printed is there when it ends.

const binding = internalBinding('process');
const fsBinding = internalBinding('fs');

function open(fd) {
  if (binding.isWorker) return require('internal/worker/stdio').open(fd);
  return fd === 0 ? openInput() : openOutput(fd);
}

function openOutput(fd) {
  const { Writable } = require('stream');
  const isTerminal = binding.isTerminal(fd);
  const stream = isTerminal ? new (require('tty').WriteStream)(fd) : new OutputStream(Writable, fd);
  stream._type = isTerminal ? 'tty' : 'fs';
  stream._isStdio = true;
  stream.destroySoon = stream.destroy;
  stream._destroy = function(error, callback) {
    callback(error); // the descriptor stays open
  };
  return stream;
}

/** A stream whose writes are done when `write` returns. */
function OutputStream(Writable, fd) {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, encoding, callback) {
      try {
        fsBinding.writeAll(fd, typeof chunk === 'string' ? require('buffer').Buffer.from(chunk, encoding) : chunk);
      } catch (error) {
        callback(error);
        return;
      }
      callback();
    },
  });
  stream.fd = fd;
  return stream;
}

function openInput() {
  if (binding.isTerminal(0)) return new (require('tty').ReadStream)(0);
  const stream = new (require('fs').ReadStream)(null, { fd: 0, autoClose: false, emitClose: false });
  stream.fd = 0;
  return stream;
}

module.exports = { open };
