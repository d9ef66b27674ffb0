// JSON.parse and JSON.stringify of records, with and without revivers, replacers and indentation; and a JSON parser in JS.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(38);

function record(i) {
  return {
    id: i,
    name: 'Item number ' + i,
    price: i * 1.25,
    tags: ['alpha', 'beta', i % 2 ? 'odd' : 'even'],
    nested: { active: i % 3 === 0, note: i % 5 === 0 ? null : 'line\n"quoted" \u00e9\u4e2d', position: [i, -i, i / 7] },
  };
}

function parse(text) {
  let at = 0;
  const space = () => {
    while (text.charCodeAt(at) <= 32) at++;
  };
  function value() {
    space();
    const c = text[at];
    if (c === '{') {
      at++;
      const object = {};
      space();
      while (text[at] !== '}') {
        const key = value();
        space();
        at++;
        object[key] = value();
        space();
        if (text[at] === ',') {
          at++;
          space();
        }
      }
      at++;
      return object;
    }
    if (c === '[') {
      at++;
      const array = [];
      space();
      while (text[at] !== ']') {
        array.push(value());
        space();
        if (text[at] === ',') at++;
      }
      at++;
      return array;
    }
    if (c === '"') {
      let result = '';
      at++;
      for (let d; (d = text[at++]) !== '"'; ) {
        if (d === '\\') {
          d = text[at++];
          result += d === 'n' ? '\n' : d;
        } else result += d;
      }
      return result;
    }
    for (const [word, constant] of [['true', true], ['false', false], ['null', null]]) {
      if (text.startsWith(word, at)) {
        at += word.length;
        return constant;
      }
    }
    const from = at;
    while (at < text.length && '+-.eE0123456789'.includes(text[at])) at++;
    return Number(text.slice(from, at));
  }
  return value();
}

function run() {
  let checksum = 0;
  const records = Array.from({ length: 150 }, (_, i) => record(i));
  for (let round = 0; round < rounds; round++) {
    records[round % 150].id += round;
    for (let i = 0; i < 8; i++) {
      const text = JSON.stringify(records);
      const copy = JSON.parse(text);
      checksum = (checksum + text.length + copy[round % 150].id + copy[7].tags.length) | 0;
    }
    const pretty = JSON.stringify(records, (key, value) => (key === 'price' ? undefined : value), 2);
    checksum = (checksum + pretty.length) | 0;
    const revived = JSON.parse(pretty, (key, value) => (typeof value === 'number' ? value | 0 : value));
    checksum = (checksum + revived[3].nested.position[2]) | 0;
    const own = parse(JSON.stringify(records.slice(0, 60)));
    checksum = (checksum + own.length + own[5].nested.position[0] + own[6].nested.note.length) | 0;
  }
  return checksum;
}

bench.run('json', run, 5);
