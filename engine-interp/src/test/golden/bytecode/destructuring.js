function destructuring(o, [a, , b = 1, ...c], { d, e: { f } = {}, [a]: g, ...h } = {}, ...rest) {
  var x, y;
  [x, y] = [y, x];
  ({ x, y: o.z, z: o[x] = 2 } = o);
  for (const [k, v] of rest) k(v);
}
