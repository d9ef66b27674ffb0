// Methods that built-in operations look up, replaced and put back several times.
const text = 'a,b,a';
function useRegExp() { return [/a/.test(text), text.replace(/a/g, 'x'), text.split(/,/), text.match(/b/)?.[0]]; }
const exec = RegExp.prototype.exec;
for (let round = 0; round < 4; round++) {
  RegExp.prototype.exec = function () { return null; };
  console.log(useRegExp());
  RegExp.prototype.exec = exec;
  console.log(useRegExp());
}

function useArray() {
  const [first] = [5];
  const seen = [];
  for (const value of [1, 2]) seen.push(value);
  return [first, [...'ab'], [...[1, 2]], seen, Math.max(...[3, 4]), new Set([1, 2]).size, Array.from([7])];
}
const values = Array.prototype[Symbol.iterator];
for (let round = 0; round < 4; round++) {
  Array.prototype[Symbol.iterator] = function* () { yield 'mine'; };
  const mine = useArray();
  Array.prototype[Symbol.iterator] = values;
  console.log(mine, useArray());
}

const iterators = Object.getPrototypeOf([][Symbol.iterator]());
const { next } = iterators;
for (let round = 0; round < 4; round++) {
  iterators.next = () => ({ done: true });
  const none = useArray();
  iterators.next = next;
  console.log(none, useArray());
}

iterators.return = undefined;
for (let round = 0; round < 4; round++) {
  iterators.return = undefined;
  let [closed] = [round];
  iterators.return = () => { closed = 'closed'; return {}; };
  const [first] = [round];
  console.log(first, closed);
}
delete iterators.return;
console.log(useArray());
