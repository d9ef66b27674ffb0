// Parses the TypeScript compiler (9 MB), itself and broken input.
const acorn = require('acorn');
const { census, source } = require('./digest.cjs');

const typescript = source('typescript/lib/typescript.js');
console.log('typescript.js', census(acorn.parse(typescript, { ecmaVersion: 'latest' })));
const own = source('acorn/dist/acorn.mjs');
console.log('acorn.mjs', census(acorn.parse(own, { ecmaVersion: 'latest', sourceType: 'module', locations: true })));

let tokens = 0;
let widest = '';
for (const token of acorn.tokenizer(own, { ecmaVersion: 2022, sourceType: 'module' })) {
  tokens++;
  if (token.type.label === 'name' && token.value.length > widest.length) widest = token.value;
}
console.log(tokens, widest);

for (const code of ['let a; let a', 'x = {', 'for (const x of) ;', '"use strict"; with (a) b', '`${', 'class A { #x; #x }', 'a?.b = 1', '/(/']) {
  try {
    acorn.parse(code, { ecmaVersion: 'latest' });
    console.log('no error for', code);
  } catch (error) {
    console.log(error.name, error.message, error.pos, error.loc);
  }
}
