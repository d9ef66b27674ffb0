'use strict';

// util.debuglog: messages to standard error for the sections named in NODE_DEBUG.

let enabled;

function isEnabled(section) {
  if (enabled === undefined) {
    const list = process.env.NODE_DEBUG;
    const pattern = list && list.replace(/[|\\{}()[\]^$+?.]/g, '\\$&').replaceAll('*', '.*').replaceAll(',', '$|^');
    const expression = pattern ? new RegExp(`^${pattern}$`, 'i') : undefined;
    enabled = (name) => expression !== undefined && expression.test(name);
  }
  return enabled(section);
}

function debuglog(section, callback) {
  const name = section.toUpperCase();
  let log;
  const start = () => {
    if (log !== undefined) return;
    log = isEnabled(name) ? write : () => {};
    if (typeof callback === 'function') callback(log);
  };
  function write(...args) {
    const { formatWithOptions } = require('internal/inspect/format');
    const colors = process.stderr.hasColors?.() ?? false;
    process.stderr.write(formatWithOptions({ colors }, '%s %d: %s\n', name, process.pid, formatWithOptions({ colors }, ...args)));
  }
  const logger = (...args) => {
    start();
    log(...args);
  };
  Object.defineProperty(logger, 'enabled', { get: () => isEnabled(name), configurable: true, enumerable: true });
  return logger;
}

module.exports = { debuglog };
