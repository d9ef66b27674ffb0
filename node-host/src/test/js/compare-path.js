const {load}=require('./load-lib.js');
const ours=load('path'), real=require('path'); let n=0,bad=0;
const parts=['','/','a','b','.','..','\\','C:','c:','//','x.y','.z','a.','..b','server','/a/','a/','../','\\\\','foo.tar.gz'];
let seed=1; const rnd=k=>{seed=(seed*1103515245+12345)&0x7fffffff; return seed%k};
const gen=()=>{let s='';for(let i=rnd(6);i>=0;i--) s+=parts[rnd(parts.length)]+(rnd(3)?'':'/');return s};
function t(fl,fn,...args){n++; let a,b; try{a=JSON.stringify(real[fl][fn](...args))}catch(e){a='T '+e.message} try{b=JSON.stringify(ours[fl][fn](...args))}catch(e){b='T '+e.message} if(a!==b){bad++; if(bad<25)console.log(fl,fn,JSON.stringify(args),'\n  node',a,'\n  ours',b)}}
for(let i=0;i<6000;i++){const p=gen(),q=gen(); for(const fl of ['posix','win32']){ for(const fn of ['normalize','isAbsolute','dirname','basename','extname','parse','toNamespacedPath']) t(fl,fn,p); t(fl,'basename',p,parts[rnd(parts.length)]); t(fl,'join',p,q); t(fl,'resolve',p,q); t(fl,'relative',p,q); t(fl,'format',real[fl].parse(p))}}
t('posix','join',1);t('posix','resolve','a',null);
console.log(n,bad);
