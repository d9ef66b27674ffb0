'use strict';

// `jsj repl`: a session on the terminal, where JLine edits the lines, or on whatever standard input is.

const { REPLServer } = require('repl');

/** A session whose lines come from the terminal's line editor. */
class TerminalSession extends REPLServer {
  #editor;

  constructor(editor, options) {
    const { PassThrough } = require('stream');
    super({ ...options, input: new PassThrough(), output: process.stdout, terminal: false });
    this.#editor = editor;
    this.commands.editor = require('internal/repl/commands').editor;
    this.prompt();
  }

  prompt() {
    if (!(#editor in this) || this.closed) return; // the first prompt waits for the editor
    internalBinding('repl').readLine(this.#editor, this.getPrompt(), (kind, line) => {
      if (kind === 'line') this.emit('line', line);
      else if (kind === 'interrupt') this.interrupt();
      else if (this.editorMode) this.finishEditor();
      else this.close();
    });
  }

  /** The editor has gone to the next line already. */
  clearLine() {
    this.line = '';
  }
}

/** A session with line editing; undefined where the terminal does not let itself be used for it. */
function terminalSession(options) {
  const binding = internalBinding('repl');
  let session;
  const editor = binding.open(require('internal/repl/history').historyFile() ?? undefined, (text) => {
    const [completions, completeOn] = require('internal/repl/completion').complete(session, text);
    return [completeOn, ...completions];
  });
  if (editor === undefined) return undefined;
  session = new TerminalSession(editor, { ...options, useColors: process.stdout.hasColors() });
  session.on('exit', () => binding.close(editor));
  return session;
}

function run() {
  process.stdout.write(`Welcome to jsj (Node.js ${process.version}).\nType ".help" for more information.\n`);
  const options = { useGlobal: true, ignoreUndefined: false, terminal: false };
  const edits = process.stdin.isTTY && process.stdout.isTTY && process.env.TERM !== 'dumb';
  const session = (edits ? terminalSession(options) : undefined) ?? new REPLServer(options);
  process.setUncaughtExceptionCaptureCallback((error) => session.showUncaught(error));
  session.on('exit', () => process.exit());
}

module.exports = { run };
