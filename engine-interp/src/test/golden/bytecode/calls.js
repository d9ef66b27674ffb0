function calls(f, o, list) {
  f(); f(1); f(1, 2); f(1, 2, 3); f(1, 2, 3, 4);
  o.m(); o.m(1); o[f](1, 2); o.m(1, 2, 3); o.m(1, 2, 3, 4);
  f(...list); o.m(0, ...list); new f(...list);
  new f(1); o?.m?.(1); (o?.m)();
  eval("f"); eval(...list);
  return f`a${o}b`;
}
