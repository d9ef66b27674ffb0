'use strict';

// Errors with a Node `code`. `codes.ERR_X` is the constructor of error ERR_X; where Node gives one code to several classes
// the further ones are its properties (`codes.ERR_INVALID_ARG_VALUE.RangeError`).

const { messages } = require('internal/error_messages');

const codes = { __proto__: null };
const nodeErrorMark = Symbol('kIsNodeError');

function fillTemplate(template, args) {
  let next = 0;
  return template.replace(/%[sdj]/g, (mark) => {
    const value = args[next++];
    if (mark === '%j') return JSON.stringify(value);
    if (typeof value === 'string') return value;
    return require('internal/inspect/format').format('%s', value);
  });
}

/** Makes one error class: `name` stays the base's, the stack's first line shows `Name [CODE]: message`. */
function makeNodeError(Base, code, template) {
  function NodeError(...args) {
    const error = new Base();
    const message = typeof template === 'function' ? Reflect.apply(template, error, args) : fillTemplate(template, args);
    Object.defineProperties(error, {
      [nodeErrorMark]: { __proto__: null, value: true, configurable: true },
      message: { __proto__: null, value: message, writable: true, configurable: true, enumerable: false },
      toString: {
        __proto__: null,
        value() { return `${this.name} [${code}]: ${this.message}`; },
        writable: true,
        configurable: true,
        enumerable: false,
      },
    });
    captureStackWithCode(error, code, NodeError);
    error.code = code;
    return error;
  }
  Object.defineProperty(NodeError, 'name', { value: 'NodeError' });
  return NodeError;
}

/** Takes the stack above `below` while the error's name carries the code. */
function captureStackWithCode(error, code, below) {
  const { name } = error;
  Object.defineProperty(error, 'name', { __proto__: null, value: `${name} [${code}]`, configurable: true });
  Error.captureStackTrace(error, below);
  void error.stack; // the text is made when first read
  delete error.name;
}

const BASES = { Error, TypeError, RangeError, SyntaxError, URIError };

function defineCode(code) {
  const [bases, template] = messages[code];
  const names = bases.split(' ');
  const NodeError = makeNodeError(BASES[names[0]], code, template);
  for (const name of names.slice(1)) NodeError[name] = makeNodeError(BASES[name], code, template);
  Object.defineProperty(codes, code, { value: NodeError, enumerable: true });
  return NodeError;
}

for (const code of Object.keys(messages)) {
  Object.defineProperty(codes, code, { configurable: true, enumerable: true, get: () => defineCode(code) });
}

/** An abort as the web and Node's own APIs report it. */
class AbortError extends Error {
  constructor(message = 'The operation was aborted', options = undefined) {
    super(message, options);
    this.code = 'ABORT_ERR';
    this.name = 'AbortError';
  }
}

/** Two errors of one failed operation: the first stays the one reported, the other is kept beside it. */
function aggregateTwoErrors(innerError, outerError) {
  if (!innerError || !outerError || innerError === outerError) return innerError || outerError;
  if (Array.isArray(outerError.errors)) {
    outerError.errors.push(innerError);
    return outerError;
  }
  const error = new AggregateError([outerError, innerError], outerError.message);
  error.code = outerError.code;
  return error;
}

/** A failed system call: `ENOENT: no such file or directory, open 'x'`. */
function systemCallError({ errno, code, message, syscall, path, dest }) {
  let text = `${code}: ${message}, ${syscall}`;
  if (path !== undefined) text += ` '${path}'`;
  if (dest !== undefined) text += ` -> '${dest}'`;
  const error = new Error(text);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  if (path !== undefined) error.path = path;
  if (dest !== undefined) error.dest = dest;
  return error;
}

/** A failed system call named `syscall`, from a bare errno: `spawn ls ENOENT`. */
function errnoException(errno, syscall, original) {
  const code = require('internal/uv').errorName(errno);
  const error = new Error(original ? `${syscall} ${code} ${original}` : `${syscall} ${code}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  return error;
}

function endpoint(address, port) {
  return port ? `${address}:${port}` : `${address}`;
}

/** A failed call about an address, with the system's text: `listen EADDRINUSE: address already in use :::80`. */
function uvExceptionWithHostPort(errno, syscall, address, port) {
  const [code, text] = require('internal/uv').errorMap().get(errno) ?? ['UNKNOWN', 'unknown error'];
  const error = new Error(`${syscall} ${code}: ${text}${address ? ` ${endpoint(address, port)}` : ''}`);
  error.code = code;
  error.errno = errno;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  return error;
}

/** A failed call about an address: `connect ECONNREFUSED 127.0.0.1:80`. */
function exceptionWithHostPort(errno, syscall, address, port, additional) {
  const code = require('internal/uv').errorName(errno);
  let details = '';
  if (address) details = ` ${endpoint(address, port)}`;
  if (additional) details += ` - Local (${additional})`;
  const error = new Error(`${syscall} ${code}${details}`);
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  return error;
}

function isErrorLike(value) {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'stack');
}

module.exports = {
  codes,
  AbortError,
  aggregateTwoErrors,
  captureStackWithCode,
  errnoException,
  exceptionWithHostPort,
  isErrorLike,
  nodeErrorMark,
  systemCallError,
  uvExceptionWithHostPort,
};
