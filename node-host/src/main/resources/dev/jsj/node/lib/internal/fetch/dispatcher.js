'use strict';

// How undici's fetch reaches the network: one request at a time, on our http and https. The names of the handler's methods
// are undici's.

const { Buffer } = require('buffer');

const agents = { __proto__: null };

function agentOf(protocol) {
  const { Agent } = require(protocol.slice(0, -1));
  agents[protocol] ??= new Agent({ keepAlive: true });
  return agents[protocol];
}

function socketError(message) {
  const { SocketError } = require('undici/lib/core/errors');
  return new SocketError(message);
}

/** The headers in the order in which undici sends them. */
function lengthLast({ 'content-length': length, ...rest }) {
  return length === undefined ? rest : { ...rest, 'content-length': length };
}

/** One request and what it calls in its handler, each end once. */
class Exchange {
  #options;
  #handler;
  #request;
  #response;
  #ended = false;

  constructor(options, handler) {
    this.#options = options;
    this.#handler = handler;
  }

  start() {
    this.#handler.onConnect((reason) => this.#fail(reason ?? socketError('aborted')));
    if (!this.#ended) this.#send();
  }

  #send() {
    const { body, headers, method, origin, path } = this.#options;
    const { hostname, port, protocol } = new URL(origin);
    const { request } = require(protocol.slice(0, -1));
    const sent = request({
      agent: agentOf(protocol),
      protocol,
      hostname: hostname.replace(/^\[|\]$/g, ''),
      port,
      method,
      path,
      headers: lengthLast(headers),
    });
    this.#request = sent;
    sent.on('response', (response) => this.#receive(response));
    sent.on('error', (error) => {
      const stale = sent.reusedSocket && error.code === 'ECONNRESET' && this.#response === undefined && body == null;
      if (stale && !this.#ended) this.#send(); // the server had closed the connection meanwhile
      else this.#fail(this.#response === undefined ? error : socketError('other side closed'));
    });
    if (body == null) sent.end();
    else this.#sendBody(body).catch((error) => this.#fail(error));
  }

  async #sendBody(body) {
    const sent = this.#request;
    if (typeof body === 'string' || ArrayBuffer.isView(body)) {
      sent.end(body);
      return;
    }
    for await (const chunk of body) {
      if (this.#ended) return;
      if (!sent.write(chunk)) await new Promise((resolve) => sent.once('drain', resolve).once('close', resolve));
    }
    sent.end();
  }

  #receive(response) {
    this.#response = response;
    const raw = response.rawHeaders.map((text) => Buffer.from(text, 'latin1'));
    response.on('data', (chunk) => {
      if (!this.#ended && this.#handler.onData(chunk) === false) response.pause();
    });
    response.on('end', () => this.#complete(response));
    response.on('error', () => this.#fail(socketError('other side closed')));
    response.on('close', () => {
      if (!response.complete) this.#fail(socketError('other side closed'));
    });
    response.pause();
    this.#handler.onHeaders(response.statusCode, raw, () => response.resume(), response.statusMessage);
  }

  #complete(response) {
    if (this.#ended || !response.complete) return;
    this.#ended = true;
    this.#handler.onComplete(response.rawTrailers);
  }

  #fail(error) {
    if (this.#ended) return;
    this.#ended = true;
    this.#request?.on('error', () => {}).destroy();
    this.#handler.onError(error);
  }
}

const dispatcher = {
  dispatch(options, handler) {
    new Exchange(options, handler).start();
    return true;
  },
};

module.exports = { getGlobalDispatcher: () => dispatcher };
