'use strict';

// node:assert.

const { AssertionError } = require('internal/assert/assertion_error');
const { isDeepEqual, isDeepStrictEqual } = require('internal/deep_equal');
const { codes } = require('internal/errors');
const { inspect } = require('internal/inspect/inspect');
const { deprecate } = require('internal/promisify');
const { validateFunction, validateUint32 } = require('internal/validators');
const types = internalBinding('types');

/** What stands for "nothing was thrown". */
const NOTHING = {};

function failWith(options) {
  if (options.message instanceof Error) throw options.message;
  throw new AssertionError(options);
}

function isError(value) {
  return types.isNativeError(value) || value instanceof Error;
}

/** assert(value, message), with `fn` as the function that the stack begins below. */
function checkOk(fn, count, value, message) {
  if (value) return;
  let generatedMessage = false;
  if (count === 0) {
    generatedMessage = true;
    message = 'No value argument passed to `assert.ok()`';
  } else if (message == null) {
    generatedMessage = true;
    message = falsyMessage(fn);
  } else if (message instanceof Error) {
    throw message;
  }
  const error = new AssertionError({ actual: value, expected: true, message, operator: '==', stackStartFn: fn });
  error.generatedMessage = generatedMessage;
  throw error;
}

/** The text of the call that failed, from its source. */
function falsyMessage(fn) {
  const text = require('internal/assert/call_source').callSource(fn);
  return text === undefined ? 'The expression evaluated to a falsy value' :
    `The expression evaluated to a falsy value:\n\n  ${text}\n`;
}

function ok(...args) {
  checkOk(ok, args.length, ...args);
}

const assert = module.exports = ok;

let warnedOfFail = false;

function fail(actual, expected, message, operator, stackStartFn) {
  const count = arguments.length;
  let generated = false;
  if (actual == null && count <= 1) {
    generated = true;
    message = 'Failed';
  } else if (count === 1) {
    message = actual;
    actual = undefined;
  } else {
    if (!warnedOfFail) {
      warnedOfFail = true;
      process.emitWarning('assert.fail() with more than one argument is deprecated. Please use assert.strictEqual() ' +
        'instead or only pass a message.', 'DeprecationWarning', 'DEP0094');
    }
    if (count === 2) operator = '!=';
  }
  if (message instanceof Error) throw message;
  const error = new AssertionError({
    actual, expected, operator: operator === undefined ? 'fail' : operator, stackStartFn: stackStartFn || fail, message,
  });
  if (generated) error.generatedMessage = true;
  throw error;
}

assert.fail = fail;
assert.AssertionError = AssertionError;
assert.ok = ok;

/** Defines assert.<name>(actual, expected, message), which fails unless `holds(actual, expected)`. */
function defineComparison(name, operator, holds) {
  const comparison = {
    [name](actual, expected, message) {
      if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('actual', 'expected');
      if (!holds(actual, expected)) failWith({ actual, expected, message, operator, stackStartFn: comparison });
    },
  }[name];
  assert[name] = comparison;
}

// eslint-disable-next-line eqeqeq
const looselyEqual = (a, b) => a == b || (Number.isNaN(a) && Number.isNaN(b));
defineComparison('equal', '==', looselyEqual);
defineComparison('notEqual', '!=', (a, b) => !looselyEqual(a, b));
defineComparison('deepEqual', 'deepEqual', isDeepEqual);
defineComparison('notDeepEqual', 'notDeepEqual', (a, b) => !isDeepEqual(a, b));
defineComparison('deepStrictEqual', 'deepStrictEqual', isDeepStrictEqual);
defineComparison('notDeepStrictEqual', 'notDeepStrictEqual', (a, b) => !isDeepStrictEqual(a, b));
defineComparison('strictEqual', 'strictEqual', Object.is);
defineComparison('notStrictEqual', 'notStrictEqual', (a, b) => !Object.is(a, b));

function matches(pattern, text) {
  return RegExp.prototype.exec.call(pattern, text) !== null;
}

/** The compared properties of an error, for the difference that is shown. */
class Comparison {
  constructor(object, keys, actual) {
    for (const key of keys) {
      if (!(key in object)) continue;
      const matched = actual !== undefined && typeof actual[key] === 'string' && types.isRegExp(object[key]) &&
        matches(object[key], actual[key]);
      this[key] = matched ? actual[key] : object[key];
    }
  }
}

function checkProperties(actual, expected, message, fn) {
  const keys = Object.keys(expected);
  if (expected instanceof Error) keys.push('name', 'message');
  else if (keys.length === 0) throw new codes.ERR_INVALID_ARG_VALUE('error', expected, 'may not be an empty object');
  for (const key of keys) {
    if (typeof actual[key] === 'string' && types.isRegExp(expected[key]) && matches(expected[key], actual[key])) continue;
    if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
    if (message) failWith({ actual, expected, message, operator: fn.name, stackStartFn: fn });
    const error = new AssertionError({
      actual: new Comparison(actual, keys),
      expected: new Comparison(expected, keys, actual),
      operator: 'deepStrictEqual',
      stackStartFn: fn,
    });
    error.actual = actual;
    error.expected = expected;
    error.operator = fn.name;
    throw error;
  }
}

