// Mapped and unmapped arguments, in sloppy mode.
function mapped(a, b) {
  arguments[0] = 'x';
  b = 'y';
  return [a, arguments[1], arguments.length, arguments];
}
console.log(mapped(1, 2), mapped(1));
function strict(a) {
  'use strict';
  arguments[0] = 'x';
  return [a, arguments[0]];
}
console.log(strict(1));
function withDefault(a, b = 1) {
  arguments[0] = 'x';
  return [a, arguments.length];
}
console.log(withDefault(1));
function del(a) {
  delete arguments[0];
  arguments[0] = 2;
  return [a, arguments[0], 0 in arguments];
}
console.log(del(1));
function frozen(a) {
  Object.defineProperty(arguments, '0', { writable: false, value: 3 });
  a = 4;
  return [a, arguments[0]];
}
console.log(frozen(1));
function self() {
  return arguments.callee === self;
}
console.log(
  self(),
  (function () {
    'use strict';
    try {
      return arguments.callee;
    } catch (e) {
      return e.name;
    }
  })(),
);
function iterate() {
  return [...arguments, Array.prototype.slice.call(arguments, 1), Array.from(arguments).length];
}
console.log(
  iterate(1, 2, 3),
  Object.prototype.toString.call(
    (function () {
      return arguments;
    })(),
  ),
);
function shadow(arguments) {
  return arguments;
}
console.log(
  shadow(5),
  (function () {
    var arguments;
    return typeof arguments;
  })(),
  (function () {
    var arguments = 1;
    return arguments;
  })(),
);
console.log(
  (() => typeof arguments)(),
  (function () {
    return (() => arguments[0])(9);
  })(7),
);
function grow() {
  arguments[5] = 1;
  arguments.length = 6;
  return arguments;
}
console.log(
  grow(1, 2),
  JSON.stringify(
    (function () {
      return arguments;
    })(1, 'a'),
  ),
);
console.log(
  this === module.exports,
  typeof globalThis,
  (function () {
    return this === globalThis;
  })(),
);
