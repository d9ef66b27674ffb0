// Direct and indirect eval, the Function constructor, strictness, variable scope, completion values.
var g = 'module';
globalThis.g = 'global';
function local() {
  var g = 'local';
  return [eval('g'), (0, eval)('g'), eval?.('g'), new Function('return g')(), globalThis.eval('typeof g')];
}
console.log(
  local(),
  eval('1;2;3'),
  eval('var made = 5; made'),
  made,
  eval('let hid = 1; hid'),
  typeof hid,
  eval('{a:1}'),
  eval('({a:1})'),
  eval(''),
  eval(5),
  eval('if(0)1'),
  eval('do { 7; break; } while(0)'),
  eval('L: { 1; break L; }'),
  eval('switch(1){case 1: "sw"}'),
  eval('try { 1 } finally { 2 }'),
  eval('function f(){}'),
  eval('1; var z = 2;'),
  eval('for (var i=0;i<3;i++) i'),
);
(function () {
  'use strict';
  eval('var inner = 1');
  console.log(typeof inner);
})();
(function () {
  eval('"use strict"; var inner2 = 1');
  console.log(typeof inner2);
  eval('var inner3 = 1; function fn() { return 2; }');
  console.log(inner3, fn(), delete inner3, typeof inner3);
})();
console.log(
  (function (a) {
    eval('a = 2');
    return [a, arguments[0]];
  })(1),
  ((x = eval('5')) => x)(),
  new Function('a', 'b', 'return a + b')(1, 2),
  new Function('a, b', '...c', 'return c.length')(1, 2, 3, 4),
  Function('return this')() === globalThis,
  new Function().toString(),
  new Function('a', '/* c */ b', 'return 1').toString(),
);
for (const code of [
  '1 +',
  'let let = 1',
  '"use strict"; with ({}) {}',
  'return 1',
  'await 1',
  'yield = 1; "use strict"',
  'new.target',
  'super.x',
  'var a; let a',
  'break',
  'x = {a b}',
  'for (let x of [], []) ;',
  '({a:1, a:2})',
  '"use strict"; 010',
  '"\\u{110000}"',
  '/[/',
  '/(?<n>a)(?<n>b)/',
  '`${`',
  'function f(a, a) { "use strict" }',
  '(a, a) => 1',
  'let [a, a] = []',
  'class { constructor(){} constructor(){} }',
  'a => { "use strict"; arguments = 1 }',
  'async () => { for await (x in y); }',
  '1++',
  'for (const x = 1 of []);',
  'import x from "y"',
  'export default 1',
  '@dec class {}',
  '#x in {}',
  'class A { #x; m() { delete this.#x } }',
  'a?.b = 1',
  'new a?.b()',
  '0++',
  '({a}) = 1',
  'if (1) let\nx',
  'label: label: ;',
  'continue',
  '\\u0061wait: 1',
  'var \\u{62}reak',
  '"\\08"',
  '1_',
  '1__0',
  '0b2',
  '3in []',
  '3.a',
  "'\n'",
]) {
  try {
    console.log(JSON.stringify(code), 'ok', typeof eval(code));
  } catch (e) {
    console.log(JSON.stringify(code), e.name + ': ' + e.message);
  }
}
for (const [p, b] of [
  ['a', '}'],
  ['a b', ''],
  ['...a, b', ''],
  ['a = 1', '"use strict"'],
  ['/*', '*/) {'],
  ['', 'super()'],
])
  try {
    new Function(p, b);
    console.log('ok');
  } catch (e) {
    console.log(e.name + ': ' + e.message);
  }
var cell = 1;
{
  let cell = 2;
  console.log(eval('cell'), eval('var viaEval = cell; viaEval'));
}
try {
  eval('let q = 1; throw q');
} catch (e) {
  console.log('thrown', e);
}
const arrow = () => eval('this === module.exports');
console.log(
  arrow.call(1),
  eval('typeof require'),
  eval('(() => typeof __filename)()'),
  (function () {
    return eval('new.target');
  })(),
  new (function () {
    this.t = eval('typeof new.target');
  })().t,
  (() => {
    try {
      return eval('arguments.length > 0');
    } catch (e) {
      return e.message;
    }
  })(),
);
class CE {
  x = eval('1 + 1');
  #p = 3;
  m() {
    return eval('this.#p');
  }
  static s = eval('this.name');
}
console.log(new CE().x, new CE().m(), CE.s);
