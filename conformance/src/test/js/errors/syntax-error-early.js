// An early error found by the parser.
console.log('never');
let twice = 1;
let twice = 2;
