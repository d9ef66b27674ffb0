// A syntax error: position and caret; nothing runs.
console.log('never');
function broken() {
  const a = 1;
  return a +;
}
