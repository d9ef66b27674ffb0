// A built-in that compiled code calls inline has done its work when its answer is looked at.
const ints = [];
const others = [];
function f(i) {
  ints.push(i);
  others.push('s' + i);
  return ints.length + others.length + 'abc'.charCodeAt(i % 4);
}
for (let i = 0; i < 200; i++) print(f(i));
