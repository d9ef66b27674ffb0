// assert: every method passing and failing, messages and diffs.
const assert = require('assert');
const t = (name, f) => {
  try {
    f();
    console.log(name, 'ok');
  } catch (e) {
    console.log(name, e.name, e.code, '\n' + e.message, e.generatedMessage, e.operator);
  }
};
t('ok', () => assert(1));
t('ok fails', () => assert.ok(0, 'with message'));
t('equal', () => assert.equal(1, '1'));
t('equal fails', () => assert.equal(1, 2));
t('strictEqual', () => assert.strictEqual(1, 1));
t('strictEqual fails', () => assert.strictEqual(1, '1'));
t('strictEqual strings', () => assert.strictEqual('hello', 'help'));
t('notEqual', () => assert.notEqual(1, 1));
t('notStrictEqual', () => assert.notStrictEqual({}, {}));
t('notStrictEqual fails', () => assert.notStrictEqual(5, 5));
t('deepEqual', () => assert.deepEqual({ a: 1 }, { a: '1' }));
t('deepStrictEqual', () => assert.deepStrictEqual({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }));
t('deepStrictEqual fails', () => assert.deepStrictEqual({ a: 1, b: [1, 2] }, { a: 1, b: [1, 3] }));
t('deepStrictEqual types', () => assert.deepStrictEqual([1], { 0: 1, length: 1 }));
t('notDeepStrictEqual', () => assert.notDeepStrictEqual({ a: 1 }, { a: 1 }));
t('throws', () =>
  assert.throws(() => {
    throw new TypeError('bad');
  }, TypeError),
);
t('throws regexp', () =>
  assert.throws(() => {
    throw new Error('match me');
  }, /match/),
);
t('throws object', () =>
  assert.throws(
    () => {
      throw Object.assign(new Error('m'), { code: 'C' });
    },
    { code: 'C', message: 'm' },
  ),
);
t('throws nothing', () => assert.throws(() => {}));
t('throws nothing named', () => assert.throws(() => {}, RangeError));
t('throws wrong', () =>
  assert.throws(() => {
    throw new Error('x');
  }, /y/),
);
t('doesNotThrow', () => assert.doesNotThrow(() => {}));
t('doesNotThrow fails', () =>
  assert.doesNotThrow(() => {
    throw new Error('inner');
  }),
);
t('fail', () => assert.fail());
t('fail message', () => assert.fail('boom'));
t('own error', () => assert.ok(false, new RangeError('own')));
t('match', () => assert.match('abc', /b/));
t('match fails', () => assert.match('abc', /x/));
t('doesNotMatch', () => assert.doesNotMatch('abc', /b/));
t('ifError', () => assert.ifError(null));
t('ifError fails', () => assert.ifError(new Error('if')));
t('strict', () => assert.strict.equal(1, 1));
t('strict fails', () => assert.strict.equal(1, '1'));
t('maps', () => assert.deepStrictEqual(new Map([[1, { a: 1 }]]), new Map([[1, { a: 1 }]])));
t('sets fail', () => assert.deepStrictEqual(new Set([1]), new Set([2])));
t('dates', () => assert.deepStrictEqual(new Date(0), new Date(1)));
t('nan', () => assert.deepStrictEqual([NaN, -0], [NaN, -0]));
t('zero', () => assert.deepStrictEqual(0, -0));
(async () => {
  await assert.rejects(Promise.reject(new Error('r')), /r/);
  await assert.rejects(async () => 1).catch((e) => console.log(e.message));
  await assert.doesNotReject(async () => 1);
  console.log(
    'rejects ok',
    new assert.AssertionError({ actual: 1, expected: 2, operator: 'strictEqual' }).message,
  );
})();
