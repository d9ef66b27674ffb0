// Minifies handlebars and lodash's core.
const { minify } = require('uglify-js');
const { digest, source } = require('./digest.cjs');

for (const file of ['lodash/core.js', 'handlebars/dist/cjs/handlebars/compiler/javascript-compiler.js']) {
  const { code, map, error } = minify({ [file]: source(file) }, { toplevel: true, sourceMap: { url: 'inline.map' } });
  if (error) throw error;
  console.log(file, digest(code), digest(map), code.slice(0, 150));
}
const { code } = minify('function f(a) { var b = a + 1, c = 2; return b * c } for (var i = 0; i < 10; i++) console.log(f(i))', {
  toplevel: true,
  output: { beautify: true },
});
console.log(code);
const { error } = minify('var a = {;}');
console.log(error.name, error.message, error.line, error.col);
