'use strict';

// How primitive values and property keys look: quoting, escaping, numbers, and the width of text on a terminal.

const binding = internalBinding('util');

const IDENTIFIER = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const LONE_SURROGATE = '[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]';
const NEEDS_ESCAPE = new RegExp(`[\\x00-\\x1f\\x27\\x5c\\x7f-\\x9f]|${LONE_SURROGATE}`);
const NEEDS_ESCAPE_NO_QUOTE = new RegExp(`[\\x00-\\x1f\\x5c\\x7f-\\x9f]|${LONE_SURROGATE}`);
const ESCAPED = new RegExp(NEEDS_ESCAPE, 'g');
const ESCAPED_NO_QUOTE = new RegExp(NEEDS_ESCAPE_NO_QUOTE, 'g');
const SHORT_ESCAPES = {
  __proto__: null, 8: '\\b', 9: '\\t', 10: '\\n', 12: '\\f', 13: '\\r', 39: "\\'", 92: '\\\\',
};

const ANSI_SEQUENCE = new RegExp(
  '[\\u001B\\u009B][[\\]()#;?]*' +
  '(?:(?:(?:(?:;[-a-zA-Z\\d\\/\\#&.:=?%@~_]+)*|[a-zA-Z\\d]+(?:;[-a-zA-Z\\d\\/\\#&.:=?%@~_]*)*)?' +
  '(?:\\u0007|\\u001B\\u005C|\\u009C))' +
  '|(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PR-TZcf-nq-uy=><~]))', 'g');

/** The escape for one code unit that cannot stand in a quoted string as it is. */
function escapeUnit(text) {
  const code = text.charCodeAt(0);
  const short = SHORT_ESCAPES[code];
  if (short !== undefined) return short;
  if (code < 0x100) return `\\x${code < 16 ? '0' : ''}${code.toString(16).toUpperCase()}`;
  return `\\u${code.toString(16)}`;
}

/** Quotes a string: single quotes first, then double quotes, then a template, whichever needs no escape. */
function quote(text) {
  let mark = "'";
  if (text.includes("'")) {
    if (!text.includes('"')) mark = '"';
    else if (!text.includes('`') && !text.includes('${')) mark = '`';
  }
  const single = mark === "'";
  if ((single ? NEEDS_ESCAPE : NEEDS_ESCAPE_NO_QUOTE).exec(text) === null) return mark + text + mark;
  return mark + text.replace(single ? ESCAPED : ESCAPED_NO_QUOTE, escapeUnit) + mark;
}

/** Escapes control characters in a name that is printed without quotes (symbols, hidden keys). */
function escapeName(text) {
  return text.replace(ESCAPED, escapeUnit);
}

function separateThousands(digits) {
  const sign = digits[0] === '-' ? '-' : '';
  return sign + digits.slice(sign.length).replace(/\B(?=(\d{3})+$)/g, '_');
}

function formatNumber(stylize, number, numericSeparator) {
  if (!numericSeparator) return stylize(Object.is(number, -0) ? '-0' : `${number}`, 'number');
  const text = String(number);
  if (!Number.isFinite(number)) return stylize(text, 'number');
  if (Math.trunc(number) === number) {
    return stylize(text.includes('e') ? text : separateThousands(text), 'number');
  }
  const point = text.indexOf('.');
  const whole = point === -1 ? '' : text.slice(0, point);
  const fraction = text.slice(point + 1);
  return stylize(`${separateThousands(whole)}.${fraction.replace(/(.{3})(?=.)/g, '$1_')}`, 'number');
}

function formatBigInt(stylize, bigint, numericSeparator) {
  const text = String(bigint);
  return stylize(`${numericSeparator ? separateThousands(text) : text}n`, 'bigint');
}

/** Long strings are broken after each line feed once they no longer fit on a line. */
const MIN_BREAKABLE_LENGTH = 16;

function formatString(ctx, stylize, value) {
  let trailer = '';
  if (value.length > ctx.maxStringLength) {
    const remaining = value.length - ctx.maxStringLength;
    value = value.slice(0, ctx.maxStringLength);
    trailer = `... ${remaining} more character${remaining > 1 ? 's' : ''}`;
  }
  const room = ctx.breakLength - ctx.indentationLvl - 4;
  if (ctx.compact !== true && value.length > MIN_BREAKABLE_LENGTH && value.length > room) {
    const lines = value.split(/(?<=\n)/);
    const glue = ` +\n${' '.repeat(ctx.indentationLvl + 2)}`;
    for (let i = 0; i < lines.length; i++) lines[i] = stylize(quote(lines[i]), 'string');
    return lines.join(glue) + trailer;
  }
  return stylize(quote(value), 'string') + trailer;
}

function formatPrimitive(ctx, stylize, value) {
  switch (typeof value) {
    case 'string': return formatString(ctx, stylize, value);
    case 'number': return formatNumber(stylize, value, ctx.numericSeparator);
    case 'bigint': return formatBigInt(stylize, value, ctx.numericSeparator);
    case 'boolean': return stylize(`${value}`, 'boolean');
    case 'symbol': return stylize(Symbol.prototype.toString.call(value), 'symbol');
    default: return stylize('undefined', 'undefined');
  }
}

function stripVTControlCharacters(text) {
  return text.replace(ANSI_SEQUENCE, '');
}

/** Columns the text takes on a terminal: wide characters count twice, combining marks not at all. */
function stringWidth(text, removeControlCharacters = true) {
  if (removeControlCharacters && text.includes('\u001b')) text = stripVTControlCharacters(text);
  let width = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 127) return width + binding.getStringWidth(text.slice(i).normalize('NFC'));
    if (code >= 32) width++;
  }
  return width;
}

/** A property key as it stands before the colon. */
function formatKey(ctx, key, enumerable) {
  if (typeof key === 'symbol') {
    return `[${ctx.stylize(escapeName(Symbol.prototype.toString.call(key)), 'symbol')}]`;
  }
  if (key === '__proto__') return "['__proto__']";
  if (!enumerable) return `[${escapeName(key)}]`;
  if (IDENTIFIER.exec(key) !== null) return ctx.stylize(key, 'name');
  return ctx.stylize(quote(key), 'string');
}

module.exports = {
  quote,
  formatNumber,
  formatBigInt,
  formatPrimitive,
  formatKey,
  stripVTControlCharacters,
  stringWidth,
};
