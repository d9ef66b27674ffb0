'use strict';

// The history of sessions, kept in a file: one line each, the newest first.

const fs = require('fs');
const os = require('os');
const path = require('path');

/** Where history is kept: NODE_REPL_HISTORY, or a file of the user; null for nowhere. */
function historyFile(env = process.env) {
  const asked = env.NODE_REPL_HISTORY;
  if (asked !== undefined) return asked.trim() === '' ? null : path.resolve(asked);
  const home = os.homedir();
  return home ? path.join(home, '.node_repl_history') : null;
}

/** Fills the session's history from the file, and keeps it there. */
function setup(session, file = '', callback = () => {}) {
  const name = file || historyFile();
  if (name === null) {
    process.nextTick(callback, null, session);
    return;
  }
  fs.readFile(name, 'utf8', (error, text) => {
    if (error && error.code !== 'ENOENT') {
      session.output.write('\nError: Could not open history file.\nREPL session history will not be persisted.\n');
      callback(null, session);
      return;
    }
    if (text) session.history = text.split(/\r?\n+/, session.historySize).filter((line) => line !== '');
    session.on('history', (history) => {
      fs.writeFile(name, history.join(os.EOL), { mode: 0o600 }, (failed) => {
        if (failed) session.emit('flushHistory', failed);
        else session.emit('flushHistory');
      });
    });
    callback(null, session);
  });
}

module.exports = { historyFile, setup };
