// Cellular automata printed as text: a glider in a torus, rule 110, Langton's ant.
const show = (grid) => grid.map((row) => row.map((c) => (c ? '#' : '.')).join('')).join('\n');
let grid = Array.from({ length: 8 }, () => Array(12).fill(0));
for (const [y, x] of [
  [0, 1],
  [1, 2],
  [2, 0],
  [2, 1],
  [2, 2],
])
  grid[y][x] = 1;
const at = (y, x) => grid.at(y % 8).at(x % 12);
for (let g = 0; g < 20; g++) {
  grid = grid.map((row, y) =>
    row.map((c, x) => {
      let n = -c;
      for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) n += at(y + dy, x + dx);
      return +(n === 3 || (c && n === 2));
    }),
  );
}
console.log(show(grid));
let line = [...('.'.repeat(60) + '#')];
for (let i = 0; i < 12; i++) {
  console.log(line.join(''));
  line = line.map((_, k) =>
    '.###.##.'[
      7 - parseInt([line[k - 1], line[k], line[k + 1]].map((c) => (c === '#' ? 1 : 0)).join(''), 2)
    ] === '#'
      ? '#'
      : '.',
  );
}
const black = new Set();
let [x, y, dir] = [0, 0, 0];
for (let i = 0; i < 3000; i++) {
  const key = `${x},${y}`;
  dir = (dir + (black.has(key) ? 3 : 1)) % 4;
  black.has(key) ? black.delete(key) : black.add(key);
  [x, y] = [
    [x, y - 1],
    [x + 1, y],
    [x, y + 1],
    [x - 1, y],
  ][dir];
}
console.log(black.size, x, y, [...black].slice(-3));
