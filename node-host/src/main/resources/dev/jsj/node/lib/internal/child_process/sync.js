'use strict';

// Programs that are run to their end.

const binding = internalBinding('child_process');
const { Buffer } = require('buffer');
const { codes, errnoException } = require('internal/errors');
const { validateString } = require('internal/validators');
const {
  checkMaxBuffer, checkNullBytes, checkTimeout, killSignalOf, nativeStreams, normalizeExecFileArgs, normalizeSpawnArguments,
  normalizeStdio,
} = require('internal/child_process/arguments');
const { nativeCommand, signalOf, splitPairs } = require('internal/child_process/child');

const SIGTERM = 15;
const MAX_BUFFER = 1024 * 1024;

function inputBytes(input, encoding) {
  if (input == null) return undefined;
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (typeof input === 'string') return Buffer.from(input, encoding === 'buffer' ? undefined : encoding);
  throw new codes.ERR_INVALID_ARG_TYPE('options.stdio[0]', ['Buffer', 'TypedArray', 'DataView', 'string'], input);
}

/** `options` as normalizeSpawnArguments makes them. */
function runSync(options) {
  checkTimeout(options.timeout);
  checkMaxBuffer(options.maxBuffer);
  const killSignal = killSignalOf(options.killSignal) ?? SIGTERM;
  const stdio = normalizeStdio(options.stdio || 'pipe', true);
  const input = inputBytes(options.input, options.encoding);
  const kinds = nativeStreams(stdio);
  if (input !== undefined) kinds[0] = 'pipe';
  const { maxBuffer = MAX_BUFFER } = options;
  const result = binding.runSync(
    nativeCommand(options), splitPairs(options.envPairs), options.cwd || process.cwd(), kinds, options.detached, input,
    options.timeout ?? 0, maxBuffer === Infinity ? -1 : Math.floor(maxBuffer), killSignal);
  if (result.errno !== undefined) {
    return { error: failure(result.errno, options), status: null, signal: null, output: null, pid: 0, stdout: null, stderr: null };
  }
  const decode = (bytes) => {
    if (bytes === null) return null;
    const buffer = Buffer.from(bytes);
    return options.encoding && options.encoding !== 'buffer' ? buffer.toString(options.encoding) : buffer;
  };
  const signal = signalOf(result.status);
  const output = [null, decode(result.stdout), decode(result.stderr)];
  for (let i = 3; i < stdio.length; i++) output.push(decode(result.others[i - 3] ?? null));
  const answer = { status: signal === null ? result.status : null, signal, output, pid: result.pid };
  [, answer.stdout, answer.stderr] = output;
  return result.failure === 0 ? answer : { error: failure(result.failure, options), ...answer };
}

function failure(errno, { file, args }) {
  const error = errnoException(errno, `spawnSync ${file}`);
  error.path = file;
  error.spawnargs = args.slice(1);
  return error;
}

function spawnSync(file, args, options) {
  return runSync(normalizeSpawnArguments(file, args, options));
}

/** The error for a program that did not end well. */
function errorOf(result, command) {
  if (result.error) return Object.assign(result.error, result);
  if (result.status === 0) return undefined;
  let message = `Command failed: ${command}`;
  if (result.stderr && result.stderr.length > 0) message += `\n${result.stderr.toString()}`;
  return Object.assign(new Error(message), result);
}

/** Its standard output; without other wishes its standard error goes to ours. */
function outputOf(result, options, command) {
  if (!options.stdio && result.stderr) process.stderr.write(result.stderr);
  const error = errorOf(result, command);
  if (error !== undefined) throw error;
  return result.stdout;
}

function execFileSync(file, args, options) {
  ({ file, args, options } = normalizeExecFileArgs(file, args, options));
  return outputOf(spawnSync(file, args, options), options, [options.argv0 || file, ...args].join(' '));
}

function execSync(command, options) {
  validateString(command, 'command');
  checkNullBytes(command, 'command');
  options = { ...options };
  options.shell = typeof options.shell === 'string' ? options.shell : true;
  return outputOf(spawnSync(command, options), options, command);
}

module.exports = { execFileSync, execSync, spawnSync };
