'use strict';

// Methods of an interface that complete what stands before the cursor.

const { inspect } = require('internal/inspect/inspect');
const { stringWidth } = require('internal/inspect/primitives');

function commonPrefix(texts) {
  if (texts.length === 0) return '';
  let prefix = texts[0];
  for (const text of texts) {
    let length = 0;
    while (length < prefix.length && prefix[length] === text[length]) length++;
    prefix = prefix.slice(0, length);
  }
  return prefix;
}

/** The texts in columns; an empty one ends a group. */
function inColumns(texts, columns) {
  const widths = texts.map((text) => stringWidth(text));
  const width = Math.max(...widths) + 2;
  let perRow = Math.floor(columns / width) || 1;
  if (perRow === Infinity) perRow = 1;
  let shown = '\r\n';
  let column = 0;
  let gap = 0;
  texts.forEach((text, i) => {
    if (text === '' || column === perRow) {
      shown += '\r\n';
      column = 0;
      gap = 0;
    } else {
      shown += ' '.repeat(gap);
    }
    if (text === '') {
      shown += '\r\n';
    } else {
      shown += text;
      gap = width - widths[i];
      column++;
    }
  });
  return column === 0 ? shown : `${shown}\r\n\r\n`;
}

module.exports = {
  /** Asks a completer that calls back. */
  _tabComplete(again) {
    this.pause();
    this.completer(this.line.slice(0, this.cursor), (error, value) => {
      this.resume();
      if (error) this._completionFailed(error);
      else this._complete(again, value);
    });
  },

  /** Asks a completer that answers, at once or with a promise. */
  async _tabCompleteLater(again) {
    this.pause();
    let value;
    try {
      value = await this.completer(this.line.slice(0, this.cursor));
    } catch (error) {
      this._completionFailed(error);
      return;
    } finally {
      this.resume();
    }
    this._complete(again, value);
  },

  _completionFailed(error) {
    this._writeToOutput(`Tab completion error: ${inspect(error)}`);
  },

  /** Inserts what all completions have in common, or shows them when the key is pressed again. */
  _complete(again, [completions, completeOn]) {
    if (!completions || completions.length === 0) return;
    const prefix = commonPrefix(completions.filter((text) => text !== ''));
    if (prefix.startsWith(completeOn) && prefix.length > completeOn.length) {
      this._insertString(prefix.slice(completeOn.length));
    } else if (!completeOn.startsWith(prefix)) {
      const start = this.cursor - completeOn.length;
      this.line = this.line.slice(0, start) + prefix + this.line.slice(this.cursor);
      this.cursor = start + prefix.length;
      this._refreshLine();
    } else if (again) {
      this._beforeEdit();
      this._writeToOutput(inColumns(completions, this.columns));
      this._refreshLine();
    }
  },
};
