// Collections through lodash.
'use strict';
const bench = require('../../harness.js');
const _ = require('lodash');
const { hash } = require('../inputs.js');

function run() {
  const people = _.range(4000).map((i) => ({ id: i, name: 'n' + (i % 211), age: i % 90, tags: [i % 7, i % 11], nested: { a: { b: i } } }));
  const groups = _.chain(people).filter((p) => p.age > 20).groupBy('age').mapValues((g) => _.sumBy(g, 'id')).toPairs().sortBy(1).value();
  const copy = _.cloneDeep(people);
  const equal = _.isEqual(copy, people);
  const names = _.uniq(_.map(people, (p) => _.camelCase(`some-${p.name} text`)));
  const ordered = _.orderBy(people, ['age', 'name'], ['desc', 'asc']).slice(0, 50).map((p) => _.get(p, 'nested.a.b'));
  const merged = _.merge({}, ...people.slice(0, 300).map((p) => ({ [p.name]: p })));
  return hash(JSON.stringify([groups, equal, names.length, ordered, Object.keys(merged).length, _.chunk(_.flatMap(people, 'tags'), 3).length]));
}

bench.run('lodash', run, 8);
