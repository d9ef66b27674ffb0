'use strict';

// node:readline/promises.

const readline = require('readline');

const ask = readline.Interface.prototype.question[Symbol.for('nodejs.util.promisify.custom')];

class Interface extends readline.Interface {
  question(query, options = {}) {
    return Reflect.apply(ask, { question: (...args) => super.question(...args) }, [query, options]);
  }
}

/** Collects cursor movements and sends them at once. */
class Readline {
  #stream;
  #autoCommit;
  #actions = [];

  constructor(stream, options = undefined) {
    this.#stream = stream;
    this.#autoCommit = Boolean(options?.autoCommit);
  }

  #add(action) {
    if (this.#autoCommit) action(this.#stream);
    else this.#actions.push(action);
    return this;
  }

  cursorTo(x, y = undefined) {
    return this.#add((stream) => readline.cursorTo(stream, x, y));
  }

  moveCursor(dx, dy) {
    return this.#add((stream) => readline.moveCursor(stream, dx, dy));
  }

  clearLine(direction) {
    return this.#add((stream) => readline.clearLine(stream, direction));
  }

  clearScreenDown() {
    return this.#add((stream) => readline.clearScreenDown(stream));
  }

  async commit() {
    for (const action of this.#actions.splice(0)) action(this.#stream);
  }

  rollback() {
    this.#actions = [];
    return this;
  }
}

module.exports = {
  Interface,
  Readline,
  createInterface: (input, output, completer, terminal) => new Interface(input, output, completer, terminal),
};
