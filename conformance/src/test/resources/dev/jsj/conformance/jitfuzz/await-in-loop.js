// Compiled code that took over an async function in a loop is suspended there.
async function f(n) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < 20; k++) sum += k;
    sum += await i;
    for await (const v of [i, Promise.resolve(1)]) sum += v;
  }
  return sum;
}
function* g(n) {
  for (let i = 0; i < n; i++) if (i % 3 === 0) yield i;
}
for (let i = 0; i < 30; i++) f(i).then(print);
print([...g(200)].join());
