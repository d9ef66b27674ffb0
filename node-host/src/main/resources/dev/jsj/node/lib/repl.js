'use strict';

// node:repl: reads, evaluates and prints, in a loop. The command `jsj repl` is internal/repl/main.

const vm = require('vm');
const { inspect } = require('internal/inspect/inspect');
const { Interface } = require('readline');
const { codes } = require('internal/errors');
const { Evaluation, Recoverable } = require('internal/repl/evaluation');
const commands = require('internal/repl/commands');

const REPL_MODE_SLOPPY = Symbol('repl-sloppy');
const REPL_MODE_STRICT = Symbol('repl-strict');
const ERROR_LINE = /^\[?([A-Z][a-z0-9_]*)*Error/;

const writer = (value) => inspect(value, writer.options);
writer.options = { ...inspect.defaultOptions, showProxy: true };

function builtinNames() {
  return require('module').builtinModules.filter((name) => !name.startsWith('_'));
}

class REPLServer extends Interface {
  #lastResult = { _: undefined, _error: undefined };
  #waiting = []; // lines that came while a value was awaited
  #busy = false;
  #interrupted = false;
  #buffered = '';

  constructor(prompt, stream, evaluator, useGlobal, ignoreUndefined, replMode) {
    const options = prompt !== null && typeof prompt === 'object' ? { ...prompt } :
      { prompt, stream, eval: evaluator, useGlobal, ignoreUndefined, replMode };
    options.input ??= options.stream ?? process.stdin;
    options.output ??= options.stream ?? process.stdout;
    options.terminal ??= Boolean(options.output.isTTY);
    super({
      input: options.input,
      output: options.output,
      completer: options.completer ?? ((text, callback) => this.complete(text, callback)),
      terminal: options.terminal,
      historySize: options.historySize,
      prompt: options.prompt ?? '> ',
    });
    if (options.breakEvalOnSigint && options.eval) {
      throw new codes.ERR_INVALID_REPL_EVAL_CONFIG();
    }
    this.useGlobal = Boolean(options.useGlobal);
    this.useColors = options.useColors ?? (options.terminal && (options.output.hasColors?.() ?? false));
    this.ignoreUndefined = Boolean(options.ignoreUndefined);
    this.replMode = options.replMode ?? REPL_MODE_SLOPPY;
    this.writer = options.writer ?? ((value) => inspect(value, { ...writer.options, colors: this.useColors }));
    this.editorMode = false;
    this.lines = [];
    this.commands = { __proto__: null, ...commands };
    if (!this.terminal) delete this.commands.editor;
    this.underscoreAssigned = false;
    this.underscoreErrAssigned = false;
    this.eval = options.eval ?? ((code, context, file, callback) => this.#evaluate(code, callback));
    this.resetContext();
    this.on('line', (line) => this.#take(line));
    this.on('SIGINT', () => this.interrupt());
    this.on('close', () => {
      if (this.editorMode && this.#buffered !== '') this.finishEditor();
      if (!this.#busy) this.emit('exit');
    });
    this.displayPrompt();
  }

  get last() {
    return this.#lastResult._;
  }

  get lastError() {
    return this.#lastResult._error;
  }

  // ---- the context

  createContext() {
    if (this.useGlobal) return globalThis;
    const context = vm.createContext();
    const names = new Set(vm.runInNewContext('Object.getOwnPropertyNames(globalThis)'));
    for (const name of Object.getOwnPropertyNames(globalThis)) {
      if (!names.has(name)) Object.defineProperty(context, name, { __proto__: null, ...Object.getOwnPropertyDescriptor(globalThis, name) });
    }
    context.global = context;
    const { Console } = require('console');
    Object.defineProperty(context, 'console', {
      configurable: true, writable: true, value: new Console(this.output),
    });
    return context;
  }

  resetContext() {
    this.context = this.createContext();
    this.evaluation = new Evaluation(this.context, this.useGlobal, this.replMode === REPL_MODE_STRICT);
    const { createRequire } = require('module');
    const require_ = createRequire(`${process.cwd()}/<repl>`);
    const module_ = new (require('module'))('<repl>');
    module_.paths = require('module')._nodeModulePaths?.(process.cwd()) ?? [];
    const define = (name, descriptor) => Object.defineProperty(this.context, name, { configurable: true, ...descriptor });
    define('module', { writable: true, value: module_ });
    define('require', { writable: true, value: require_ });
    for (const name of builtinNames()) {
      if (name.includes('/') || Object.hasOwn(this.context, name)) continue;
      define(name, {
        enumerable: false,
        get: () => {
          const value = require_(name);
          define(name, { writable: true, enumerable: false, value });
          return value;
        },
        set: (value) => define(name, { writable: true, enumerable: true, value }),
      });
    }
    this.underscoreAssigned = false;
    this.underscoreErrAssigned = false;
    for (const [name, flag, text] of [['_', 'underscoreAssigned', '_'], ['_error', 'underscoreErrAssigned', '_error']]) {
      define(name, {
        get: () => this.#lastResult[name],
        set: (value) => {
          this.#lastResult[name] = value;
          if (this[flag]) return;
          this[flag] = true;
          this.output.write(`Expression assignment to ${text} now disabled.\n`);
        },
      });
    }
    this.emit('reset', this.context);
  }

  // ---- lines

  #take(line) {
    if (this.#busy) {
      this.#waiting.push(line);
      return;
    }
    this.#interrupted = false;
    if (this.editorMode) {
      this.#buffered += `${line}\n`;
      this.displayPrompt();
      return;
    }
    const trimmed = line.trim();
    if (trimmed.startsWith('.') && !/^\.\d/.test(trimmed)) {
      const [, keyword, rest] = /^\.(\S+)\s*(.*)$/.exec(trimmed) ?? [];
      if (keyword !== undefined && Object.hasOwn(this.commands, keyword)) {
        Reflect.apply(this.commands[keyword].action, this, [rest]);
        return;
      }
      if (this.#buffered === '') {
        this.output.write('Invalid REPL keyword\n');
        this.displayPrompt();
        return;
      }
    }
    this.#run(`${this.#buffered}${line}\n`, line);
  }

  #run(code, line) {
    if (code.trim() === '') {
      this.clearBufferedCommand();
      this.displayPrompt();
      return;
    }
    this.#busy = true;
    let done = false;
    const finish = (error, value) => {
      if (done) return;
      done = true;
      this.#busy = false;
      if (error instanceof Recoverable) {
        this.#buffered = code;
        if (line !== undefined) this.lines.push(line);
        this.displayPrompt();
      } else {
        if (line !== undefined) this.lines.push(line);
        this.clearBufferedCommand();
        if (error !== null && error !== undefined) this.#showError(error);
        else this.#showValue(value);
        this.displayPrompt();
      }
      this.#goOn();
    };
    try {
      this.eval(code, this.context, 'REPL', finish);
    } catch (error) {
      finish(error);
    }
  }

  /** Takes the lines that came meanwhile. */
  #goOn() {
    while (!this.#busy && this.#waiting.length > 0) this.#take(this.#waiting.shift());
    if (this.closed && !this.#busy && this.#waiting.length === 0) this.emit('exit');
  }

  #evaluate(code, callback) {
    let result;
    try {
      result = this.evaluation.run(code);
    } catch (error) {
      callback(error === null || error === undefined ? new Thrown(error) : error);
      return;
    }
    if (!result.later) {
      callback(null, result.value);
      return;
    }
    result.value.then(
      (outcome) => callback(null, outcome?.value),
      (error) => callback(error === null || error === undefined ? new Thrown(error) : error),
    );
  }

  /** Runs the text of a file as if it had been typed. */
  evaluateText(text) {
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    this.#run(`${lines.join('\n')}\n`, lines.join('\n'));
  }

  finishEditor() {
    const code = this.#buffered;
    this.editorMode = false;
    this.clearBufferedCommand();
    this.#run(code, code.trimEnd());
  }

  clearBufferedCommand() {
    this.#buffered = '';
  }

  /** Ctrl+C: gives up what was typed; the second time in a row the session. */
  interrupt() {
    const wasEmpty = this.#buffered === '' && this.line === '' && !this.editorMode;
    this.clearLine();
    this.editorMode = false;
    this.clearBufferedCommand();
    if (wasEmpty && this.#interrupted) {
      this.#interrupted = false;
      this.close();
      return;
    }
    if (wasEmpty) {
      this.output.write('(To exit, press Ctrl+C again or Ctrl+D or type .exit)\n');
      this.#interrupted = true;
    }
    this.displayPrompt();
  }

  // ---- what is shown

  displayPrompt(preserveCursor) {
    if (this.closed) return;
    const prompt = this.getPrompt();
    if (this.editorMode) {
      this.setPrompt('');
    } else if (this.#buffered !== '') {
      this.setPrompt('... ');
    }
    this.prompt(preserveCursor);
    this.setPrompt(prompt);
  }

  #showValue(value) {
    if (!this.underscoreAssigned) this.#lastResult._ = value;
    if (value === undefined && this.ignoreUndefined) return;
    this.output.write(`${this.writer(value)}\n`);
  }

  #showError(error) {
    const thrown = error instanceof Thrown ? error.value : error;
    if (!this.underscoreErrAssigned) this.#lastResult._error = thrown;
    let text = this.#describe(thrown);
    if (text.startsWith('[') && text.endsWith(']') && ERROR_LINE.test(text)) text = text.slice(1, -1);
    if (ERROR_LINE.test(text.split('\n').find((line) => ERROR_LINE.test(line)) ?? '')) {
      const lines = text.split(/(?<=\n)/);
      const index = lines.findIndex((line) => ERROR_LINE.test(line));
      lines[index] = `Uncaught ${lines[index]}`;
      text = lines.join('');
    } else {
      text = `Uncaught${text.includes('\n') ? ':\n' : ' '}${text}`;
    }
    this.output.write(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** Shows an error that nothing has caught. */
  showUncaught(error) {
    this.#showError(error === null || error === undefined ? new Thrown(error) : error);
    this.displayPrompt();
  }

  /** The error without the frames of the session itself. */
  #describe(error) {
    if (typeof error !== 'object' || error === null || typeof error.stack !== 'string') return this.writer(error);
    try {
      if (error instanceof SyntaxError || error.name === 'SyntaxError') {
        error.stack = error.stack.replace(/^\s+at\s.*\n?/gm, '').replace(/^REPL\d+:\d+\r?\n/, '').trimEnd();
      } else {
        const lines = error.stack.split('\n');
        const end = lines.findIndex((line) => /^ {4}at (REPL\d+:\d+:\d+|.*\(node:(vm|internal\/repl\/|repl):?)/.test(line));
        if (end > 0) error.stack = lines.slice(0, end).join('\n');
      }
    } catch {
      return this.writer(error); // its stack cannot be changed
    }
    return this.writer(error);
  }

  // ---- more

  defineCommand(keyword, cmd) {
    if (typeof cmd === 'function') {
      cmd = { action: cmd };
    } else if (typeof cmd.action !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('cmd.action', 'Function', cmd.action);
    }
    this.commands[keyword] = cmd;
  }

  complete(text, callback) {
    callback(null, require('internal/repl/completion').complete(this, text));
  }

  setupHistory(file, callback) {
    require('internal/repl/history').setup(this, file, callback);
  }
}

/** null or undefined, thrown. */
class Thrown {
  constructor(value) {
    this.value = value;
  }
}

function start(prompt, source, evaluator, useGlobal, ignoreUndefined, replMode) {
  return new REPLServer(prompt, source, evaluator, useGlobal, ignoreUndefined, replMode);
}

module.exports = { start, writer, REPLServer, REPL_MODE_SLOPPY, REPL_MODE_STRICT, Recoverable };
Object.defineProperty(module.exports, 'builtinModules', {
  configurable: true, enumerable: true, get: builtinNames,
});
Object.defineProperty(module.exports, '_builtinLibs', {
  configurable: true, get: builtinNames,
});
