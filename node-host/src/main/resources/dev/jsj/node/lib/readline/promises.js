'use strict';

// node:readline/promises.

const { AbortError } = require('internal/errors');
const { validateAbortSignal } = require('internal/validators');
const { Interface: LineInterface } = require('internal/readline/interface');
const { Readline } = require('internal/readline/promises');

class Interface extends LineInterface {

  question(query, options = {}) {
    return new Promise((resolve, reject) => {
      let answer = resolve;
      const { signal } = options;
      if (signal !== undefined) {
        validateAbortSignal(signal, 'options.signal');
        if (signal.aborted) {
          reject(new AbortError(undefined, { cause: signal.reason }));
          return;
        }
        const onAbort = () => {
          this._questionCancel();
          reject(new AbortError(undefined, { cause: signal.reason }));
        };
        signal.addEventListener('abort', onAbort, { once: true });
        answer = (text) => {
          signal.removeEventListener('abort', onAbort);
          resolve(text);
        };
      }
      this._question(query, answer);
    });
  }
}

Object.defineProperty(Interface.prototype, '_tabComplete', {
  configurable: true,
  writable: true,
  value: LineInterface.prototype._tabCompleteLater,
});

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

module.exports = { Interface, Readline, createInterface };
