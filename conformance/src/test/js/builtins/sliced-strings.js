// Parts of longer strings, on which everything must work as on strings of their own.
'use strict';

const filler = 'The quick brown fox jumps over the lazy dog; 0123456789. '.repeat(8);

/** A string with others around it, as a part of the whole: the copy comes first. */
function forms(text, before, after) {
  const long = text + filler;
  const whole = before + filler + long + after;
  const start = before.length + filler.length;
  return [
    long,
    whole.slice(start, start + long.length),
    whole.substring(start, start + long.length),
    whole.substr(start, long.length),
    whole.slice(3).slice(0, -after.length || undefined).substring(start - 3),
    (whole + '').slice(start, whole.length - after.length),
  ];
}

let failures = 0;
function same(what, of, ...texts) {
  const results = texts.map((text) => {
    try {
      return JSON.stringify(of(text));
    } catch (error) {
      return String(error);
    }
  });
  results.forEach((result, i) => {
    if (result !== results[0]) {
      failures++;
      console.log('different:', what, i, results[0].slice(0, 60), result.slice(0, 60));
    }
  });
  console.log(what, results[0].length > 90 ? results[0].slice(0, 90) + '... ' + results[0].length : results[0]);
}

const surroundings = [['x', 'y'], ['a1_', '\n'], ['\ud83d', '\ude00'], ['\r\n', '\u4e2d'], ['', '']];

function all(name, text, of) {
  for (const [before, after] of surroundings) {
    same(name + ' ' + JSON.stringify(before), of, ...forms(text, before, after));
  }
}

const text = 'alpha beta\ngamma \u00e9t\u00e9 [one](two) --- ## alpha 12:34 ';

// Strings
all('char', text, (s) => [s.length, s[0], s[7], s.at(-1), s.charAt(5), s.charCodeAt(18), s.codePointAt(19), s[9999], s.charCodeAt(-1)]);
all('search', text, (s) => [
  s.indexOf('alpha'), s.indexOf('alpha', 1), s.indexOf('dog', 400), s.indexOf(''), s.indexOf('', 1e6), s.indexOf('nowhere'),
  s.lastIndexOf('alpha'), s.lastIndexOf('The'), s.includes('gamma'), s.includes('gamma', 12), s.startsWith('alpha'),
  s.startsWith('beta', 6), s.endsWith('9. '), s.endsWith('beta', 10), s.startsWith(''), s.endsWith(s), s.startsWith(s + 'a'),
]);
all('part', text, (s) => [s.slice(2, 9), s.slice(-5), s.substring(9, 2), s.substr(-8, 4), s.slice(9, 2), s.slice(20).slice(30, -40).slice(1).length]);
all('trim', '  \t' + text, (s) => [s.trim().length, s.trimStart().slice(0, 5), s.trimEnd().length, s.slice(3, 300).trim()]);
all('forms', text, (s) => [s.toUpperCase(), s.normalize('NFD').length, s.padEnd(600, '*').length, s.repeat(2).length, s.concat('!', s).length]);
all('split', text, (s) => [s.split('\n', 1), s.split(' ').length, s.split('fox')[1], s.split('').length, [...s].length, Array.from(s.slice(0, 300)).length]);
all('replace', text, (s) => [s.replace('alpha', '<$&$`>').slice(0, 20), s.replaceAll('alpha', 'b').length, s.replace('nowhere', '') === s, s.replace('beta', (m, i, t) => m + i + t.length).slice(0, 30)]);
all('compare', text, (s) => {
  const copy = [...s].join('');
  return [s === copy, copy == s, s < copy, s <= copy, s > 'alpha', s < 'b', Object.is(s, copy), new Set([s, copy]).size,
    new Map([[s, 1]]).get(copy), { [s]: 2 }[copy], [s].indexOf(copy), [s].includes(copy), s === copy + '', s === s.slice(1)];
});
all('concatenate', text, (s) => [(s + s).length, (s + 1 + s).slice(500, 520), `${s}|${s}`.length, [s, s].join('+').length, (s.slice(1) + s.slice(0, 300)).slice(490, 510)]);
all('elsewhere', text, (s) => [typeof s, JSON.stringify(s).length, JSON.parse(JSON.stringify({ s })).s === s, encodeURIComponent(s).length,
  Buffer.from(s).length, Object.keys(s).length, Number(s), parseInt(s, 36), new String(s).length, Object(s)[3], s in { [s]: 1 }, escape(s).length]);
