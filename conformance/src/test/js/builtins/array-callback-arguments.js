// What callbacks of array functions see of their arguments, whether or not they are compiled.
'use strict';
const a = [5, 6, 7];
function strict() { return arguments.length; }
const sloppy = new Function('x', "return arguments.length + ':' + arguments[1]");
const rest = (...all) => all.length;
const byDefault = (x, i = 9) => x + i;
const first = (x) => x;
const dynamic = (x) => eval('x + 1');

for (let n = 0; n < 3000; n++) {
  const seen = [
    a.map(strict),
    a.map(sloppy),
    a.map(rest),
    a.map(byDefault),
    a.map(first),
    a.map(dynamic),
    a.filter((x, i) => i > 0),
    a.find((x, i, all) => all === a && i === 2),
    a.findLastIndex((x, i) => i === 1),
    a.flatMap((x, i) => [x, i]),
    a.reduce((sum, x) => sum + x),
    a.reduce((sum, x, i) => sum + x * i, 0),
    a.reduce(strict, 0),
    a.reduceRight((text, x) => text + '-' + x),
    a.map(Math.abs),
    ['1', '2', '3'].map(parseInt),
  ];
  if (n % 1500 === 0 || n === 2999) console.log(JSON.stringify(seen));
}
