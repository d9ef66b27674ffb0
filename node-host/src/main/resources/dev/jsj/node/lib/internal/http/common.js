'use strict';

// What clients and servers of HTTP share.

const binding = internalBinding('http');
const netBinding = internalBinding('net');
const { codes } = require('internal/errors');

const METHODS = [
  'ACL', 'BIND', 'CHECKOUT', 'CONNECT', 'COPY', 'DELETE', 'GET', 'HEAD', 'LINK', 'LOCK', 'M-SEARCH', 'MERGE', 'MKACTIVITY',
  'MKCALENDAR', 'MKCOL', 'MOVE', 'NOTIFY', 'OPTIONS', 'PATCH', 'POST', 'PROPFIND', 'PROPPATCH', 'PURGE', 'PUT', 'QUERY', 'REBIND',
  'REPORT', 'SEARCH', 'SOURCE', 'SUBSCRIBE', 'TRACE', 'UNBIND', 'UNLINK', 'UNLOCK', 'UNSUBSCRIBE',
];

const STATUS_CODES = {
  100: 'Continue', 101: 'Switching Protocols', 102: 'Processing', 103: 'Early Hints', 200: 'OK', 201: 'Created', 202: 'Accepted',
  203: 'Non-Authoritative Information', 204: 'No Content', 205: 'Reset Content', 206: 'Partial Content', 207: 'Multi-Status',
  208: 'Already Reported', 226: 'IM Used', 300: 'Multiple Choices', 301: 'Moved Permanently', 302: 'Found', 303: 'See Other',
  304: 'Not Modified', 305: 'Use Proxy', 307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request',
  401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 406: 'Not Acceptable',
  407: 'Proxy Authentication Required', 408: 'Request Timeout', 409: 'Conflict', 410: 'Gone', 411: 'Length Required',
  412: 'Precondition Failed', 413: 'Payload Too Large', 414: 'URI Too Long', 415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable', 417: 'Expectation Failed', 418: "I'm a Teapot", 421: 'Misdirected Request',
  422: 'Unprocessable Entity', 423: 'Locked', 424: 'Failed Dependency', 425: 'Too Early', 426: 'Upgrade Required',
  428: 'Precondition Required', 429: 'Too Many Requests', 431: 'Request Header Fields Too Large', 451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported', 506: 'Variant Also Negotiates', 507: 'Insufficient Storage', 508: 'Loop Detected',
  509: 'Bandwidth Limit Exceeded', 510: 'Not Extended', 511: 'Network Authentication Required',
};

// Bits of what a parser says of a head (ParserObject).
const KEEP_ALIVE = 1;
const HAS_BODY = 2;
const UPGRADE = 4;
const HAS_HOST = 8;
const HTTP_1_0 = 16;
const EXPECT = 32;

const DEFAULT_MAX_HEADER_SIZE = 16 * 1024;
const DEFAULT_MAX_HEADERS = 1000;

let maxHeaderSize;

/** --max-http-header-size, or 16 KiB. */
function defaultMaxHeaderSize() {
  if (maxHeaderSize === undefined) {
    const option = [...process.execArgv].reverse().find((one) => one.startsWith('--max-http-header-size='));
    maxHeaderSize = Number(option?.slice(option.indexOf('=') + 1)) || DEFAULT_MAX_HEADER_SIZE;
  }
  return maxHeaderSize;
}

/** Whether a parser lets deviations pass: as the option insecureHTTPParser says, else as the flag of the command line. */
function isLenient(option) {
  return option ?? process.execArgv.includes('--insecure-http-parser');
}

function checkIsHttpToken(text) {
  return typeof text === 'string' && binding.isToken(text);
}

function checkInvalidHeaderChar(value) {
  return !binding.isValue(`${value}`);
}

function validateHeaderName(name, label) {
  if (!checkIsHttpToken(name)) throw new codes.ERR_INVALID_HTTP_TOKEN(label || 'Header name', name);
}

function validateHeaderValue(name, value) {
  if (value === undefined) throw new codes.ERR_HTTP_INVALID_HEADER_VALUE(value, name);
  if (checkInvalidHeaderChar(value)) throw new codes.ERR_INVALID_CHAR('header content', name);
}

/** Throws what a native refusal of a header means. */
function throwHeaderProblem(problem, name, value) {
  if (problem === 1) throw new codes.ERR_INVALID_HTTP_TOKEN('Header name', name);
  if (problem === 2) throw new codes.ERR_HTTP_INVALID_HEADER_VALUE(value, name);
  throw new codes.ERR_INVALID_CHAR('header content', name);
}

function parseError(code, reason, rawPacket) {
  const error = new Error(reason === '' ? 'Parse Error' : `Parse Error: ${reason}`);
  error.code = code;
  error.reason = reason;
  error.bytesParsed = 0;
  error.rawPacket = rawPacket;
  return error;
}

/** The native stream of a socket, if messages may bypass the socket's own write queue; else undefined. */
function nativeStream(socket, write) {
  const handle = socket._handle;
  return handle && socket.write === write && !socket.connecting && socket.writableLength === 0 && !socket.writableEnded &&
    !socket.destroyed && netBinding.isStream(handle) ? handle : undefined;
}

module.exports = {
  DEFAULT_MAX_HEADERS,
  EXPECT,
  HAS_BODY,
  HAS_HOST,
  HTTP_1_0,
  KEEP_ALIVE,
  METHODS,
  STATUS_CODES,
  UPGRADE,
  checkInvalidHeaderChar,
  checkIsHttpToken,
  defaultMaxHeaderSize,
  isLenient,
  nativeStream,
  parseError,
  throwHeaderProblem,
  validateHeaderName,
  validateHeaderValue,
};
