// Parser combinators from closures: arithmetic with precedence, JSON, CSV, with positions in error messages.
const ok = (value, at) => ({ value, at });
const fail = (expected, at) => ({ error: true, expected: [expected].flat(), at });
const P = (run) => ({
  run,
  map: (f) =>
    P((s, i) => {
      const r = run(s, i);
      return r.error ? r : ok(f(r.value), r.at);
    }),
  then: (other) => seq(P(run), other).map(([, b]) => b),
  skip: (other) => seq(P(run), other).map(([a]) => a),
  or: (other) =>
    P((s, i) => {
      const a = run(s, i);
      if (!a.error || a.at > i) return a;
      const b = other.run(s, i);
      return b.error ? fail([...new Set([...a.expected, ...b.expected])], b.at) : b;
    }),
  many: () =>
    P((s, i) => {
      const values = [];
      for (;;) {
        const r = run(s, i);
        if (r.error) return r.at > i ? r : ok(values, i);
        values.push(r.value);
        i = r.at;
      }
    }),
  sepBy: (sep) =>
    P(run)
      .chain((first) =>
        sep
          .then(P(run))
          .many()
          .map((rest) => [first, ...rest]),
      )
      .or(of([])),
  chain: (f) =>
    P((s, i) => {
      const r = run(s, i);
      return r.error ? r : f(r.value).run(s, r.at);
    }),
  parse: (s) => {
    const r = P(run).skip(eof).run(s, 0);
    if (!r.error) return r.value;
    const before = s.slice(0, r.at).split('\n');
    throw new SyntaxError(
      `${before.length}:${before.at(-1).length + 1}: expected ${r.expected.join(' or ')}`,
    );
  },
});
const of = (v) => P((s, i) => ok(v, i));
const eof = P((s, i) => (i === s.length ? ok(null, i) : fail('end of input', i)));
const regex = (re, name) => {
  const sticky = new RegExp(re.source, re.flags + 'y');
  return P((s, i) => {
    sticky.lastIndex = i;
    const m = sticky.exec(s);
    return m ? ok(m[0], sticky.lastIndex) : fail(name, i);
  });
};
const seq = (...ps) =>
  P((s, i) => {
    const values = [];
    for (const p of ps) {
      const r = p.run(s, i);
      if (r.error) return r;
      values.push(r.value);
      i = r.at;
    }
    return ok(values, i);
  });
const lazy = (f) => P((s, i) => f().run(s, i));
const ws = regex(/\s*/, 'space');
const tok = (t) => regex(new RegExp(t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')), `'${t}'`).skip(ws);
const number = regex(/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number')
  .map(Number)
  .skip(ws);
const binary = (operand, ops) =>
  seq(
    operand,
    seq(
      Object.keys(ops)
        .map(tok)
        .reduce((a, b) => a.or(b)),
      operand,
    ).many(),
  ).map(([first, rest]) => rest.reduce((acc, [op, v]) => ops[op](acc, v), first));
const factor = lazy(() => number.or(tok('(').then(expression).skip(tok(')'))));
const expression = binary(binary(factor, { '*': (a, b) => a * b, '/': (a, b) => a / b }), {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
});
for (const text of ['1 + 2 * 3', '(1 + 2) * 3 - 4 / 2', '2*(3+(4-1))', '1 +', '(1', '1 2', '', '1 + \n * 2'])
  try {
    console.log(text, '=', ws.then(expression).parse(text));
  } catch (e) {
    console.log(JSON.stringify(text), e.message);
  }
const string = regex(/"(?:[^"\\]|\\.)*"/, 'string')
  .map(JSON.parse)
  .skip(ws);
const json = lazy(() =>
  [
    number,
    string,
    ...['true', 'false', 'null'].map((w) => tok(w).map(JSON.parse)),
    tok('[')
      .then(json.sepBy(tok(',')))
      .skip(tok(']')),
    tok('{')
      .then(seq(string.skip(tok(':')), json).sepBy(tok(',')))
      .skip(tok('}'))
      .map(Object.fromEntries),
  ].reduce((a, b) => a.or(b)),
);
for (const text of [
  '{"a": [1, 2.5, -3e2], "b": {"c": null, "d": "x\\n\\u0041"}, "e": []}',
  '[1, 2',
  '{"a" 1}',
  '[,]',
])
  try {
    const v = json.parse(text);
    console.log(v, JSON.stringify(v) === JSON.stringify(JSON.parse(text)));
  } catch (e) {
    console.log(e.message);
  }
const cell = regex(/"(?:[^"]|"")*"/, 'quoted')
  .map((s) => s.slice(1, -1).replaceAll('""', '"'))
  .or(regex(/[^,\n"]*/, 'cell'));
console.log(
  cell
    .sepBy(regex(/,/, 'comma'))
    .sepBy(regex(/\n/, 'newline'))
    .parse('a,b,"c ""d"", e"\n1,,3\n"multi\nline",x,y'),
);
