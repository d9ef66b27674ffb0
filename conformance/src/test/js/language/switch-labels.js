// switch: fallthrough, default in the middle, strict matching, expressions as cases, scopes; labelled blocks and loops.
const sw = (x) => {
  const out = [];
  switch (x) {
    case 1:
      out.push('one');
    case 2:
      out.push('two');
      break;
    default:
      out.push('default');
    case 3:
      out.push('three');
      break;
    case '1':
      out.push('string');
    case NaN:
      out.push('nan');
  }
  return out.join();
};
console.log([1, 2, 3, 4, '1', NaN, undefined].map(sw));
const ev = [];
const t = (v) => (ev.push(v), v);
switch (3) {
  case t(1):
  case t(2):
  case t(3):
  case t(4):
}
console.log(ev);
switch (true) {
  case 1 > 2:
    console.log('no');
    break;
  case 2 > 1:
    console.log('yes');
}
switch (0) {
  case -0:
    console.log('zero');
}
switch ('x') {
}
switch (1) {
  case 1:
    {
      let a = 'block';
      console.log(a);
    }
    break;
  case 2:
    let a;
}
function ret(x) {
  switch (x) {
    case 'a':
      return 1;
    case 'b':
      return 2;
  }
  return 3;
}
console.log(ret('a'), ret('b'), ret());
switch (typeof ret) {
  case 'function':
    function inSwitch() {
      return 'hoisted in switch';
    }
}
console.log(inSwitch());
a: {
  b: {
    c: {
      if (ev.length) break b;
    }
    console.log('skipped');
  }
  console.log('after b');
}
x: for (let i = 0; i < 3; i++) {
  y: for (let j = 0; j < 3; j++) {
    switch (j) {
      case 0:
        continue;
      case 1:
        if (i === 1) continue x;
        break;
      case 2:
        if (i === 2) break x;
        break y;
    }
    console.log(i, j);
  }
}
for (let i = 0; i < 5; i++) {
  switch (i) {
    case 1:
      continue;
    case 3:
      break;
    default:
      console.log('loop', i);
  }
}
let n = 0;
w: while (true) {
  switch (n++) {
    case 5:
      break w;
  }
}
console.log(n);
do {
  if (n > 10) break;
  n++;
  continue;
} while (n < 20);
console.log(n);
const many = (k) => {
  switch (k) {
    case 0:
      return 'z';
    case 1:
      return 'a';
    case 2:
      return 'b';
    case 3:
      return 'c';
    case 4:
      return 'd';
    case 5:
      return 'e';
    case 6:
      return 'f';
    case 100:
      return 'big';
    case -1:
      return 'neg';
    case 1.5:
      return 'frac';
    case 'k':
      return 's';
    default:
      return '?';
  }
};
console.log([0, 1, 2, 3, 4, 5, 6, 7, 100, -1, 1.5, 'k', '0', null].map(many).join(''));
foo: bar: for (;;) break foo;
if (1);
else console.log('never');
{
}
lab: function labelled() {}
console.log(
  typeof labelled,
  ((a) => {
    switch (a) {
      case 1:
        class K {
          static v = 7;
        }
        return K.v;
    }
  })(1),
);
