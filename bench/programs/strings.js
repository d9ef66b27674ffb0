// Building, searching, splitting and joining strings.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(80);

const WORDS = 'the quick brown fox jumps over the lazy dog while seven wizards quietly judge my boxing'.split(' ');

function hash(text) {
  let h = 0;
  for (let i = 0; i < text.length; i++) h = (h * 31 + text.charCodeAt(i)) | 0;
  return h;
}

function build(count, seed) {
  let text = '';
  for (let i = 0; i < count; i++) {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    text += WORDS[seed % WORDS.length];
    text += i % 11 === 10 ? '.\n' : ' ';
  }
  return text;
}

const capitalize = (word) => word[0].toUpperCase() + word.slice(1);

function reverse(text) {
  let result = '';
  for (const c of text) result = c + result;
  return result;
}

function isPalindrome(text) {
  for (let i = 0, j = text.length - 1; i < j; i++, j--) if (text[i] !== text[j]) return false;
  return true;
}

function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    const text = build(3000, round);
    checksum = (checksum + hash(text)) | 0;

    const lines = text.split('\n');
    const title = lines.map((line) => line.split(' ').filter(Boolean).map(capitalize).join(' ')).join('\n');
    checksum = (checksum + title.length + hash(title.slice(0, 500))) | 0;

    let found = 0;
    for (let at = text.indexOf('fox'); at >= 0; at = text.indexOf('fox', at + 1)) found += at & 15;
    checksum = (checksum + found) | 0;

    for (const line of lines) {
      if (line.startsWith('the') || line.endsWith('dog.')) checksum++;
      if (line.includes('wizards quietly')) checksum += 2;
      checksum = (checksum + line.trim().padStart(90, '-').lastIndexOf('-')) | 0;
    }

    const reversed = reverse(text.substring(0, 2000));
    checksum = (checksum + hash(reversed)) | 0;
    for (let i = 0; i < 500; i++) {
      const digits = String(i * 11 + round);
      if (isPalindrome(digits)) checksum++;
      checksum = (checksum + digits.concat('x').repeat(3).length) | 0;
    }

    let rope = '';
    for (let i = 0; i < 3000; i++) rope = (i & 1) === 0 ? rope + i : i + rope;
    checksum = (checksum + hash(rope)) | 0;

    const letters = {};
    for (const c of text) letters[c] = (letters[c] ?? 0) + 1;
    checksum = (checksum + letters.e * 3 + letters.o) | 0;
  }
  return checksum;
}

bench.run('strings', run, 5);
