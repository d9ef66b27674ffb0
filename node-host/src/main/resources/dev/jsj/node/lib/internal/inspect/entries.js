'use strict';

// The contents of collections: each function answers the formatted entries of one kind of object.

const binding = internalBinding('util');
const { formatNumber, formatBigInt } = require('internal/inspect/primitives');
const { OBJECT, ARRAY_ELEMENT, ARRAY_LIKE, joinEntries } = require('internal/inspect/layout');

const { hasOwn, keys: ownKeys } = Object;
const ARRAY_INDEX = /^(0|[1-9][0-9]*)$/;
const MAX_ARRAY_INDEX = 2 ** 32 - 2;
const setValues = Set.prototype.values;
const mapEntries = Map.prototype.entries;

function moreItems(count) {
  return `... ${count} more item${count > 1 ? 's' : ''}`;
}

function emptyItems(ctx, count) {
  return ctx.stylize(`<${count} empty item${count > 1 ? 's' : ''}>`, 'undefined');
}

function shownCount(ctx, length) {
  return Math.min(Math.max(0, ctx.maxArrayLength), length);
}

/** Runs `body` one level further in; entries of collections stand two columns right of their braces. */
function indented(ctx, body) {
  ctx.indentationLvl += 2;
  const result = body();
  ctx.indentationLvl -= 2;
  return result;
}

function arrayEntries(ctx, value, recurseTimes) {
  const shown = shownCount(ctx, value.length);
  const output = [];
  for (let i = 0; i < shown; i++) {
    if (!hasOwn(value, i)) return sparseEntries(ctx, value, recurseTimes, shown, output, i);
    output.push(ctx.formatProperty(ctx, value, recurseTimes, i, ARRAY_ELEMENT));
  }
  if (value.length > shown) output.push(moreItems(value.length - shown));
  return output;
}

/** The rest of an array from its first hole on: runs of holes take one entry each. */
function sparseEntries(ctx, value, recurseTimes, limit, output, first) {
  const keys = ownKeys(value);
  let index = first;
  for (let i = first; i < keys.length && output.length < limit; i++) {
    const key = keys[i];
    const position = +key;
    if (position > MAX_ARRAY_INDEX) break;
    if (`${index}` !== key) {
      if (ARRAY_INDEX.exec(key) === null) break;
      output.push(emptyItems(ctx, position - index));
      index = position;
      if (output.length === limit) break;
    }
    output.push(ctx.formatProperty(ctx, value, recurseTimes, key, ARRAY_ELEMENT));
    index++;
  }
  const remaining = value.length - index;
  if (remaining > 0) {
    output.push(output.length === limit ? moreItems(remaining) : emptyItems(ctx, remaining));
  }
  return output;
}

const TYPED_ARRAY_HIDDEN_KEYS = ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer'];

function typedArrayEntries(ctx, value, recurseTimes, length) {
  const shown = shownCount(ctx, length);
  const output = new Array(shown);
  const format = length > 0 && typeof value[0] === 'bigint' ? formatBigInt : formatNumber;
  for (let i = 0; i < shown; i++) output[i] = format(ctx.stylize, value[i], ctx.numericSeparator);
  if (length > shown) output.push(moreItems(length - shown));
  if (ctx.showHidden) {
    indented(ctx, () => {
      for (const key of TYPED_ARRAY_HIDDEN_KEYS) {
        output.push(`[${key}]: ${ctx.formatValue(ctx, value[key], recurseTimes, true)}`);
      }
    });
  }
  return output;
}

function arrayBufferEntries(ctx, value) {
  let bytes;
  try {
    bytes = new Uint8Array(value);
  } catch {
    return [ctx.stylize('(detached)', 'special')];
  }
  const shown = Math.min(ctx.maxArrayLength, bytes.length);
  let text = '';
  for (let i = 0; i < shown; i++) {
    text += `${i === 0 ? '' : ' '}${bytes[i] < 16 ? '0' : ''}${bytes[i].toString(16)}`;
  }
  const remaining = bytes.length - ctx.maxArrayLength;
  if (remaining > 0) text += ` ... ${remaining} more byte${remaining > 1 ? 's' : ''}`;
  return [`${ctx.stylize('[Uint8Contents]', 'special')}: <${text}>`];
}

