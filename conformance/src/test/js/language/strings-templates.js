// Template literals, tags, raw strings, escapes, line continuations, unicode.
const tag = (s, ...v) => ({ cooked: [...s], raw: [...s.raw], v });
const n = 3;
console.log(
  `a${n}b${n + 1}c`,
  `multi
line`,
  `nested ${`inner ${n}`}`,
  tag`x${1}\n${2}\u{41}`,
  tag`\unicode and \xerxes`,
  String.raw`\n${n}\t`,
  `\${}`,
  `${[1, 2]} ${{}} ${null} ${() => 1}`,
);
const same = () => tag2`a${1}`;
function tag2(s) {
  return s;
}
console.log(same() === same(), Object.isFrozen(same()), tag2`a` === tag2`a`);
console.log(
  '\x41\u0042\u{43}\n\t\\\'"',
  'line \
continued',
  '\0'.length,
  '\u{1F600}'.length,
  [...'\u{1F600}'].length,
  'caf\u00e9' === 'café',
  'e\u0301'.normalize() === 'é',
  '\v\f\b'.length,
);
console.log(
  `${1}${2}`,
  ``.length,
  `\r\n`.length,
  (() => `this ${typeof this}`)(),
  ((x) => x`y`)((s) => s.raw[0]),
  new (class {
    t(s) {
      return this.v + s[0];
    }
    v = 1;
  })().t`q`,
);
console.log(
  '\101\60',
  '\8',
  'a' + `b` + 'c',
  'abc'[1],
  'abc'[5],
  'abc'.length,
  'a\u2028b'.length,
  `\u{0}`.charCodeAt(0),
);
const o = {
  f(s, ...v) {
    return this.k + s.join('|') + v;
  },
  k: 'K',
};
console.log(o.f`1${2}3`, o['f']`x`, tag`${0}`.cooked, tag``.raw);
try {
  `${Symbol('x')}`;
} catch (e) {
  console.log(e.message);
}
console.log(
  `a
b`.split('\n').length,
  String.raw({ raw: ['x', 'y', 'z'] }, 1, 2, 3),
  String.raw({ raw: 'abc' }, '-', '+'),
);
label: {
  const longer = `${'-'.repeat(10)}>${`${n}`.padStart(4, `0`)}`;
  console.log(longer);
}
