// Minifies real files, with mangling, compression and a source map.
import { minify } from 'terser';
import helper from './digest.cjs';
const { digest, source } = helper;

const core = await minify(source('lodash/core.js'), { compress: { passes: 2 }, mangle: true });
console.log('lodash/core.js', digest(core.code), core.code.slice(0, 200));
const chalk = await minify(
  { 'chalk.js': source('chalk/source/index.js'), 'observable.js': source('rxjs/dist/esm/internal/Observable.js') },
  { module: true, ecma: 2020, sourceMap: { filename: 'out.js' }, format: { comments: false } },
);
console.log('chalk', digest(chalk.code), digest(chalk.map));
const small = await minify(
  'const answer = 6 * 7; function unused() {} export const f = (a, b = answer) => { if (a) { return b } else { return [...a, b] } }; console.log(typeof undefined === "undefined", !0 && f?.(1))',
  { module: true, toplevel: true, compress: { unsafe: true } },
);
console.log(small.code);
try {
  await minify('let x = ;');
} catch (error) {
  console.log(error.name, error.message, error.line, error.col);
}
