'use strict';

// Methods of an interface that change its line: insertion, deletion by character, word and line, what was cut, undo.

const MAX_CUTS = 32;
const MAX_CHANGES = 2048;

const WORD_AFTER = /^(?:\s+|[^\w\s]+|\w+)\s*/;
const CUT_AFTER = /^(?:\s+|\W+|\w+)\s*/;

/** How long the word before the end of the text is, with the white space after it; in time linear in the text. */
function wordLengthBefore(text) {
  const trimmed = text.trimEnd();
  const tail = trimmed.slice(-1);
  let start = trimmed.length;
  const isWord = /\w/.test(tail);
  while (start > 0) {
    const character = trimmed[start - 1];
    if (isWord ? !/\w/.test(character) : /[\w\s]/.test(character)) break;
    start--;
  }
  return text.length - start;
}

/** Code units of the character that ends, or begins, at the index. */
function lengthBefore(text, index) {
  if (index <= 0) return 0;
  return index > 1 && text.codePointAt(index - 2) > 0xffff ? 2 : 1;
}

function lengthAfter(text, index) {
  return index < text.length && text.codePointAt(index) > 0xffff ? 2 : 1;
}

module.exports = {
  _insertString(text) {
    this._beforeEdit();
    if (this.cursor < this.line.length) {
      this.line = this.line.slice(0, this.cursor) + text + this.line.slice(this.cursor);
      this.cursor += text.length;
      this._refreshLine();
      return;
    }
    const before = this.getCursorPos();
    this.line += text;
    this.cursor += text.length;
    if (before.rows < this.getCursorPos().rows) this._refreshLine();
    else this._writeToOutput(text);
  },

  /** Takes `count` code units out at the index, where the cursor goes. */
  _cut(index, count) {
    this._beforeEdit();
    const cut = this.line.slice(index, index + count);
    this.line = this.line.slice(0, index) + this.line.slice(index + count);
    this.cursor = index;
    this._refreshLine();
    return cut;
  },

  _left() {
    this._moveCursor(-lengthBefore(this.line, this.cursor));
  },

  _right() {
    this._moveCursor(lengthAfter(this.line, this.cursor));
  },

  _home() {
    this._moveCursor(-Infinity);
  },

  _end() {
    this._moveCursor(Infinity);
  },

  _wordLeft() {
    if (this.cursor > 0) this._moveCursor(-wordLengthBefore(this.line.slice(0, this.cursor)));
  },

  _wordRight() {
    if (this.cursor < this.line.length) this._moveCursor(WORD_AFTER.exec(this.line.slice(this.cursor))[0].length);
  },

  _deleteLeft() {
    if (this.cursor === 0 || this.line === '') return;
    const length = lengthBefore(this.line, this.cursor);
    this._cut(this.cursor - length, length);
  },

  _deleteRight() {
    if (this.cursor < this.line.length) this._cut(this.cursor, lengthAfter(this.line, this.cursor));
  },

  _deleteRightOrClose() {
    if (this.cursor === 0 && this.line === '') this.close();
    else this._deleteRight();
  },

  _deleteWordLeft() {
    if (this.cursor === 0) return;
    const length = wordLengthBefore(this.line.slice(0, this.cursor));
    this._cut(this.cursor - length, length);
  },

  _deleteWordRight() {
    if (this.cursor === this.line.length) return;
    this._cut(this.cursor, CUT_AFTER.exec(this.line.slice(this.cursor))[0].length);
  },

  _deleteLineLeft() {
    this._keepCut(this._cut(0, this.cursor));
  },

  _deleteLineRight() {
    this._keepCut(this._cut(this.cursor, Infinity));
  },

  _keepCut(text) {
    if (text === '' || text === this._cuts[0]) return;
    this._cuts.unshift(text);
    this._cutIndex = 0;
    if (this._cuts.length > MAX_CUTS) this._cuts.pop();
  },

  _yank() {
    if (this._cuts.length === 0) return;
    this._yanking = true;
    this._insertString(this._cuts[this._cutIndex]);
  },

  /** Replaces what was just inserted by what was cut before it. */
  _yankPop() {
    if (!this._yanking || this._cuts.length < 2) return;
    const start = this.cursor - this._cuts[this._cutIndex].length;
    this._cutIndex = (this._cutIndex + 1) % this._cuts.length;
    const text = this._cuts[this._cutIndex];
    this.line = this.line.slice(0, start) + text + this.line.slice(this.cursor);
    this.cursor = start + text.length;
    this._refreshLine();
  },

  _beforeEdit() {
    if (this._undoStack.push({ text: this.line, cursor: this.cursor }) > MAX_CHANGES) this._undoStack.shift();
  },

  _undo() {
    this._restore(this._undoStack, this._redoStack);
  },

  _redo() {
    this._restore(this._redoStack, this._undoStack);
  },

  _restore(from, to) {
    const state = from.pop();
    if (state === undefined) return;
    to.push({ text: this.line, cursor: this.cursor });
    this.line = state.text;
    this.cursor = state.cursor;
    this._refreshLine();
  },
};
