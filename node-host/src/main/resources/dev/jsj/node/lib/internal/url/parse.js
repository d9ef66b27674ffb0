'use strict';

// The basic URL parser (URL Standard, 4.4), as methods of a record, one per state, that advance along the input.

const { parseHost } = require('internal/url/host');
const { C0_CONTROL, FRAGMENT, PATH, QUERY, SPECIAL_QUERY, USERINFO, percentEncode } = require('internal/url/percent');

/** Default ports of the special schemes. */
const SPECIAL = { '__proto__': null, 'ftp:': 21, 'file:': null, 'http:': 80, 'https:': 443, 'ws:': 80, 'wss:': 443 };

const SCHEME = /^[a-zA-Z][a-zA-Z0-9+\-.]*$/;
const DRIVE_LETTER = /^[a-zA-Z][:|]$/;
const NORMALIZED_DRIVE_LETTER = /^[a-zA-Z]:$/;
const STARTS_WITH_DRIVE_LETTER = /^[a-zA-Z][:|](?:[/\\?#]|$)/;
const SINGLE_DOT = /^(?:\.|%2e)$/i;
const DOUBLE_DOT = /^(?:\.|%2e){2}$/i;

function isSpecial(scheme) {
  return SPECIAL[scheme] !== undefined;
}

/** A URL record: `path` is a string for an opaque path, else a list of segments; `host` null for none, '' for empty. */
class URLRecord {
  constructor() {
    this.scheme = '';
    this.username = '';
    this.password = '';
    this.host = null;
    this.port = null;
    this.path = [];
    this.query = null;
    this.fragment = null;
  }

  get special() {
    return isSpecial(this.scheme);
  }

  get hasOpaquePath() {
    return typeof this.path === 'string';
  }

  copyAuthority(base) {
    this.username = base.username;
    this.password = base.password;
    this.host = base.host;
    this.port = base.port;
  }

  pathText() {
    if (typeof this.path === 'string') return this.path;
    let text = '';
    for (let i = 0; i < this.path.length; i++) text += `/${this.path[i]}`;
    return text;
  }

  /** Drops the last segment, but never a drive letter. */
  shortenPath() {
    const { path } = this;
    if (this.scheme === 'file:' && path.length === 1 && NORMALIZED_DRIVE_LETTER.test(path[0])) return;
    path.pop();
  }

  serialize(excludeFragment = false) {
    let text = this.scheme;
    if (this.host !== null) {
      text += '//';
      if (this.username !== '' || this.password !== '') {
        text += this.username;
        if (this.password !== '') text += `:${this.password}`;
        text += '@';
      }
      text += this.host;
      if (this.port !== null) text += `:${this.port}`;
    } else if (!this.hasOpaquePath && this.path.length > 1 && this.path[0] === '') {
      text += '/.';
    }
    text += this.pathText();
    if (this.query !== null) text += `?${this.query}`;
    if (!excludeFragment && this.fragment !== null) text += `#${this.fragment}`;
    return text;
  }

  cannotHaveCredentials() {
    return this.host === null || this.host === '' || this.scheme === 'file:';
  }
}

/** Splits off the fragment and the query, which every kind of URL may end in. */
function splitEnd(input) {
  let fragment = null;
  let query = null;
  const hash = input.indexOf('#');
  if (hash !== -1) {
    fragment = input.slice(hash + 1);
    input = input.slice(0, hash);
  }
  const question = input.indexOf('?');
  if (question !== -1) {
    query = input.slice(question + 1);
    input = input.slice(0, question);
  }
  return { rest: input, query, fragment };
}

function setQuery(url, query) {
  url.query = query === null ? null : percentEncode(query, url.special ? SPECIAL_QUERY : QUERY);
}

function setFragment(url, fragment) {
  url.fragment = fragment === null ? null : percentEncode(fragment, FRAGMENT);
}

function indexOfSlash(text, special, from = 0) {
  const slash = text.indexOf('/', from);
  const backslash = special ? text.indexOf('\\', from) : -1;
  if (slash === -1) return backslash;
  return backslash === -1 ? slash : Math.min(slash, backslash);
}

function isSlash(character, special) {
  return character === '/' || (special && character === '\\');
}

/** The path state: adds the segments of `text`, which begins after a slash, to the path. */
function appendPath(url, text) {
  const { special } = url;
  let start = 0;
  for (;;) {
    const slash = indexOfSlash(text, special, start);
    const isLast = slash === -1;
    const segment = isLast ? text.slice(start) : text.slice(start, slash);
    if (DOUBLE_DOT.test(segment)) {
      url.shortenPath();
      if (isLast) url.path.push('');
    } else if (SINGLE_DOT.test(segment)) {
      if (isLast) url.path.push('');
    } else if (url.scheme === 'file:' && url.path.length === 0 && DRIVE_LETTER.test(segment)) {
      url.path.push(`${segment[0]}:`);
    } else {
      url.path.push(percentEncode(segment, PATH));
    }
    if (isLast) return;
    start = slash + 1;
  }
}

/** The path start state. */
function parsePathStart(url, rest) {
  if (url.special) {
    appendPath(url, isSlash(rest[0], true) ? rest.slice(1) : rest);
  } else if (rest !== '') {
    appendPath(url, rest[0] === '/' ? rest.slice(1) : rest);
  }
  return true;
}

/** Sets the port from its digits; false when it is no port. */
function parsePort(url, text) {
  if (text === '') {
    url.port = null;
    return true;
  }
  if (!/^[0-9]+$/.test(text)) return false;
  const port = Number(text);
  if (port > 65535) return false;
  url.port = port === SPECIAL[url.scheme] ? null : port;
  return true;
}

/** The index of the colon before the port, outside the brackets of an IPv6 address; -1 for none. */
function portColon(text) {
  let inBrackets = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '[') inBrackets = true;
    else if (text[i] === ']') inBrackets = false;
    else if (text[i] === ':' && !inBrackets) return i;
  }
  return -1;
}