function wrongClassMessage(actual, expected) {
  let message = `The error is expected to be an instance of "${expected.name}". Received `;
  if (!isError(actual)) return `${message}"${inspect(actual, { depth: -1 })}"`;
  const name = (actual.constructor && actual.constructor.name) || actual.name;
  message += expected.name === name ? 'an error with identical name but a different prototype.' : `"${name}"`;
  return actual.message ? `${message}\n\nError message:\n\n${actual.message}` : message;
}

/** What is wrong with the error that was thrown; undefined for nothing. */
function mismatch(actual, expected) {
  if (types.isRegExp(expected)) {
    const text = String(actual);
    return matches(expected, text) ? undefined :
      `The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(text)}\n`;
  }
  if (expected.prototype !== undefined && actual instanceof expected) return undefined;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return wrongClassMessage(actual, expected);
  const result = Reflect.apply(expected, {}, [actual]);
  if (result === true) return undefined;
  const name = expected.name ? `"${expected.name}" ` : '';
  const message = `The ${name}validation function is expected to return "true". Received ${inspect(result)}`;
  return isError(actual) ? `${message}\n\nCaught error:\n\n${actual}` : message;
}

function checkExpected(actual, expected, message, fn) {
  if (typeof expected !== 'function' && !types.isRegExp(expected)) {
    if (typeof actual !== 'object' || actual === null) {
      const error = new AssertionError({ actual, expected, message, operator: 'deepStrictEqual', stackStartFn: fn });
      error.operator = fn.name;
      throw error;
    }
    checkProperties(actual, expected, message, fn);
    return;
  }
  const wrong = mismatch(actual, expected);
  if (wrong === undefined) return;
  const error = new AssertionError({ actual, expected, message: message || wrong, operator: fn.name, stackStartFn: fn });
  error.generatedMessage = !message;
  throw error;
}

function thrownBy(fn) {
  validateFunction(fn, 'fn');
  try {
    fn();
  } catch (error) {
    return error;
  }
  return NOTHING;
}

function isPromiseLike(value) {
  return types.isPromise(value) || (value !== null && typeof value === 'object' && typeof value.then === 'function' &&
    typeof value.catch === 'function');
}

async function rejectionOf(promiseFn) {
  let promise = promiseFn;
  if (typeof promiseFn === 'function') {
    promise = promiseFn();
    if (!isPromiseLike(promise)) throw new codes.ERR_INVALID_RETURN_VALUE('instance of Promise', 'promiseFn', promise);
  } else if (!isPromiseLike(promiseFn)) {
    throw new codes.ERR_INVALID_ARG_TYPE('promiseFn', ['Function', 'Promise'], promiseFn);
  }
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return NOTHING;
}

function expectError(fn, actual, error, message) {
  const invalid = () => new codes.ERR_INVALID_ARG_TYPE('error', ['Object', 'Error', 'Function', 'RegExp'], error);
  if (typeof error === 'string') {
    if (arguments.length === 4) throw invalid();
    if (typeof actual === 'object' && actual !== null) {
      if (actual.message === error) {
        throw new codes.ERR_AMBIGUOUS_ARGUMENT('error/message',
                                               `The error message "${actual.message}" is identical to the message.`);
      }
    } else if (actual === error) {
      throw new codes.ERR_AMBIGUOUS_ARGUMENT('error/message', `The error "${actual}" is identical to the message.`);
    }
    message = error;
    error = undefined;
  } else if (error != null && typeof error !== 'object' && typeof error !== 'function') {
    throw invalid();
  }
  if (actual === NOTHING) {
    const name = error && error.name ? ` (${error.name})` : '';
    const kind = fn === assert.rejects ? 'rejection' : 'exception';
    failWith({
      actual: undefined,
      expected: error,
      operator: fn.name,
      message: `Missing expected ${kind}${name}${message ? `: ${message}` : '.'}`,
      stackStartFn: fn,
    });
  }
  if (error) checkExpected(actual, error, message, fn);
}

function isUnwanted(actual, expected) {
  if (typeof expected !== 'function') {
    if (types.isRegExp(expected)) return matches(expected, String(actual));
    throw new codes.ERR_INVALID_ARG_TYPE('expected', ['Function', 'RegExp'], expected);
  }
  if (expected.prototype !== undefined && actual instanceof expected) return true;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) return false;
  return Reflect.apply(expected, {}, [actual]) === true;
}

function expectNoError(fn, actual, error, message) {
  if (actual === NOTHING) return;
  if (typeof error === 'string') {
    message = error;
    error = undefined;
  }
  if (!error || isUnwanted(actual, error)) {
    const kind = fn === assert.doesNotReject ? 'rejection' : 'exception';
    failWith({
      actual,
      expected: error,
      operator: fn.name,
      message: `Got unwanted ${kind}${message ? `: ${message}` : '.'}\nActual message: "${actual && actual.message}"`,
      stackStartFn: fn,
    });
  }
  throw actual;
}

assert.throws = function throws(fn, ...args) {
  expectError(throws, thrownBy(fn), ...args);
};

