'use strict';

// What node:readline and node:readline/promises have in common: lines from a stream. A terminal's characters are keys that edit
// the line (see the files beside this one), other streams are only taken apart.

const EventEmitter = require('events');
const { StringDecoder } = require('string_decoder');
const { codes } = require('internal/errors');
const { validateAbortSignal, validateArray, validateNumber, validateString, validateUint32 } = require('internal/validators');
const { emitKeypressEvents } = require('internal/readline/keypress');

const HISTORY_SIZE = 30;
const MIN_CRLF_DELAY = 100;
const ESCAPE_CODE_TIMEOUT = 500;
const LINES_BEFORE_PAUSE = 1024;
const LINE_END = /\r?\n|\r(?!\n)/g;
const UNDO = '\u001f';
const REDO = '\u001e';

/** The method for each key; modifiers are `^` (ctrl), `+` (shift) and `@` (meta), in this order. */
const METHODS_OF_KEYS = {
  '^+backspace': '_deleteLineLeft',
  '^+delete': '_deleteLineRight',
  '^c': '_interrupt',
  '^h': '_deleteLeft',
  '^d': '_deleteRightOrClose',
  '^u': '_deleteLineLeft',
  '^k': '_deleteLineRight',
  '^a': '_home',
  '^e': '_end',
  '^b': '_left',
  '^f': '_right',
  '^l': '_clearScreen',
  '^n': '_historyNext',
  '^p': '_historyPrev',
  '^y': '_yank',
  '^z': '_suspend',
  '^w': '_deleteWordLeft',
  '^backspace': '_deleteWordLeft',
  '^delete': '_deleteWordRight',
  '^left': '_wordLeft',
  '^right': '_wordRight',
  '@b': '_wordLeft',
  '@f': '_wordRight',
  '@d': '_deleteWordRight',
  '@delete': '_deleteWordRight',
  '@backspace': '_deleteWordLeft',
  '@y': '_yankPop',
  'return': '_return',
  'enter': '_enter',
  'backspace': '_deleteLeft',
  'delete': '_deleteRight',
  'left': '_left',
  'right': '_right',
  'home': '_home',
  'end': '_end',
  'up': '_historyPrev',
  'down': '_historyNext',
};

/** The options, whichever way they were given, checked. */
function readOptions(input, output, completer, terminal) {
  const options = input?.input ? input : { input, output, completer, terminal };
  const { tabSize, prompt, escapeCodeTimeout, signal, history = [], historySize = HISTORY_SIZE } = options;
  if (tabSize !== undefined) validateUint32(tabSize, 'tabSize', true);
  if (prompt !== undefined) validateString(prompt, 'prompt');
  if (escapeCodeTimeout !== undefined && !Number.isFinite(escapeCodeTimeout)) {
    throw new codes.ERR_INVALID_ARG_VALUE('input.escapeCodeTimeout', escapeCodeTimeout);
  }
  if (signal) validateAbortSignal(signal, 'options.signal');
  if (options.completer !== undefined && typeof options.completer !== 'function') {
    throw new codes.ERR_INVALID_ARG_VALUE('completer', options.completer);
  }
  validateArray(history, 'history');
  validateNumber(historySize, 'historySize', 0);
  return { ...options, history, historySize };
}

function Interface(input, output, completer, terminal) {
  EventEmitter.call(this);
  const options = readOptions(input, output, completer, terminal);
  this._sawReturnAt = 0;
  this._sawKeyPress = false;
  this._previousKey = null;
  this.isCompletionEnabled = true;
  this.escapeCodeTimeout = options.escapeCodeTimeout ?? ESCAPE_CODE_TIMEOUT;
  this.tabSize = options.tabSize ?? 8;
  this.line = '';
  this.input = options.input;
  this.output = options.output;
  this.history = options.history;
  this.historySize = options.historySize;
  this.removeHistoryDuplicates = Boolean(options.removeHistoryDuplicates);
  this.crlfDelay = options.crlfDelay ? Math.max(MIN_CRLF_DELAY, options.crlfDelay) : MIN_CRLF_DELAY;
  if (options.completer) this.completer = options.completer;
  this.terminal = Boolean(options.terminal ?? this.output?.isTTY);
  this.closed = false;
  this.paused = false;
  this._substringSearch = null;
  this._undoStack = [];
  this._redoStack = [];
  this._cuts = [];
  this._cutIndex = 0;
  this._yanking = false;
  this._line_buffer = null;
  this._questionCallback = null;
  this._lines = undefined;
  this.setPrompt(options.prompt ?? '> ');
  this._listen(options.signal);
  this.input.resume();
}

