// A walk through lodash: collections, objects, strings, functions, chains, templates.
const _ = require('lodash');

const users = [
  { name: 'barney', age: 36, active: true, tags: ['a', 'b'] },
  { name: 'fred', age: 40, active: false, tags: ['b'] },
  { name: 'pebbles', age: 1, active: true, tags: [] },
];
console.log(_.VERSION);
console.log(_.chunk(_.range(10), 3), _.zipObject(['a', 'b'], [1, 2]), _.difference([1, 2, 3], [2]));
console.log(_.groupBy(users, 'active'), _.keyBy(users, 'name').fred.age, _.countBy([6.1, 4.2, 6.3], Math.floor));
console.log(_.orderBy(users, ['active', 'age'], ['asc', 'desc']).map('name'.constructor === String ? (u) => u.name : 0));
console.log(_.sortedUniq([1, 1, 2, 3, 3]), _.uniqBy([{ x: 1 }, { x: 2 }, { x: 1 }], 'x'), _.flattenDeep([1, [2, [3, [4]]]]));
const deep = { a: [{ b: { c: 3 } }], d: new Date(0), e: /x/gi, f: new Map([[1, { g: 2 }]]) };
const copy = _.cloneDeep(deep);
console.log(_.isEqual(deep, copy), copy.f.get(1) !== deep.f.get(1), _.get(deep, 'a[0].b.c'), _.has(deep, 'a[0].x'));
console.log(_.set({}, 'x[0].y.z', 5), _.merge({ a: [{ b: 2 }] }, { a: [{ c: 3 }, { d: 4 }] }), _.omit({ a: 1, b: 2 }, 'a'));
console.log(_.pickBy({ a: 1, b: '2', c: 3 }, _.isNumber), _.invert({ a: 'x' }), _.mapValues({ a: 1 }, (n) => n * 3));
console.log(_.camelCase('--foo-bar baz'), _.kebabCase('fooBar'), _.startCase('fooBar'), _.deburr('déjà vu'), _.escape('<a & b>'));
console.log(_.truncate('hi-diddly-ho there, neighborino', { length: 24, separator: ' ' }), _.words('fred, barney, & pebbles'));
console.log(_.template('<% _.forEach(list, (x) => { %><li><%- x %></li><% }) %> ${ n }')({ list: ['<', 'b'], n: 5 }));
const add = _.curry((a, b, c) => a + b + c);
console.log(add(1)(2)(3), add(1, 2)(3), add(_, 2)(1, 3), _.flow([(x) => x + 1, (x) => x * x])(3));
const once = _.once(() => ({}));
console.log(once() === once(), _.memoize((x) => x * 2)(4), _.partialRight((a, b) => a - b, 1)(5), _.times(3, _.constant('z')));
console.log(
  _(users)
    .filter('active')
    .map((u) => _.update(_.clone(u), 'age', (n) => n + 1))
    .sortBy('age')
    .map('name')
    .join('/'),
);
let calls = 0;
// One timer starts when the other has fired: two at once would race on a slow machine.
const debounced = _.debounce(() => {
  console.log('debounced', ++calls);
  _.defer((x) => console.log('deferred', x), 1);
}, 5);
debounced();
debounced();
console.log(_.isPlainObject(Object.create(null)), _.isArguments((function () { return arguments; })()), _.toPath('a[0]["b.c"]'), _.padStart('5', 3, '0'));
console.log(_.isEqualWith([1.1], [1.2], (a, b) => (_.isNumber(a) && _.isNumber(b) ? Math.floor(a) === Math.floor(b) : undefined)), _.sumBy(users, 'age'), _.maxBy(users, 'age').name, _.partition(users, 'active').map(_.size));
