// Loop variables whose first value comes from outside.
function qs(a, low, high) { while (low < high) { const p = a[(low + high) >> 1]; let i = low, j = high; while (i <= j) { while (a[i] < p) i++; while (a[j] > p) j--; if (i <= j) { const t = a[i]; a[i++] = a[j]; a[j--] = t; } } if (j - low < high - i) { qs(a, low, j); low = i; } else { qs(a, i, high); high = j; } } return a; }
const v=[]; let seed=1; for(let i=0;i<20000;i++){ seed=(seed*1103515245+12345)&0x7fffffff; v.push(seed); }
for (let k=0;k<8;k++) { const c=v.slice(); qs(c,0,c.length-1); for(let i=1;i<c.length;i++) if(c[i-1]>c[i]) throw 1; }
function acc(x, n, step) { for (let i=0;i<n;i++) { x = x + step; } return x; }
for (let i=0;i<3000;i++) acc(i,20,1);
console.log(acc(1,10,1), acc(0.5,10,1), acc('a',3,'b'), acc(undefined,2,1), acc(1n,3,1n), acc({valueOf(){return 4}},2,1), acc(2**31-5,20,1));
function rot(a,b,c,n){ for(let i=0;i<n;i++){ const t=(a+b)|0; a=b; b=c; c=t; } return [a,b,c]; }
for (let i=0;i<3000;i++) rot(i,1,2,30);
console.log(rot(1,2,3,10), rot(1.5,2,3,1), rot('x',2,3,2), rot(null,undefined,true,4));
function prev(xs){ let p; let s=0; for (const x of xs){ if (p!==undefined) s+=x-p; p=x; } return s; }
for (let i=0;i<3000;i++) prev([1,5,9,2]); console.log(prev([3,1]), prev([]), prev(['7',2]));
function dbl(z,n){ while(n-->0) z=z*1.0001+0.5; return z; }
for (let i=0;i<3000;i++) dbl(i,20); console.log(dbl(3,3), dbl('3',3), dbl(null,1));
