// Array.prototype.sort without a comparator: by code units of the strings, holes and undefined last.
'use strict';
const words = ['b', 'a', 'é', '\u{1f600}', '\uffff', '', 'B', 'aa', 'z'];
let long = '';
for (let i = 0; i < 30; i++) long += 'k' + i;

console.log(JSON.stringify(words.slice().sort()));
console.log(JSON.stringify([...words, undefined, 1, 10, 9, null, true].sort()));
console.log([3, , 1, undefined].sort(), [10, 9, 1, -1, 1e21, 0.5].sort());
console.log([long, 'k0', long + 'a', 'j'].sort());
console.log([{ toString: () => 'b' }, 'c', 'a'].sort().map(String));
