// The length of arrays, typed arrays, strings and others at one site, also after the accessor was replaced.
const a = [1, 2];
const objects = [new Uint8Array(3),new Float64Array(5),[1,2],'abc','x'.repeat(3) + a.length,{length:7},new Uint8Array(0)];
const f=(x)=>x.length; let s='';
for(let k=0;k<50;k++) for(const x of objects) s += f(x);
console.log(s.length, s.slice(-8));
class T extends Uint8Array{ get length(){return 42} }
console.log(f(new T(3)), f(new Uint8Array(9)));
const prototype = Object.getPrototypeOf(Uint8Array.prototype);
const original = Object.getOwnPropertyDescriptor(prototype, 'length');
Object.defineProperty(prototype, 'length', { get: () => 99, configurable: true });
const replaced = [f(new Uint8Array(9)), f([1]), f(new T(1))];
Object.defineProperty(prototype, 'length', original);
console.log(...replaced, f(new Uint8Array(9)));
