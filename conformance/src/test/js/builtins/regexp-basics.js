// exec, test, match arrays, lastIndex, flags, sticky, unicode, named groups, look-around, back references, case folding.
console.log(
  /a(b)?(c)/.exec('xacx'),
  /(?<year>\d{4})-(?<m>\d\d)/.exec('on 2024-05'),
  /x/.exec('a'),
  /(a)|(b)/d.exec('b').indices,
  'x'.match(/(?<n>x)/d).indices.groups.n,
);
const g = /o/g;
console.log(g.test('foo'), g.lastIndex, g.test('foo'), g.lastIndex, g.test('foo'), g.lastIndex);
const y = /fo/y;
console.log(
  y.test('xfo'),
  ((y.lastIndex = 1), y.test('xfo')),
  y.lastIndex,
  'fofox'.match(/fo/gy),
  'xfo'.search(/fo/y),
);
console.log(
  /a/dgimsuy.flags,
  /a/v.flags,
  /[/]\//.source,
  new RegExp('/').source,
  new RegExp('').source,
  String(new RegExp('\n', 'g')),
  /a/.toString(),
  new RegExp(/x/g, 'i').flags,
  RegExp('a') instanceof RegExp,
  RegExp(/a/) === RegExp(/a/),
);
for (const [re, str] of [
  [/^(?:a+)+$/, 'aaaaaaaaaaaaab'],
  [/(?=a(b))a/, 'ab'],
  [/(?!a)b/, 'b'],
  [/(?<=\$)\d+/, 'cost $42'],
  [/(?<!\$)\b\d+/, '$42 17'],
  [/(?<=(\d+)(\d+))$/, '1053'],
  [/(a*)*/, 'b'],
  [/(?:a*?)*?b/, 'aab'],
  [/(z)((a+)?(b+)?(c))*/, 'zaacbbbcac'],
  [/\bfoo\b/i, 'a FOO b'],
  [/(.)\1/, 'abccd'],
  [/\k<x>(?<x>a)/, 'a'],
  [/[^]/, '\n'],
  [/./, '\n'],
  [/./s, '\n'],
  [/^b$/m, 'a\nb\nc'],
  [/\u{1f4a9}/u, '💩'],
  [/^.$/u, '💩'],
  [/^.$/, '💩'],
  [/[💩]/u, '💩'],
  [/\p{Lu}+/u, 'abcÄÖ'],
  [/\p{Script=Greek}/u, 'aβ'],
  [/\P{L}/u, 'a1'],
  [/[\w--[aeiou]]+/v, 'aeiobcd'],
  [/[\p{L}&&[a-z]]+/v, 'ÄBcde'],
  [/\w+\s\W/, 'ab !'],
  [/[a-c\d-]+/, 'x-1b'],
  [/\x41\u0042\cJ/, 'AB\n'],
  [/a{2}/, 'aaa'],
  [/a{2,}/, 'aaaa'],
  [/a{1,2}?/, 'aaa'],
  [/a{,2}/, 'a{,2}'],
  [/x{1/, 'x{1'],
  [/]/, ']'],
  [/(?:)/, ''],
  [/[\b]/, '\b'],
  [/\0/, '\0'],
  [/ſ/i, 's'],
  [/ſ/iu, 's'],
  [/[^x]/iu, 'X'],
  [/\u212a/iu, 'k'],
  [/İ/i, 'i'],
  [/(?<a>.)(?<b>.)/, 'xy'],
  [/(?:(a)|b)*/, 'ab'],
  [/((a)|(b))+/, 'ab'],
  [/(\2)(a)/, 'a'],
  [/\1(a)/, 'aa'],
  [/$^/, ''],
  [/a|ab/, 'abc'],
  [/((a)|(ab))((c)|(bc))/, 'abc'],
  [/a[a-z]{2,4}?/, 'abcdefghi'],
  [/(aa|aabaac|ba|b|c)*/, 'aabaac'],
  [/(?=(a+))a*b\1/, 'baaabac'],
  [/(.*?)a(?!(a+)b\2c)\2(.*)/, 'baaabaac'],
])
  console.log(String(re), JSON.stringify(re.exec(str)));
