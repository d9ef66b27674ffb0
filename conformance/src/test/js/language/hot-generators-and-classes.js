function* g(n){ let r=0; try { for(let i=0;i<n;i++){ r+=yield i; } return 'end'; } finally { log.push('f'+n); } }
const log=[];
function sum(n,stop){ let s=0; for(const v of g(n)){ if(v===stop) break; s+=v; } return s; }
let t=0; for(let i=0;i<4000;i++) t+=sum(20,i%30);
console.log(t, log.length);
function* d(n){ const r = yield* g(n); yield r; yield* [1,2]; yield* {[Symbol.iterator](){ let k=0; return { next(){ return {get done(){ log.push('d'); return k>2; }, get value(){ return k++; }}; } }; }}; }
for (let i=0;i<500;i++) { const o=[...d(3)]; if(i%250==0) console.log(o, log.slice(-6)); }
const it=g(3); console.log(it.next(), it.next(5), it.return(9), it.next());
const [a,b,...c]=g(5); console.log(a,b,c);
function* self(){ yield 1; for (const y of me) console.log(y); } let me=self(); try { for (const z of me); } catch(e){ console.log(e.message); }
class A{ #p=1; static t(o){ return #p in o; } get(){ return this.#p; } set(v){ this.#p=v; } } class B extends A{ q=1; #z=4; zz(){ return this.#z+super.get(); } } class C extends A{ r=2; }
let k=0; const os=[new A,new B,new C,new (class extends B{ #y=1; })]; for(let i=0;i<20000;i++){ const o=os[i%4]; o.set(i); k+=o.get(); if(A.t(o)) k++; if(o instanceof B) k+=2; if (o.zz) k+=o.zz(); }
console.log(k); try { A.prototype.get.call({}); } catch(e){ console.log(e.message); } try { A.t(1) } catch(e){ console.log(e.message); }
function inst(o,c){ return o instanceof c; } for(let i=0;i<5000;i++){ inst(os[i%4],i%2?A:B); inst(i,A); }
console.log(inst({},A), inst(os[1],B), inst(new Proxy(os[1],{getPrototypeOf(){ log.push('trap'); return null; }}),B), log[log.length-1], inst([],{[Symbol.hasInstance](){return 7;}}));
try { inst({},()=>1) } catch(e){ console.log(e.message); } try { inst({},5) } catch(e){ console.log(e.message); }
Object.defineProperty(B, Symbol.hasInstance,{value:()=>true}); console.log(inst(1,B), inst(1,A)); A.prototype; function F(){}; const f=new F; console.log(inst(f,F)); F.prototype={}; console.log(inst(f,F), inst(new F,F)); F.prototype=3; try { inst(f,F) } catch(e) { console.log(e.message); }
const ob={a:1,b:2,7:3}; function kk(o,x){ o[x]++; o[x]+=2; return o[x]; } for(let i=0;i<3000;i++){ kk(ob,'a'); kk(ob,i%2?'b':7); kk(ob,1.5); } console.log(ob); try { kk(null,'x') } catch(e){ console.log(e.message); }
