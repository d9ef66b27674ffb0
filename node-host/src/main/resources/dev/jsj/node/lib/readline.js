'use strict';

// node:readline: lines from a stream, and the escape codes that move the cursor. Editing of a line is left to the terminal.

const { Buffer } = require('buffer');
const EventEmitter = require('events');
const { StringDecoder } = require('string_decoder');
const { AbortError, codes } = require('internal/errors');
const { validateAbortSignal, validateFunction } = require('internal/validators');

const LINE_END = /\r\n|\n|\r(?!\n)|\u2028|\u2029/;
const kQuestion = Symbol('question');

class Interface extends EventEmitter {
  #decoder = new StringDecoder('utf8');
  #partial = '';
  #sawReturn = false;
  #prompt;
  #onData;
  #onEnd;

  constructor(input, output, completer, terminal) {
    super();
    let options = { input, output, completer, terminal };
    if (input?.input !== undefined) options = input;
    const { signal, prompt = '> ', historySize = 30, crlfDelay } = options;
    ({ input } = options);
    if (input === undefined || input === null || typeof input.on !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('input', 'stream.Readable', input);
    }
    validateAbortSignal(signal, 'options.signal');
    this.input = input;
    this.output = options.output;
    this.terminal = Boolean(options.terminal ?? this.output?.isTTY);
    this.line = '';
    this.cursor = 0;
    this.history = [];
    this.historySize = historySize;
    this.crlfDelay = crlfDelay ? Math.max(100, crlfDelay) : 100;
    this.closed = false;
    this.paused = false;
    this.#prompt = prompt;
    this.#onData = (chunk) => this.#take(this.#decoder.write(typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
    this.#onEnd = () => {
      const rest = this.#partial + this.#decoder.end();
      this.#partial = '';
      if (rest.length > 0) this.#emitLine(rest);
      this.close();
    };
    input.on('error', (error) => this.emit('error', error));
    input.on('data', this.#onData);
    input.on('end', this.#onEnd);
    signal?.addEventListener('abort', () => this.close(), { once: true });
    if (signal?.aborted) process.nextTick(() => this.close());
    input.resume();
  }

  #take(text) {
    if (this.#sawReturn && text[0] === '\n') text = text.slice(1); // the second half of \r\n
    this.#sawReturn = text.endsWith('\r') || (this.#sawReturn && text === '');
    const lines = (this.#partial + text).split(LINE_END);
    this.#partial = lines.pop();
    for (const line of lines) {
      if (this.closed) return;
      this.#emitLine(line);
    }
  }

  #emitLine(line) {
    const question = this[kQuestion];
    if (question !== undefined) {
      this[kQuestion] = undefined;
      question(line);
    } else {
      this.emit('line', line);
    }
  }

  getPrompt() {
    return this.#prompt;
  }

  setPrompt(prompt) {
    this.#prompt = prompt;
  }

  prompt() {
    if (this.paused) this.resume();
    this.output?.write(this.#prompt);
  }

  question(query, options, callback) {
    if (typeof options === 'function') [callback, options] = [options, {}];
    if (this.closed) throw new codes.ERR_USE_AFTER_CLOSE('readline');
    validateFunction(callback, 'cb');
    const { signal } = options ?? {};
    validateAbortSignal(signal, 'options.signal');
    if (signal?.aborted) return;
    if (this[kQuestion] !== undefined) {
      this.prompt();
      return;
    }
    this[kQuestion] = callback;
    signal?.addEventListener('abort', () => { this[kQuestion] = undefined; }, { once: true });
    if (this.paused) this.resume();
    this.output?.write(query);
  }

  close() {
    if (this.closed) return;
    this.pause();
    this.closed = true;
    this.input.removeListener('data', this.#onData);
    this.input.removeListener('end', this.#onEnd);
    this.emit('close');
  }

  pause() {
    if (this.paused) return this;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  }

  resume() {
    if (!this.paused) return this;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  }

  write(data) {
    if (this.closed) throw new codes.ERR_USE_AFTER_CLOSE('readline');
    if (this.paused) this.resume();
    this.#take(typeof data === 'string' ? data : this.#decoder.write(data));
  }

  getCursorPos() {
    return { rows: 0, cols: this.cursor };
  }

  [Symbol.asyncIterator]() {
    const lines = [];
    let wake;
    let done = this.closed;
    const notify = () => {
      wake?.();
      wake = undefined;
    };
    this.on('line', (line) => {
      lines.push(line);
      notify();
    });
    this.on('close', () => {
      done = true;
      notify();
    });
    const self = this;
    return (async function*() {
      try {
        for (;;) {
          while (lines.length > 0) yield lines.shift();
          if (done) return;
          await new Promise((resolve) => { wake = resolve; });
        }
      } finally {
        self.close();
      }
    })();
  }
}

Object.defineProperty(Interface.prototype.question, Symbol.for('nodejs.util.promisify.custom'), {
  value(query, options) {
    return new Promise((resolve, reject) => {
      const signal = options?.signal;
      if (signal?.aborted) {
        reject(new AbortError(undefined, { cause: signal.reason }));
        return;
      }
      signal?.addEventListener('abort', () => reject(new AbortError(undefined, { cause: signal.reason })), { once: true });
      this.question(query, options ?? {}, resolve);
    });
  },
});

function createInterface(input, output, completer, terminal) {
  return new Interface(input, output, completer, terminal);
}

/** Writes an escape code, if there is a stream to write to. */
function send(stream, text, callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
  if (stream == null || text === '') {
    if (typeof callback === 'function') process.nextTick(callback, null);
    return true;
  }
  return stream.write(text, callback);
}

function cursorTo(stream, x, y, callback) {
  if (typeof y === 'function') [callback, y] = [y, undefined];
  if (Number.isNaN(x)) throw new codes.ERR_INVALID_ARG_VALUE('x', x);
  if (Number.isNaN(y)) throw new codes.ERR_INVALID_ARG_VALUE('y', y);
  if (stream == null || (typeof x !== 'number' && typeof y !== 'number')) return send(null, '', callback);
  if (typeof x !== 'number') throw new codes.ERR_INVALID_CURSOR_POS();
  return send(stream, typeof y !== 'number' ? `\u001b[${x + 1}G` : `\u001b[${y + 1};${x + 1}H`, callback);
}

function moveCursor(stream, dx, dy, callback) {
  let text = '';
  if (dx < 0) text += `\u001b[${-dx}D`;
  else if (dx > 0) text += `\u001b[${dx}C`;
  if (dy < 0) text += `\u001b[${-dy}A`;
  else if (dy > 0) text += `\u001b[${dy}B`;
  return send(stream, text, callback);
}

function clearLine(stream, direction, callback) {
  return send(stream, direction < 0 ? '\u001b[1K' : direction > 0 ? '\u001b[0K' : '\u001b[2K', callback);
}

function clearScreenDown(stream, callback) {
  return send(stream, '\u001b[0J', callback);
}

/** Lets a terminal emit 'keypress' events: one per character here. */
function emitKeypressEvents(stream) {
  stream.on('data', (chunk) => {
    for (const character of String(chunk)) stream.emit('keypress', character, { sequence: character, name: character });
  });
}

module.exports = { Interface, clearLine, clearScreenDown, createInterface, cursorTo, emitKeypressEvents, moveCursor };
Object.defineProperty(module.exports, 'promises', {
  configurable: true, enumerable: true, get: () => require('readline/promises'),
});
