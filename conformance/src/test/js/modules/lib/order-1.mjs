console.log('one start');
await 0;
console.log('one end');
