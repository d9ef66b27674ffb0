'use strict';

// Ant.serve: an HTTP server from a function of requests to responses, or from one that is given a context.

const http = require('http');
const { validateFunction, validateObject } = require('internal/validators');

const BODYLESS = new Set(['GET', 'HEAD']);
const DEFAULT_PORT = 3000;

/** `c.res`: each of its methods but `header` ends the response. */
class ContextResponse {
  #response;

  constructor(response) {
    this.#response = response;
  }

  header(name, value) {
    this.#response.setHeader(name, value);
    return this;
  }

  body(body = '', status = 200, type = 'text/plain') {
    this.#response.statusCode = status;
    if (!this.#response.hasHeader('content-type')) this.#response.setHeader('Content-Type', type);
    this.#response.end(body);
  }

  text(body, status) { this.body(`${body}`, status); }
  html(body, status) { this.body(`${body}`, status, 'text/html'); }
  json(value, status) { this.body(JSON.stringify(value), status, 'application/json'); }

  redirect(location, status = 302) {
    this.#response.setHeader('Location', location);
    this.body('', status);
  }
}

/** `c.req`: the request with its address as `uri`. */
function contextRequest(request) {
  return Object.defineProperty(request, 'uri', { value: request.url, configurable: true, enumerable: true });
}

function toRequest(incoming) {
  const { Request } = require('internal/fetch/fetch');
  const headers = [];
  for (let i = 0; i < incoming.rawHeaders.length; i += 2) headers.push([incoming.rawHeaders[i], incoming.rawHeaders[i + 1]]);
  const { Readable } = require('stream');
  const body = BODYLESS.has(incoming.method) ? undefined : Readable.toWeb(incoming);
  const host = incoming.headers.host ?? 'localhost';
  return new Request(`http://${host}${incoming.url}`, { method: incoming.method, headers, body, duplex: 'half' });
}

async function send(answer, response) {
  response.statusCode = answer.status;
  if (answer.statusText) response.statusMessage = answer.statusText;
  for (const [name, value] of answer.headers) {
    if (name !== 'set-cookie') response.setHeader(name, value);
  }
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (answer.body === null) {
    response.end();
    return;
  }
  const { Readable } = require('stream');
  const { pipeline } = require('stream/promises');
  await pipeline(Readable.fromWeb(answer.body), response);
}

function fail(error, response) {
  console.error(error);
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.statusCode = 500;
  response.end('Internal Server Error');
}

/** `serve(port, handler)` or `serve({ port, hostname, fetch })`. */
function serve(portOrOptions, handler) {
  const takesContext = typeof portOrOptions !== 'object';
  if (takesContext) validateFunction(handler, 'handler');
  else validateObject(portOrOptions, 'options');
  const { port = DEFAULT_PORT, hostname, fetch } = takesContext ? { port: portOrOptions } : portOrOptions;
  if (!takesContext) validateFunction(fetch, 'options.fetch');

  const answer = async (request, response) => {
    const result = takesContext ? await handler({ req: contextRequest(request), res: new ContextResponse(response) }) :
      await fetch(toRequest(request), server);
    if (result instanceof Response) await send(result, response);
  };
  const listener = http.createServer((request, response) => {
    answer(request, response).catch((error) => fail(error, response));
  });
  listener.listen(port, hostname);
  const server = {
    get port() { return listener.address()?.port ?? port; },
    hostname: hostname ?? 'localhost',
    get url() { return new URL(`http://${this.hostname}:${this.port}/`); },
    ref() { listener.ref(); },
    unref() { listener.unref(); },

    /** Ends the server when its connections are done; with `force`, at once. */
    stop(force = false) {
      return new Promise((resolve) => {
        listener.close(() => resolve());
        if (force) listener.closeAllConnections();
        else listener.closeIdleConnections();
      });
    },
  };
  return server;
}

module.exports = { serve };
