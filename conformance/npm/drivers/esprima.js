// Parses lodash and itself, with comments and tokens; error recovery on broken input.
const esprima = require('esprima');
const { census, digest, source } = require('./digest.cjs');

for (const file of ['lodash/lodash.js', 'esprima/dist/esprima.js', 'handlebars/dist/handlebars.js']) {
  const tree = esprima.parseScript(source(file), { range: true, comment: true, tokens: true });
  const { nodes, kinds, top } = census({ type: 'File', body: tree.body });
  console.log(file, nodes, kinds, top, tree.comments.length, tree.tokens.length);
}
console.log(digest(JSON.stringify(esprima.parseModule('import a, { b as c } from "d"; export default class extends a {}', { loc: true }))));
console.log(esprima.tokenize('let x = /re/g + `t${1}` * 0x1F;'));
const tolerant = esprima.parseScript('"use strict"; var x = 010; delete x; return 1', { tolerant: true });
console.log(tolerant.errors.map(String));
try {
  esprima.parseScript('var 1x;');
} catch (error) {
  console.log(error.message, error.index, error.lineNumber, error.column, error.description);
}
