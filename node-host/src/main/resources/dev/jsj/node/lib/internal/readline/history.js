'use strict';

// Methods of an interface that remember its lines and go through them. The arrow keys look only for lines that begin with what
// stood before the cursor when the search began.

module.exports = {
  /** Remembers the line, and answers it. */
  _addHistory() {
    const { history, line } = this;
    if (line === '' || history === undefined || this.historySize === 0 || line.trim() === '') return line;
    if (history.length === 0 || history[0] !== line) {
      if (this.removeHistoryDuplicates) {
        const index = history.indexOf(line);
        if (index !== -1) history.splice(index, 1);
      }
      history.unshift(line);
      if (history.length > this.historySize) history.pop();
    }
    this.historyIndex = -1;
    this.emit('history', history); // who listens may change it, but not this line
    return line;
  },

  _historyNext() {
    if (this.historyIndex < 0) return;
    const index = this._searchHistory(-1);
    this._showHistory(index, index === -1);
  },

  _historyPrev() {
    if (this.historyIndex >= this.history.length) return;
    const index = this._searchHistory(1);
    this._showHistory(index, index === this.history.length);
  },

  /** The index of the next line in this direction that differs from the present one. */
  _searchHistory(step) {
    const { history } = this;
    const search = this._substringSearch ?? '';
    let index = this.historyIndex + step;
    while (index >= 0 && index < history.length && (!history[index].startsWith(search) || this.line === history[index])) {
      index += step;
    }
    return index;
  },

  _showHistory(index, atEnd) {
    this.line = atEnd ? this._substringSearch ?? '' : this.history[index];
    this.historyIndex = index;
    this.cursor = this.line.length;
    this._refreshLine();
  },
};
