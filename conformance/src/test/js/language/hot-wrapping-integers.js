// What is only used modulo 2^32 may wrap.
const rot=(x,n)=>(x>>>n)|(x<<(32-n));
function h(a,b,c,k){ let r=0; for(let i=0;i<k.length;i++){ r=(r+a+b-c+k[i]+rot(r,5)) | 0; a=(a^b)>>>3; b=(b+k[i]+1)>>>1; c=~(c-a+b); r^=(c>>>0)+i; } return [r,a,b,c]; }
const K=new Uint32Array([1,2**31,2**32-1,7,0x9e3779b9]);
let s=0; for(let i=0;i<4000;i++){ const q=h(i,i*7,-i,K); s=(s*31+q[0]+q[1]+q[2]+q[3])|0; }
console.log(s, h(2**31-1,2**32-1,-(2**31),K), h(1.5,2.7,'3',K), h(NaN,Infinity,{},K), h(2**53,2**53,1,K));
function u(x,y){ const t=x>>>y; return t; } for(let i=0;i<3000;i++) u(i,1); console.log(u(-1,0), u(-1,1), u(2**32+5,0), u('7',1));
function mix(x){ const y=x>>>0; return (y+1)*2; } for(let i=0;i<3000;i++) mix(-i); console.log(mix(-1), mix(5));
function ad(a,b){ return (a+b)|0; } for(let i=0;i<3000;i++) ad(2**31-1,i); console.log(ad(2**31-1,1), ad(0.5,0.5), ad('1','2'), ad(2**53,1), ad(1e300,1), ad(-(2**31),-1));
function big(a,b){ return (a+b)&3n; } for(let i=0;i<3000;i++) big(BigInt(i),1n); console.log(big(5n,6n));
function tt(v){ let t=v+1; try { t = (t+v)|0; if (t===77) throw t+0.5; } catch(e){ return [t,e]; } return t; } for(let i=0;i<3000;i++) tt(i+100); console.log(tt(38), tt(2**31-1));
function seed(n){ let x=123456789; for(let i=0;i<n;i++){ x^=x<<13; x^=x>>>17; x^=x<<5; } return x>>>0; } for(let i=0;i<2000;i++) seed(20); console.log(seed(1000));
