'use strict';

// util.MIMEType and util.MIMEParams: the MIME type syntax of https://mimesniff.spec.whatwg.org/#parsing-a-mime-type.

const { codes } = require('internal/errors');

const NOT_TOKEN = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const NOT_QUOTED_TEXT = /[^\t\u0020-~\u0080-\u00FF]/;
const LEADING_WHITESPACE = /^[\t\n\r ]*/;
const TRAILING_WHITESPACE = /[\t\n\r ]*$/;

/** `text` as a token in lower case; `whole` is what the error message shows. */
function token(text, what, whole) {
  const wrong = text.search(NOT_TOKEN);
  if (text === '' || wrong !== -1) throw new codes.ERR_INVALID_MIME_SYNTAX(what, whole, wrong);
  return asciiLowerCase(text);
}

function asciiLowerCase(text) {
  return text.replace(/[A-Z]+/g, (upper) => upper.toLowerCase());
}

function quoteIfNeeded(value) {
  if (value !== '' && !NOT_TOKEN.test(value)) return value;
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** The type and the subtype at the start of `text`, and where its parameters begin. */
function parseTypes(text) {
  const start = text.match(LEADING_WHITESPACE)[0].length;
  const slash = text.indexOf('/', start);
  const type = token(text.slice(start, slash === -1 ? undefined : slash), 'type', text);
  if (slash === -1) throw new codes.ERR_INVALID_MIME_SYNTAX('type', text, -1);
  const semicolon = text.indexOf(';', slash);
  const rest = text.slice(slash + 1, semicolon === -1 ? undefined : semicolon).replace(TRAILING_WHITESPACE, '');
  return { type, subtype: token(rest, 'subtype', text), end: semicolon === -1 ? text.length : semicolon };
}

/** The quoted string at `position` of `text`, without its quotes and escapes, and where it ends. */
function parseQuoted(text, position) {
  let value = '';
  while (++position < text.length && text[position] !== '"') {
    if (text[position] === '\\' && position + 1 < text.length) position++;
    value += text[position];
  }
  return { value, end: position + 1 };
}

class MIMEParams {
  #values = new Map();

  /** Adds the parameters from `position` of `text`; malformed and repeated ones are skipped, as the standard says. */
  static parse(params, text, position) {
    while (position < text.length) {
      position += 1;
      position += text.slice(position).match(LEADING_WHITESPACE)[0].length;
      const start = position;
      while (position < text.length && text[position] !== ';' && text[position] !== '=') position++;
      const name = asciiLowerCase(text.slice(start, position));
      if (text[position] !== '=') continue;
      let value;
      if (text[position + 1] === '"') {
        ({ value, end: position } = parseQuoted(text, position + 1));
        while (position < text.length && text[position] !== ';') position++;
      } else {
        const semicolon = text.indexOf(';', position);
        const end = semicolon === -1 ? text.length : semicolon;
        value = text.slice(position + 1, end).replace(TRAILING_WHITESPACE, '');
        position = end;
        if (value === '') continue;
      }
      if (name !== '' && !NOT_TOKEN.test(name) && !NOT_QUOTED_TEXT.test(value) && !params.#values.has(name)) {
        params.#values.set(name, value);
      }
    }
  }

  delete(name) {
    this.#values.delete(name);
  }

  get(name) {
    return this.#values.get(name) ?? null;
  }

  has(name) {
    return this.#values.has(name);
  }

  set(name, value) {
    name = `${name}`;
    value = `${value}`;
    const wrongName = name.search(NOT_TOKEN);
    if (name === '' || wrongName !== -1) throw new codes.ERR_INVALID_MIME_SYNTAX('parameter name', name, wrongName);
    const wrongValue = value.search(NOT_QUOTED_TEXT);
    if (wrongValue !== -1) throw new codes.ERR_INVALID_MIME_SYNTAX('parameter value', value, wrongValue);
    this.#values.set(name, value);
  }

  *entries() {
    yield* this.#values.entries();
  }

  *keys() {
    yield* this.#values.keys();
  }

  *values() {
    yield* this.#values.values();
  }

  toString() {
    return Array.from(this.#values, ([name, value]) => `${name}=${quoteIfNeeded(value)}`).join(';');
  }
}
Object.defineProperty(MIMEParams.prototype, Symbol.iterator, {
  configurable: true,
  writable: true,
  value: MIMEParams.prototype.entries,
});
Object.defineProperty(MIMEParams.prototype, 'toJSON', {
  configurable: true,
  writable: true,
  value: MIMEParams.prototype.toString,
});

const parseParameters = MIMEParams.parse;
delete MIMEParams.parse;

class MIMEType {
  #type;
  #subtype;
  #params = new MIMEParams();

  constructor(text) {
    text = `${text}`;
    const { type, subtype, end } = parseTypes(text);
    this.#type = type;
    this.#subtype = subtype;
    parseParameters(this.#params, text, end);
  }

  get type() {
    return this.#type;
  }

  set type(value) {
    value = `${value}`;
    this.#type = token(value, 'type', value);
  }

  get subtype() {
    return this.#subtype;
  }

  set subtype(value) {
    value = `${value}`;
    this.#subtype = token(value, 'subtype', value);
  }

  get essence() {
    return `${this.#type}/${this.#subtype}`;
  }

  get params() {
    return this.#params;
  }

  toString() {
    const params = this.#params.toString();
    return params === '' ? this.essence : `${this.essence};${params}`;
  }
}
Object.defineProperty(MIMEType.prototype, 'toJSON', {
  configurable: true,
  writable: true,
  value: MIMEType.prototype.toString,
});

module.exports = { MIMEParams, MIMEType };
