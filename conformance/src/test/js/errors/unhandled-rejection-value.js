// A rejection with a plain value.
Promise.reject({ reason: 'plain' });
setTimeout(() => console.log('never'), 100);