all('eval', text, (s) => new Function('return ' + JSON.stringify(s))() === s);

// Regular expressions: where a part ends the input ends
all('anchors', text, (s) => [s.search(/^alpha/), s.search(/^beta/), /^gamma/m.exec(s).index, /\. $/.exec(s).index, /dog$/.test(s), /$/.exec(s).index,
  /(?:^|,)a/.exec(s).index, /9\. $/m.test(s), s.match(/^/gm).length, s.match(/$/gm).length]);
all('boundaries', text, (s) => [s.match(/\b\w/g).length, /\B/.exec(s).index, s.search(/\balpha\b/), /\b$/.test(s), /\B$/.test(s), s.match(/\b/g).length]);
all('lookaround', text, (s) => [/(?<=^)a/.exec(s).index, s.search(/(?<!.)a/s), s.search(/(?<![^])./), s.search(/(?<=alpha )\S/), /(?!.)/s.exec(s).index,
  s.search(/(?<=x)alpha/), /\s(?=$)/.exec(s).index, s.search(/(?<=(\w+)) (?=\1)/)]);
all('sticky', text, (s) => {
  const sticky = /\w+|\s+|[^\w\s]+/y;
  const tokens = [];
  for (let m; (m = sticky.exec(s)); ) tokens.push(m[0].length, m.index, sticky.lastIndex);
  const at = /beta/y;
  at.lastIndex = 6;
  return [tokens.length, tokens.slice(0, 24), at.test(s), at.lastIndex, at.test(s), at.lastIndex];
});
all('global', text, (s) => {
  const global = /o\w/g;
  const seen = [];
  while (global.test(s)) seen.push(global.lastIndex);
  global.lastIndex = s.length;
  seen.push(global.exec(s), global.lastIndex);
  global.lastIndex = s.length + 1;
  return [seen, global.exec(s), global.lastIndex, s.match(/a(.)/g).slice(0, 4), [...s.matchAll(/(?<first>[aeiou])(\w)/g)].map((m) => m.index + m.groups.first + m[2]).slice(0, 9)];
});
all('groups', text, (s) => {
  const m = /(?<word>\w+) (?<other>\w+)|(never)/d.exec(s);
  return [m, m.index, m.input === s, m.groups, m.indices, m.indices.groups, RegExp.$1, RegExp.lastMatch, RegExp.leftContext.length, RegExp.rightContext.length, RegExp.input.length];
});
all('long captures', text, (s) => {
  const m = /^(alpha[^]{300})([^]*)(\. )$/.exec(s);
  return [m.map((part) => part.length), m[2].slice(-9), m[0] === s, m[1].startsWith('alpha'), /^\w+/.exec(m[2])?.index, m[2].replace(/^.../, '').length];
});
all('backwards', text, (s) => [/(\w)\1/.exec(s)?.index, /(?<=\1(\w))t/.exec(s)?.index, s.match(/(.)\1/gi), /(\w+) [^]*\b\1\b/.exec(s)[1], /(?:(alpha)[^]*){2}/.exec(s).index]);
all('replacing', text, (s) => [s.replace(/^alpha /, ''), s.replace(/(\w+) (\w+)/, '$2 $1|$`|').slice(0, 30), s.replace(/o/g, '0').slice(0, 80),
  s.replace(/[aeiou]/g, (m, i, t) => (i % 7 ? m : t.length)).length, s.replace(/nowhere/g, '-') === s, s.replace(/$/, '!').slice(-4), s.replace(/^/gm, '> ').slice(0, 20)].join('\n'));
