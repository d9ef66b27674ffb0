// The variable of a loop head keeps its last value when the iteration ends.
function lastKey(object) {
  let key = 'before';
  for (key in object);
  return key;
}
function lastValue(iterable) {
  let value = 0.5;
  for (value of iterable);
  return value;
}
for (let i = 0; i < 100; i++) {
  print([lastKey({}), lastKey({ a: i }), lastValue([]), lastValue([1, i]), lastValue('ab')].join());
}
