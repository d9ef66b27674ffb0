// Compiles a file of classes, generics and unions with type errors looked for.
'use strict';
const bench = require('../../harness.js');
const ts = require('typescript');
const { hash, source } = require('../inputs.js');
const library = ts.createSourceFile('lib.d.ts', source('typescript/lib/lib.es5.d.ts'), ts.ScriptTarget.ES2020, true);

let text = '';
for (let i = 0; i < 60; i++) {
  text += `
interface Shape${i}<T extends number | string> { readonly kind: 'a' | 'b'; value: T; next?: Shape${i}<T>; }
class Box${i}<T extends number | string> implements Shape${i}<T> {
  kind: 'a' | 'b' = 'a';
  constructor(public value: T, private parts: T[] = []) {}
  map<U extends number | string>(f: (x: T, i: number) => U): Box${i}<U> { return new Box${i}(f(this.value, ${i}), this.parts.map(f)); }
  static of${i} = <T extends number | string>(...xs: T[]) => xs.map((x) => new Box${i}(x));
}
const total${i} = Box${i}.of${i}(1, 2, 3).reduce((sum, box) => sum + box.map((x) => x * 2).value, 0);
function pick${i}(shape: Shape${i}<number>): string { switch (shape.kind) { case 'a': return String(shape.value); case 'b': return shape.next ? pick${i}(shape.next) : ''; } }
const wrong${i}: string = total${i};
`;
}

function run() {
  const file = ts.createSourceFile('main.ts', text, ts.ScriptTarget.ES2020, true);
  let output = '';
  const host = {
    getSourceFile: (name) => (name === 'main.ts' ? file : name.endsWith('lib.d.ts') ? library : undefined),
    getDefaultLibFileName: () => 'lib.d.ts',
    writeFile: (name, written) => (output += written),
    getCurrentDirectory: () => '',
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: (name) => name === 'main.ts',
    readFile: () => undefined,
  };
  const program = ts.createProgram(['main.ts'], { target: ts.ScriptTarget.ES5, strict: true, noLib: false, types: [] }, host);
  const problems = ts.getPreEmitDiagnostics(program).length;
  program.emit();
  return `${problems} ${hash(output)}`;
}

bench.run('typescript', run, 1);
