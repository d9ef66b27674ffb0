// var, let, const, function hoisting, temporal dead zone, closures per iteration, labelled jumps.
console.log(typeof hoisted, hoisted(), typeof later);
function hoisted() {
  return 'up';
}
var later = 1;
try {
  early;
  let early = 1;
} catch (e) {
  console.log(e.name, e.message);
}
try {
  const c = 1;
  c = 2;
} catch (e) {
  console.log(e.name, e.message);
}
try {
  f();
  function f() {
    return g;
  }
  let g;
  f();
} catch (e) {
  console.log(e.message);
}
const fs = [];
for (let i = 0; i < 3; i++) fs.push(() => i++);
console.log(
  fs.map((f) => f()),
  fs.map((f) => f()),
);
const gs = [];
for (var j = 0; j < 3; j++) gs.push(() => j);
console.log(gs.map((g) => g()));
outer: for (const a of [1, 2, 3]) {
  for (const b of [1, 2, 3]) {
    if (b === 2) continue outer;
    if (a === 3) break outer;
    console.log(a, b);
  }
}
block: {
  console.log('in');
  break block;
}
{
  function inBlock() {
    return 1;
  }
}
console.log(typeof inBlock);
(function () {
  'use strict';
  {
    function hidden() {}
  }
  console.log(typeof hidden);
})();
let x = 'outer';
{
  let x = 'inner';
  console.log(x);
}
switch (1) {
  case 0:
    let z;
  case 1:
    try {
      z;
    } catch (e) {
      console.log(e.message);
    }
}
console.log(
  x,
  ((a, b = a, c = () => b) => {
    var b = 5;
    return [a, b, c()];
  })(1),
);
var fromVar = 1;
var fromVar;
console.log(fromVar);
console.log(
  (function named() {
    try {
      named = 1;
    } catch (e) {
      return e.message;
    }
    return typeof named;
  })(),
);
console.log(
  (function named() {
    'use strict';
    try {
      named = 1;
    } catch (e) {
      return e.message;
    }
  })(),
);
for (let i = 0, n = 2; i < n; i++) {
  let i = 'shadow';
  console.log(i);
}
if (true)
  function odd() {
    return 'annex b';
  }
console.log(odd());
try {
  throw 1;
} catch (e) {
  var e = 2;
  console.log(e);
}
console.log(e, typeof undeclared);
