'use strict';

// The URL class (URL Standard, 6.1), and conversions between file URLs and paths.

const { codes } = require('internal/errors');
const { inspect, customInspect } = require('internal/inspect/inspect');
const parser = require('internal/url/parse');
const { URLSearchParams, attach, parseForm, replaceList } = require('internal/url/search_params');

const { parseURL } = parser;

function toUSVString(value) {
  return `${value}`.toWellFormed();
}

function parseOrThrow(input, base) {
  const baseRecord = base === undefined ? null : parseURL(toUSVString(base));
  const record = base !== undefined && baseRecord === null ? null : parseURL(input, baseRecord);
  if (record === null) throw new codes.ERR_INVALID_URL(input, base === undefined ? null : `${base}`);
  return record;
}

class URL {
  #record;
  #href;
  #searchParams = null;

  constructor(input, base = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
    this.#record = parseOrThrow(toUSVString(input), base);
  }

  static canParse(input, base = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS('url');
    const baseRecord = base === undefined ? null : parseURL(toUSVString(base));
    return (base === undefined || baseRecord !== null) && parseURL(toUSVString(input), baseRecord) !== null;
  }

  static createObjectURL(object) {
    return require('internal/blob').createObjectURL(object);
  }

  static revokeObjectURL(url) {
    require('internal/blob').revokeObjectURL(`${url}`);
  }

