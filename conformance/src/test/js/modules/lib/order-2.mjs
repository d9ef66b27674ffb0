console.log('two');
queueMicrotask(() => console.log('two microtask'));
