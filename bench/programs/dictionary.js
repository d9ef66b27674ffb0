// Objects as dictionaries: word counts, string keys made at run time, delete, in, for-in, integer-like keys.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(42);

const syllables = ['ka', 'to', 'mi', 'ra', 'ne', 'so', 'lu', 'vi', 'po', 'da', 'shi', 'en'];
function word(seed) {
  let text = '';
  for (let n = seed % 2147; n > 0; n = (n / 12) | 0) text += syllables[n % 12];
  return text;
}

function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    const counts = {};
    for (let i = 0; i < 6000; i++) {
      const key = word((i * 31 + round) % 5003);
      if (key in counts) counts[key]++;
      else counts[key] = 1;
    }
    for (const key in counts) if (counts[key] > 2) checksum = (checksum + key.length * counts[key]) | 0;
    for (const key of Object.keys(counts)) if (key.length > 6) delete counts[key];
    checksum = (checksum + Object.keys(counts).length) | 0;

    const inverted = Object.create(null);
    for (const [key, count] of Object.entries(counts)) (inverted[count] ??= []).push(key);
    for (const count in inverted) checksum = (checksum * 3 + Number(count) + inverted[count].length) | 0;

    const table = {};
    for (let i = 0; i < 1500; i++) table['row' + (i % 300) + ':' + (i % 7)] = i;
    let sum = 0;
    for (let i = 0; i < 300; i++) for (let k = 0; k < 7; k++) sum += table['row' + i + ':' + k] ?? 0;
    checksum = (checksum + sum) | 0;

    const sparse = {};
    for (let i = 0; i < 800; i++) sparse[(i * 7919) % 100003] = i;
    let order = 0;
    for (const key in sparse) order = (order * 5 + sparse[key]) | 0;
    checksum = (checksum + order) | 0;
    if (Object.hasOwn(table, 'row5:5') && !('nothing' in table) && !table.hasOwnProperty('x')) checksum++;
  }
  return checksum;
}

bench.run('dictionary', run, 5);
