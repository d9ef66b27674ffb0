// An assignment to arguments[0] changes the parameter, in compiled code too.
const object = { m() { return 1; } };
function f(p) {
  for (let i = 0; i < 5; i++) {
    for (let k = 0; k < 5; k++) arguments[0] = i;
    try {
      print(p.m());
    } catch (e) {
      print(e.message + p);
    }
    p = i * 10;
    print(arguments[0]);
  }
}
for (let i = 0; i < 6; i++) f(i < 3 ? undefined : object);
