// Formats JavaScript, TypeScript, CSS, Markdown, JSON and HTML.
import * as prettier from 'prettier';
import helper from './digest.cjs';
const { digest, source } = helper;

const real = [
  ['rxjs/src/internal/Observable.ts', 'typescript'],
  ['lodash/_baseMergeDeep.js', 'babel'],
  ['chalk/source/index.js', 'babel'],
  ['chalk/readme.md', 'markdown'],
  ['rxjs/package.json', 'json'],
];
for (const [file, parser] of real) {
  const options = { parser, printWidth: 60, tabWidth: 4, singleQuote: true };
  console.log(file, digest(await prettier.format(source(file), options)));
}
console.log(
  await prettier.format('const  f=async({a,b:{c}},...d)=>{ if(a){return await c?.(d)} else for(const x of d) yield_(x) , `t${ a+1 }` }', {
    parser: 'babel',
  }),
);
console.log(await prettier.format('a{color:RED;background:URL(x.png)}@media (max-width:100px){b>c{margin:0 auto}}', { parser: 'css' }));
console.log(await prettier.format('<div><p>some <b>bold</b> text</p><script>let x=1</script></div>', { parser: 'html' }));
try {
  await prettier.format('let x = {', { parser: 'babel' });
} catch (error) {
  console.log(error.name, error.message);
}
