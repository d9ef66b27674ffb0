// A frame that compiled code took over in a loop is left by an exception, with no handler and with one.
function throwing(n, handled) {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += i;
    if (i === n - 1) {
      if (!handled) null.x;
      try {
        undefined.y;
      } catch (e) {
        return sum + e.message;
      }
    }
  }
}
for (let i = 0; i < 60; i++) {
  try {
    print(throwing(i, i & 1));
  } catch (e) {
    print(e.stack.split('\n').length + e.message);
  }
}
