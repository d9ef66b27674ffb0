'use strict';

// The messages and properties of our assertion errors beside those of Node's.

const { load } = require('./load-lib.js');
const util = require('util');
const ours = load('assert');
const theirs = require('assert');

const long = (n) => Array.from({ length: n }, (_, i) => i);
const VALUES = [1, 2, 0, -0, NaN, '1', 'a', 'a long string that is quite long', 'a long string that is quite lonG', null, undefined, true,
                {}, { a: 1 }, { a: 2 }, { a: 1, b: { c: [1, 2, 3] } }, { a: 1, b: { c: [1, 2, 4] } }, [], [1], [1, 2, 3], long(60),
                [...long(30), 'x', ...long(29)], [...long(59), 'y'], new Map([[1, 2]]), new Set([1]), new Error('x'), new TypeError('x'),
                'multi\nline\ntext', 'multi\nline\ntexT', () => 1, Symbol.iterator, 10n, new Date(0), /a/, 'x'.repeat(600), [[1, [2]]],
                { list: long(12) }, { list: [...long(11), 'z'] }, class A {}];
let count = 0;
let bad = 0;

function outcome(assert, run) {
  try {
    run(assert);
    return 'passed';
  } catch (error) {
    return util.inspect([error.name, error.code, error.message, error.generatedMessage, error.operator, Object.keys(error), String(error),
                         error.stack.split('\n')[0]]);
  }
}

function compare(name, run) {
  count++;
  const a = outcome(ours, run);
  const b = outcome(theirs, run);
  if (a !== b && bad++ < 12) console.log(name, '\n node', b, '\n ours', a);
}

for (const name of ['equal', 'notEqual', 'deepEqual', 'notDeepEqual', 'deepStrictEqual', 'notDeepStrictEqual', 'strictEqual', 'notStrictEqual']) {
  for (const a of VALUES) {
    for (const b of VALUES) compare(`${name} ${util.inspect(a)} ${util.inspect(b)}`, (assert) => assert[name](a, b));
    compare(`${name} message`, (assert) => assert[name](a, 'other', 'my message'));
    compare(`${name} error`, (assert) => assert[name](a, 'other', new RangeError('mine')));
    compare(`${name} one`, (assert) => assert[name](a));
  }
}
const boom = () => { throw new TypeError('boom'); };
for (const expected of [undefined, TypeError, RangeError, /boom/, /other/, 'message', 'boom', { message: 'boom' }, { message: /bo/, name: 'TypeError' },
                        { message: 'x' }, {}, () => true, () => false, (e) => e instanceof TypeError, 1, new TypeError('boom'), class X extends Error {}]) {
  compare(`throws ${util.inspect(expected)}`, (assert) => assert.throws(boom, expected));
  compare(`throws nothing ${util.inspect(expected)}`, (assert) => assert.throws(() => {}, expected));
  compare(`throws string ${util.inspect(expected)}`, (assert) => assert.throws(() => { throw 'boom'; }, expected));
  compare(`throws with message ${util.inspect(expected)}`, (assert) => assert.throws(boom, expected, 'msg'));
  compare(`doesNotThrow ${util.inspect(expected)}`, (assert) => assert.doesNotThrow(boom, expected));
}
compare('fail', (assert) => assert.fail());
compare('fail message', (assert) => assert.fail('x'));
compare('ok none', (assert) => assert.ok());
compare('ok message', (assert) => assert(0, 'zero'));
compare('ifError', (assert) => assert.ifError(new Error('e')));
compare('ifError value', (assert) => assert.ifError('e'));
compare('match', (assert) => assert.match('abc', /x/));
compare('match type', (assert) => assert.match(1, /x/));
compare('doesNotMatch', (assert) => assert.doesNotMatch('abc', /a/));
compare('match pattern', (assert) => assert.match('abc', 'x'));
const keys = (object) => Object.keys(object).sort().join();
count++;
if (keys(ours) !== keys(theirs)) console.log(bad++, keys(theirs), keys(ours));
console.log(`${count} cases, ${bad} differ`);
