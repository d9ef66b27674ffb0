// Branches, cases and calls that are first reached long after their function was compiled.
'use strict';

function classify(n, verbose) {
  let kind = 'small';
  if (n > 90000) {
    kind = verbose ? `large:${n}` : 'large';
    n = n + 0.5;
  } else if (n === 77777) {
    kind = 'lucky';
  }
  switch (n % 7) {
    case 0:
      return kind.length;
    case 1:
    case 2:
      return n & 1;
    case 6.5:
      return describe(n);
    default:
      return 2;
  }
}

function describe(n) {
  return String(n).length + 1000;
}

let sum = 0;
for (let i = 0; i < 100000; i++) sum += classify(i, false);
console.log(sum, classify(90006, true), classify(99999, true));

// A rare path in a callee that is inlined, with the caller's values still needed behind it.
function absolute(x) {
  if (x < 0) return -x;
  return x;
}
function total(list) {
  let all = 0;
  for (let i = 0; i < list.length; i++) {
    const before = all;
    all += absolute(list[i]) * 2;
    if (all < before) console.log('less', before, all);
  }
  return all;
}
const numbers = Array.from({ length: 5000 }, (_, i) => i);
for (let k = 0; k < 30; k++) total(numbers);
console.log(total(numbers.map((n) => (n % 3 === 0 ? -n : n))), total([-1, '-2', 3]), total([-0.5]));

// Loops one after the other: each is entered before the next has ever run.
function phases(limit) {
  const out = [];
  let a = 0;
  for (let i = 0; i < limit; i++) a = (a + i * 3) % 1009;
  out.push(a);
  let text = '';
  for (let i = 0; i < limit / 100; i++) text += i % 10;
  out.push(text.length, text.slice(-5));
  const map = new Map();
  for (let i = 0; i < limit; i++) map.set(i % 97, (map.get(i % 97) || 0) + 1);
  out.push(map.size, map.get(3));
  for (const [key, value] of map) if (value < 0) out.push(key);
  return out.join();
}
for (let k = 0; k < 4; k++) console.log(phases(60000 + k));

// Exceptions, generators and closures behind branches that come late.
function risky(i) {
  try {
    if (i === 59999) throw new RangeError('late ' + i);
    if (i > 59999) return null.nothing;
    return i;
  } catch (error) {
    return error.name + ': ' + (error instanceof RangeError ? error.message : 'other');
  } finally {
    if (i === 60000) sum++;
  }
}
let last;
for (let i = 0; i < 60001; i++) last = risky(i);
console.log(last, risky(59999), sum);

function* numbersUntil(n) {
  for (let i = 0; i < n; i++) {
    if (i === 40000) yield 'half';
    yield i;
  }
}
let count = 0;
for (const value of numbersUntil(50000)) if (typeof value === 'string') count += 1e6;
else count += value & 1;
console.log(count);

function counter(start) {
  let n = start;
  const next = () => {
    if (n > 30000 && n % 2 === 0) {
      const jump = () => n + 2;
      n = jump();
    } else n++;
    return n;
  };
  return next;
}
const next = counter(0);
let value = 0;
while (value < 40000) value = next();
console.log(value);

class Account {
  constructor(balance) {
    this.balance = balance;
    if (balance < 0) this.overdrawn = true;
  }
  withdraw(amount) {
    if (amount > this.balance) return new Account(this.balance - amount);
    this.balance -= amount;
    return this;
  }
}
let account = new Account(20000);
for (let i = 0; i < 20010; i++) account = account.withdraw(1);
console.log(JSON.stringify(account), account.overdrawn);
