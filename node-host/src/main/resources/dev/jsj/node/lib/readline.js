'use strict';

// node:readline.

const { AbortError } = require('internal/errors');
const { validateAbortSignal } = require('internal/validators');
const { clearLine, clearScreenDown, cursorTo, moveCursor } = require('internal/readline/cursor');
const { Interface: LineInterface } = require('internal/readline/interface');
const { emitKeypressEvents } = require('internal/readline/keypress');

function Interface(input, output, completer, terminal) {
  if (!(this instanceof Interface)) return new Interface(input, output, completer, terminal);
  LineInterface.call(this, input, output, completer, terminal);
  const complete = this.completer;
  if (complete !== undefined && complete.length !== 2) {
    this.completer = (text, callback) => callback(null, complete(text));
  }
}

Object.setPrototypeOf(Interface.prototype, LineInterface.prototype);
Object.setPrototypeOf(Interface, LineInterface);

Interface.prototype.question = function question(query, options, callback) {
  callback = typeof options === 'function' ? options : callback;
  const signal = options?.signal;
  if (signal) {
    validateAbortSignal(signal, 'options.signal');
    if (signal.aborted) return;
    const onAbort = () => this._questionCancel();
    signal.addEventListener('abort', onAbort, { once: true });
    const answer = callback;
    callback = (text) => {
      signal.removeEventListener('abort', onAbort);
      if (typeof answer === 'function') answer(text);
    };
  }
  if (typeof callback === 'function') this._question(query, callback);
};

Interface.prototype.question[Symbol.for('nodejs.util.promisify.custom')] = function question(query, options) {
  const signal = options?.signal;
  if (signal?.aborted) return Promise.reject(new AbortError(undefined, { cause: signal.reason }));
  return new Promise((resolve, reject) => {
    let answer = resolve;
    if (signal) {
      const onAbort = () => reject(new AbortError(undefined, { cause: signal.reason }));
      signal.addEventListener('abort', onAbort, { once: true });
      answer = (text) => {
        signal.removeEventListener('abort', onAbort);
        resolve(text);
      };
    }
    this.question(query, options, answer);
  });
};

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = { Interface, clearLine, clearScreenDown, createInterface, cursorTo, emitKeypressEvents, moveCursor };
Object.defineProperty(module.exports, 'promises', {
  configurable: true, enumerable: true, get: () => require('readline/promises'),
});
