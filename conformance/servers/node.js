'use strict';

const http = require('http');

const server = http.createServer((req, res) => {
  const url = new URL(req.url, 'http://localhost');
  if (url.pathname === '/') {
    res.setHeader('Content-Type', 'text/plain');
    res.end('Hello World');
  } else if (url.pathname === '/json' && req.method === 'POST') {
    let body = '';
    req.setEncoding('utf8');
    req.on('data', (chunk) => { body += chunk; });
    req.on('end', () => {
      res.writeHead(201, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify({ got: JSON.parse(body), query: [...url.searchParams] }));
    });
  } else if (url.pathname === '/stream') {
    res.write('a'.repeat(70000));
    setTimeout(() => res.end('tail'), 5);
  } else {
    res.statusCode = 404;
    res.end('Not found');
  }
});
server.listen(0, () => console.log(`listening ${server.address().port}`));