/** The authority, host and port states: `rest` begins after the two slashes. */
function parseAuthority(url, rest) {
  const slash = indexOfSlash(rest, url.special);
  let authority = slash === -1 ? rest : rest.slice(0, slash);
  const path = slash === -1 ? '' : rest.slice(slash);
  const at = authority.lastIndexOf('@');
  if (at !== -1) {
    const credentials = authority.slice(0, at);
    authority = authority.slice(at + 1);
    if (authority === '') return false;
    const colon = credentials.indexOf(':');
    url.username = percentEncode(colon === -1 ? credentials : credentials.slice(0, colon), USERINFO);
    url.password = colon === -1 ? '' : percentEncode(credentials.slice(colon + 1), USERINFO);
  }
  const colon = portColon(authority);
  const hostText = colon === -1 ? authority : authority.slice(0, colon);
  if (hostText === '') {
    if (url.special || colon !== -1) return false;
    url.host = '';
  } else {
    url.host = parseHost(hostText, url.special);
    if (url.host === null) return false;
    if (colon !== -1 && !parsePort(url, authority.slice(colon + 1))) return false;
  }
  return parsePathStart(url, path);
}

/** The file and file slash states: `rest` begins after 'file:'. */
function parseFile(url, rest, base, end) {
  url.host = '';
  const fileBase = base !== null && base.scheme === 'file:' ? base : null;
  if (isSlash(rest[0], true)) {
    if (isSlash(rest[1], true)) return parseFileHost(url, rest.slice(2));
    if (fileBase !== null) {
      url.host = fileBase.host;
      const drive = fileBase.path[0];
      if (!STARTS_WITH_DRIVE_LETTER.test(rest.slice(1)) && drive !== undefined && NORMALIZED_DRIVE_LETTER.test(drive)) {
        url.path.push(drive);
      }
    }
    appendPath(url, rest.slice(1));
    return true;
  }
  if (fileBase === null) {
    appendPath(url, rest);
    return true;
  }
  url.host = fileBase.host;
  url.path = fileBase.path.slice();
  if (rest === '') {
    if (end.query === null) url.query = fileBase.query;
    return true;
  }
  if (STARTS_WITH_DRIVE_LETTER.test(rest)) url.path = [];
  else url.shortenPath();
  appendPath(url, rest);
  return true;
}

function parseFileHost(url, rest) {
  const slash = indexOfSlash(rest, true);
  const hostText = slash === -1 ? rest : rest.slice(0, slash);
  if (DRIVE_LETTER.test(hostText)) {
    appendPath(url, rest);
    return true;
  }
  if (hostText !== '') {
    const host = parseHost(hostText, true);
    if (host === null) return false;
    url.host = host === 'localhost' ? '' : host;
  }
  return parsePathStart(url, slash === -1 ? '' : rest.slice(slash));
}

/** The relative states: the scheme is the base's. */
function parseRelative(url, rest, base, end) {
  url.scheme = base.scheme;
  const { special } = url;
  if (isSlash(rest[0], special)) {
    if (isSlash(rest[1], special)) {
      return parseAuthority(url, special ? rest.replace(/^[/\\]+/, '') : rest.slice(2));
    }
    url.copyAuthority(base);
    appendPath(url, rest.slice(1));
    return true;
  }
  url.copyAuthority(base);
  url.path = base.path.slice();
  if (rest === '') {
    if (end.query === null) url.query = base.query;
    return true;
  }
  url.shortenPath();
  appendPath(url, rest);
  return true;
}

/** Parses text into a URLRecord; null when it is not a URL. */
function parseURL(input, base = null) {
  // eslint-disable-next-line no-control-regex
  input = input.replace(/^[\0-\x20]+|[\0-\x20]+$/g, '');
  if (/[\t\n\r]/.test(input)) input = input.replace(/[\t\n\r]/g, '');
  const url = new URLRecord();
  const end = splitEnd(input);
  const colon = input.indexOf(':');
  const scheme = colon > 0 && SCHEME.test(input.slice(0, colon)) ? input.slice(0, colon + 1).toLowerCase() : null;
  const ok = scheme === null ? parseWithoutScheme(url, base, end) :
    parseWithScheme(url, scheme, end.rest.slice(colon + 1), base, end);
  if (!ok) return null;
  if (end.query !== null) setQuery(url, end.query);
  setFragment(url, end.fragment);
  return url;
}

