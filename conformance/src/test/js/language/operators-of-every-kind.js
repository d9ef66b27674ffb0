// Every operator with operands of every kind, as a value and as a condition, with registers and with constants.
'use strict';
const values = [
  0, -0, 1, -1, 7, 31, 2147483647, -2147483648, 2147483648, -2147483649, 4294967295, 4294967296, 9007199254740991,
  9007199254740993, -9007199254740994, 1e300, 0.5, -0.5, NaN, Infinity, -Infinity, '', 'a', '7', true, false, null,
  undefined, 3n,
];
const show = (value) => (Object.is(value, -0) ? '-0' : typeof value === 'string' ? `'${value}'` : String(value));
const attempt = (f, a, b) => {
  try {
    return show(f(a, b));
  } catch (error) {
    return error.name;
  }
};

let hash = 17;
function note(text) {
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
}

const binary = ['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>', '>>>', '**'];
const comparisons = ['<', '<=', '>', '>=', '==', '!=', '===', '!=='];
const constants = [0, 1, -1, 5, 31, -2147483648];

function check(name, f, others) {
  hash = 17;
  // Twice, since feedback of the first round decides how the second one runs.
  for (let round = 0; round < 2; round++) {
    for (const a of values) for (const b of others) note(attempt(f, a, b));
  }
  console.log(name.padEnd(24), hash);
}

for (const op of [...binary, ...comparisons]) {
  check(`a ${op} b`, new Function('a', 'b', `return a ${op} b`), values);
  for (const k of constants) {
    if (op === '**') continue;
    check(`a ${op} ${k}`, new Function('a', `return a ${op} ${k}`), [0]);
  }
}
for (const op of comparisons) {
  check(`if a ${op} b`, new Function('a', 'b', `if (a ${op} b) return 1; return 2`), values);
  check(`if !(a ${op} b)`, new Function('a', 'b', `if (!(a ${op} b)) return 1; return 2`), values);
  check(`if a ${op} 5`, new Function('a', `if (a ${op} 5) return 1; return 2`), [0]);
  check(`while a ${op} b`, new Function('a', 'b', `let n = 0; while (a ${op} b) if (++n > 2) break; return n`), values);
  check(`while a ${op} 5`, new Function('a', `let n = 0; do { if (++n > 2) break; } while (a ${op} 5); return n`), [0]);
}
for (const op of ['-', '+', '~', '!', '++', '--', 'typeof ', 'void ']) {
  check(`${op}a`, new Function('a', `return ${op}a`), [0]);
}
for (const op of ['++', '--']) check(`a${op}`, new Function('a', `const b = a${op}; return String(b) + a`), [0]);
for (const text of ['a', '!a', 'a == null', 'a != null', 'a === undefined', 'a === null', "a === '7'", "typeof a === 'number'"]) {
  check(`if ${text}`, new Function('a', `if (${text}) return 1; return 2`), [0]);
  check(`loop ${text}`, new Function('a', `let n = 0; do { if (++n > 2) break; } while (${text}); return n`), [0]);
}
for (const type of [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint32Array, Float32Array, Float64Array, BigInt64Array]) {
  const array = new type(3);
  check(`${type.name}`, (a, b) => ((array[b] = a), array[b]), [0, 2, 3, -1, 0.5]);
}
for (const make of [() => [1, 2, 3], () => [1.5, 2, 3], () => ['x', {}, 3], () => [1, , 3]]) {
  check(`[${make()}]`, (a, b) => { const array = make(); array[b] = a; return array[b] === array[0] ? 1 : array.length; }, [0, 1, 2, 3, 5, '1']);
  check(`[${make()}] read`, (a) => make()[a], [0]);
}
check('string index', (a, b) => 'aé😀'[b], [0, 1, 2, 3, 4, -1, '1', 'length']);
check('switch', (a) => { switch (a) { case 0: return 'zero'; case 1: return 'one'; case 7: return 'seven'; default: return 'other'; } }, [0]);
