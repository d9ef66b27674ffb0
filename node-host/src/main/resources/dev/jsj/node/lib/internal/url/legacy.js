'use strict';

// The url module's older functions: url.parse, url.format, url.resolve. Their rules are Node's own, looser than the standard's.

const querystring = require('querystring');
const { codes } = require('internal/errors');
const { validateString } = require('internal/validators');
const { domainToASCII } = require('internal/url/host');

const HOSTLESS = new Set(['javascript:', 'javascript']);
const SLASHED = new Set(['http:', 'http', 'https:', 'https', 'ftp:', 'ftp', 'gopher:', 'gopher', 'file:', 'file', 'ws:', 'ws',
                         'wss:', 'wss']);
const PROTOCOL = /^[a-z0-9.+-]+:/i;
const HAS_HOST = /^\/\/[^@/]+@[^@/]+/;
const SIMPLE_PATH = /^(\/\/?(?!\/)[^?\s]*)(\?[^\s]*)?$/;
const FORBIDDEN_IN_HOST = /[\0\t\n\r #%/:<>?@[\\\]^|]/;
const FORBIDDEN_IN_IPV6 = /[\0\t\n\r #%/<>?@\\^|]/;
const NEVER_IN_HOST = ' "%\';<>\\^`{|}';
const MAX_HOSTNAME_LENGTH = 255;

const ESCAPES = {
  '__proto__': null, '\t': '%09', '\n': '%0A', '\r': '%0D', ' ': '%20', '"': '%22', "'": '%27', '<': '%3C', '>': '%3E',
  '\\': '%5C', '^': '%5E', '`': '%60', '{': '%7B', '|': '%7C', '}': '%7D',
};

function Url() {
  this.protocol = null;
  this.slashes = null;
  this.auth = null;
  this.host = null;
  this.port = null;
  this.hostname = null;
  this.hash = null;
  this.search = null;
  this.query = null;
  this.pathname = null;
  this.path = null;
  this.href = null;
}

/** Trims white space and turns the backslashes before the query around, as browsers do. */
function clean(url) {
  const text = url.replace(/^[\0-\x20\u00a0\ufeff]+|[\0-\x20\u00a0\ufeff]+$/g, ''); // eslint-disable-line no-control-regex
  const end = text.search(/[?#]/);
  if (end === -1) return text.replaceAll('\\', '/');
  return text.slice(0, end).replaceAll('\\', '/') + text.slice(end);
}

function setQuery(url, search, parseQueryString) {
  if (search !== undefined) {
    url.search = search;
    url.query = parseQueryString ? querystring.parse(search.slice(1)) : search.slice(1);
  } else if (parseQueryString) {
    url.search = null;
    url.query = { __proto__: null };
  }
}

/** Splits `user:password@host:port` off the front; answers what follows. */
function parseAuthority(url, rest, original) {
  rest = rest.replace(/[\t\n\r]/g, (character, index) => (index < authorityEnd(rest) ? '' : character));
  let hostEnd = -1;
  let at = -1;
  let nonHost = -1;
  for (let i = 0; i < rest.length && hostEnd === -1; i++) {
    const character = rest[i];
    if (character === '#' || character === '/' || character === '?') {
      if (nonHost === -1) nonHost = i;
      hostEnd = i;
    } else if (character === '@') {
      at = i;
      nonHost = -1;
    } else if (NEVER_IN_HOST.includes(character) && nonHost === -1) {
      nonHost = i;
    }
  }
  if (at !== -1) url.auth = decodeURIComponent(rest.slice(0, at));
  url.host = rest.slice(at + 1, nonHost === -1 ? rest.length : nonHost);
  rest = nonHost === -1 ? '' : rest.slice(nonHost);
  url.parseHost();
  if (typeof url.hostname !== 'string') url.hostname = '';
  return checkHostname(url, rest, original);
}

function authorityEnd(rest) {
  const end = rest.search(/[#/?]/);
  return end === -1 ? rest.length : end;
}

function checkHostname(url, rest, original) {
  const isIPv6 = url.hostname[0] === '[' && url.hostname[url.hostname.length - 1] === ']';
  if (!isIPv6) {
    const invalid = url.hostname.search(/[/\\#?:]/);
    if (invalid !== -1) {
      rest = `/${url.hostname.slice(invalid)}${rest}`;
      url.hostname = url.hostname.slice(0, invalid);
    }
  }
  url.hostname = url.hostname.length > MAX_HOSTNAME_LENGTH ? '' : url.hostname.toLowerCase();
  if (url.hostname !== '') {
    if (isIPv6) {
      if (FORBIDDEN_IN_IPV6.test(url.hostname)) throw new codes.ERR_INVALID_URL(original);
    } else {
      // eslint-disable-next-line no-control-regex
      if (/[^\0-\x7f]/.test(url.hostname)) url.hostname = domainToASCII(url.hostname) ?? '';
      if (url.hostname === '' || FORBIDDEN_IN_HOST.test(url.hostname)) throw new codes.ERR_INVALID_URL(original);
    }
  }
  url.host = (url.hostname || '') + (url.port ? `:${url.port}` : '');
  if (isIPv6) {
    url.hostname = url.hostname.slice(1, -1);
    if (rest[0] !== '/') rest = `/${rest}`;
  }
  return rest;
}

Url.prototype.parse = function parse(url, parseQueryString, slashesDenoteHost) {
  validateString(url, 'url');
  let rest = clean(url);
  const hasSpecial = rest.includes('#') || rest.slice(0, rest.search(/[?#]|$/)).includes('@');
  if (!slashesDenoteHost && !hasSpecial) {
    const simple = SIMPLE_PATH.exec(rest);
    if (simple) {
      this.path = rest;
      this.href = rest;
      this.pathname = simple[1];
      setQuery(this, simple[2], parseQueryString);
      return this;
    }
  }
  const protocol = PROTOCOL.exec(rest)?.[0];
  const lowerProtocol = protocol?.toLowerCase();
  if (protocol) {
    this.protocol = lowerProtocol;
    rest = rest.slice(protocol.length);
  }
  let slashes = false;
  if (slashesDenoteHost || protocol || HAS_HOST.test(rest)) {
    slashes = rest.startsWith('//');
    if (slashes && !(protocol && HOSTLESS.has(lowerProtocol))) {
      rest = rest.slice(2);
      this.slashes = true;
    }
  }
  if (!HOSTLESS.has(lowerProtocol) && (slashes || (protocol && !SLASHED.has(protocol)))) {
    rest = parseAuthority(this, rest, url);
  }
  if (!HOSTLESS.has(lowerProtocol)) rest = rest.replace(/[\t\n\r "'<>\\^`{|}]/g, (character) => ESCAPES[character]);
  finish(this, rest, parseQueryString, lowerProtocol);
  return this;
};

function finish(url, rest, parseQueryString, lowerProtocol) {
  const hash = rest.indexOf('#');
  if (hash !== -1) {
    url.hash = rest.slice(hash);
    rest = rest.slice(0, hash);
  }
  const question = rest.indexOf('?');
  setQuery(url, question === -1 ? undefined : rest.slice(question), parseQueryString);
  if (question !== -1) rest = rest.slice(0, question);
  if (rest.length > 0) url.pathname = rest;
  if (SLASHED.has(lowerProtocol) && url.hostname && !url.pathname) url.pathname = '/';
  if (url.pathname || url.search) url.path = (url.pathname || '') + (url.search || '');
  url.href = url.format();
}

Url.prototype.parseHost = function parseHost() {
  let { host } = this;
  const port = /:[0-9]*$/.exec(host)?.[0];
  if (port) {
    if (port !== ':') this.port = port.slice(1);
    host = host.slice(0, host.length - port.length);
  }
  if (host) this.hostname = host;
};

Url.prototype.format = function format() {
  let auth = this.auth || '';
  if (auth) auth = `${encodeAuth(auth)}@`;
  let protocol = this.protocol || '';
  let pathname = this.pathname || '';
  let hash = this.hash || '';
  let host = '';
  if (this.host) {
    host = auth + this.host;
  } else if (this.hostname) {
    const isIPv6 = this.hostname.includes(':') && this.hostname[0] !== '[';
    host = auth + (isIPv6 ? `[${this.hostname}]` : this.hostname) + (this.port ? `:${this.port}` : '');
  }
  let query = '';
  if (this.query !== null && typeof this.query === 'object') query = querystring.stringify(this.query);
  let search = this.search || (query && `?${query}`) || '';
  if (protocol && !protocol.endsWith(':')) protocol += ':';
  pathname = pathname.replace(/[?#]/g, (character) => (character === '#' ? '%23' : '%3F'));
  if (this.slashes || SLASHED.has(protocol)) {
    if (this.slashes || host) {
      if (pathname && pathname[0] !== '/') pathname = `/${pathname}`;
      host = `//${host}`;
    } else if (protocol.startsWith('file')) {
      host = '//';
    }
  }
  search = search.replaceAll('#', '%23');
  if (hash && hash[0] !== '#') hash = `#${hash}`;
  if (search && search[0] !== '?') search = `?${search}`;
  return protocol + host + pathname + search + hash;
};

/** Everything but what may stand in a user name and password. */
function encodeAuth(text) {
  return encodeURIComponent(text).replace(/%3A/gi, ':');
}

Url.prototype.resolve = function resolve(relative) {
  return this.resolveObject(parse(relative, false, true)).format();
};

Url.prototype.resolveObject = function resolveObject(relative) {
  if (typeof relative === 'string') relative = parse(relative, false, true);
  const result = Object.assign(new Url(), this);
  result.hash = relative.hash;
  if (relative.href === '') {
    result.href = result.format();
    return result;
  }
  if (relative.slashes && !relative.protocol) {
    for (const key of Object.keys(relative)) if (key !== 'protocol') result[key] = relative[key];
    if (SLASHED.has(result.protocol) && result.hostname && !result.pathname) result.path = result.pathname = '/';
    result.href = result.format();
    return result;
  }
  if (relative.protocol && relative.protocol !== result.protocol) return resolveOtherProtocol(result, relative);
  return resolvePath(result, relative);
};

function resolveOtherProtocol(result, relative) {
  if (!SLASHED.has(relative.protocol)) {
    Object.assign(result, relative);
    result.href = result.format();
    return result;
  }
  result.protocol = relative.protocol;
  if (!relative.host && !/^file:?$/.test(relative.protocol) && !HOSTLESS.has(relative.protocol)) {
    const segments = (relative.pathname || '').split('/');
    while (segments.length > 0 && !(relative.host = segments.shift())) continue;
    relative.host ||= '';
    relative.hostname ||= '';
    if (segments[0] !== '') segments.unshift('');
    if (segments.length < 2) segments.unshift('');
    result.pathname = segments.join('/');
  } else {
    result.pathname = relative.pathname;
  }
  result.search = relative.search;
  result.query = relative.query;
  result.host = relative.host || '';
  result.auth = relative.auth;
  result.hostname = relative.hostname || relative.host;
  result.port = relative.port;
  if (result.pathname || result.search) result.path = (result.pathname || '') + (result.search || '');
  result.slashes ||= relative.slashes;
  result.href = result.format();
  return result;
}

function resolvePath(result, relative) {
  const isSourceAbsolute = result.pathname && result.pathname[0] === '/';
  const isRelativeAbsolute = relative.host || (relative.pathname && relative.pathname[0] === '/');
  let mustEndAbsolute = isRelativeAbsolute || isSourceAbsolute || (result.host && relative.pathname);
  const removeAllDots = mustEndAbsolute;
  let source = (result.pathname && result.pathname.split('/')) || [];
  const parts = (relative.pathname && relative.pathname.split('/')) || [];
  const noLeadingSlashes = result.protocol && !SLASHED.has(result.protocol);
  if (noLeadingSlashes) {
    result.hostname = '';
    result.port = null;
    if (result.host) {
      if (source[0] === '') source[0] = result.host;
      else source.unshift(result.host);
    }
    result.host = '';
    if (relative.protocol) {
      relative.hostname = null;
      relative.port = null;
      result.auth = null;
      if (relative.host) {
        if (parts[0] === '') parts[0] = relative.host;
        else parts.unshift(relative.host);
      }
      relative.host = null;
    }
    mustEndAbsolute = mustEndAbsolute && (parts[0] === '' || source[0] === '');
  }
  if (isRelativeAbsolute) {
    if (relative.host || relative.host === '') {
      if (result.host !== relative.host) result.auth = null;
      result.host = relative.host;
      result.port = relative.port;
    }
    if (relative.hostname || relative.hostname === '') {
      if (result.hostname !== relative.hostname) result.auth = null;
      result.hostname = relative.hostname;
    }
    result.search = relative.search;
    result.query = relative.query;
    source = parts;
  } else if (parts.length > 0) {
    source = source.slice(0, -1).concat(parts);
    result.search = relative.search;
    result.query = relative.query;
  } else if (relative.search !== null && relative.search !== undefined) {
    if (noLeadingSlashes) takeHostFrom(result, source);
    result.search = relative.search;
    result.query = relative.query;
    if (result.pathname !== null || result.search !== null) result.path = (result.pathname || '') + (result.search || '');
    result.href = result.format();
    return result;
  }
  return finishPath(result, relative, source, { mustEndAbsolute, removeAllDots, noLeadingSlashes });
}

function takeHostFrom(result, source) {
  result.hostname = result.host = source.shift();
  const at = result.host && result.host.indexOf('@') > 0 && result.host.split('@');
  if (at) {
    result.auth = at.shift();
    result.host = result.hostname = at.shift();
  }
}

/** Resolves '.' and '..', as a browser does. */
function finishPath(result, relative, source, { mustEndAbsolute, removeAllDots, noLeadingSlashes }) {
  if (source.length === 0) {
    result.pathname = null;
    result.path = result.search ? `/${result.search}` : null;
    result.href = result.format();
    return result;
  }
  let last = source[source.length - 1];
  const hasTrailingSlash = ((result.host || relative.host || source.length > 1) && (last === '.' || last === '..')) || last === '';
  let up = 0;
  for (let i = source.length - 1; i >= 0; i--) {
    last = source[i];
    if (last === '.') {
      source.splice(i, 1);
    } else if (last === '..') {
      source.splice(i, 1);
      up++;
    } else if (up > 0) {
      source.splice(i, 1);
      up--;
    }
  }
  if (!mustEndAbsolute && !removeAllDots) for (; up > 0; up--) source.unshift('..');
  if (mustEndAbsolute && source[0] !== '' && (!source[0] || source[0][0] !== '/')) source.unshift('');
  if (hasTrailingSlash && source.join('/').slice(-1) !== '/') source.push('');
  const isAbsolute = source[0] === '' || (source[0] && source[0][0] === '/');
  if (noLeadingSlashes) {
    result.hostname = result.host = isAbsolute ? '' : source.length ? source.shift() : '';
    const at = result.host && result.host.indexOf('@') > 0 ? result.host.split('@') : false;
    if (at) {
      result.auth = at.shift();
      result.host = result.hostname = at.shift();
    }
  }
  mustEndAbsolute ||= result.host && source.length > 0;
  if (mustEndAbsolute && !isAbsolute) source.unshift('');
  if (source.length === 0) {
    result.pathname = null;
    result.path = null;
  } else {
    result.pathname = source.join('/');
  }
  if (result.pathname !== null || result.search !== null) result.path = (result.pathname || '') + (result.search || '');
  result.auth = relative.auth || result.auth;
  result.slashes ||= relative.slashes;
  result.href = result.format();
  return result;
}

function parse(url, parseQueryString, slashesDenoteHost) {
  if (url instanceof Url) return url;
  return new Url().parse(url, parseQueryString, slashesDenoteHost);
}

/** url.format(url or object, options). */
function format(value, options) {
  if (typeof value === 'string') {
    value = parse(value);
  } else if (typeof value !== 'object' || value === null) {
    throw new codes.ERR_INVALID_ARG_TYPE('urlObject', ['Object', 'string'], value);
  } else if (value instanceof require('internal/url/url').URL) {
    return formatURL(value, options);
  }
  return Url.prototype.format.call(value);
}

function formatURL(url, options) {
  const { fragment = true, unicode = false, search = true, auth = true } = options ?? {};
  const copy = new url.constructor(url.href);
  if (!fragment) copy.hash = '';
  if (!search) copy.search = '';
  if (!auth) {
    copy.username = '';
    copy.password = '';
  }
  if (!unicode) return copy.href;
  return copy.href.replace(copy.hostname, require('internal/url/url').domainToUnicode(copy.hostname));
}

function resolve(source, relative) {
  return parse(source, false, true).resolve(relative);
}

function resolveObject(source, relative) {
  return source ? parse(source, false, true).resolveObject(relative) : relative;
}

module.exports = { Url, format, parse, resolve, resolveObject };
