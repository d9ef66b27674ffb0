// Private methods and accessors in hot code, on the right receivers and on others.
'use strict';

class Account {
  #balance = 0;
  #add(amount) {
    this.#balance += amount;
    return this;
  }
  get #half() {
    return this.#balance / 2;
  }
  deposit(amount) {
    return this.#add(amount).#balance;
  }
  half() {
    return this.#half;
  }
  overwrite() {
    this.#add = null;
  }
  method() {
    return this.#add;
  }
  static depositTo(account, amount) {
    return account.#add(amount).#balance;
  }
}
class Savings extends Account {
  rate = 2;
}

const accounts = [new Account(), new Savings(), new Savings()];
accounts[2].extra = true;
for (let i = 0; i < 60000; i++) {
  const account = accounts[i % 3];
  account.deposit(1);
  Account.depositTo(account, 2);
}
console.log(accounts.map((account) => account.half()).join(), accounts[0].method() === accounts[1].method());

const outcome = (action) => {
  try {
    return String(action());
  } catch (error) {
    return error.name + ': ' + error.message;
  }
};
console.log(outcome(() => accounts[0].overwrite()));
for (const other of [{}, null, 1, Account.prototype, new Proxy(accounts[0], {})]) {
  console.log(outcome(() => Account.depositTo(other, 1)), '|', outcome(() => Account.prototype.deposit.call(other, 1)));
}
console.log(accounts[0].deposit(0));
