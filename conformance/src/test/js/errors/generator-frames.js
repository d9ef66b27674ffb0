// How generators stand in stack traces: the method that resumed them, and where the caller's position is.
const show = (error) => {
  const frames = error.stack.split('\n').slice(1).filter((line) => !line.includes('node:internal'));
  console.log(frames.map((line) => line.trim().replace(/\(?\/.*\//, '').replace(/\)$/, '')).join(' | '));
};
const run = (action) => {
  try {
    action();
  } catch (error) {
    show(error);
  }
};
function* numbers() {
  yield 1;
  throw new Error('at the second');
}
function* outer() {
  yield* numbers();
}
const object = {
  *method() {
    throw new Error('method');
  },
};
run(() => { for (const entry of numbers()) entry; });
run(() => { let b; for (b of numbers()) b; });
run(() => { let b = {}; for (b.c of numbers()) b; });
run(() => { for (const { x: y } of numbers()) y; });
run(() => { const [first, second] = numbers(); });
run(() => { for (const a of { [Symbol.iterator]() { return { next() { throw new Error('mine'); } }; } }) a; });
run(() => { for (const a of { [Symbol.iterator]() { return { next() { return 5; } }; } }) a; });
run(() => { [...outer()]; });
run(() => { object.method().next(); });
run(() => { (function* () { throw new Error('anonymous'); })().next(); });
(async () => {
  async function* failing() {
    throw new Error('at once');
  }
  try {
    for await (const value of failing()) value;
  } catch (error) {
    show(error);
  }
})();
