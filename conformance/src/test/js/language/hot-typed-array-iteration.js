// Loops over typed arrays, in hot code and cold: elements of every kind, and arrays that change, shrink and vanish meanwhile.
'use strict';
function sum(values) { let total = 0; for (const value of values) total += Number(value); return total; }
const kinds = [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array];
const arrays = kinds.map((Kind) => Kind.from({ length: 9 }, (_, i) => i * 37.5 - 60));
arrays.push(BigInt64Array.of(1n, -2n), BigUint64Array.of(7n, 2n ** 64n - 1n), [1, , 3], new Set([4, 5]), 'word'.split('').map((_, i) => i));
let text = '';
for (let i = 0; i < 4000; i++) text = arrays.map(sum).join(' ');
console.log(text);
function change(array, act) { const seen = []; for (const value of array) { seen.push(value); if (seen.length < 20) act(array, seen.length); } return seen.join(); }
for (let i = 0; i < 1500; i++) text = change(Uint8Array.of(1, 2, 3), (a, n) => { a[2] = n; });
console.log(text);
const buffer = new ArrayBuffer(4, { maxByteLength: 16 });
console.log(change(new Uint8Array(buffer), (a, n) => buffer.resize(Math.min(16, 4 + n))));
console.log(change(new Uint8Array(buffer), (a, n) => buffer.resize(16 - n)));
const short = new ArrayBuffer(8, { maxByteLength: 16 });
try { console.log(change(new Uint8Array(short, 4, 2), () => short.resize(5))); } catch (error) { console.log(error.name); }
const moved = Uint8Array.of(1, 2, 3);
try { console.log(change(moved, () => structuredClone(moved.buffer, { transfer: [moved.buffer] }))); } catch (error) { console.log(error.message); }
console.log(change(Uint8Array.of(9, 8).keys(), () => {}), change(Uint8Array.of(9, 8).entries(), () => {}));
const iterator = Uint8Array.of(1, 2, 3, 4)[Symbol.iterator]();
console.log(iterator.next().value); for (const value of iterator) { console.log(value); if (value === 2) break; } console.log(iterator.next().value, [...iterator].join());
const [first, , third, fourth] = Float64Array.of(0.5, 1, NaN); console.log(first, third, fourth);
const prototype = Object.getPrototypeOf([][Symbol.iterator]()); const next = prototype.next;
let calls = 0; prototype.next = function () { calls++; return next.call(this); };
console.log(sum(Uint8Array.of(1, 2, 3)), calls);
prototype.next = next;
console.log(change(Uint8Array.of(1, 2, 3), () => { prototype.next = () => ({ done: true }); })); prototype.next = next;
console.log(sum(Uint8Array.of(1, 2, 3)), calls);
