// process.getActiveResourcesInfo: what keeps the program from ending; process.mainModule.
const net = require('net');
const shown = () => process.getActiveResourcesInfo().filter((name) => !/^(FSReq|TTY|Pipe|Write)/.test(name)).sort();

setTimeout(() => {}, 1);
const repeated = setInterval(() => clearInterval(repeated), 1);
setTimeout(() => {}, 1).unref();
setImmediate(() => {});
const server = net.createServer((socket) => {
  console.log('connected', shown().filter((name) => name.startsWith('TCP')));
  socket.end();
  server.close(() => console.log('closed'));
}).listen(0, () => {
  const client = net.connect(server.address().port);
  client.resume();
});
console.log('at first', shown());
console.log(process.mainModule === module, process.mainModule === require.main);
