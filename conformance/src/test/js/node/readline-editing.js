'use strict';
// Keys, line editing, history, completion and questions of readline.
const readline = require('readline');
const { PassThrough } = require('stream');

function terminal(options = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  let written = '';
  output.on('data', (chunk) => { written += chunk; });
  const rl = readline.createInterface({ input, output, terminal: true, prompt: '? ', ...options });
  rl.on('line', (line) => console.log('line', JSON.stringify(line)));
  return { rl, type: (text) => { for (const key of text) input.emit('data', Buffer.from(key)); }, input, taken: () => { const text = written; written = ''; return text; } };
}

const { rl, type, taken } = terminal({ completer: (line) => [['alpha', 'alps', 'beta'].filter((w) => w.startsWith(line)), line] });
type('one two\u0017three\r'); // ctrl-w
type('x\u001b[D\u001b[Dy\u001b[F!\r'); // arrows, end
type('a b c\u0001\u000b\u0019\u0019\r'); // cut and yank
type('undo\u0017\u001f\u001e\r');
type('\u001b[A\u001b[A\r'); // history
type('wide \u5357\u{1f600}\u007f\r');
console.log(rl.history, rl.getCursorPos());
for (const key of 'al\t\t') type(key);
console.log(JSON.stringify(rl.line), JSON.stringify(taken().slice(-60)));
type('\u0015');
rl.question('name: ', (answer) => console.log('answer', answer));
type('jsj\r');
rl.close();

const keys = new PassThrough();
readline.emitKeypressEvents(keys);
keys.on('keypress', (text, key) => console.log(JSON.stringify([text, key])));
keys.emit('data', Buffer.from('aB\u0003\u001bb\u001b[1;5C\u001bOP\u001b[3~\u001b[Z\u001b[200~ \t\u00e9'));

const plain = new PassThrough();
const lines = readline.createInterface({ input: plain });
(async () => {
  for await (const line of lines) console.log('iterated', line);
  const { Readline } = require('readline/promises');
  const sink = new PassThrough();
  await new Readline(sink).cursorTo(1).moveCursor(2, -1).clearLine(0).clearScreenDown().commit();
  console.log(JSON.stringify(sink.read().toString()));
  for (const bad of [() => readline.cursorTo(sink, NaN), () => readline.clearLine(sink, 0, 1),
    () => readline.createInterface({ input: sink, tabSize: 0 }), () => readline.createInterface({ input: sink, completer: 1 })]) {
    try {
      bad();
    } catch (error) {
      console.log(error.code, error.message);
    }
  }
})();
plain.write('first\r');
plain.write('\nsecond\nthird');
plain.end();
