// Backtracking: eight queens on arrays and on bits, and a sudoku solver.
'use strict';
const bench = require('../harness.js');
const size = bench.size(12);

function queensOnArrays(n) {
  const columns = new Array(n).fill(false);
  const up = new Array(2 * n).fill(false);
  const down = new Array(2 * n).fill(false);
  let solutions = 0;
  const place = (row) => {
    if (row === n) {
      solutions++;
      return;
    }
    for (let column = 0; column < n; column++) {
      if (columns[column] || up[row + column] || down[row - column + n]) continue;
      columns[column] = up[row + column] = down[row - column + n] = true;
      place(row + 1);
      columns[column] = up[row + column] = down[row - column + n] = false;
    }
  };
  place(0);
  return solutions;
}

function queensOnBits(n, columns = 0, left = 0, right = 0) {
  const all = (1 << n) - 1;
  if (columns === all) return 1;
  let solutions = 0;
  for (let free = all & ~(columns | left | right); free !== 0; ) {
    const bit = free & -free;
    free ^= bit;
    solutions += queensOnBits(n, columns | bit, (left | bit) << 1, (right | bit) >> 1);
  }
  return solutions;
}

const PUZZLE = '53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79';
function sudoku(puzzle) {
  const cells = [...puzzle].map((c) => (c === '.' ? 0 : Number(c)));
  let tries = 0;
  const allowed = (at, value) => {
    const row = (at / 9) | 0;
    const column = at % 9;
    for (let i = 0; i < 9; i++) {
      if (cells[row * 9 + i] === value || cells[i * 9 + column] === value) return false;
      const box = (((row / 3) | 0) * 3 + ((i / 3) | 0)) * 9 + ((column / 3) | 0) * 3 + (i % 3);
      if (cells[box] === value) return false;
    }
    return true;
  };
  const solve = (at) => {
    while (at < 81 && cells[at] !== 0) at++;
    if (at === 81) return true;
    for (let value = 1; value <= 9; value++) {
      tries++;
      if (allowed(at, value)) {
        cells[at] = value;
        if (solve(at + 1)) return true;
        cells[at] = 0;
      }
    }
    return false;
  };
  solve(0);
  return `${cells.slice(0, 9).join('')} ${tries}`;
}

function run() {
  const solutions = [];
  for (let n = 5; n <= size; n++) solutions.push(queensOnArrays(n));
  for (let n = 5; n <= size + 1; n++) solutions.push(queensOnBits(n));
  return [solutions.join(','), sudoku(PUZZLE)].join(' ');
}

bench.run('queens', run, 5);
