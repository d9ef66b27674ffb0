'use strict';

// The source text of a failing `assert(...)` call, for its message.

const binding = internalBinding('call_source');

/** The text of the call whose callee is `fn`, from the first frame below it; undefined when it cannot be had. */
function callSource(fn) {
  const holder = {};
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  Error.prepareStackTrace = (error, sites) => sites;
  Error.captureStackTrace(holder, fn);
  const site = holder.stack[0];
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  if (site === undefined || typeof site.getFileName !== 'function') return undefined;
  const file = site.getFileName();
  if (!file) return undefined;
  return binding.callAt(file, site.getLineNumber(), site.getColumnNumber()) ?? undefined;
}

module.exports = { callSource };
