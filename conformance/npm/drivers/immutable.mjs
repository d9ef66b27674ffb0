// Persistent collections at some size: lists, maps, sets, records, sequences, nested updates, equality.
import { List, Map, OrderedMap, Range, Record, Seq, Set, Stack, fromJS, is } from 'immutable';

let list = List();
for (let i = 0; i < 20000; i++) list = list.push(i * 3);
let map = Map();
for (let i = 0; i < 20000; i++) map = map.set('k' + ((i * 7919) % 10007), i);
console.log(list.size, list.get(12345), list.reduce((a, b) => a + b, 0), map.size, map.get('k77'), map.hashCode(), list.hashCode());
const removed = map.withMutations((m) => {
  for (let i = 0; i < 10007; i += 2) m.delete('k' + i);
});
console.log(removed.size, map.size, removed.keySeq().take(5).toArray());

const state = fromJS({ users: [{ name: 'a', tags: ['x'] }, { name: 'b', tags: [] }], meta: { page: 1 } });
const next = state.updateIn(['users', 1, 'tags'], (tags) => tags.push('new')).setIn(['meta', 'page'], 2).deleteIn(['users', 0, 'tags', 0]);
console.log(JSON.stringify(next), next.getIn(['users', 0]) === state.getIn(['users', 0]), is(state, fromJS(state.toJS())));
console.log(next.toString(), state.mergeDeep({ meta: { size: 9 } }).get('meta').toObject());

const Point = Record({ x: 0, y: 0 }, 'Point');
const point = new Point({ x: 5 });
console.log(String(point), point.y, point.set('y', 7).toJS(), point.equals(Point({ x: 5 })), point instanceof Point);
console.log(Seq([1, 2, 3, 4, 5, 6]).filter((x) => x % 2).map((x) => x * x).toArray(), Range(1, Infinity).map((x) => x * x).skipWhile((x) => x < 50).take(3).toList());
console.log(Set([1, 2, 3]).union([3, 4]).subtract([1]).sort().toJS(), OrderedMap([['z', 1], ['a', 2]]).sortBy((v) => -v).toObject(), Stack.of(1, 2).push(0).peek());
console.log(list.groupBy((x) => x % 4).map((g) => g.size).toJS(), list.slice(-3).concat([1], List([2])).reverse().join(), list.sortBy((x) => -x).first());
console.log(List([3, 1, 2]).zip(List(['a', 'b', 'c'])).toJS(), List.isList(list), Map({ a: 1 }).isSubset(Map({ a: 1, b: 2 })), [...Map({ q: 1 }).entries()]);
console.log(List([1, 2, 3]), Map({ a: List([1]) }));
