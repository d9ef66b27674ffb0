'use strict';

// Terminal colours: the tables behind `util.inspect.colors`, `util.inspect.styles` and `util.styleText`.

const FOREGROUND_RESET = 39;
const BACKGROUND_RESET = 49;
const HUES = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];

/** SGR code pairs, [on, off], under the names Node documents. */
const colors = {
  __proto__: null,
  reset: [0, 0],
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  underline: [4, 24],
  blink: [5, 25],
  inverse: [7, 27],
  hidden: [8, 28],
  strikethrough: [9, 29],
  doubleunderline: [21, 24],
};
for (let i = 0; i < HUES.length; i++) colors[HUES[i].toLowerCase()] = [30 + i, FOREGROUND_RESET];
for (let i = 0; i < HUES.length; i++) colors[`bg${HUES[i]}`] = [40 + i, BACKGROUND_RESET];
colors.framed = [51, 54];
colors.overlined = [53, 55];
colors.gray = [90, FOREGROUND_RESET];
for (let i = 1; i < HUES.length; i++) colors[`${HUES[i].toLowerCase()}Bright`] = [90 + i, FOREGROUND_RESET];
colors.bgGray = [100, BACKGROUND_RESET];
for (let i = 1; i < HUES.length; i++) colors[`bg${HUES[i]}Bright`] = [100 + i, BACKGROUND_RESET];

const ALIASES = {
  gray: ['grey', 'blackBright'],
  bgGray: ['bgGrey', 'bgBlackBright'],
  dim: ['faint'],
  strikethrough: ['crossedout', 'strikeThrough', 'crossedOut'],
  hidden: ['conceal'],
  inverse: ['swapColors', 'swapcolors'],
  doubleunderline: ['doubleUnderline'],
};
for (const target of Object.keys(ALIASES)) {
  for (const alias of ALIASES[target]) {
    Object.defineProperty(colors, alias, {
      __proto__: null,
      configurable: true,
      enumerable: false,
      get() { return this[target]; },
      set(value) { this[target] = value; },
    });
  }
}

/** Which colour each kind of value gets. */
const styles = {
  __proto__: null,
  special: 'cyan',
  number: 'yellow',
  bigint: 'yellow',
  boolean: 'yellow',
  undefined: 'grey',
  null: 'bold',
  string: 'green',
  symbol: 'green',
  date: 'magenta',
  regexp: 'red',
  module: 'underline',
};

function stylizeWithColor(text, styleType) {
  const style = styles[styleType];
  const color = style === undefined ? undefined : colors[style];
  return color === undefined ? text : `\u001b[${color[0]}m${text}\u001b[${color[1]}m`;
}

function stylizeNoColor(text) {
  return text;
}

module.exports = { colors, styles, stylizeWithColor, stylizeNoColor };
