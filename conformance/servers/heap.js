'use strict';

// A server that says how much of its heap is in use after a collection: GET /heap. Needs --expose-gc.
const http = require('http');

const server = http.createServer((req, res) => {
  if (req.url === '/heap') {
    gc();
    setImmediate(() => {
      gc();
      res.end(String(process.memoryUsage().heapUsed));
    });
  } else if (req.method === 'POST') {
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => res.end(String(Buffer.concat(chunks).length)));
  } else {
    res.setHeader('Content-Type', 'text/plain');
    res.end(`Hello ${req.headers.host}!`);
  }
});
server.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
