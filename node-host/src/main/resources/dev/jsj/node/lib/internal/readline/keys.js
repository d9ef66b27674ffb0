'use strict';

// Keys from what a terminal sends for them: a character, or an escape sequence of xterm, rxvt, PuTTY or the Linux console.

const ESCAPE = '\u001b';

/** A sequence more characters may belong to. */
const UNFINISHED = /^\u001b{1,2}(?:O\d?|\[\[?(?:\d{1,3}(?:;\d?)?)?)?$/;
const SEQUENCE = /^\u001b{1,2}(?:O(\d?)([^]?)|\[(\[?)([^]*))$/;
const NUMBERED = /^(\d\d?)(?:;(\d))?([~^$])$/;
const LETTERED = /^(?:\d;)?(\d)?([A-Za-z])$/;

const SHIFT = 1;
const META = 2 | 8;
const CTRL = 4;

/** Codes by the key's name; what begins with `^` or `+` is the key together with ctrl or shift. */
const CODES_OF_KEYS = {
  'f1': 'OP [P [11~ [[A',
  'f2': 'OQ [Q [12~ [[B',
  'f3': 'OR [R [13~ [[C',
  'f4': 'OS [S [14~ [[D',
  'f5': '[15~ [[E',
  'f6': '[17~',
  'f7': '[18~',
  'f8': '[19~',
  'f9': '[20~',
  'f10': '[21~',
  'f11': '[23~',
  'f12': '[24~',
  'paste-start': '[200~',
  'paste-end': '[201~',
  'up': '[A OA +[a ^Oa',
  'down': '[B OB +[b ^Ob',
  'right': '[C OC +[c ^Oc',
  'left': '[D OD +[d ^Od',
  'clear': '[E OE +[e ^Oe',
  'end': '[F OF [4~ [8~ +[8$ ^[8^',
  'home': '[H OH [1~ [7~ +[7$ ^[7^',
  'insert': '[2~ +[2$ ^[2^',
  'delete': '[3~ +[3$ ^[3^',
  'pageup': '[5~ [[5~ +[5$ ^[5^',
  'pagedown': '[6~ [[6~ +[6$ ^[6^',
  'tab': '+[Z',
};

const keysByCode = new Map();
for (const [name, list] of Object.entries(CODES_OF_KEYS)) {
  for (const entry of list.split(' ')) {
    const shift = entry[0] === '+';
    const ctrl = entry[0] === '^';
    keysByCode.set(shift || ctrl ? entry.slice(1) : entry, { name, shift, ctrl });
  }
}

const NAMES_OF_CHARACTERS = new Map([
  ['\r', 'return'], ['\n', 'enter'], ['\t', 'tab'], ['\b', 'backspace'], ['\u007f', 'backspace'], [ESCAPE, 'escape'],
  [' ', 'space'],
]);

/** What an escape sequence says: its code without modifiers, and these. */
function parseSequence(sequence) {
  const [, digit, letter, bracket, command] = SEQUENCE.exec(sequence);
  if (command === undefined) return { code: `O${letter}`, modifier: digit === '' ? 0 : Number(digit) - 1 };
  let match = NUMBERED.exec(command);
  if (match !== null) return { code: `[${bracket}${match[1]}${match[3]}`, modifier: Number(match[2] ?? 1) - 1 };
  match = LETTERED.exec(command);
  if (match !== null) return { code: `[${bracket}${match[2]}`, modifier: Number(match[1] ?? 1) - 1 };
  return { code: `[${bracket}${command}`, modifier: 0 };
}

function sequenceKey(sequence) {
  const { code, modifier } = parseSequence(sequence);
  const known = keysByCode.get(code);
  return {
    sequence,
    name: known?.name ?? 'undefined',
    ctrl: Boolean(modifier & CTRL) || Boolean(known?.ctrl),
    meta: Boolean(modifier & META),
    shift: Boolean(modifier & SHIFT) || Boolean(known?.shift),
    code,
  };
}

/** The key of one character, with or without escapes before it. */
function characterKey(sequence, character, escaped) {
  const key = { sequence, name: undefined, ctrl: false, meta: false, shift: false };
  const name = NAMES_OF_CHARACTERS.get(character);
  if (name !== undefined) {
    key.name = name;
    key.meta = escaped;
  } else if (!escaped && character <= '\u001a') {
    key.name = String.fromCharCode(character.charCodeAt(0) + 'a'.charCodeAt(0) - 1);
    key.ctrl = true;
  } else if (/^[0-9A-Za-z]$/.test(character)) {
    key.name = character.toLowerCase();
    key.shift = /^[A-Z]$/.test(character);
    key.meta = escaped;
  } else if (escaped) {
    key.name = character === '' ? 'escape' : undefined;
    key.meta = true;
  }
  return key;
}

function decodeKey(sequence) {
  const escaped = sequence[0] === ESCAPE;
  if (!escaped) return characterKey(sequence, sequence, false);
  const rest = sequence.slice(sequence[1] === ESCAPE ? 2 : 1);
  return rest[0] === 'O' || rest[0] === '[' ? sequenceKey(sequence) : characterKey(sequence, rest, true);
}

/** Puts characters together to keys. */
class KeyDecoder {
  #pending = '';

  /** The key this character completes, if it does. */
  add(character) {
    const sequence = this.#pending + character;
    if (UNFINISHED.test(sequence)) {
      this.#pending = sequence;
      return undefined;
    }
    this.#pending = '';
    return decodeKey(sequence);
  }

  /** The key that what came so far means when nothing follows. */
  finish() {
    const sequence = this.#pending;
    this.#pending = '';
    return sequence === '' ? undefined : decodeKey(sequence);
  }
}

module.exports = { KeyDecoder };
