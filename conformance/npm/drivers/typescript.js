// Transpiles real TypeScript sources and type-checks a small program against a library of its own.
const ts = require('typescript');
const { digest, source } = require('./digest.cjs');

for (const file of ['Observable', 'Subscriber', 'Scheduler', 'operators/mergeMap', 'scheduler/AsyncAction']) {
  for (const target of [ts.ScriptTarget.ES5, ts.ScriptTarget.ES2022]) {
    const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source(`rxjs/src/internal/${file}.ts`), {
      compilerOptions: { target, module: ts.ModuleKind.CommonJS, sourceMap: true, ignoreDeprecations: '5.0' },
      fileName: file + '.ts',
      reportDiagnostics: true,
    });
    console.log(file, ts.ScriptTarget[target], digest(outputText), digest(sourceMapText), diagnostics.length);
  }
}

const files = {
  'lib.d.ts': `
    interface Array<T> { length: number; [n: number]: T; map<U>(f: (x: T) => U): U[]; }
    interface Boolean {} interface CallableFunction {} interface Function {} interface IArguments {}
    interface NewableFunction {} interface Number { toFixed(n: number): string } interface Object {}
    interface RegExp {} interface String { length: number; toUpperCase(): string }`,
  'main.ts': `
    type Shape = { kind: 'circle'; radius: number } | { kind: 'square'; side: number };
    function area(shape: Shape): number {
      switch (shape.kind) {
        case 'circle': return shape.radius ** 2 * 3;
        case 'square': return shape.size;
      }
    }
    const names: string[] = [1, 2].map((x) => x.toFixed(1));
    const wrong: number = names.map((n) => n.toUpperCase());
    interface Tree<T> { value: T; left?: Tree<T> }
    const tree: Tree<string> = { value: 'a', left: { value: 1 } };
    area({ kind: 'triangle' });
    let unused = missing;
    type Partialish<T> = { [K in keyof T]?: T[K] };
    const p: Partialish<Tree<number>> = { value: 'x' };`,
};
const options = { noLib: false, lib: [], strict: true, target: ts.ScriptTarget.ES2020, types: [] };
const host = {
  fileExists: (name) => name in files,
  readFile: (name) => files[name],
  getSourceFile: (name, target) => (name in files ? ts.createSourceFile(name, files[name], target) : undefined),
  getDefaultLibFileName: () => 'lib.d.ts',
  writeFile: (name, text) => console.log(name, digest(text)),
  getCurrentDirectory: () => '',
  getCanonicalFileName: (name) => name,
  useCaseSensitiveFileNames: () => true,
  getNewLine: () => '\n',
};
const program = ts.createProgram(['main.ts'], options, host);
for (const diagnostic of ts.getPreEmitDiagnostics(program)) {
  const { line } = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start) ?? { line: -1 };
  console.log(line + 1, diagnostic.code, ts.flattenDiagnosticMessageText(diagnostic.messageText, ' / '));
}
program.emit();
