// A reference error at top level.
const value = 1;
console.log(value);
console.log(valeu + 1);