all('splitting', text, (s) => [s.split(/\s+/).length, s.split(/(,|;)/).length, s.split(/^/m).map((line) => line.length), s.split(/\b/, 5), s.split(/(?:)/u).length]);
all('nothing', text, (s) => [/zz/.exec(s), /zz/.test(s), s.match(/zz/g), s.search(/zz/), /^[^]{9999}/.test(s), /x{3}$/.exec(s)]);

all('one place', text, (s) => [s.replace('beta', 'b'), s.replace('beta', ''), s.replace('beta', "<$&$`$'>").length, s.replace('', 'front').slice(0, 9), s.replace(s, 'all'),
  s.replace('beta', (m, i, t) => [m, i, t === s]).slice(0, 24), s.replace(/be(ta)/, '$1').slice(0, 12), s.replace(/^alpha/, '').length, s.replace(/^[^]*$/, '-'),
  s.replace('beta', s).replace('beta', '').length, s.replace(/(?<=a )be/, 'x').replace('xta', 'y').slice(0, 12)]);

// Pairs of surrogates that an end of the part cuts
const pair = '\ud83d\ude00';
for (const [name, of] of Object.entries({
  plain: (s) => [s.length, s.charCodeAt(0), s.codePointAt(0), s.codePointAt(s.length - 1), s.at(-1), [...s].length, s.isWellFormed(), s.toWellFormed().charCodeAt(0)],
  unicode: (s) => [/^./u.exec(s)[0].length, /.$/u.exec(s)[0].length, /^\udE00/u.test(s), /\ud83d$/u.test(s), /\p{L}/u.exec(s).index, s.match(/./gu).length, /^[^a]/u.exec(s)[0].length, /[^a]$/u.exec(s)[0].length],
  behind: (s) => [/(?<=^(.))./su.exec(s)[1].length, /(?<=^.)[^]/u.exec(s).index, /(?<!^)./su.exec(s).index, /.(?=.$)/su.exec(s).index, /\B/u.exec(s).index],
  folding: (s) => [/^(.)[^]*\1$/iu.test(s), /(.)$/iu.exec(s)[1].length, /^(.)\1?/iu.exec(s)[0].length, /(?:.|\u{1f600})$/u.exec(s)[0].length],
  stepping: (s) => {
    const sticky = /./suy;
    const places = [];
    while (sticky.test(s)) places.push(sticky.lastIndex);
    const inside = /[^]/gu;
    inside.lastIndex = 1;
    return [places.length, places[0], places.at(-1), inside.exec(s).index, s.replace(/(?:)/gu, '-').length, s.split(/(?:)/u).length];
  },
})) {
  const whole = pair + filler + pair + pair;
  for (const [from, to] of [[0, 0], [1, 0], [0, 1], [1, 1], [1, 2], [1, 3]]) {
    const end = whole.length - to;
    same(name + ' ' + from + ' ' + to, of, Array.from({ length: end - from }, (_, i) => whole[from + i]).join(''), whole.slice(from, end), whole.substring(from, end));
  }
}

// What is dealt with is cut off, again and again
let source = filler.repeat(20) + '\u4e2d';
const counts = {};
while (source) {
  const cap = /^(?:(?<space>\s+)|(?<word>[a-z]+)|(?<number>\d+)|(?<other>.))/i.exec(source);
  const kind = Object.keys(cap.groups).find((name) => cap.groups[name] !== undefined);
  counts[kind] = (counts[kind] ?? 0) + 1;
  source = source.substring(cap[0].length);
}
console.log(counts);
let back = filler.repeat(20);
let cut = 0;
while (/\w+\W*$/.test(back.slice(-40))) {
  back = back.slice(0, back.length - RegExp.lastMatch.length);
  cut++;
}
console.log(cut, back.length, failures, 'failures');
