'use strict';

// The commands of a session; each is called with the session as `this`.

const fs = require('fs');
const { inspect } = require('internal/inspect/inspect');

function abandon() {
  this.clearBufferedCommand();
  this.displayPrompt();
}

module.exports = {
  break: {
    help: 'Sometimes you get stuck, this gets you out',
    action: abandon,
  },
  clear: {
    help: 'Alias for .break',
    action() {
      if (!this.useGlobal) {
        this.output.write('Clearing context...\n');
        this.resetContext();
      }
      Reflect.apply(abandon, this, []);
    },
  },
  editor: {
    help: 'Enter editor mode',
    action() {
      this.editorMode = true;
      this.output.write('// Entering editor mode (Ctrl+D to finish, Ctrl+C to cancel)\n');
      this.displayPrompt();
    },
  },
  exit: {
    help: 'Exit the REPL',
    action() {
      this.close();
    },
  },
  help: {
    help: 'Print this help message',
    action() {
      const names = Object.keys(this.commands).sort();
      const width = Math.max(...names.map((name) => name.length)) + 3;
      for (const name of names) {
        const { help } = this.commands[name];
        this.output.write(help ? `.${name}${' '.repeat(width - name.length)}${help}\n` : `.${name}\n`);
      }
      this.output.write('\nPress Ctrl+C to abort current expression, Ctrl+D to exit the REPL\n');
      this.displayPrompt();
    },
  },
  load: {
    help: 'Load JS from a file into the REPL session',
    action(file) {
      let text;
      try {
        if (!fs.statSync(file).isFile()) {
          this.output.write(`Failed to load: ${file} is not a valid file\n`);
          this.displayPrompt();
          return;
        }
        text = fs.readFileSync(file, 'utf8');
      } catch {
        this.output.write(`Failed to load: ${file}\n`);
        this.displayPrompt();
        return;
      }
      this.output.write(text.endsWith('\n') ? text : `${text}\n`);
      this.evaluateText(text);
    },
  },
  save: {
    help: 'Save all evaluated commands in this REPL session to a file',
    action(file) {
      try {
        fs.writeFileSync(file, this.lines.join('\n'));
        this.output.write(`Session saved to: ${file}\n`);
      } catch (error) {
        this.output.write(`Failed to save: ${file}${error.code ? '' : inspect(error)}\n`);
      }
      this.displayPrompt();
    },
  },
};
