'use strict';

// Errors: the stack with the class name put right, frames shared with the cause cut out, and, in colour, the frames of
// other people's code dimmed.

const types = internalBinding('types');
const { prefix } = require('internal/inspect/names');

const FRAME = '\n    at';
const CORE_FRAME = /^ {4}at (?:[^/\\(]+ \(|)node:.+:\d+:\d+\)?$/;
const MIN_SHARED_FRAMES = 4;

function isError(value) {
  return types.isNativeError(value) || value instanceof Error;
}

function stackOf(error) {
  return error.stack ? String(error.stack) : Error.prototype.toString.call(error);
}

/** The first run of at least four lines of `lines` that also stands in `others`. */
function sharedRun(lines, others) {
  for (let start = 0; start < lines.length - 3; start++) {
    const position = others.indexOf(lines[start]);
    if (position === -1 || others.length - position < MIN_SHARED_FRAMES) continue;
    const limit = Math.min(lines.length - start, others.length - position);
    let length = 1;
    while (length < limit && lines[start + length] === others[position + length]) length++;
    if (length >= MIN_SHARED_FRAMES) return { start, length };
  }
  return undefined;
}

/** The frames of an error, without those its cause shows anyway. */
function framesOf(ctx, error, frameText) {
  const frames = frameText.split('\n');
  let cause;
  try {
    ({ cause } = error);
  } catch {
    return frames; // a throwing getter has nothing to compare with
  }
  if (cause == null || !isError(cause)) return frames;
  const causeStack = stackOf(cause);
  const causeStart = causeStack.indexOf(FRAME);
  if (causeStart === -1) return frames;
  const run = sharedRun(frames, causeStack.slice(causeStart + 1).split('\n'));
  if (run !== undefined) {
    const skipped = run.length - 2;
    const note = ctx.stylize(`    ... ${skipped} lines matching cause stack trace ...`, 'undefined');
    frames.splice(run.start + 1, skipped, note);
  }
  return frames;
}

/** Makes the first word of the stack say the class, as in `MyError [Name]: message`. */
function nameStack(stack, constructor, name, tag) {
  const startsWithName = name.endsWith('Error') && stack.startsWith(name) &&
    (stack.length === name.length || stack[name.length] === ':' || stack[name.length] === '\n');
  if (constructor !== null && !startsWithName) return stack;
  let fallback = 'Error';
  let { length } = name;
  if (constructor === null) {
    const start = /^([A-Z][a-z_ A-Z0-9[\]()-]+)(?::|\n {4}at)/.exec(stack) || /^([a-z_A-Z0-9-]*Error)$/.exec(stack);
    fallback = (start && start[1]) || '';
    ({ length } = fallback);
    fallback ||= 'Error';
  }
  const className = prefix(constructor, tag, fallback).slice(0, -1);
  if (name === className) return stack;
  if (!className.includes(name)) return `${className} [${name}]${stack.slice(length)}`;
  return length === 0 ? `${className}: ${stack}` : `${className}${stack.slice(length)}`;
}

/** Drops own `name`, `message` and `stack` when the stack text shows them already. */
function dropShownKeys(ctx, keys, error, stack) {
  if (ctx.showHidden || keys.length === 0) return;
  for (const name of ['name', 'message', 'stack']) {
    const index = keys.indexOf(name);
    if (index !== -1 && stack.includes(error[name])) keys.splice(index, 1);
  }
}

/** Underlines package names below node_modules. */
function markPackages(ctx, line) {
  return line.replace(
    /([/\\])node_modules\1((?:@[^/\\]*[/\\])?[^/\\]*)(?=[/\\])/g,
    (all, separator, name) => `${separator}node_modules${separator}${ctx.stylize(name, 'module')}`);
}

/** Dims the part of a frame that is the working directory. */
function dimDirectory(ctx, line, directory) {
  let position = line.indexOf(directory);
  if (position === -1) return line;
  let { length } = directory;
  if (line.slice(position - 7, position) === 'file://') {
    length += 7;
    position -= 7;
  }
  const parenthesized = line[position - 1] === '(';
  const start = parenthesized ? position - 1 : position;
  const closes = parenthesized && line.endsWith(')');
  const end = position + length + 1;
  const rest = line.slice(end, closes ? -1 : line.length);
  return line.slice(0, start) + ctx.stylize(line.slice(start, end), 'undefined') + rest +
    (closes ? ctx.stylize(')', 'undefined') : '');
}

function colorFrame(ctx, line, directory) {
  if (CORE_FRAME.test(line)) return ctx.stylize(line, 'undefined');
  const marked = markPackages(ctx, line);
  if (directory === undefined) return marked;
  const dimmed = dimDirectory(ctx, marked, directory);
  return dimmed !== marked ? dimmed : dimDirectory(ctx, marked, require('url').pathToFileURL(directory).href);
}

function workingDirectory() {
  try {
    return process.cwd();
  } catch {
    return undefined; // the directory has been removed
  }
}

/** The text of an error; adds the keys `cause` and `errors`, which are shown although they are not enumerable. */
function formatError(ctx, error, constructor, tag, keys) {
  const name = error.name != null ? String(error.name) : 'Error';
  let stack = stackOf(error);
  dropShownKeys(ctx, keys, error, stack);
  if ('cause' in error && !keys.includes('cause')) keys.push('cause');
  if (Array.isArray(error.errors) && !keys.includes('errors')) keys.push('errors');
  stack = nameStack(stack, constructor, name, tag);

  let position = (error.message && stack.indexOf(error.message)) || -1;
  if (position !== -1) position += error.message.length; // a frame quoted in the message is not a frame
  const framesStart = stack.indexOf(FRAME, position);
  if (framesStart === -1) {
    stack = `[${stack}]`;
  } else {
    let frames = framesOf(ctx, error, stack.slice(framesStart + 1));
    if (ctx.colors) {
      const directory = workingDirectory();
      frames = frames.map((line) => colorFrame(ctx, line, directory));
    }
    stack = `${stack.slice(0, framesStart)}\n${frames.join('\n')}`;
  }
  return ctx.indentationLvl === 0 ? stack : stack.replaceAll('\n', `\n${' '.repeat(ctx.indentationLvl)}`);
}

module.exports = { formatError, isError, sharedRun };
