// An unexpected end of input.
function open() {
  if (true) {
    return [1, 2;
