const {load}=require('./load-lib.js');
const {URL:U,URLSearchParams:P}=load('internal/url/url'); const util=require('util');
let n=0,bad=0; const out=f=>{try{return JSON.stringify(f())}catch(e){return e.name+e.code+e.message+e.input}};
let seed=3; const rnd=k=>{seed=(seed*1103515245+12345)&0x7fffffff; return (seed>>>10)%k}; const pick=a=>a[rnd(a.length)];
const props=['href','origin','protocol','username','password','host','hostname','port','pathname','search','hash'];
const cmp=(name,f)=>{n++; const a=out(()=>f(U)),b=out(()=>f(URL)); if(a!==b){bad++; if(bad<25)console.log(name,'\n node',b,'\n ours',a)}};
const all=u=>props.map(p=>u[p]);
const bits=['http://','https:','file:///','file:','//','/','\\','a','b.com','EXAMPLE.com','@','u:p@',':80',':443',':99999',':x','?q=1','?','#','#f','..','.','%2e','%2E%2e','[::1]','[1:2::3:0:0:5]','[::ffff:1.2.3.4]','1.2.3','0x7f.1','256','%41','é','日本','xn--fa-hia','faß','C|','c:',' ','\t','\n','"','<','{}','|','^','`','\'','mailto:','data:','javascript:','blob:https://a/b','ws://','foo://','foo:','🎉','\ud800','%zz',';','=','&','+','~','$','!','*','(',')','//a','..%2f'];
for(let i=0;i<30000;i++){ let s='';for(let k=rnd(6);k>=0;k--)s+=pick(bits); const base=rnd(2)?pick(['http://a/b/c/d;p?q','file:///C:/x/y','foo://h/p/q','http://u:p@h:81/?q#f','file:///a/b','foo:/a/b','https://x.y/']):undefined; cmp(JSON.stringify([s,base]),X=>all(base===undefined?new X(s):new X(s,base))); }
for(let i=0;i<8000;i++){ const b=pick(['http://a/b','file:///x','foo://h/p','mailto:x','http://u:p@h:81/?q#f','foo:/a','https://h:444']); const p=pick(['href','protocol','username','password','host','hostname','port','pathname','search','hash']); let v='';for(let k=rnd(4);k>0;k--)v+=pick(bits.concat(['8080','ftp','','0','65536','https']));  cmp(JSON.stringify([b,p,v]),X=>{const u=new X(b);u[p]=v;return all(u)}); }
for(const q of ['a=1&b=2&a=3','?x','a=b=c','%41=%zz','a+b=c+d','=','&&','é=ü','a=1;b','~!*()\'=$']){ n++; const A=new P(q),B=new URLSearchParams(q); const g=x=>util.inspect([x.toString(),[...x],x.get('a'),x.getAll('a'),x.has('a'),x.size,(x.append('z','1 2'),x.delete('b'),x.set('a','q'),x.sort(),x.toString())]); if(g(A)!==g(B)){bad++;console.log(q,g(A),g(B))} const i1=load('internal/inspect/inspect').inspect; if(i1(A)!==util.inspect(B)||i1(A.entries())!==util.inspect(B.entries())){bad++;console.log(i1(A),util.inspect(B),i1(A.entries()),util.inspect(B.entries()))}}
const i1=load('internal/inspect/inspect').inspect; if(i1(new U('http://a:b@c/d?e=1#f'))!==util.inspect(new URL('http://a:b@c/d?e=1#f')))console.log('insp',i1(new U('http://a:b@c/d?e=1#f')));
{const u=new U('http://a/?x=1');u.searchParams.append('y','2');console.log(u.href);u.search='?z=3';console.log(u.searchParams.get('z'))}
console.log(n,bad);
