// An uncaught TypeError: source line, caret, stack.
function inner(value) {
  return value.missing.property;
}
class Service {
  run() {
    return [1].map((n) => inner({ n }));
  }
}
console.log('before');
new Service().run();
console.log('never');
