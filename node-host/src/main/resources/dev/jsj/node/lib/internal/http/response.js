'use strict';

// http.ServerResponse.

const binding = internalBinding('http');
const { codes, errnoException } = require('internal/errors');
const {
  OutgoingMessage, headersOf, initialize, kHeadDone, kHeadUnsent, onFinish, socketWrite, wants,
  watchDrain, addHeaders, keepAliveSeconds, kWriteCallbacks,
} = require('internal/http/outgoing');
const {
  STATUS_CODES, checkInvalidHeaderChar, nativeStream, validateHeaderName, validateHeaderValue,
} = require('internal/http/common');
const { validateObject } = require('internal/validators');

const OK_LINE = 'HTTP/1.1 200 OK';
const PENDING = 1;
const LAST_BIT = 2;
const FORCE_KEEP_ALIVE_BIT = 4;

function ServerResponse(req, options) {
  this._events = undefined;
  this._eventsCount = 0;
  this._maxListeners = undefined;
  initialize(this, options);
  this.req = req;
  this.sendDate = true;
  this.statusCode = 200;
  this.statusMessage = undefined;
  this._sent100 = false;
  this._expect_continue = false;
  this.rejectNonStandardBodyWrites = options?.rejectNonStandardBodyWrites ?? false;
  if (req.method === 'HEAD') this._hasBody = false;
  if (req.httpVersionMajor < 1 || req.httpVersionMinor < 1) {
    this.useChunkedEncodingByDefault = /chunked/i.test(req.headers.te ?? '');
    this.shouldKeepAlive = false;
  }
}
Object.setPrototypeOf(ServerResponse.prototype, OutgoingMessage.prototype);
Object.setPrototypeOf(ServerResponse, OutgoingMessage);

ServerResponse.prototype.assignSocket = function(socket) {
  if (socket._httpMessage) throw new codes.ERR_HTTP_SOCKET_ASSIGNED();
  socket._httpMessage = this;
  this.socket = socket;
  if (this._eventsCount > 0) this.emit('socket', socket);
  if (this.outputData.length > 0 || this.finished) this._flush();
};

ServerResponse.prototype.detachSocket = function(socket) {
  socket._httpMessage = null;
  this.socket = null;
};

ServerResponse.prototype.writeContinue = function(callback) {
  this._writeRaw('HTTP/1.1 100 Continue\r\n\r\n', 'latin1', callback);
  this._sent100 = true;
};

ServerResponse.prototype.writeProcessing = function(callback) {
  this._writeRaw('HTTP/1.1 102 Processing\r\n\r\n', 'latin1', callback);
};

const LINK = /^(?:<[^>]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;

function validateLink(value) {
  if (typeof value !== 'string' || !LINK.test(value)) {
    throw new codes.ERR_INVALID_ARG_VALUE('hints', value,
                                          'must be an array or string of format "</styles.css>; rel=preload; as=style"');
  }
  return value;
}

ServerResponse.prototype.writeEarlyHints = function(hints, callback) {
  validateObject(hints, 'hints');
  if (hints.link === null || hints.link === undefined) return;
  const links = Array.isArray(hints.link) ? hints.link.map(validateLink).join(', ') : validateLink(hints.link);
  if (links.length === 0) return;
  let head = `HTTP/1.1 103 Early Hints\r\nLink: ${links}\r\n`;
  for (const name of Object.keys(hints)) {
    if (name === 'link') continue;
    validateHeaderName(name);
    validateHeaderValue(name, hints[name]);
    head += `${name}: ${hints[name]}\r\n`;
  }
  this._writeRaw(`${head}\r\n`, 'latin1', callback);
};

ServerResponse.prototype._implicitHeader = function() {
  this.writeHead(this.statusCode);
};

/** The first line; also settles whether there is a body. */
function statusLine(response) {
  const { statusCode } = response;
  if (statusCode === 204 || statusCode === 304 || (statusCode >= 100 && statusCode <= 199)) response._hasBody = false;
  if (response._expect_continue && !response._sent100) response.shouldKeepAlive = false;
  const message = response.statusMessage;
  return statusCode === 200 && message === 'OK' ? OK_LINE : `HTTP/1.1 ${statusCode} ${message}`;
}

function settleStatus(response, statusCode) {
  const original = statusCode;
  statusCode |= 0;
  if (statusCode < 100 || statusCode > 999) throw new codes.ERR_HTTP_INVALID_STATUS_CODE(original);
  response.statusCode = statusCode;
  if (!response.statusMessage) response.statusMessage = STATUS_CODES[statusCode] || 'unknown';
  else if (checkInvalidHeaderChar(response.statusMessage)) throw new codes.ERR_INVALID_CHAR('statusMessage');
}

ServerResponse.prototype.writeHead = function writeHead(statusCode, reason, headers) {
  if (this[kHeadDone]) throw new codes.ERR_HTTP_HEADERS_SENT('write');
  if (typeof reason === 'string') {
    this.statusMessage = reason;
  } else {
    this.statusMessage ||= STATUS_CODES[statusCode | 0] || 'unknown';
    headers ??= reason;
  }
  settleStatus(this, statusCode);
  if (headers) addHeaders(this, headers);
  this._storeHeader(statusLine(this));
  return this;
};

ServerResponse.prototype.writeHeader = ServerResponse.prototype.writeHead;

const { writeHead, _implicitHeader } = ServerResponse.prototype;

/** FAST PATH: nothing sent yet, the connection is ours and native, no method replaced: head and body in one native call. */
ServerResponse.prototype._endAtOnce = function(chunk, encoding) {
  const { socket } = this;
  if (socket === null || socket._httpMessage !== this || this.writeHead !== writeHead ||
      this._implicitHeader !== _implicitHeader || this.strictContentLength || this.outputData.length > 0 ||
      this.rejectNonStandardBodyWrites || this.writableCorked > 0) {
    return false;
  }
  if (typeof chunk === 'string' && encoding && encoding !== 'utf8' && encoding !== 'utf-8' && encoding !== 'latin1') return false;
  const handle = nativeStream(socket, socketWrite);
  if (handle === undefined) return false;
  settleStatus(this, this.statusCode);
  const line = statusLine(this);
  this[kHeadDone] = true;
  this[kHeadUnsent] = false;
  this._headerSent = true;
  this._composed = true;
  this._firstLine = line;
  this.finished = true;
  const result = binding.respond(handle, headersOf(this), line, wants(this), keepAliveSeconds(this),
                                 this._maxRequestsPerSocket | 0, chunk, encoding);
  if (result < 0) {
    const error = errnoException(result, 'write');
    process.nextTick(() => socket.destroy(error));
    return true;
  }
  if ((result & LAST_BIT) !== 0) this._last = true;
  if ((result & FORCE_KEEP_ALIVE_BIT) !== 0) this.shouldKeepAlive = true;
  if (this._eventsCount > 0) this.emit('prefinish');
  if ((result & PENDING) !== 0) waitForDrain(this, socket);
  else process.nextTick(onFinish, this);
  return true;
};

function waitForDrain(response, socket) {
  response[kWriteCallbacks] = [(error) => onFinish(response, error)];
  watchDrain(socket, response);
}

module.exports = { ServerResponse };
