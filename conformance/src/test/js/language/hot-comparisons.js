// Comparisons in hot functions, first of the types they are compiled for, then of all others.
'use strict';

const comparisons = {
  strictEqual: (a, b) => a === b,
  strictNotEqual: (a, b) => a !== b,
  equal: (a, b) => a == b,
  notEqual: (a, b) => a != b,
  less: (a, b) => a < b,
  lessEqual: (a, b) => a <= b,
  greater: (a, b) => a > b,
  greaterEqual: (a, b) => a >= b,
  ifStrictEqual: (a, b) => {
    if (a === b) return 'yes';
    return 'no';
  },
  ifEqual: (a, b) => {
    if (a == b) return 'yes';
    return 'no';
  },
  ifLess: (a, b) => {
    if (a < b) return 'yes';
    return 'no';
  },
  ifNotGreaterEqual: (a, b) => {
    if (!(a >= b)) return 'yes';
    return 'no';
  },
  strictZero: (a) => a === 0,
  notStrictZero: (a) => a !== 0,
  equalsOne: (a) => a == 1,
  lessThanTen: (a) => a < 10,
  atLeastTen: (a) => a >= 10,
  isNull: (a) => a === null,
  isUndefined: (a) => a === undefined,
  countsUp: (a, b) => {
    let steps = 0;
    for (let at = a; at <= b; at = at + 'x') if (++steps > 3) break;
    return steps;
  },
};

const shared = { name: 'shared' };
let conversions = 0;
const converted = {
  valueOf() {
    conversions++;
    return 1;
  },
};
const thrower = {
  valueOf() {
    throw new Error('no value');
  },
};
const values = [
  0, -0, 1, 10, 1.5, NaN, Infinity, '', '0', '1', 'a', 'ab', 'a'.concat('b'), true, false, null, undefined, 1n, 10n,
  Symbol.iterator, shared, {}, [1], converted, thrower, new String('a'),
];

function outcome(compare, a, b) {
  try {
    return String(compare(a, b));
  } catch (error) {
    return error.message;
  }
}

for (const [name, compare] of Object.entries(comparisons)) {
  // Each is compiled for objects, strings or numbers, by turns.
  const hot = [[shared, shared], ['a', 'b'], [1, 2], [shared, null]][name.length % 4];
  let count = 0;
  try {
    for (let i = 0; i < 20000; i++) if (compare(hot[0], hot[1])) count++;
  } catch (error) {
    count = error.message;
  }
  let summary = 0;
  const outcomes = new Map();
  for (const a of values) {
    for (const b of values) {
      const text = outcome(compare, a, b);
      outcomes.set(text, (outcomes.get(text) || 0) + 1);
      for (let k = 0; k < text.length; k++) summary = (summary * 31 + text.charCodeAt(k)) | 0;
    }
  }
  console.log(name, count, summary, [...outcomes].map((pair) => pair.join(': ')).join(', '), conversions);
}

// What a comparison runs sees the stack, and its exception is caught where it stands.
function within(a, b) {
  try {
    return a < b;
  } catch (error) {
    return [error.message, /at within/.test(error.stack)].join(' ');
  }
}
for (let i = 0; i < 20000; i++) within('a', i & 1 ? 'b' : '');
console.log(within(thrower, 1), within(1, { valueOf: () => 2 }));