/** The no scheme state. */
function parseWithoutScheme(url, base, end) {
  if (base === null) return false;
  if (base.hasOpaquePath) {
    if (end.rest !== '' || end.query !== null || end.fragment === null) return false;
    url.scheme = base.scheme;
    url.path = base.path;
    url.query = base.query;
    return true;
  }
  if (base.scheme === 'file:') {
    url.scheme = 'file:';
    return parseFile(url, end.rest, base, end);
  }
  return parseRelative(url, end.rest, base, end);
}

/** What follows the scheme state. */
function parseWithScheme(url, scheme, rest, base, end) {
  url.scheme = scheme;
  if (scheme === 'file:') return parseFile(url, rest, base, end);
  if (url.special) {
    if (base !== null && base.scheme === scheme && !/^[/\\]{2}/.test(rest) && !rest.startsWith('//')) {
      return rest.startsWith('//') ? parseAuthority(url, rest.slice(2)) : parseRelative(url, rest, base, end);
    }
    return parseAuthority(url, rest.replace(/^[/\\]+/, ''));
  }
  if (rest.startsWith('//')) return parseAuthority(url, rest.slice(2));
  if (rest[0] === '/') {
    appendPath(url, rest.slice(1));
    return true;
  }
  url.path = percentEncode(rest, C0_CONTROL);
  return true;
}

// The setters of URL parse with a state override; each answers nothing and changes nothing when the value will not do.

function withoutTabs(value) {
  return value.replace(/[\t\n\r]/g, '');
}

function setProtocol(url, value) {
  value = withoutTabs(value);
  const colon = value.indexOf(':');
  const name = colon === -1 ? value : value.slice(0, colon);
  if (!SCHEME.test(name)) return;
  const scheme = `${name.toLowerCase()}:`;
  if (isSpecial(scheme) !== url.special) return;
  if (scheme === 'file:' && (url.username !== '' || url.password !== '' || url.port !== null)) return;
  if (url.scheme === 'file:' && url.host === '') return;
  url.scheme = scheme;
  if (url.port === SPECIAL[scheme]) url.port = null;
}

function setUsername(url, value) {
  if (!url.cannotHaveCredentials()) url.username = percentEncode(value, USERINFO);
}

function setPassword(url, value) {
  if (!url.cannotHaveCredentials()) url.password = percentEncode(value, USERINFO);
}

/** Up to where a host setter reads. */
function authorityPart(url, value) {
  const text = withoutTabs(value);
  const end = text.search(url.special ? /[/\\?#]/ : /[/?#]/);
  return end === -1 ? text : text.slice(0, end);
}

function setHost(url, value, withPort) {
  if (url.hasOpaquePath) return;
  let text = authorityPart(url, value);
  let portText;
  if (url.scheme !== 'file:') {
    const colon = portColon(text);
    if (colon === 0) return;
    if (colon !== -1) {
      if (!withPort) return;
      portText = /^[0-9]*/.exec(text.slice(colon + 1))[0];
      text = text.slice(0, colon);
    }
  }
  if (text === '') {
    if (url.special && url.scheme !== 'file:') return;
    if (!url.special && (url.username !== '' || url.password !== '' || url.port !== null)) return;
    url.host = '';
    return;
  }
  const host = parseHost(text, url.special);
  if (host === null) return;
  url.host = url.scheme === 'file:' && host === 'localhost' ? '' : host;
  if (portText) parsePort(url, portText);
}

function setPort(url, value) {
  if (url.cannotHaveCredentials()) return;
  if (value === '') {
    url.port = null;
    return;
  }
  const digits = /^[0-9]+/.exec(withoutTabs(value));
  if (digits !== null) parsePort(url, digits[0]);
}

function setPathname(url, value) {
  if (url.hasOpaquePath) return;
  url.path = [];
  const text = withoutTabs(value).replace(/[?#]/g, (character) => (character === '?' ? '%3F' : '%23'));
  if (url.special) appendPath(url, isSlash(text[0], true) ? text.slice(1) : text);
  else if (text !== '') appendPath(url, text[0] === '/' ? text.slice(1) : text);
  else if (url.host === null) url.path.push('');
}

function setSearch(url, value) {
  setQuery(url, value === '' ? null : withoutTabs(value[0] === '?' ? value.slice(1) : value));
}

function setHash(url, value) {
  setFragment(url, value === '' ? null : withoutTabs(value[0] === '#' ? value.slice(1) : value));
}

module.exports = {
  URLRecord,
  parseURL,
  setHash,
  setHost,
  setPassword,
  setPathname,
  setPort,
  setProtocol,
  setSearch,
  setUsername,
};
