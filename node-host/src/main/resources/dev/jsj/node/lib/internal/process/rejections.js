'use strict';

// Promises that were rejected and that nobody handled. Native code collects them and, once the promise jobs are done,
// hands them over.

const { inspect } = require('internal/inspect/inspect');
const binding = internalBinding('process');
const { describe } = internalBinding('util');

/** Promises whose rejection has been reported, for 'rejectionHandled'. */
const reported = new WeakMap();
let lastId = 0;

function isErrorLike(value) {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'stack');
}

/** The error for a reason that is none. */
class UnhandledPromiseRejection extends Error {
  code = 'ERR_UNHANDLED_REJECTION';

  constructor(reason) {
    super('This error originated either by throwing inside of an async function without a catch block, or by rejecting a ' +
      `promise which was not handled with .catch(). The promise rejected with the reason "${describe(reason)}".`);
  }
}
Object.defineProperty(UnhandledPromiseRejection.prototype, 'name', { value: 'UnhandledPromiseRejection' });

function inspectReason(reason) {
  try {
    return typeof reason === 'string' ? reason : inspect(reason, { depth: 1 });
  } catch {
    return String(reason);
  }
}

function warn(id, reason) {
  const warning = 'Unhandled promise rejection. This error originated either by throwing inside of an async function ' +
    'without a catch block, or by rejecting a promise which was not handled with .catch(). To terminate the node ' +
    'process on unhandled promise rejection, use the CLI flag `--unhandled-rejections=strict` (see ' +
    `https://nodejs.org/api/cli.html#cli_unhandled_rejections_mode). (rejection id: ${id})`;
  process.emitWarning(isErrorLike(reason) ? reason.stack : inspectReason(reason), 'UnhandledPromiseRejectionWarning');
  process.emitWarning(warning, 'UnhandledPromiseRejectionWarning');
}

/** Reports one promise; answers whether anything ran that may have queued jobs. */
function reportRejection(promise, reason) {
  const id = ++lastId;
  reported.set(promise, { id, reason });
  const mode = binding.unhandledRejectionsMode;
  if (mode === 'none') {
    process.emit('unhandledRejection', reason, promise);
    return;
  }
  if (mode === 'strict') {
    binding.triggerUncaught(isErrorLike(reason) ? reason : new UnhandledPromiseRejection(reason), 'unhandledRejection');
    process.emit('unhandledRejection', reason, promise);
    return;
  }
  if (process.emit('unhandledRejection', reason, promise)) return;
  if (mode === 'warn') warn(id, reason);
  else if (mode === 'warn-with-error-code') {
    warn(id, reason);
    process.exitCode = 1;
  } else {
    binding.triggerUncaught(isErrorLike(reason) ? reason : new UnhandledPromiseRejection(reason), 'unhandledRejection');
  }
}

/** A handler was added after the report. */
function reportHandled(promise) {
  const report = reported.get(promise);
  if (report === undefined) return;
  reported.delete(promise);
  process.emit('rejectionHandled', promise);
}

module.exports = { reportRejection, reportHandled };