function setEntries(ctx, value, recurseTimes, size) {
  return listEntries(ctx, [...setValues.call(value)], recurseTimes, size);
}

function listEntries(ctx, values, recurseTimes, size) {
  const shown = shownCount(ctx, size);
  const output = new Array(shown);
  indented(ctx, () => {
    for (let i = 0; i < shown; i++) output[i] = ctx.formatValue(ctx, values[i], recurseTimes);
  });
  if (size > shown) output.push(moreItems(size - shown));
  return output;
}

function mapEntryTexts(ctx, value, recurseTimes, size) {
  const flat = [];
  for (const entry of mapEntries.call(value)) flat.push(entry[0], entry[1]);
  return pairEntries(ctx, flat, recurseTimes, size);
}

function pairEntries(ctx, flat, recurseTimes, size) {
  const shown = shownCount(ctx, size);
  const output = new Array(shown);
  indented(ctx, () => {
    for (let i = 0; i < shown; i++) {
      const key = ctx.formatValue(ctx, flat[2 * i], recurseTimes);
      output[i] = `${key} => ${ctx.formatValue(ctx, flat[2 * i + 1], recurseTimes)}`;
    }
  });
  if (size > shown) output.push(moreItems(size - shown));
  return output;
}

/** Weak collections have no order, so their entries are sorted, to print the same each time. */
function weakEntries(ctx, value, recurseTimes, isMap) {
  if (!ctx.showHidden) return [ctx.stylize('<items unknown>', 'special')];
  const contents = binding.previewEntries(value);
  const size = isMap ? contents.length / 2 : contents.length;
  const output = (isMap ? pairEntries : listEntries)(ctx, contents, recurseTimes, size);
  if (ctx.sorted) return output;
  const more = size > shownCount(ctx, size) ? [output.pop()] : [];
  return [...output.sort(), ...more];
}

/** What a Map or Set iterator has yet to give; marks entry iterators as such in `braces`. */
function iteratorEntries(ctx, value, recurseTimes, braces) {
  const [contents, isKeyValue] = binding.previewEntries(value, true);
  if (!isKeyValue) return listEntries(ctx, contents, recurseTimes, contents.length);
  braces[0] = braces[0].replace(/ Iterator] {$/, ' Entries] {');
  const size = contents.length / 2;
  const shown = shownCount(ctx, size);
  const output = new Array(shown);
  indented(ctx, () => {
    for (let i = 0; i < shown; i++) {
      const pair = [
        ctx.formatValue(ctx, contents[2 * i], recurseTimes),
        ctx.formatValue(ctx, contents[2 * i + 1], recurseTimes),
      ];
      output[i] = joinEntries(ctx, pair, '', ['[', ']'], ARRAY_LIKE, recurseTimes);
    }
  });
  if (size > shown) output.push(moreItems(size - shown));
  return output;
}

function promiseEntries(ctx, value, recurseTimes) {
  const [state, result] = binding.getPromiseDetails(value);
  if (state === binding.constants.kPending) return [ctx.stylize('<pending>', 'special')];
  const text = indented(ctx, () => ctx.formatValue(ctx, result, recurseTimes));
  return [state === binding.constants.kRejected ? `${ctx.stylize('<rejected>', 'special')} ${text}` : text];
}

/** The exports of a module namespace; those still in their temporal dead zone say so. */
function namespaceEntries(ctx, value, recurseTimes, keys) {
  const output = new Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    try {
      output[i] = ctx.formatProperty(ctx, value, recurseTimes, keys[i], OBJECT);
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      const placeholder = { value: '', enumerable: true };
      const text = ctx.formatProperty(ctx, value, recurseTimes, keys[i], OBJECT, placeholder);
      output[i] = text.slice(0, text.lastIndexOf(' ') + 1) + ctx.stylize('<uninitialized>', 'special');
    }
  }
  keys.length = 0; // they have been shown
  return output;
}

module.exports = {
  arrayEntries,
  typedArrayEntries,
  arrayBufferEntries,
  setEntries,
  mapEntryTexts,
  weakEntries,
  iteratorEntries,
  promiseEntries,
  namespaceEntries,
};
