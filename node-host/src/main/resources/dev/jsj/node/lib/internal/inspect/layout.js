'use strict';

// Puts formatted entries on lines: on one line while they fit, arrays of short entries in columns, else one per line.

const { stringWidth, stripVTControlCharacters } = require('internal/inspect/primitives');

/** What an object's entries are, which decides whether they may be set in columns. */
const OBJECT = 0;
const ARRAY_ELEMENT = 1;
const ARRAY_LIKE = 2;

const SEPARATOR_WIDTH = 2;
const MAX_COLUMNS = 15;
const CHARACTER_HEIGHT = 2.5;

/** How many columns look like a square, given the widest entry and the sum of all of them. */
function columnCount(ctx, count, entryCount, widest, total) {
  const bias = Math.sqrt(widest - total / entryCount);
  const biasedWidest = Math.max(widest - 3 - bias, 1);
  return Math.min(
    Math.round(Math.sqrt(CHARACTER_HEIGHT * biasedWidest * count) / biasedWidest),
    Math.floor((ctx.breakLength - ctx.indentationLvl) / widest),
    ctx.compact * 4,
    MAX_COLUMNS,
  );
}

function allNumeric(value, count) {
  if (value === undefined) return true;
  for (let i = 0; i < count; i++) {
    if (typeof value[i] !== 'number' && typeof value[i] !== 'bigint') return false;
  }
  return true;
}

/** Sets the entries of an array in columns, numbers flush right; answers the entries untouched when that looks bad. */
function groupInColumns(ctx, output, value) {
  const hasMore = ctx.maxArrayLength < output.length;
  const count = hasMore ? output.length - 1 : output.length; // "... n more items" stays on a line of its own
  const widths = new Array(count);
  let total = 0;
  let widest = 0;
  for (let i = 0; i < count; i++) {
    const width = stringWidth(output[i], ctx.colors);
    widths[i] = width;
    total += width + SEPARATOR_WIDTH;
    if (width > widest) widest = width;
  }
  const cell = widest + SEPARATOR_WIDTH;
  const fits = cell * 3 + ctx.indentationLvl < ctx.breakLength;
  const even = total / cell > 5 || widest <= 6;
  if (!fits || !even) return output;
  const columns = columnCount(ctx, count, output.length, cell, total);
  if (columns <= 1) return output;

  const columnWidths = [];
  for (let column = 0; column < columns; column++) {
    let width = 0;
    for (let i = column; i < count; i += columns) width = Math.max(width, widths[i]);
    columnWidths.push(width + SEPARATOR_WIDTH);
  }
  const flushRight = allNumeric(value, output.length);
  const lines = [];
  for (let start = 0; start < count; start += columns) {
    const last = Math.min(start + columns, count) - 1;
    let line = '';
    for (let i = start; i < last; i++) {
      const invisible = output[i].length - widths[i];
      const cellWidth = columnWidths[i - start] + invisible;
      const entry = `${output[i]}, `;
      line += flushRight ? entry.padStart(cellWidth) : entry.padEnd(cellWidth);
    }
    if (flushRight) {
      const invisible = output[last].length - widths[last];
      line += output[last].padStart(columnWidths[last - start] + invisible - SEPARATOR_WIDTH);
    } else {
      line += output[last];
    }
    lines.push(line);
  }
  if (hasMore) lines.push(output[count]);
  return lines;
}

function fitsOnOneLine(ctx, output, start, base) {
  let total = output.length + start;
  if (total + output.length > ctx.breakLength) return false;
  for (let i = 0; i < output.length; i++) {
    const entry = output[i];
    total += (ctx.colors ? stripVTControlCharacters(entry) : entry).length;
    if (total > ctx.breakLength) return false;
  }
  return base === '' || !base.includes('\n');
}

/**
 * Joins the entries of one object between its braces. `base` is what stands before the opening brace, `value` the
 * array whose elements the entries are.
 */
function joinEntries(ctx, output, base, braces, kind, recurseTimes, value) {
  const head = base === '' ? '' : `${base} `;
  const [open, close] = braces;
  if (ctx.compact === true) return joinCompact(ctx, output, base, open, close);
  if (typeof ctx.compact === 'number' && ctx.compact >= 1) {
    const count = output.length;
    if (kind === ARRAY_LIKE && count > 6) output = groupInColumns(ctx, output, value);
    // The `compact` innermost levels go on one line, unless the entries have been set in columns.
    if (ctx.currentDepth - recurseTimes < ctx.compact && count === output.length) {
      const start = output.length + ctx.indentationLvl + open.length + base.length + 10;
      if (fitsOnOneLine(ctx, output, start, base)) {
        const joined = output.join(', ');
        if (!joined.includes('\n')) return `${head}${open} ${joined} ${close}`;
      }
    }
  }
  const newLine = `\n${' '.repeat(ctx.indentationLvl)}`;
  return `${head}${open}${newLine}  ${output.join(`,${newLine}  `)}${newLine}${close}`;
}

function joinCompact(ctx, output, base, open, close) {
  const tail = base === '' ? '' : ` ${base}`;
  if (fitsOnOneLine(ctx, output, 0, base)) return `${open}${tail} ${output.join(', ')} ${close}`;
  const indentation = ' '.repeat(ctx.indentationLvl);
  const first = base === '' && open.length === 1 ? ' ' : `${tail}\n${indentation}  `;
  return `${open}${first}${output.join(`,\n${indentation}  `)} ${close}`;
}

module.exports = { OBJECT, ARRAY_ELEMENT, ARRAY_LIKE, joinEntries };
