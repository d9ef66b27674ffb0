// Operators on pairs of numbers and on a number and a constant, as values and as conditions.
const vals = [0, -0, 1, -1, 3, 31, 2147483647, -2147483648, 4294967295, 1.5, -1.5, 1e300, NaN, -Infinity, true, undefined, '3'];
const show = v => Object.is(v,-0)?'-0':String(v);
const operators = {
   add: (a, b) => a+b,
  sub: (a, b) => a-b,
  mul: (a, b) => a*b,
  div: (a, b) => a/b,
  mod: (a, b) => a%b,
  and: (a, b) => a&b,
  or: (a, b) => a|b,
  xor: (a, b) => a^b,
  shl: (a, b) => a<<b,
  shr: (a, b) => a>>b,
  ushr: (a, b) => a>>>b,
  eq: (a, b) => a==b,
  ne: (a, b) => a!=b,
  se: (a, b) => a===b,
  sn: (a, b) => a!==b,
  lt: (a, b) => a<b,
  le: (a, b) => a<=b,
  gt: (a, b) => a>b,
  ge: (a, b) => a>=b,
  jeq: (a, b) => a==b?1:2,
  jne: (a, b) => a!=b?1:2,
  jse: (a, b) => {if(a===b)return 1;return 2},
  jsn: (a, b) => {if(a!==b)return 1;return 2},
  jlt: (a, b) => {if(a<b)return 1;return 2},
  jle: (a, b) => {if(a<=b)return 1;return 2},
  jgt: (a, b) => {if(a>b)return 1;return 2},
  jge: (a, b) => {if(a>=b)return 1;return 2},
  jnlt: (a, b) => {if(!(a<b))return 1;return 2},
  jnle: (a, b) => {if(!(a<=b))return 1;return 2},
  jngt: (a, b) => {if(!(a>b))return 1;return 2},
  jnge: (a, b) => {if(!(a>=b))return 1;return 2},
  jo: (a, b) => {if(a<b||a>b)return 1;return 2},
  loop: (a, b) => {let n=0;for(let i=a;i<b;i+=1e9){if(++n>4)break}return n},
  loop2: (a, b) => {let n=0;do{a+=1e9;if(++n>4)break}while(a<=b);return n},
  loop3: (a, b) => {let n=0;do{a-=1e9;if(++n>4)break}while(a>=b);return n}
};
 for (const name in operators) {
  let out = name + ':';
  for (const a of vals) for (const b of vals) out += ' ' + show(operators[name](a, b));
  console.log(out);
}
for (const op of ['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>', '>>>', '<', '<=', '>', '>=', '==', '===', '!=', '!==']) {
  for (const constant of ['1', '5', '-7', '0']) {
    const value = new Function('a', `return a ${op} ${constant}`);
    const test = new Function('a', `if (a ${op} ${constant}) return 1; return 2`);
    const negated = new Function('a', `if (!(a ${op} ${constant})) return 1; return 2`);
    console.log(op + constant, vals.map(a => show(value(a)) + test(a) + negated(a)).join(' '));
  }
}
for (const a of vals) {
  let up = a;
  let down = a;
  up++;
  down--;
  console.log(show(up), show(down), show(-a), show(~a), show(!a), a ? 1 : 0, !a ? 1 : 0);
}
