// Regular expressions one by one: each is run for some seconds (first argument, default 1); printed are the milliseconds of
// the best run. A second argument chooses by name. In jsj or Node.
'use strict';
const seconds = Number(process.argv[2] || 1);
const only = process.argv[3];

function time(name, work) {
  if (only && !name.includes(only)) return;
  const end = performance.now() + 1000 * seconds;
  let best = Infinity;
  for (let i = 0, start; (start = performance.now()) < end; i++) {
    work(i);
    best = Math.min(best, performance.now() - start);
  }
  console.log(`${name.padEnd(34)} ${best.toFixed(2).padStart(8)}`);
}

function repeat(count, work) {
  return (run) => {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += Number(work(i + run));
    return sum;
  };
}

const LINE =
  /^(?<ip>\d{1,3}(?:\.\d{1,3}){3}) - (?<user>\w+|-) \[(?<day>\d\d)\/(?<month>\w{3})\/(?<year>\d{4}):(\d\d):(\d\d):(\d\d)\] "(?<method>GET|POST|PUT|DELETE) (?<path>[^ "]+) HTTP\/1\.\d" (?<status>\d{3}) (?<size>\d+)$/;
const EMAIL = /^[\w.+-]+@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}$/i;
const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?)|([A-Za-z_$][\w$]*)|("(?:[^"\\]|\\.)*")|([+\-*\/%=<>!&|]{1,2}|[(){}\[\],;.]))/y;
const CSV = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;

const line = '10.1.7.1 - user3 [11/Jan/2024:10:11:11] "POST /items/33?q=99 HTTP/1.1" 251 561';
const code =
  'function area(radius) { let r2 = radius * radius; if (r2 >= 1.5e3) { return "big \\"one\\""; } return 3.14159 * r2 + offset[0]; }\n'.repeat(
    5,
  );
const words = 'lorem ipsum dolor sit amet '.repeat(2000) + 'needle';
const page = '<div class="a">text <b>bold</b> more</div>'.repeat(200);
const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function count(pattern, text) {
  pattern.lastIndex = 0;
  let found = 0;
  for (let match; (match = pattern.exec(text)) !== null && match[0] !== ''; ) found++;
  return found;
}

time('exec, 12 groups, 8 names', repeat(20000, () => LINE.exec(line).index));
time('test, the same pattern', repeat(20000, () => LINE.test(line)));
time('test, digits', repeat(100000, () => /^\d+$/.test('1234567')));
time('test, e-mail address', repeat(20000, () => EMAIL.test('first.last+1@mail-7.example.org')));
time('exec, sticky tokens', repeat(60, () => count(TOKEN, code)));
time('exec, CSV fields', repeat(4000, () => count(CSV, 'a,"b ""q"" c",123,,x')));
time('replace, function', repeat(400, () => code.replace(/\b(r2|radius)\b/g, (name, _, at) => name + at).length));
time('replace, escape', repeat(20000, () => '<Item> "1" & 2'.replace(/[&<>"]/g, (c) => escapes[c]).length));
time('replace, trim', repeat(40000, () => '   hello world   '.replace(/^\s+|\s+$/g, '').length));
time('replace, lazy and back reference', repeat(20, () => page.replace(/<(\w+)[^>]*?>(.*?)<\/\1>/g, '$2').length));
time('replace, look-around', repeat(400, () => code.replace(/(?<=\{)\s+|\s+(?=\})/g, '').length));
time('split', repeat(600, () => code.split(/[\s;]+/).length));
time('matchAll, back reference', repeat(200, () => [...code.matchAll(/(\w)\w*?(\1)/g)].length));
time('match, unicode', repeat(400, () => code.match(/[^\x00-\x7f]|[aeiou]{2}/gu).length));
time('match, alternatives', repeat(5, (i) => words.slice(i).match(/\b(?:lorem|dolor|amet|foo|bar)\b/g).length));
time('match, ignoring case', repeat(5, (i) => words.slice(i).match(/IPSUM|Sit/gi).length));
time('test, .* before a text', repeat(60, () => /.*needle/.test(words)));
time('test, nested loops, no match', repeat(20, () => /^(?:(a|ab)(c|bcd)?)*x$/.test('abcdabcd'.repeat(20))));
