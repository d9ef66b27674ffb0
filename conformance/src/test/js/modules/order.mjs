// Evaluation order of static imports, top-level await and microtasks.
import './lib/order-1.mjs';
import './lib/order-2.mjs';
console.log('main body');
process.nextTick(() => console.log('tick'));
Promise.resolve().then(() => console.log('microtask'));
setTimeout(() => console.log('timeout'));
await null;
console.log('after await');
