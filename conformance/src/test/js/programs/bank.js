// Event sourcing: accounts rebuilt from events, validation errors, reports, snapshots; classes, maps, generators.
class InsufficientFunds extends Error {
  constructor(account, wanted) {
    super(`account ${account.id} has ${account.balance}, wanted ${wanted}`);
    this.name = new.target.name;
    Object.assign(this, { account: account.id, wanted });
  }
}
class Account {
  #events = [];
  static *replay(events) {
    const accounts = new Map();
    for (const event of events) {
      const account = accounts.get(event.id) ?? new Account(event.id);
      account.apply(event, false);
      accounts.set(event.id, account);
      yield [event.seq, account.balance];
    }
    return accounts;
  }
  constructor(id) {
    Object.defineProperty(this, 'id', { value: id, enumerable: true });
    this.balance = 0n;
  }
  apply(event, record = true) {
    const handler = {
      deposit: (n) => (this.balance += n),
      withdraw: (n) => {
        if (n > this.balance) throw new InsufficientFunds(this, n);
        this.balance -= n;
      },
    }[event.type];
    if (!handler) throw new TypeError(`unknown event ${event.type}`);
    handler(BigInt(event.amount));
    if (record) this.#events.push(Object.freeze({ ...event }));
    return this;
  }
  get history() {
    return [...this.#events];
  }
  [Symbol.toPrimitive](hint) {
    return hint === 'number' ? Number(this.balance) : `#${this.id}:${this.balance}`;
  }
  toJSON() {
    return { id: this.id, balance: String(this.balance), events: this.#events.length };
  }
}
const a = new Account('a')
  .apply({ type: 'deposit', amount: 100, id: 'a', seq: 1 })
  .apply({ type: 'withdraw', amount: 30, id: 'a', seq: 2 });
const b = new Account('b').apply({ type: 'deposit', amount: 2 ** 40, id: 'b', seq: 3 });
console.log(a, b, `${a}`, +b, JSON.stringify([a, b]), a.history);
for (const event of [
  { type: 'withdraw', amount: 1000 },
  { type: 'steal', amount: 1 },
  { type: 'deposit', amount: 1.5 },
]) {
  try {
    a.apply(event);
  } catch (e) {
    const { name, message, ...rest } = e;
    console.log(name, '|', message, '|', rest, e instanceof InsufficientFunds);
  }
}
try {
  a.id = 'x';
} catch (e) {
  console.log(e.message);
}
try {
  (() => {
    'use strict';
    a.id = 'x';
  })();
} catch (e) {
  console.log(e.message);
}
try {
  a.history[0].amount = 5;
  (() => {
    'use strict';
    a.history[0].amount = 5;
  })();
} catch (e) {
  console.log(e.message);
}
const replay = Account.replay([...a.history, ...b.history]);
let step;
while (!(step = replay.next()).done) console.log(...step.value);
console.log(step.value);
const report = [...step.value.values()]
  .sort((x, y) => y - x)
  .map(
    (acc, i) => `${String(i + 1).padStart(2)}. ${acc.id.padEnd(6, '.')}${String(acc.balance).padStart(16)}`,
  )
  .join('\n');
console.log(report);
console.table([...step.value.values()].map(({ id, balance }) => ({ id, balance })));
