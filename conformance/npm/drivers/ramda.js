// A walk through ramda: composition, lenses, transducers, currying, lists and objects.
const R = require('ramda');

const people = [
  { name: 'Ada', born: 1815, langs: ['analytical'] },
  { name: 'Grace', born: 1906, langs: ['cobol', 'flow-matic'] },
  { name: 'Edsger', born: 1930, langs: ['algol'] },
];
console.log(R.pipe(R.filter(R.propSatisfies(R.gt(R.__, 1900), 'born')), R.pluck('name'), R.join(' & '))(people));
console.log(R.compose(R.sum, R.map(R.multiply(2)), R.range(1))(6), R.converge(R.divide, [R.sum, R.length])([1, 2, 3, 4]));
const born = R.lensProp('born');
const firstLang = R.lensPath(['langs', 0]);
console.log(R.view(born, people[0]), R.over(firstLang, R.toUpper, people[1]), R.set(R.lensIndex(1), 'x', ['a', 'b']));
console.log(R.into([], R.compose(R.map(R.inc), R.filter((x) => x % 2 === 0), R.take(2)), [1, 2, 3, 4, 5, 6]));
console.log(R.groupBy(R.pipe(R.prop('langs'), R.length, String), people), R.indexBy(R.prop('name'), people).Ada.born);
console.log(R.sortWith([R.descend(R.path(['langs', 'length'])), R.ascend(R.prop('name'))], people).map(R.prop('name')));
console.log(R.curry((a, b, c) => [a, b, c])(1)(R.__, 3)(2), R.uncurryN(2, (a) => (b) => a + b)(1, 2), R.flip(R.subtract)(1, 5));
console.log(R.cond([[R.equals(0), R.always('zero')], [R.lt(100), (n) => 'big ' + n], [R.T, R.toString]])(42));
console.log(R.evolve({ born: R.add(100), langs: R.map(R.toUpper) }, people[2]), R.mergeDeepRight({ a: { b: 1 } }, { a: { c: 2 } }));
console.log(R.equals({ a: [1, new Map([[1, 2]]), /x/g, new Date(5)] }, { a: [1, new Map([[1, 2]]), /x/g, new Date(5)] }), R.type(null), R.toString({ a: [1, 'x'], d: new Date(0) }));
console.log(R.zipWith((a, b) => a + b, [1, 2], ['a', 'b']), R.xprod([1, 2], ['a', 'b']), R.transpose([[1, 2], [3, 4]]), R.aperture(2, [1, 2, 3]));
console.log(R.unfold((n) => (n > 50 ? false : [n, n * 2]), 1), R.scan(R.multiply, 1, [1, 2, 3, 4]), R.splitWhen(R.equals(3), [1, 2, 3, 4]));
console.log(R.partition(R.includes('s'), ['sss', 'ttt', 'foo', 'bars']), R.symmetricDifference([1, 2, 3], [2, 3, 4]), R.without([1], [1, 2, 1, 3]));
console.log(R.where({ a: R.equals('foo'), b: R.complement(R.equals('bar')) })({ a: 'foo', b: 'x' }), R.assocPath(['a', 0, 'b'], 1, {}), R.dissocPath(['a', 'b'], { a: { b: 1, c: 2 } }));
console.log(R.tryCatch((x) => x.y.z, (error, x) => [error.message, x])(null), R.sequence(R.of(Array), [[1, 2], [3]]), R.juxt([Math.min, Math.max])(3, 4, 9, -3));
R.pipeWith(R.andThen, [async (x) => x + 1, (x) => x * 2])(3).then((x) => console.log('async', x));
