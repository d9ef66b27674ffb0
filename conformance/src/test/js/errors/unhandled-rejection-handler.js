// process.on('unhandledRejection') and late handling.
process.on('unhandledRejection', (reason, promise) =>
  console.log('unhandled', reason.message, promise instanceof Promise),
);
process.on('rejectionHandled', () => console.log('handled later'));
const p = Promise.reject(new Error('late'));
setTimeout(() => p.catch((e) => console.log('caught', e.message)), 5);
process.on('exit', (code) => console.log('code', code));