console.log(
  '2024-01-02'.replace(/(\d+)-(\d+)-(\d+)/, '$3/$2/$1'),
  'aaa'.replace(/a/g, (m, i) => i),
  'abc'.replace(/(?<x>b)/, (...a) => JSON.stringify(a)),
  'camelCaseString'.replace(/[A-Z]/g, (c) => '_' + c.toLowerCase()),
  'a\nb'.replace(/^/gm, '> '),
  '💩💩'.replace(/(?:)/gu, '-'),
  '💩'.replace(/(?:)/g, '-').length,
  'abc'.replace(/(b)(z)?/, '[$1$2$3$10$01]'),
  'x'.replace(/x/, '$$1'),
  'test'.split(/(?:)/),
  'a1b22c'.split(/(\d+)/),
  'one  two'.split(/\s+/),
  ''.split(/x/),
  ''.split(/(?:)/),
  'ab'.split(/a*?/),
  'ab'.split(/a*/),
  'A<B>bold</B>'.split(/<(\/)?([^<>]+)>/),
);
for (const src of [
  '[',
  '(',
  ')',
  '*',
  'a**',
  '(?<n',
  '(?<1>a)',
  '(?<a>)(?<a>)',
  '\\k<b>(?<a>)',
  '[b-a]',
  '{1}',
  'a{2,1}',
  '(?<=a)*',
  '\\',
  '(?z)',
  '(?',
  '[[:alpha:]',
  'x{99999999999}',
  '\\p{Foo}',
])
  for (const fl of ['', 'u', 'v'])
    try {
      console.log(src, fl, String(new RegExp(src, fl)));
    } catch (e) {
      console.log(src, fl, e.name + ': ' + e.message);
    }
for (const fl of ['gg', 'x', 'uv', 'G'])
  try {
    new RegExp('a', fl);
  } catch (e) {
    console.log(e.message);
  }
const r = /a/g;
r.lastIndex = 5;
console.log(
  r.exec('aaa'),
  r.lastIndex,
  'aaa'.match(r),
  r.lastIndex,
  Object.getOwnPropertyDescriptor(r, 'lastIndex'),
  RegExp.prototype.toString(),
  RegExp.prototype.flags,
  RegExp.prototype.global,
  Object.prototype.toString.call(/a/),
);
class R2 extends RegExp {
  exec(s) {
    const m = super.exec(s);
    if (m) m.extra = 'yes';
    return m;
  }
}
console.log(
  new R2('b').exec('abc').extra,
  'abc'.replace(new R2('b'), 'X'),
  new R2('b', 'g')[Symbol.matchAll]('bb').next().value.extra,
  new R2('x').test('x'),
);
console.log(RegExp.$1, RegExp['$&'], RegExp.lastMatch, RegExp.leftContext, RegExp.input);
console.log(
  /(\d+)/.exec('n 42 m') && RegExp.$1 + RegExp['$`'] + RegExp["$'"],
  /[\u{1F600}-\u{1F64F}]/u.test('😀'),
  /\udf06/.test('\ud834\udf06'),
  /\udf06/u.test('\ud834\udf06'),
  /^\S+$/.test('\u00a0'),
  /\w/iu.test('ſ'),
  /[^\W]/iu.test('ſ'),
  /\u{61}/.test('u'.repeat(61)),
  /a.c/s.dotAll,
  /a/.hasIndices,
  /a/u.unicode,
  /a/v.unicodeSets,
  /a/y.sticky,
);
console.log(
  'x'.repeat(50000).replace(/x*?$/, '').length,
  /(?:x+x+)+y/.test('x'.repeat(20)),
  /^(\w+\s?)*$/.test('word '.repeat(4) + '!'),
  'a'.repeat(100000).match(/(?:a|b)*/)[0].length,
  /(a?){30}a{30}/.test('a'.repeat(30)),
);
const email = /^(?<user>[\w.+-]+)@(?<host>[\w-]+(?:\.[\w-]+)+)$/;
const {
  groups: { user, host },
} = email.exec('first.last+tag@mail.example.org');
console.log(user, host, email.exec('bad@'), Object.getPrototypeOf(email.exec('a@b.c').groups));
