// console.table, group, count, assert, dir, time (shape only), trace to stderr, error, debug, info.
console.table([
  { a: 1, b: 'x' },
  { a: 2, c: true },
]);
console.table([
  [1, 2],
  [3, 4, 5],
]);
console.table({ row1: { v: 1 }, row2: { v: [1, 2] } });
console.table([1, 'two', { three: 3 }]);
console.table(
  [
    { name: 'A', age: 1 },
    { name: 'Bé', age: 22 },
  ],
  ['name'],
);
console.table(
  new Map([
    ['k', 1],
    ['l', { m: 2 }],
  ]),
);
console.table(new Set([1, 'b']));
console.table([]);
console.table(5);
console.table('text');
console.table([{ nested: { a: { b: 1 } }, f: () => {}, n: null, u: undefined }]);
console.group('Group', 1);
console.log('indented');
console.group();
console.info('twice\nlines');
console.log({ a: 1, b: { c: 2 } });
console.groupEnd();
console.groupCollapsed('collapsed');
console.debug('debug');
console.groupEnd();
console.groupEnd();
console.groupEnd();
console.log('back');
console.count();
console.count('label');
console.count();
console.countReset();
console.count();
console.countReset('missing');
console.assert(true, 'not shown');
console.assert(false, 'assertion %s', 'message');
console.assert(false);
console.assert(0, { a: 1 });
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
console.dir({ a: { b: { c: { d: 1 } } } }, { depth: null });
console.dir('string');
console.error('error %d', 1, { e: 1 });
console.warn('warn');
console.log(
  typeof console.time,
  Object.keys(console).includes('log'),
  console[Symbol.toStringTag],
  String(console),
);
const { log } = console;
log('detached');
console.time('t');
console.timeEnd('nope');
console.dirxml({ x: 1 }, [2]);
