const {load}=require('./load-lib.js'); const U=load('url'),u=require('url'),util=require('util');
let n=0,bad=0;let seed=9; const rnd=k=>{seed=(seed*1103515245+12345)&0x7fffffff; return (seed>>>10)%k}; const pick=a=>a[rnd(a.length)];
const out=f=>{try{return JSON.stringify(f())}catch(e){return e.name+e.code}}; const cmp=(nm,f)=>{n++;const a=out(()=>f(U)),b=out(()=>f(u)); if(a!==b&&bad++<14)console.log(nm,'\n node',b,'\n ours',a)};
const bits=['http:','https:','//','/','a','b.com','EX.com','@','u:p@',':80',':x','?','#','?q=1&r=2','#f','..','.','é','mailto:','javascript:','file:','[::1]',' ','"','{','\\','%41','x y','foo:','//h','a/../b','*','\t'];
const gen=()=>{let s='';for(let k=rnd(6);k>=0;k--)s+=pick(bits);return s};
for(let i=0;i<20000;i++){const s=gen(),t=gen(); const q=!!rnd(2),h=!!rnd(2); cmp('parse '+JSON.stringify([s,q,h]),X=>X.parse(s,q,h)); cmp('resolve '+JSON.stringify([s,t]),X=>X.resolve(s,t)); cmp('format '+JSON.stringify(s),X=>X.format(s));}
for(const o of [{protocol:'http',hostname:'a',pathname:'b?c#d',query:{x:1}},{host:'h',slashes:true},{pathname:'x'},{hostname:'::1',port:3,protocol:'http:'},{auth:'a:b@c',host:'h',protocol:'ftp'},{search:'a#b',hash:'q'}]) cmp('fo',X=>X.format(o));
cmp('keys',X=>Object.keys(X)); for(const p of ['file:///a%20b','file:///a%2fb','file://h/a','http://x','file:///%E4%BD%A0']) cmp(p,X=>X.fileURLToPath(p)); for(const p of ['/a b','/a%b','/a?b#c','/é/','rel','/x\ny'])cmp(p,X=>X.pathToFileURL(p).href); cmp('http',X=>X.urlToHttpOptions(new X.URL('http://u:p%40@a:3/b?c#d')));
console.log(n,bad);