assert.rejects = async function rejects(promiseFn, ...args) {
  expectError(rejects, await rejectionOf(promiseFn), ...args);
};

assert.doesNotThrow = function doesNotThrow(fn, ...args) {
  expectNoError(doesNotThrow, thrownBy(fn), ...args);
};

assert.doesNotReject = async function doesNotReject(fn, ...args) {
  expectNoError(doesNotReject, await rejectionOf(fn), ...args);
};

/** The stack of a new error, continued by the frames of the one it reports. */
function joinStacks(stack, original) {
  const start = typeof original === 'string' ? original.indexOf('\n    at') : -1;
  if (start === -1) return stack;
  const frames = original.slice(start + 1).split('\n');
  let own = stack.split('\n');
  for (const frame of frames) {
    const position = own.indexOf(frame);
    if (position !== -1) {
      own = own.slice(0, position);
      break;
    }
  }
  return `${own.join('\n')}\n${frames.join('\n')}`;
}

assert.ifError = function ifError(error) {
  if (error === null || error === undefined) return;
  let message = 'ifError got unwanted exception: ';
  if (typeof error === 'object' && typeof error.message === 'string') {
    message += error.message.length === 0 && error.constructor ? error.constructor.name : error.message;
  } else {
    message += inspect(error);
  }
  const failure = new AssertionError({ actual: error, expected: null, operator: 'ifError', message, stackStartFn: ifError });
  failure.stack = joinStacks(failure.stack, error.stack);
  throw failure;
};

function checkMatch(text, pattern, message, fn) {
  if (!types.isRegExp(pattern)) throw new codes.ERR_INVALID_ARG_TYPE('regexp', 'RegExp', pattern);
  const wanted = fn === assert.match;
  if (typeof text === 'string' && matches(pattern, text) === wanted) return;
  if (message instanceof Error) throw message;
  const generatedMessage = !message;
  if (!message) {
    if (typeof text !== 'string') {
      message = `The "string" argument must be of type string. Received type ${typeof text} (${inspect(text)})`;
    } else {
      const expectation = wanted ? 'The input did not match' : 'The input was expected to not match';
      message = `${expectation} the regular expression ${inspect(pattern)}. Input:\n\n${inspect(text)}\n`;
    }
  }
  const error = new AssertionError({ actual: text, expected: pattern, message, operator: fn.name, stackStartFn: fn });
  error.generatedMessage = generatedMessage;
  throw error;
}

assert.match = function match(string, regexp, message) {
  checkMatch(string, regexp, message, match);
};

assert.doesNotMatch = function doesNotMatch(string, regexp, message) {
  checkMatch(string, regexp, message, doesNotMatch);
};

/** Counts calls of the functions it wraps. */
class CallTracker {
  #wrapped = new Map();

  calls(fn, exact = 1) {
    if (process._exiting) throw new codes.ERR_UNAVAILABLE_DURING_EXIT();
    if (typeof fn === 'number') {
      exact = fn;
      fn = () => {};
    } else if (fn === undefined) {
      fn = () => {};
    }
    validateUint32(exact, 'expected', true);
    const record = { exact, calls: [], name: fn.name || 'calls', stack: new Error() };
    const wrapped = new Proxy(fn, {
      __proto__: null,
      apply(target, thisArg, args) {
        record.calls.push(Object.freeze({ thisArg, arguments: Object.freeze([...args]) }));
        return Reflect.apply(target, thisArg, args);
      },
    });
    this.#wrapped.set(wrapped, record);
    return wrapped;
  }

  #record(fn) {
    const record = this.#wrapped.get(fn);
    if (record === undefined) throw new codes.ERR_INVALID_ARG_VALUE('tracked', fn, 'is not a tracked function');
    return record;
  }

  getCalls(fn) {
    return Object.freeze(this.#record(fn).calls.slice());
  }

  reset(fn) {
    if (fn === undefined) for (const record of this.#wrapped.values()) record.calls = [];
    else this.#record(fn).calls = [];
  }

  report() {
    const failures = [];
    for (const { exact, calls, name, stack } of this.#wrapped.values()) {
      if (calls.length === exact) continue;
      failures.push({
        message: `Expected the ${name} function to be executed ${exact} time(s) but was executed ${calls.length} time(s).`,
        actual: calls.length,
        expected: exact,
        operator: name,
        stack,
      });
    }
    return failures;
  }

  verify() {
    const failures = this.report();
    if (failures.length === 0) return;
    const message = failures.length === 1 ? failures[0].message : 'Functions were not called the expected number of times';
    throw new AssertionError({ message, details: failures });
  }
}
assert.CallTracker = deprecate(CallTracker, 'assert.CallTracker is deprecated.', 'DEP0173');

function strict(...args) {
  checkOk(strict, args.length, ...args);
}

assert.strict = Object.assign(strict, assert, {
  equal: assert.strictEqual,
  deepEqual: assert.deepStrictEqual,
  notEqual: assert.notStrictEqual,
  notDeepEqual: assert.notDeepStrictEqual,
});
assert.strict.strict = assert.strict;
