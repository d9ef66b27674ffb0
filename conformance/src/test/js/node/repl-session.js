'use strict';
// A session of node:repl on streams: values, errors, unfinished input, top-level await, commands, completion.
const repl = require('repl');
const { PassThrough } = require('stream');

const input = new PassThrough();
const output = new PassThrough();
let shown = '';
output.on('data', (chunk) => { shown += chunk; });
const session = repl.start({ input, output, prompt: '> ', terminal: false, useColors: false });
session.context.given = { deep: { value: 1 } };
session.defineCommand('hello', { help: 'Greets', action(name) { output.write(`hello ${name}\n`); this.displayPrompt(); } });

const lines = [
  '1 + 1', '_ * 10', 'const a = {x: [1, 2, 3], s: "hi"}', 'a', 'function f() {', '  return 42;', '}', 'f()',
  'throw new Error("bad")', '_error.message', 'null.x', '`multi', 'line`', '{a: 1}', '{ let b = 1 }', 'given.deep', '.hello you', '.nothing',
  'throw null', 'await Promise.resolve(7)', 'const c = await Promise.resolve(8), d = 9;', '[c, d]', 'class K { m() {} }', 'new K',
  'await Promise.reject(5)', 'typeof require("fs").readFileSync', 'path.sep', '', '({', '.break', 'a.s',
];

async function type() {
  for (const line of lines) {
    input.write(`${line}\n`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  session.complete('given.de', (error, [found, on]) => console.log(found, on));
  session.complete('parseI', (error, [found, on]) => console.log(found.filter((name) => name !== ''), on));
  session.on('exit', () => {
    console.log(shown);
    console.log(session.last, session.closed);
  });
  input.write('.exit\n');
}
type();
