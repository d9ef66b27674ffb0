// Proxy, Reflect, accessors and symbols: observable objects, default values, negative indices, access control.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(20000);

let reads = 0;
let writes = 0;
const observe = (target) =>
  new Proxy(target, {
    get(object, key, receiver) {
      reads++;
      return Reflect.get(object, key, receiver);
    },
    set(object, key, value, receiver) {
      writes++;
      return Reflect.set(object, key, value, receiver);
    },
    has: (object, key) => key !== 'secret' && Reflect.has(object, key),
    ownKeys: (object) => Reflect.ownKeys(object).filter((key) => key !== 'secret'),
    deleteProperty: (object, key) => key !== 'fixed' && Reflect.deleteProperty(object, key),
  });

const withDefault = (value) => new Proxy({}, { get: (object, key) => (key in object ? object[key] : value) });
const fromEnd = (list) =>
  new Proxy(list, {
    get: (array, key, receiver) =>
      typeof key === 'string' && key[0] === '-' ? array[array.length + Number(key)] : Reflect.get(array, key, receiver),
  });
const logged = (f, log) => new Proxy(f, { apply: (g, self, args) => (log.push(args.length), Reflect.apply(g, self, args)) });

class Account {
  constructor() {
    this.secret = 42;
    this.fixed = 1;
    this.balance = 0;
  }
  get doubled() {
    return this.balance * 2;
  }
}

function run() {
  let checksum = 0;
  for (let i = 0; i < rounds; i++) {
    const account = observe(new Account());
    account.balance += i & 15;
    account.note = 'n' + (i & 3);
    checksum = (checksum + account.doubled + Object.keys(account).length) | 0;
    if ('secret' in account || !('balance' in account)) checksum += 1000;
    if (Reflect.deleteProperty(account, 'note') && !Reflect.deleteProperty(account, 'fixed')) checksum++;
    const counts = withDefault(0);
    counts.a = counts.a + 1;
    counts.b += 2;
    checksum = (checksum + counts.a + counts.b + counts.missing) | 0;
    const list = fromEnd([1, 2, i & 7]);
    checksum = (checksum + list[-1] + list[0] + list.length) | 0;
    const log = [];
    const max = logged(Math.max, log);
    checksum = (checksum + max(1, i & 31, 3) + log[0]) | 0;
    const made = Reflect.construct(Account, [], Object);
    checksum = (checksum + (made instanceof Account ? 1 : 2) + Reflect.ownKeys(made).length) | 0;
  }
  return [checksum, reads, writes].join(' ');
}

bench.run('proxies', run, 5);
