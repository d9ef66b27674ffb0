'use strict';

// Objects of the program in the place of a socket's native handle.

const http = require('http');
const net = require('net');

const log = [];
const handle = {
  readStart() { log.push('readStart'); },
  readStop() { log.push('readStop'); },
  setNoDelay(on) { log.push(`setNoDelay ${on}`); },
  setKeepAlive(on, delay) { log.push(`setKeepAlive ${on} ${delay}`); },
  ref() { log.push('ref'); },
  unref() { log.push('unref'); },
  getsockname(out) { Object.assign(out, { address: '127.0.0.1', family: 'IPv4', port: 80 }); return 0; },
  getpeername() { return -107; },
  writeUtf8String(req, text) { log.push(`utf8 ${typeof req} ${text}`); return 0; },
  writeLatin1String(req, text) { log.push(`latin1 ${typeof req} ${text}`); return 0; },
  writeBuffer(req, bytes) { log.push(`buffer ${typeof req} ${bytes.length}`); return 0; },
  shutdown(req) { log.push(`shutdown ${typeof req.oncomplete}`); return 1; },
  close(callback) { log.push(`close ${typeof callback}`); setImmediate(callback); },
  bytesRead: 3,
  bytesWritten: 4,
};

const socket = new net.Socket({ handle });
socket.setNoDelay();
socket.setNoDelay({});
socket.setNoDelay(false);
socket.setKeepAlive(true, 2000);
socket.ref().unref();
console.log(socket.address(), socket.localPort, socket.remotePort, socket.bytesRead, socket.pending);
socket.write('text');
socket.write('text', 'latin1');
socket.write(Buffer.from('bytes'));
socket.end(() => {
  log.push('ended');
});
socket.on('finish', () => socket.destroy());
socket.on('close', (failed) => {
  console.log(log.join('\n'));
  console.log('closed', failed);
  empty();
});

function empty() {
  const unreadable = new net.Socket({ handle: { close(done) { setImmediate(done); } } });
  unreadable.on('error', (error) => console.log(error.name, error.message));
  unreadable.on('close', bare);
}

function bare() {
  const bare = new net.Socket();
  bare._handle = {};
  console.log(bare.ref() === bare, bare.setNoDelay(true) === bare, bare.setKeepAlive(true) === bare, bare.address());
  bare.on('error', (error) => {
    console.log(error.name, error.message.replace('self', 'socket'));
    twoSockets();
  });
  bare.destroy();
}

/** A request that is given another socket, whose handle is nothing, goes on with its first. */
function twoSockets() {
  const agent = new http.Agent({ keepAlive: true });
  const socket = new net.Socket();
  socket._handle = { ref() {}, readStart() {} };
  const server = http.createServer((req, res) => res.end()).listen(0, () => {
    const req = new http.ClientRequest(`http://localhost:${server.address().port}/`);
    agent.freeSockets[agent.getName(req)] = [socket];
    agent.addRequest(req, {});
    req.on('response', (res) => {
      console.log('answer', res.statusCode, req.socket === socket);
      server.close();
    });
    req.end();
  });
}
