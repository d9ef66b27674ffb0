'use strict';

// Talks to socket.io.js over one transport after the other.

const { io } = require('socket.io-client');

function talk(transports, next) {
  const socket = io(`http://127.0.0.1:${process.argv[2]}`, { transports, forceNew: true, reconnection: false });
  socket.on('connect_error', (error) => {
    console.log('error', error.message);
    next?.();
  });
  socket.on('hello', (value) => {
    console.log(transports.join(), 'hello', JSON.stringify(value));
    socket.emit('echo', { deep: [1, 'two', null] }, (reply) => {
      console.log('echo', JSON.stringify(reply));
      socket.emit('room');
    });
  });
  socket.on('in room', (value) => {
    console.log('room', value, socket.io.engine.transport.name);
    socket.disconnect();
  });
  socket.on('disconnect', (reason) => {
    console.log('disconnect', reason);
    next?.();
  });
}

talk(['websocket'], () => talk(['polling'], () => talk(['polling', 'websocket'])));
