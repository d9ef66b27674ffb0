function* numbers(a) {
  try { const sent = yield a; yield* sent; } finally { yield; }
}
async function waits(p) {
  for await (const x of p) { if (await x) break; }
  return () => this;
}
async function* both(p) {
  yield p; yield* p; return p;
}
