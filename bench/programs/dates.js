// Calendar work in UTC: parsing, formatting, field access, differences, recurring events.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(100);

const DAY = 86400000;
const pad = (n, width = 2) => String(n).padStart(width, '0');
const format = (date) =>
  `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())} ${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;

function weekNumber(date) {
  const day = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  return Math.ceil(((day - Date.UTC(day.getUTCFullYear(), 0, 1)) / DAY + 1) / 7);
}

function easter(year) {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return new Date(Date.UTC(year, Math.floor((h + l - 7 * m + 114) / 31) - 1, ((h + l - 7 * m + 114) % 31) + 1));
}

function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    const first = new Date(`20${pad(round % 100)}-01-31T10:20:30.456Z`);
    for (let i = 0; i < 366; i++) {
      const date = new Date(first.getTime() + i * DAY * 1.5);
      const text = format(date);
      checksum = (checksum * 31 + text.charCodeAt(9) + text.length + weekNumber(date)) | 0;
      const iso = date.toISOString();
      if (Date.parse(iso) !== date.getTime()) throw new Error(iso);
      checksum = (checksum + JSON.stringify({ date }).length) | 0;
    }
    for (let year = 1900; year < 2000; year++) checksum = (checksum + Math.floor(easter(year + round).getTime() / DAY)) | 0;
    const monthly = new Date(first);
    for (let i = 0; i < 120; i++) {
      monthly.setUTCMonth(monthly.getUTCMonth() + 1, 1);
      checksum = (checksum + monthly.getUTCDay()) | 0;
    }
  }
  return [checksum, easter(2024).toISOString()].join(' ');
}

bench.run('dates', run, 5);
