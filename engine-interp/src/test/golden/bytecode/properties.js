function properties(o, k, v) {
  o.a = o.b; o[k] = v; o.length; o[0]; o["x"]; o["1"] = 1;
  o.a += 1; o[k]++; o.c ??= v;
  delete o.a; delete o[k];
  return k in o && o instanceof k;
}
