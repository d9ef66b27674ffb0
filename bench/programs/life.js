// Conway's game of life: on arrays of arrays, on a Uint8Array, and as a Set of living cells.
'use strict';
const bench = require('../harness.js');
const generations = bench.size(270);

const SIZE = 64;

function arrays() {
  let grid = Array.from({ length: SIZE }, (_, y) => Array.from({ length: SIZE }, (_, x) => (x * 7 + y * 13) % 5 === 0));
  for (let g = 0; g < generations; g++) {
    grid = grid.map((row, y) =>
      row.map((alive, x) => {
        let neighbours = 0;
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) {
            if ((dx !== 0 || dy !== 0) && grid[(y + dy + SIZE) % SIZE][(x + dx + SIZE) % SIZE]) neighbours++;
          }
        }
        return neighbours === 3 || (alive && neighbours === 2);
      }),
    );
  }
  return grid.flat().filter(Boolean).length;
}

function bytes() {
  let now = new Uint8Array(SIZE * SIZE);
  let next = new Uint8Array(SIZE * SIZE);
  for (let i = 0; i < now.length; i++) now[i] = (i * 2654435761) >>> 31;
  for (let g = 0; g < generations; g++) {
    for (let y = 0; y < SIZE; y++) {
      const up = ((y + SIZE - 1) & 63) << 6;
      const at = y << 6;
      const down = ((y + 1) & 63) << 6;
      for (let x = 0; x < SIZE; x++) {
        const left = (x + 63) & 63;
        const right = (x + 1) & 63;
        const n =
          now[up + left] + now[up + x] + now[up + right] + now[at + left] + now[at + right] + now[down + left] + now[down + x] + now[down + right];
        next[at + x] = n === 3 || (n === 2 && now[at + x] === 1) ? 1 : 0;
      }
    }
    [now, next] = [next, now];
  }
  return now.reduce((a, b) => a + b, 0);
}

function cells() {
  let alive = new Set(['1,0', '2,1', '0,2', '1,2', '2,2', '10,10', '11,10', '12,10', '20,5', '21,5', '20,6', '21,6', '11,11']);
  for (let g = 0; g < generations; g++) {
    const neighbours = new Map();
    for (const cell of alive) {
      const [x, y] = cell.split(',').map(Number);
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          if (dx === 0 && dy === 0) continue;
          const key = `${x + dx},${y + dy}`;
          neighbours.set(key, (neighbours.get(key) ?? 0) + 1);
        }
      }
    }
    const next = new Set();
    for (const [cell, n] of neighbours) if (n === 3 || (n === 2 && alive.has(cell))) next.add(cell);
    alive = next;
  }
  return [...alive].sort().join(' ');
}

function run() {
  return [arrays(), bytes(), cells().length].join(' ');
}

bench.run('life', run, 6);