Object.setPrototypeOf(Interface.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Interface, EventEmitter);

const methods = {
  /** Takes what the stream brings until the interface closes. */
  _listen(signal) {
    const { input, output } = this;
    const listening = [];
    const listen = (stream, event, listener) => {
      stream.on(event, listener);
      listening.push([stream, event, listener]);
    };
    listen(input, 'error', (error) => this.emit('error', error));
    if (this.terminal) {
      emitKeypressEvents(input, this);
      listen(input, 'keypress', (text, key) => this._onKeypress(text, key));
      listen(input, 'end', () => this._onEnd(this.line));
      this._setRawMode(true);
      this.cursor = 0;
      this.historyIndex = -1;
      if (output !== null && output !== undefined) listen(output, 'resize', () => this._refreshLine());
    } else {
      this._decoder = new StringDecoder('utf8');
      listen(input, 'data', (chunk) => this._normalWrite(chunk));
      listen(input, 'end', () => this._onEnd(this._line_buffer));
    }
    if (signal) {
      const onAborted = () => this.close();
      if (signal.aborted) {
        process.nextTick(onAborted);
      } else {
        signal.addEventListener('abort', onAborted, { once: true });
        this.once('close', () => signal.removeEventListener('abort', onAborted));
      }
    }
    this.once('close', () => {
      for (const [stream, event, listener] of listening) stream.removeListener(event, listener);
    });
  },

  _onEnd(rest) {
    if (typeof rest === 'string' && rest.length > 0) this.emit('line', rest);
    this.close();
  },

  _onKeypress(text, key) {
    this._ttyWrite(text, key);
    const code = key?.sequence?.charCodeAt(0);
    if (code >= 0xd800 && code <= 0xdfff) this._refreshLine(); // half of a pair may have been shown
  },

  _setRawMode(mode) {
    const { input } = this;
    const wasRaw = input.isRaw;
    if (typeof input.setRawMode === 'function') input.setRawMode(mode);
    return wasRaw;
  },

  _onLine(line) {
    const answer = this._questionCallback;
    if (answer === null) {
      this.emit('line', line);
      return;
    }
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    answer(line);
  },

  _question(query, callback) {
    if (this.closed) throw new codes.ERR_USE_AFTER_CLOSE('readline');
    if (this._questionCallback === null) {
      this._oldPrompt = this._prompt;
      this.setPrompt(query);
      this._questionCallback = callback;
    }
    this.prompt();
  },

  _questionCancel() {
    if (this._questionCallback === null) return;
    this._questionCallback = null;
    this.setPrompt(this._oldPrompt);
    this.clearLine();
  },

  close() {
    if (this.closed) return;
    this.pause();
    if (this.terminal) this._setRawMode(false);
    this.closed = true;
    this.emit('close');
  },

  pause() {
    if (this.paused) return this;
    this.input.pause();
    this.paused = true;
    this.emit('pause');
    return this;
  },

  resume() {
    if (!this.paused) return this;
    this.input.resume();
    this.paused = false;
    this.emit('resume');
    return this;
  },

  write(data, key) {
    if (this.paused) this.resume();
    if (this.terminal) this._ttyWrite(data, key);
    else this._normalWrite(data);
  },

  /** Lines of what is no terminal. */
  _normalWrite(data) {
    if (data === undefined) return;
    let text = this._decoder.write(data);
    if (this._sawReturnAt && Date.now() - this._sawReturnAt <= this.crlfDelay) {
      if (text[0] === '\n') text = text.slice(1);
      this._sawReturnAt = 0;
    }
    if (text === '') return;
    if (text.search(LINE_END) === -1) {
      this._line_buffer = (this._line_buffer ?? '') + text;
      return;
    }
    this._sawReturnAt = text.endsWith('\r') ? Date.now() : 0;
    const lines = ((this._line_buffer ?? '') + text).split(LINE_END);
    this._line_buffer = lines.pop() || null;
    for (const line of lines) this._onLine(line);
  },

  /** What a key does, or text that is inserted. */
  _ttyWrite(text, key = {}) {
    const previous = this._previousKey;
    key ??= {};
    this._previousKey = key;
    const { name } = key;
    const isPlain = !key.ctrl && !key.meta && !key.shift;
    if (!key.meta || name !== 'y') this._yanking = false;
    if (isPlain && (name === 'up' || name === 'down')) {
      this._substringSearch ??= this.line.slice(0, this.cursor);
    } else if (this._substringSearch !== null) {
      this._substringSearch = null;
      if (this.history.length === this.historyIndex) this.historyIndex = -1;
    }
    if (key.sequence === UNDO) {
      this._undo();
      return;
    }
    if (key.sequence === REDO) {
      this._redo();
      return;
    }
    if (name === 'escape') return;
    if (!key.ctrl && !key.meta) {
      if (this._sawReturnAt && name !== 'enter') this._sawReturnAt = 0;
      if (name === 'tab' && typeof this.completer === 'function' && this.isCompletionEnabled) {
        this._tabComplete(previous !== null && previous.name === 'tab');
        return;
      }
    }
    const modifiers = key.ctrl ? (key.shift ? '^+' : '^') : key.meta ? '@' : '';
    const method = METHODS_OF_KEYS[modifiers + name];
    if (method !== undefined) this[method]();
    else if (modifiers === '' && typeof text === 'string' && text !== '') this._insertText(text);
  },

  /** Text that may contain the ends of lines. */
  _insertText(text) {
    let start = 0;
    for (const match of text.matchAll(LINE_END)) {
      this._insertString(text.slice(start, match.index));
      this._line();
      start = match.index + match[0].length;
    }
    if (start === 0 || start < text.length) this._insertString(text.slice(start));
  },

  _return() {
    this._sawReturnAt = Date.now();
    this._line();
  },

  _enter() {
    const isSecondHalf = this._sawReturnAt !== 0 && Date.now() - this._sawReturnAt <= this.crlfDelay;
    this._sawReturnAt = 0;
    if (!isSecondHalf) this._line();
  },

  _line() {
    const line = this._addHistory();
    this._undoStack = [];
    this._redoStack = [];
    this.clearLine();
    this._onLine(line);
  },

  _interrupt() {
    if (this.listenerCount('SIGINT') > 0) this.emit('SIGINT');
    else this.close();
  },

  /** Lets the shell go on, and takes the terminal again when it says so. */
  _suspend() {
    if (process.platform === 'win32') return;
    if (this.listenerCount('SIGTSTP') > 0) {
      this.emit('SIGTSTP');
      return;
    }
    process.once('SIGCONT', () => {
      if (!this.paused) { // otherwise the listeners of 'SIGCONT' decide
        this.pause();
        this.emit('SIGCONT');
      }
      this._setRawMode(true);
      this._refreshLine();
    });
    this._setRawMode(false);
    process.kill(process.pid, 'SIGTSTP');
  },

  [Symbol.asyncIterator]() {
    this._lines ??= EventEmitter.on(this, 'line', {
      close: ['close'],
      highWaterMark: LINES_BEFORE_PAUSE,
      [EventEmitter.kFirstEventParam]: true,
    });
    return this._lines;
  },
};

for (const source of [
  require('internal/readline/display'),
  require('internal/readline/editing'),
  require('internal/readline/history'),
  require('internal/readline/completion'),
  methods,
]) {
  const properties = Object.getOwnPropertyDescriptors(source);
  for (const key of Reflect.ownKeys(properties)) properties[key].enumerable = false;
  Object.defineProperties(Interface.prototype, properties);
}

module.exports = { Interface };
