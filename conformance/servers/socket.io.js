'use strict';

const { Server } = require('socket.io');
const http = require('http');

const server = http.createServer((req, res) => res.end('plain'));
const io = new Server(server);
io.on('connection', (socket) => {
  socket.emit('hello', { a: 1, binary: Buffer.from([1, 2, 3]) });
  socket.on('echo', (value, reply) => reply(value));
  socket.on('room', () => {
    socket.join('r');
    io.to('r').emit('in room', 'yes');
  });
});
server.listen(0, () => console.log(`listening ${server.address().port}`));
