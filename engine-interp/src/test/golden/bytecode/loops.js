function sum(n) {
  let total = 0;
  for (let i = 0; i < n; i++) total += i;
  while (total > 100) total -= 10;
  do { total--; } while (!total);
  return total;
}
function captured(out) {
  for (let i = 0; i < 3; i++) out.push(() => i);
}
function labels(o) {
  outer: for (const key in o) {
    for (const value of o[key]) {
      if (value) continue outer;
      break outer;
    }
  }
}
