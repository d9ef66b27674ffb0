'use strict';

// Whole files: readFile, writeFile, appendFile. Small enough jobs to be done by one native call each.

const { Buffer } = require('buffer');
const { toBytes, toFlags, toMode, toOptions, toPath } = require('internal/fs/arguments');
const { AbortError } = require('internal/errors');

function decode(bytes, encoding) {
  return encoding && encoding !== 'buffer' ? bytes.toString(encoding) : bytes;
}

/** The native arguments of reading `path`, which may be a descriptor. */
function readArguments(path, options) {
  const { flag = 'r' } = options;
  return [typeof path === 'number' ? path : toPath(path), toFlags(flag, 'options.flag')];
}

function writeArguments(path, data, options) {
  const { flag, mode, encoding, flush = false } = options;
  const bytes = toBytes(data, encoding);
  return [typeof path === 'number' ? path : toPath(path), bytes, toFlags(flag), toMode(mode, 0o666), flush];
}

const readOptions = (options) => toOptions(options, { flag: 'r' });
const writeOptions = (options) => toOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'w', flush: false });
const appendOptions = (options) => toOptions(options, { encoding: 'utf8', mode: 0o666, flag: 'a', flush: false });

function checkAborted(signal) {
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
}

function toBuffer(arrayBuffer) {
  return Buffer.from(arrayBuffer);
}

module.exports = {
  appendOptions, checkAborted, decode, readArguments, readOptions, toBuffer, writeArguments, writeOptions,
};
