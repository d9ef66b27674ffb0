// process.on('uncaughtException') keeps the process alive; exit codes and exit handlers.
process.on('uncaughtException', (error, origin) => {
  console.log('handled', error.message, origin);
});
process.on('exit', (code) => console.log('exit', code, process.exitCode));
setTimeout(() => {
  console.log('still here');
  process.exitCode = 3;
}, 150);
setTimeout(() => Promise.reject(new Error('rejected')), 2);
throw new Error('first');
