// Spread of arrays: packed, with holes, frozen, of subclasses, with an iterator of their own; copies are independent.
'use strict';
const f=(...a)=>a.length+':'+a.join();
for(let n=0;n<3000;n++){const o=[[...[1,2,3]],[...[1.5,2]],[...['a',{}]],[...[1,,3]],[...[]],[...[1,2],...[3,4]],[0,...[1]],f(...[1,2,3]),f(...[]),f(1,...[2]),Math.max(...[5,7,3]),[...'abc'],[...new Set([1,1,2])]];
const s=[1,2,3];const c=[...s];c.push(9);c[0]='x';s[1]=7; const e=[...s]; e.length=1; e.push(4); if(n%1500==0) console.log(JSON.stringify(o),s.join(),c.join(),e.join(), 1 in [...[1,,3]], Object.isFrozen([...Object.freeze([1,2])]));}
class A extends Array{}; console.log([...A.from([1,2])] instanceof A, [...new Array(3)]);
Array.prototype[1]='inh'; console.log([...[1,,3]]); delete Array.prototype[1];
const sub=[1,2]; sub[Symbol.iterator]=function*(){yield 5}; console.log([...sub]);
