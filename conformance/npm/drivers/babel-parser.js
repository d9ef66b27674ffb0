// Parses the TypeScript compiler (9 MB), TypeScript and JSX sources; error recovery.
const parser = require('@babel/parser');
const { census, source } = require('./digest.cjs');

console.log('typescript.js', census(parser.parse(source('typescript/lib/typescript.js')).program));
console.log(
  'Observable.ts',
  census(parser.parse(source('rxjs/src/internal/Observable.ts'), { sourceType: 'module', plugins: ['typescript'] }).program),
);
const jsx = 'export const App = ({ items }) => <ul className="x">{items.map((i) => <li key={i}>{i} &amp; more</li>)}</ul>;';
console.log(JSON.stringify(parser.parse(jsx, { sourceType: 'module', plugins: ['jsx'] }).program.body[0].declaration.declarations[0].init.body.openingElement.name));
const recovered = parser.parse('let a = 1; let a = 2; return; class A { constructor(){} constructor(){} }', { errorRecovery: true });
console.log(recovered.errors.map((error) => [error.message, error.code, error.reasonCode]));
try {
  parser.parse('const x = {\n  a: 1,\n  b: @\n}');
} catch (error) {
  console.log(error.message, error.loc, error.pos);
}
console.log(parser.parseExpression('a?.b ?? c ** 2n').type);