  [customInspect](depth, options) {
    if (this == null || Object.getPrototypeOf(this.constructor.prototype) === null) return inspect(this, options);
    if (typeof depth === 'number' && depth < 0) return this;
    const constructor = this.constructor ?? URL;
    const shown = Object.create({ constructor });
    for (const name of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname',
                        'search', 'searchParams', 'hash']) {
      shown[name] = this[name];
    }
    return `${constructor.name} ${inspect(shown, options)}`;
  }

  /** After a setter: forgets the text, and brings `searchParams` up to date when the query changed. */
  #changed(queryChanged) {
    this.#href = undefined;
    if (queryChanged && this.#searchParams !== null) replaceList(this.#searchParams, parseForm(this.#record.query ?? ''));
  }

  get href() {
    this.#href ??= this.#record.serialize();
    return this.#href;
  }

  set href(value) {
    const text = toUSVString(value);
    const record = parseURL(text);
    if (record === null) throw new codes.ERR_INVALID_URL(text);
    this.#record = record;
    this.#changed(true);
  }

  get origin() {
    const { scheme, host, port, special } = this.#record;
    if (scheme === 'blob:') {
      const inner = parseURL(this.#record.pathText());
      if (inner !== null && (inner.scheme === 'http:' || inner.scheme === 'https:')) return new URL(inner.serialize()).origin;
      return 'null';
    }
    if (!special || scheme === 'file:') return 'null';
    return `${scheme}//${host}${port === null ? '' : `:${port}`}`;
  }

  get protocol() {
    return this.#record.scheme;
  }

  set protocol(value) {
    parser.setProtocol(this.#record, toUSVString(value));
    this.#changed(false);
  }

  get username() {
    return this.#record.username;
  }

  set username(value) {
    parser.setUsername(this.#record, toUSVString(value));
    this.#changed(false);
  }

  get password() {
    return this.#record.password;
  }

  set password(value) {
    parser.setPassword(this.#record, toUSVString(value));
    this.#changed(false);
  }

  get host() {
    const { host, port } = this.#record;
    if (host === null) return '';
    return port === null ? host : `${host}:${port}`;
  }

  set host(value) {
    parser.setHost(this.#record, toUSVString(value), true);
    this.#changed(false);
  }

  get hostname() {
    return this.#record.host ?? '';
  }

  set hostname(value) {
    parser.setHost(this.#record, toUSVString(value), false);
    this.#changed(false);
  }

  get port() {
    const { port } = this.#record;
    return port === null ? '' : `${port}`;
  }

  set port(value) {
    parser.setPort(this.#record, toUSVString(value));
    this.#changed(false);
  }

  get pathname() {
    return this.#record.pathText();
  }

  set pathname(value) {
    parser.setPathname(this.#record, toUSVString(value));
    this.#changed(false);
  }

  get search() {
    const { query } = this.#record;
    return query === null || query === '' ? '' : `?${query}`;
  }

  set search(value) {
    parser.setSearch(this.#record, toUSVString(value));
    this.#changed(true);
  }

  get searchParams() {
    if (this.#searchParams === null) {
      this.#searchParams = new URLSearchParams();
      attach(this.#searchParams, parseForm(this.#record.query ?? ''), (text) => {
        this.#record.query = text === '' ? null : text;
        this.#changed(false);
      });
    }
    return this.#searchParams;
  }

  get hash() {
    const { fragment } = this.#record;
    return fragment === null || fragment === '' ? '' : `#${fragment}`;
  }

  set hash(value) {
    parser.setHash(this.#record, toUSVString(value));
    this.#changed(false);
  }

  toString() {
    return this.href;
  }

  toJSON() {
    return this.href;
  }
}

Object.defineProperty(URL.prototype, Symbol.toStringTag, { value: 'URL', configurable: true });
for (const name of ['toString', 'href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port',
                    'pathname', 'search', 'searchParams', 'hash', 'toJSON']) {
  Object.defineProperty(URL.prototype, name, { enumerable: true });
}
for (const name of ['canParse', 'createObjectURL', 'revokeObjectURL']) Object.defineProperty(URL, name, { enumerable: true });

function isURL(value) {
  return Boolean(value?.href && value.protocol && value.auth === undefined && value.path === undefined);
}

function fileURLToPath(path, options = undefined) {
  const windows = options?.windows ?? process.platform === 'win32';
  if (typeof path === 'string') path = new URL(path);
  else if (!isURL(path)) throw new codes.ERR_INVALID_ARG_TYPE('path', ['string', 'URL'], path);
  if (path.protocol !== 'file:') throw new codes.ERR_INVALID_URL_SCHEME('file');
  return windows ? windowsPath(path) : posixPath(path);
}

function posixPath(url) {
  if (url.hostname !== '') throw new codes.ERR_INVALID_FILE_URL_HOST(process.platform);
  if (/%2f/i.test(url.pathname)) throw new codes.ERR_INVALID_FILE_URL_PATH('must not include encoded / characters');
  return decodeURIComponent(url.pathname);
}

function windowsPath(url) {
  if (/%2f|%5c/i.test(url.pathname)) {
    throw new codes.ERR_INVALID_FILE_URL_PATH('must not include encoded \\ or / characters');
  }
  const path = decodeURIComponent(url.pathname.replaceAll('/', '\\'));
  if (url.hostname !== '') return `\\\\${domainToUnicode(url.hostname)}${path}`;
  if (!/^\\[a-zA-Z]:/.test(path)) throw new codes.ERR_INVALID_FILE_URL_PATH('must be absolute');
  return path.slice(1);
}

function pathToFileURL(path, options = undefined) {
  const windows = options?.windows ?? process.platform === 'win32';
  const pathModule = windows ? require('path').win32 : require('path').posix;
  let resolved = pathModule.resolve(path);
  const last = path.charCodeAt(path.length - 1);
  if ((last === 47 || (windows && last === 92)) && resolved[resolved.length - 1] !== pathModule.sep) resolved += '/';
  if (windows) resolved = resolved.replaceAll('\\', '/');
  const escapes = { '%': '%25', '\\': '%5C', '\n': '%0A', '\r': '%0D', '\t': '%09', '?': '%3F', '#': '%23' };
  const text = resolved.replace(/[%\\\n\r\t?#]/g, (character) => escapes[character]);
  return new URL(windows && !text.startsWith('//') ? `file:///${text}` : `file://${text}`);
}

function domainToUnicode(domain) {
  return internalBinding('url').domainToUnicode(`${domain}`);
}

/** The options of an http request that a URL stands for. */
function urlToHttpOptions(url) {
  const { hostname, pathname, port, username, password, search } = url;
  const options = {
    __proto__: null,
    ...url,
    protocol: url.protocol,
    hostname: hostname && hostname[0] === '[' ? hostname.slice(1, -1) : hostname,
    hash: url.hash,
    search,
    pathname,
    path: `${pathname || ''}${search || ''}`,
    href: url.href,
  };
  if (port !== '') options.port = Number(port);
  if (username || password) options.auth = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return options;
}

module.exports = {
  URL,
  URLSearchParams,
  domainToUnicode,
  fileURLToPath,
  isURL,
  pathToFileURL,
  toPathIfFileURL: (value) => (isURL(value) ? fileURLToPath(value) : value),
  urlToHttpOptions,
};
