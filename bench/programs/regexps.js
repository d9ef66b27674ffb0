// Regular expressions at everyday work: log lines, tokens, validation, replacement with functions.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(200);

const LINE =
  /^(?<ip>\d{1,3}(?:\.\d{1,3}){3}) - (?<user>\w+|-) \[(?<day>\d\d)\/(?<month>\w{3})\/(?<year>\d{4}):(\d\d):(\d\d):(\d\d)\] "(?<method>GET|POST|PUT|DELETE) (?<path>[^ "]+) HTTP\/1\.\d" (?<status>\d{3}) (?<size>\d+)$/;
const TOKEN = /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?)|([A-Za-z_$][\w$]*)|("(?:[^"\\]|\\.)*")|([+\-*\/%=<>!&|]{1,2}|[(){}\[\],;.]))/y;
const EMAIL = /^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/i;

function logLine(i) {
  const day = String(1 + (i % 28)).padStart(2, '0');
  const method = ['GET', 'POST', 'PUT', 'DELETE'][i & 3];
  return `10.${i & 255}.${(i * 7) & 255}.1 - user${i % 13} [${day}/Jan/2024:10:${day}:11] "${method} /items/${i}?q=${i * 3} HTTP/1.1" ${200 + (i % 5) * 51} ${i * 17}`;
}

const CODE =
  'function area(radius) { let r2 = radius * radius; if (r2 >= 1.5e3) { return "big \\"one\\""; } return 3.14159 * r2 + offset[0]; }\n'.repeat(
    5,
  );

function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < 300; i++) {
      const match = LINE.exec(logLine(i + round * 300));
      const { status, size, path } = match.groups;
      checksum = (checksum + Number(status) + Number(size) + path.length) | 0;
    }

    TOKEN.lastIndex = 0;
    for (let match; (match = TOKEN.exec(CODE)) !== null; ) {
      for (let kind = 1; kind <= 4; kind++) {
        if (match[kind] !== undefined) checksum = (checksum * 3 + kind + match[kind].length) | 0;
      }
    }

    for (let i = 0; i < 300; i++) {
      const address = i % 3 === 0 ? `bad..${i}@x` : `first.last+${i}@mail-${i % 7}.example.org`;
      if (EMAIL.test(address)) checksum++;
    }

    const text = CODE.replace(/\b(r2|radius)\b/g, (name, _group, at) => name.toUpperCase() + (at & 3));
    checksum = (checksum + text.length) | 0;
    checksum = (checksum + CODE.split(/[\s;]+/).length) | 0;
    checksum = (checksum + [...CODE.matchAll(/(\w)\w*?(\1)/g)].length) | 0;
    checksum = (checksum + 'aaaaaaaaaaaaaaaaaaaaaaab'.replace(/(a+)+b/, '$1').length) | 0;
    checksum = (checksum + CODE.replace(/(?<=\{)\s+|\s+(?=\})/g, '').length) | 0;
    checksum = (checksum + (CODE.match(/[^\x00-\x7f]|[aeiou]{2}/gu) ?? []).length) | 0;
    const camel = 'some-long-css-property-name-that-goes-on'.replace(/-([a-z])/g, (_, c) => c.toUpperCase());
    checksum = (checksum + camel.length) | 0;
  }
  return checksum;
}

bench.run('regexps', run, 6);
