// Transforms real files with preset-env for an old browser, and with plugins of its own.
const babel = require('@babel/core');
const presetEnv = require('@babel/preset-env');
const { digest, source } = require('./digest.cjs');

const transform = (code, options) => babel.transformSync(code, { babelrc: false, configFile: false, ...options });
const old = { presets: [[presetEnv, { targets: { ie: '11' }, modules: 'commonjs' }]] };
for (const file of ['chalk/source/index.js', 'immutable/dist/immutable.es.js', 'date-fns/format.js']) {
  const { code, map } = transform(source(file), { ...old, sourceMaps: true, filename: 'input.js' });
  console.log(file, digest(code), digest(JSON.stringify(map.mappings)));
}
const modern = `
class A extends B { #x = 1; static y = 2; get x() { return this.#x ?? super.x; } async *z(...a) { for await (const b of a) yield b?.c; } }
const { p, ...rest } = { ...q, [r]: \`s\${t}\` };
for (const [k, v] of new Map()) setTimeout(() => k ** v);
export default async (n = 1n) => { try { await import('./x.js'); } catch { return n ||= 2; } };
`;
console.log(transform(modern, { ...old, filename: 'modern.js' }).code);
console.log(transform(modern, { presets: [[presetEnv, { targets: { node: '20' }, modules: false }]] }).code);
const visitor = {
  Identifier(path) {
    if (path.node.name === 'answer') path.replaceWith(babel.types.numericLiteral(42));
  },
  BinaryExpression(path) {
    const { confident, value } = path.evaluate();
    if (confident) path.replaceWith(babel.types.valueToNode(value));
  },
};
console.log(transform('let x = answer + 1, y = 2 * 3 + z;', { plugins: [() => ({ visitor })] }).code);
const api = babel.template('const NAME = require(SOURCE);')({ NAME: babel.types.identifier('a'), SOURCE: babel.types.stringLiteral('b') });
console.log(babel.transformFromAstSync(babel.types.file(babel.types.program([api])), '', { babelrc: false, configFile: false }).code);
try {
  transform('let x = ;', { filename: 'bad.js' });
} catch (error) {
  console.log(error.name, error.code, error.message.slice(error.message.indexOf('bad.js')));
}
