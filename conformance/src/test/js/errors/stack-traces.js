// error.stack: function, method, constructor, static, getter, async, eval, callbacks; positions; stackTraceLimit.
const lines = (e, n = 4) =>
  e.stack
    .split('\n')
    .filter((l) => !l.includes('node:'))
    .slice(0, n + 1)
    .map((l) =>
      l
        .trim()
        .replace(/\(?(?:file:\/\/)?\/[^ ]*\//, '(')
        .replace(/^at \(([^)]*)$/, 'at $1'),
    )
    .join(' | ');
function named() {
  return new Error('named');
}
const arrow = () => new Error('arrow');
const object = {
  method: () => new Error('m'),
  regular() {
    return new Error('r');
  },
  get prop() {
    return new Error('g');
  },
  'odd name'() {
    return new Error('o');
  },
};
class Thing {
  constructor() {
    this.error = new Error('ctor');
  }
  method() {
    return new Error('method');
  }
  static make() {
    return new Error('static');
  }
  #private() {
    return new Error('private');
  }
  callPrivate() {
    return this.#private();
  }
}
console.log(lines(named(), 2));
console.log(lines(arrow(), 2));
console.log(lines(object.method(), 2));
console.log(lines(object.regular(), 2));
console.log(lines(object.prop, 2));
console.log(lines(object['odd name'](), 2));
console.log(lines(new Thing().error, 2));
console.log(lines(new Thing().method(), 2));
console.log(lines(Thing.make(), 2));
console.log(lines(new Thing().callPrivate(), 3));
console.log(lines([1].map(() => new Error('cb'))[0], 3));
console.log(
  lines(
    (function () {
      return new Error('anonymous');
    })(),
    2,
  ),
);
console.log(
  lines(
    (() => {
      try {
        null.x;
      } catch (e) {
        return e;
      }
    })(),
    2,
  ),
);
async function outer() {
  await inner();
}
async function inner() {
  await null;
  throw new Error('async');
}
outer().catch((e) => console.log(lines(e, 3)));
const saved = Error.stackTraceLimit;
Error.stackTraceLimit = 1;
console.log(named().stack.split('\n').length);
Error.stackTraceLimit = 0;
console.log(named().stack);
Error.stackTraceLimit = saved;
const holder = {};
Error.captureStackTrace(holder, named);
console.log(holder.stack.split('\n')[0], Object.getOwnPropertyDescriptor(holder, 'stack').enumerable);
function hidden() {
  const o = {};
  Error.captureStackTrace(o, hidden);
  return o;
}
console.log(lines(hidden(), 1));
Error.prepareStackTrace = (error, sites) =>
  sites
    .slice(0, 2)
    .map((s) =>
      [
        s.getFunctionName(),
        s.getLineNumber(),
        s.getColumnNumber(),
        s.isConstructor(),
        s.isToplevel(),
        s.getFileName().split('/').pop(),
      ].join(),
    );
console.log(named().stack, new Thing().error.stack);
Error.prepareStackTrace = undefined;
const e = new Error('changed');
e.message = 'later';
console.log(e.stack.split('\n')[0], String(e));
e.stack = 'replaced';
console.log(e.stack, Object.keys(e));
class Named extends TypeError {
  name = 'Named';
}
console.log(new Named('x').stack.split('\n')[0], new Named('x').toString());
