// console.log of errors: causes, aggregates, extra properties, nested in objects, without stack, odd names.
const strip = (text) =>
  text
    .replace(/\n\s+\.\.\. \d+ lines.*/g, '')
    .replace(/\n\s+at .*/g, '')
    .replace(/ \[as [^\]]*\]/g, '');
const util = require('util');
const show = (e) => console.log(strip(util.inspect(e)));
show(new Error('plain'));
show(new TypeError('with cause', { cause: new Error('inner') }));
show(new Error('cause is a value', { cause: { a: 1 } }));
show(new AggregateError([new Error('one'), 'two'], 'many'));
show(Object.assign(new Error('props'), { code: 'E', list: [1, 2] }));
show({ nested: new Error('in object') });
show([new Error('in array')]);
const noStack = new Error('no stack');
noStack.stack = undefined;
show(noStack);
const stringStack = new Error('x');
stringStack.stack = 'custom stack text';
show(stringStack);
class ValidationError extends Error {
  constructor(message) {
    super(message);
    this.name = 'ValidationError';
  }
}
show(new ValidationError('named'));
class Unnamed extends Error {}
show(new Unnamed('class name differs'));
const renamed = new Error('renamed');
renamed.name = 'Other';
show(renamed);
show(new Error(''));
show(new Error('multi\nline'));
show(Object.create(new Error('proto')));
const emptyName = new Error('m');
emptyName.name = '';
show(emptyName);
show(new (class extends RangeError {})('anonymous class'));
const deep = new Error('level 1', { cause: new Error('level 2', { cause: new Error('level 3') }) });
show(deep);
console.log(
  `${deep}`,
  String(new ValidationError('s')),
  JSON.stringify(new Error('j')),
  Object.keys(new Error('k')),
);
console.error('to stderr', 1);
console.warn({ a: 1 });
