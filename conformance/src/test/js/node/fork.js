'use strict';

// Messages between a program and its fork.

const { fork } = require('child_process');

if (process.argv[2] === 'child') {
  process.on('message', (message) => {
    if (message === 'stop') process.disconnect();
    else process.send({ echo: message, connected: process.connected });
  });
  process.send(`ready ${process.argv[3]} ${process.env.GREETING}`);
} else {
  console.log(typeof process.send, process.connected);
  const child = fork(__filename, ['child', 'x'], { env: { ...process.env, GREETING: 'hello' } });
  console.log(child.connected, child.send({ a: [1, 2, { b: null }] }));
  child.on('message', (message) => {
    console.log('parent got', message);
    if (message.echo === 42) child.send('stop');
    else if (message.echo) child.send(42);
  });
  child.on('disconnect', () => console.log('disconnect', child.connected));
  child.on('exit', (code, signal) => {
    console.log('exit', code, signal);
    child.send('late', (error) => console.log(error.code, error.message));
  });
  for (const value of [undefined, () => {}, Symbol('s')]) {
    try {
      child.send(value);
    } catch (error) {
      console.log(error.code, error.message);
    }
  }
  try {
    fork(__filename, [], { stdio: ['pipe', 'pipe', 'pipe'] });
  } catch (error) {
    console.log(error.code, error.message);
  }
}
