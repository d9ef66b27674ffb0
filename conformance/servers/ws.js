'use strict';

const { WebSocketServer } = require('ws');
const http = require('http');

const server = http.createServer((req, res) => res.end('plain'));
const sockets = new WebSocketServer({ server, perMessageDeflate: process.argv[2] === 'deflate' });
sockets.on('connection', (socket, req) => {
  socket.send(`welcome ${req.url}`);
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
});
server.listen(0, () => console.log(`listening ${server.address().port}`));
