'use strict';

// The escape codes that move a terminal's cursor and clear what it shows.

const { codes } = require('internal/errors');
const { validateFunction } = require('internal/validators');

const ESCAPE = '\u001b[';
const CLEAR_LINE = `${ESCAPE}2K`;
const CLEAR_TO_LINE_BEGINNING = `${ESCAPE}1K`;
const CLEAR_TO_LINE_END = `${ESCAPE}0K`;
const CLEAR_SCREEN_DOWN = `${ESCAPE}0J`;

function toColumn(x) {
  return `${ESCAPE}${x + 1}G`;
}

function toPosition(x, y) {
  return `${ESCAPE}${y + 1};${x + 1}H`;
}

function byDistance(dx, dy) {
  const columns = dx < 0 ? `${ESCAPE}${-dx}D` : dx > 0 ? `${ESCAPE}${dx}C` : '';
  const rows = dy < 0 ? `${ESCAPE}${-dy}A` : dy > 0 ? `${ESCAPE}${dy}B` : '';
  return columns + rows;
}

function clearedLine(direction) {
  return direction < 0 ? CLEAR_TO_LINE_BEGINNING : direction > 0 ? CLEAR_TO_LINE_END : CLEAR_LINE;
}

/** Writes an escape code, if there is one and a stream to write to. */
function send(stream, text, callback) {
  if (stream == null || text === '') {
    if (typeof callback === 'function') process.nextTick(callback, null);
    return true;
  }
  return stream.write(text, callback);
}

function checkCallback(callback) {
  if (callback !== undefined) validateFunction(callback, 'callback');
}

function cursorTo(stream, x, y, callback) {
  checkCallback(callback);
  if (typeof y === 'function') [callback, y] = [y, undefined];
  if (Number.isNaN(x)) throw new codes.ERR_INVALID_ARG_VALUE('x', x);
  if (Number.isNaN(y)) throw new codes.ERR_INVALID_ARG_VALUE('y', y);
  if (stream == null || (typeof x !== 'number' && typeof y !== 'number')) return send(null, '', callback);
  if (typeof x !== 'number') throw new codes.ERR_INVALID_CURSOR_POS();
  return send(stream, typeof y !== 'number' ? toColumn(x) : toPosition(x, y), callback);
}

function moveCursor(stream, dx, dy, callback) {
  checkCallback(callback);
  return send(stream, byDistance(dx, dy), callback);
}

function clearLine(stream, direction, callback) {
  checkCallback(callback);
  return send(stream, clearedLine(direction), callback);
}

function clearScreenDown(stream, callback) {
  checkCallback(callback);
  return send(stream, CLEAR_SCREEN_DOWN, callback);
}

module.exports = {
  CLEAR_SCREEN_DOWN,
  byDistance,
  clearLine,
  clearScreenDown,
  clearedLine,
  cursorTo,
  moveCursor,
  toColumn,
  toPosition,
};
