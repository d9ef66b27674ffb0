'use strict';

// A server for hostile.py: says what each request was, and at /log what happened on each connection, by the client's port.
// Arguments: the options of http.createServer, and of this file: { clientError, halfOpen, timeout }.
const http = require('http');

const { clientError, halfOpen, timeout, ...options } = JSON.parse(process.argv[2] ?? '{}');
const log = new Map();

function note(socket, text) {
  const port = socket.remotePort ?? socket.port;
  if (!log.has(port)) log.set(port, []);
  log.get(port).push(text);
}

/** Writes 64 MB in pieces as fast as the reader allows. */
function flood(req, res) {
  const piece = Buffer.alloc(1 << 16, 'x');
  let left = 1024;
  let most = 0;
  const write = () => {
    while (left > 0) {
      left--;
      const more = res.write(piece);
      most = Math.max(most, res.writableLength, req.socket.writableLength);
      if (!more) {
        res.once('drain', write);
        return;
      }
    }
    note(req.socket, `flooded, never more than ${most <= 1 << 20 ? 'a few pieces' : `${most} bytes`} waiting`);
    res.end();
  };
  write();
}

function echo(req, res) {
  let body = '';
  req.setEncoding('latin1');
  req.on('data', (chunk) => { body += chunk; });
  req.on('end', () => {
    const text = JSON.stringify([req.method, req.url, req.httpVersion, req.rawHeaders, body, req.rawTrailers]);
    res.end(`${text}\n`);
  });
}

const server = http.createServer(options, (req, res) => {
  const { socket } = req;
  for (const event of ['aborted', 'end', 'close']) req.on(event, () => note(socket, `${req.url} ${event}`));
  req.on('error', (error) => note(socket, `${req.url} error ${error.code} ${error.message}`));
  res.on('close', () => note(socket, `${req.url} response ${res.writableFinished ? 'finished' : 'cut'}`));
  const [, word] = req.url.split('/');
  switch (word) {
    case 'flood': return flood(req, res);
    case 'big': return res.end(Buffer.alloc(1 << 20, 'y'));
    case 'ignore': return res.end('ignored\n');
    case 'late': return setTimeout(() => res.end('late\n'), 600);
    case 'never': return undefined;
    case 'destroy': return socket.destroy();
    case 'count': return res.end(String(log.get(Number(req.url.split('/')[2]))?.length ?? 0));
    case 'log': return res.end(JSON.stringify(log.get(Number(req.url.split('/')[2])) ?? []));
    default: return echo(req, res);
  }
});
server.on('connection', (socket) => {
  socket.port = socket.remotePort;
  log.delete(socket.port);
  socket.on('end', () => note(socket, 'socket end'));
  socket.on('close', (failed) => note(socket, `socket close ${failed}`));
});
if (clientError) {
  server.on('clientError', (error, socket) => {
    note(socket, `clientError ${error.code} ${socket.writable}`);
    socket.end('HTTP/1.1 418 Mine\r\n\r\n');
  });
}
if (halfOpen) server.httpAllowHalfOpen = true;
if (timeout) server.setTimeout(timeout);
server.on('dropRequest', (req, socket) => note(socket, `dropRequest ${req.url}`));
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
