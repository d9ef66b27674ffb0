'use strict';

const { codes } = require('internal/errors');
const { validateBoolean, validateInteger } = require('internal/validators');
const { CLEAR_SCREEN_DOWN, byDistance, clearedLine, toColumn, toPosition } = require('internal/readline/cursor');

function isWritable(stream) {
  return typeof stream?.write === 'function' && typeof stream.on === 'function' &&
    (stream._readableState === undefined || stream._writableState !== undefined);
}

/** Movements of a terminal's cursor: collected and sent at once, or each on its own. */
class Readline {
  #autoCommit = false;
  #stream;
  #pending = [];

  constructor(stream, options = undefined) {
    if (!isWritable(stream)) throw new codes.ERR_INVALID_ARG_TYPE('stream', 'Writable', stream);
    this.#stream = stream;
    if (options?.autoCommit != null) {
      validateBoolean(options.autoCommit, 'options.autoCommit');
      this.#autoCommit = options.autoCommit;
    }
  }

  #add(text) {
    if (this.#autoCommit) process.nextTick(() => this.#stream.write(text));
    else this.#pending.push(text);
    return this;
  }

  cursorTo(x, y = undefined) {
    validateInteger(x, 'x');
    if (y != null) validateInteger(y, 'y');
    return this.#add(y == null ? toColumn(x) : toPosition(x, y));
  }

  moveCursor(dx, dy) {
    if (dx || dy) {
      validateInteger(dx, 'dx');
      validateInteger(dy, 'dy');
      this.#add(byDistance(dx, dy));
    }
    return this;
  }

  clearLine(direction) {
    validateInteger(direction, 'dir', -1, 1);
    return this.#add(clearedLine(direction));
  }

  clearScreenDown() {
    return this.#add(CLEAR_SCREEN_DOWN);
  }

  commit() {
    return new Promise((resolve) => {
      this.#stream.write(this.#pending.join(''), resolve);
      this.#pending = [];
    });
  }

  rollback() {
    this.#pending = [];
    return this;
  }
}

module.exports = { Readline };
