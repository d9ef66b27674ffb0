function cleanup(f) {
  for (;;) {
    try {
      if (f()) return 1;
      if (f(2)) break;
      try { f(3); } catch ({ message }) { f(message); }
      continue;
    } catch (e) {
      f(() => e);
      throw e;
    } finally {
      f(4);
    }
  }
}
function resources(a) {
  using x = a();
  const y = x;
  y = 1;
  return z; let z = y;
}
async function asyncResources(a) {
  await using x = a();
}
