'use strict';

// Talks to ws.js and says what comes back.

const WebSocket = require('ws');

const socket = new WebSocket(`ws://127.0.0.1:${process.argv[2]}/path`);
const messages = ['text \u00e9\u{1F600}', Buffer.from([0, 1, 2, 255]), 'x'.repeat(70000)];
let received = 0;
socket.on('open', () => console.log('open', socket.protocol, socket.extensions));
socket.on('message', (data, isBinary) => {
  console.log(isBinary, data.length, data.subarray(0, 20).toString('latin1'));
  if (received < messages.length) socket.send(messages[received++]);
  else socket.close(1000, 'done');
});
socket.on('pong', () => console.log('pong'));
socket.on('close', (code, reason) => console.log('close', code, reason.toString()));
socket.on('error', (error) => console.log('error', error.message));
