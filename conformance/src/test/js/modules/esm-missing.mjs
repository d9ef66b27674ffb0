// A module that does not exist.
console.log('never');
import './lib/not-there.mjs';
