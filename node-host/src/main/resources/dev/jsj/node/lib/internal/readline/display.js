'use strict';

// Methods of an interface that show its line on the terminal.

const { stringWidth, stripVTControlCharacters } = require('internal/inspect/primitives');
const { clearScreenDown, cursorTo, moveCursor } = require('internal/readline/cursor');

module.exports = {
  get columns() {
    return this.output?.columns || Infinity;
  },

  getPrompt() {
    return this._prompt;
  },

  setPrompt(prompt) {
    this._prompt = prompt;
  },

  prompt(preserveCursor) {
    if (this.paused) this.resume();
    if (this.terminal && process.env.TERM !== 'dumb') {
      if (!preserveCursor) this.cursor = 0;
      this._refreshLine();
    } else {
      this._writeToOutput(this._prompt);
    }
  },

  _writeToOutput(text) {
    if (typeof text !== 'string') {
      const { codes } = require('internal/errors');
      throw new codes.ERR_INVALID_ARG_TYPE('stringToWrite', 'string', text);
    }
    this.output?.write(text);
  },

  /** Writes prompt and line over what is there, and puts the cursor where it belongs. */
  _refreshLine() {
    const shown = this._prompt + this.line;
    const end = this._getDisplayPos(shown);
    const position = this.getCursorPos();
    if (this.prevRows > 0) moveCursor(this.output, 0, -this.prevRows);
    cursorTo(this.output, 0);
    clearScreenDown(this.output);
    this._writeToOutput(shown);
    if (end.cols === 0) this._writeToOutput(' '); // makes the terminal go to the next line
    cursorTo(this.output, position.cols);
    if (end.rows > position.rows) moveCursor(this.output, 0, position.rows - end.rows);
    this.prevRows = position.rows;
  },

  /** Where the cursor stands after the text was written from the first column on. */
  _getDisplayPos(text) {
    const { columns } = this;
    let offset = 0;
    let rows = 0;
    for (const character of stripVTControlCharacters(text)) {
      if (character === '\n') {
        rows += Math.ceil(offset / columns) || 1;
        offset = 0;
      } else if (character === '\t') {
        offset += this.tabSize - (offset % this.tabSize);
      } else if (stringWidth(character, false) === 2) {
        if ((offset + 1) % columns === 0) offset++; // does not fit into the last column
        offset += 2;
      } else {
        offset += stringWidth(character, false);
      }
    }
    const cols = offset % columns;
    return { cols, rows: rows + (offset - cols) / columns };
  },

  getCursorPos() {
    return this._getDisplayPos(this._prompt + this.line.slice(0, this.cursor));
  },

  _getCursorPos() {
    return this.getCursorPos();
  },

  /** Moves the cursor by so many code units within the line. */
  _moveCursor(distance) {
    if (distance === 0) return;
    const from = this.getCursorPos();
    this.cursor = Math.min(Math.max(this.cursor + distance, 0), this.line.length);
    const to = this.getCursorPos();
    if (from.rows === to.rows) moveCursor(this.output, to.cols - from.cols, 0);
    else this._refreshLine();
  },

  clearLine() {
    this._moveCursor(Infinity);
    this._writeToOutput('\r\n');
    this.line = '';
    this.cursor = 0;
    this.prevRows = 0;
  },

  _clearScreen() {
    cursorTo(this.output, 0, 0);
    clearScreenDown(this.output);
    this._refreshLine();
  },
};
