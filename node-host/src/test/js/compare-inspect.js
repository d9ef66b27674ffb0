const {load}=require('./load-lib.js');
const ours=load('internal/inspect/inspect').inspect, f=load('internal/inspect/format');
const util=require('util'); let bad=0,n=0;
function cmp(v,o){ n++; let a,b; try{a=util.inspect(v,o)}catch(e){a='THROW '+e.message} try{b=ours(v,o)}catch(e){b='THROW '+e.stack}
 if(a!==b){bad++; if(bad<15)console.log('DIFF opts',o&&JSON.stringify(o),'\nnode:\n'+a+'\nours:\n'+b);} }
class A{constructor(){this.x=1} get g(){return 1}} class B extends A{ static s=1 } class Err2 extends TypeError{}
const circ={name:'c',arr:[1]}; circ.self=circ; circ.arr.push(circ.arr,circ);
const e1=new Error('boom'); const e2=new Error('outer',{cause:e1}); e2.extra={a:1};
function mk(){ const x=new Error('in a fn'); return x}
const np=Object.create(null); np.a=1;
function fp(){}; fp.a=1; fp[Symbol('q')]=2;
const sp=[1,,3,,,4]; sp.foo='bar'; const big=Array.from({length:200},(_, i)=>i*i);
const m=new Map([[{a:1},'b'],['k',new Map([[1,2]])]]); m.extra=1;
const gen=(function*g(){})(); const async=async()=>{}; async function* ag(){}
const vals=[1,-0,NaN,1e21,123456789.123,10n,-12345678n,'str',"it's","it's \"q\"","it's \"q\" `b`",'a\nb\u0000\x7f\ud800é',true,undefined,null,Symbol('a'),Symbol('a\nb'),Symbol(),
 {},[],{a:1,b:'x',c:[1,2,{d:{e:{f:1}}}]},[[[[[]]]]],[[[[1]]]],{a:{b:{c:{}}}},{a:{b:{c:{d:1}}}},new A,new B,A,B,class{},class extends A{},class extends null{},Err2,
 circ,e1,e2,mk(),new Err2('x'),new RangeError('r'),new AggregateError([new Error('q'),1],'agg'),Object.assign(new Error('c'),{code:'X',name:'Foo'}),np,Object.create({a:1}),Object.create(Object.create(null)),Object.create(A.prototype),
 fp,function(){},()=>{},function named(){},async,ag,function*gg(){},Math.max,Math,JSON,Reflect,globalThis.Atomics,
 sp,big,new Array(5),new Array(200),[undefined,null,,],Object.assign([1,2],{a:1,[Symbol('s')]:2}),
 m,new Map,new Set,new Set([1,[2],'3']),new Set([new Set([1])]),new WeakMap,new WeakSet,new WeakRef({}),m.keys(),m.values(),m.entries(),new Set([1,2]).values(),new Set([1,2]).entries(),[1,2][Symbol.iterator](),'ab'[Symbol.iterator](),'ab'.matchAll(/a/g),
 new Uint8Array(3),new Float64Array([1.5,-0]),new BigInt64Array([1n,-2n]),new Uint8Array(200),new ArrayBuffer(4),new ArrayBuffer(100),new SharedArrayBuffer(3),new DataView(new ArrayBuffer(3)),
 new Number(3),new Number(-0),new String('abc'),new Boolean(false),Object(1n),Object(Symbol('x')),Object.assign(new String('abc'),{x:1}),
 new Date(0),new Date(NaN),/a/g,Object.assign(/a/,{x:1}),Object.assign(new Date(0),{x:1}),
 {get a(){return 1},set a(v){},get b(){return {x:1}},set c(v){},get d(){throw new Error('no')},get e(){return null}},
 {[Symbol('k')]:1,'a-b':2,'1':3,'__proto__x':1,['__proto__']:4,'':5,'é':6},Object.defineProperty({},'hid',{value:1}),
 new Proxy({a:1},{}),new Proxy([1,2],{}),new Proxy(function f(){},{}),Promise.resolve(4),Promise.reject(new Error('rej')),new Promise(()=>{}),gen,(function(){return arguments})(1,2),
 {[Symbol.toStringTag]:'Tag',a:1},Object.create({},{[Symbol.toStringTag]:{value:'T2'}}),new (class Foo{get [Symbol.toStringTag](){return 'bar'}}),
 {a:'x'.repeat(100)},'x'.repeat(200),'line\n'.repeat(20),{s:'line\n'.repeat(20)},['a'.repeat(30),'b'.repeat(30),'c'.repeat(30)],
 Array.from({length:30},(_, i)=>'s'+i),Array.from({length:101},(_, i)=>'item number '+i),Array.from({length:7},(_, i)=>({i})),[1.5,2.25,100,20000,3,4,5,6,7],['一','二三','四','五','六','七','八八八'],
 {a:1,b:2,c:3,d:4,e:5,f:6,g:7,h:8,i:9,j:10,k:11,l:12,m:13,n:14,o:15,p:16,q:17,r:18,s:19,t:20,u:21,v:22,w:23,x:24,y:25,z:26,aa:27},
 {inspect:1,[util.inspect.custom](d,o,i){return 'CUSTOM '+d+' '+Object.keys(o)}},{[util.inspect.custom](){return {a:{b:1}}}},{n:{[util.inspect.custom](){return 'two\nlines'}}},
 new URL('http://a/b'),new URLSearchParams('a=1'),globalThis.process.versions,Buffer.from('hi'),new (class extends Map{})([[1,2]]),new (class Foo extends Array{})(3),Object.setPrototypeOf([1],null),Object.setPrototypeOf(new Map([[1,2]]),null),Object.setPrototypeOf(new Uint8Array(2),null),Object.setPrototypeOf(()=>{},null),Object.setPrototypeOf(new Error('np'),null),Object.setPrototypeOf(/x/,null),Object.setPrototypeOf(new Date(0),null),Object.setPrototypeOf(Promise.resolve(1),null),
 Object.setPrototypeOf(class Q{},null),async function(){}.constructor,Object.prototype,Function.prototype,Array.prototype,A.prototype,B.prototype,Map.prototype,Symbol.prototype,Date.prototype,Error.prototype,
 [new Error('in arr')],{e:new Error('in obj')},Object.assign(new Error('msg'),{message:'changed'}),new Error(''),(()=>{const e=new Error('nostack');e.stack=undefined;return e})(),(()=>{const e=new Error('ss');e.stack='weird';return e})(), new Error('multi\nline'),
 [[1,2,[3,4,[5,[6]]]],{a:[{b:{c:{}}}]}],{'a':{'b':[{},{}]}, d: new Date(1e12), r:[/x/]},new Set([[1,2],{a:new Set([1])}]), process.memoryUsage, [ 'a', 'b' ].concat(Array(3)), [,'x'], Object.assign(()=>{}, {b:1}), [1e10,1,22,333,4444,55555,666666], ['a','bb','ccc','dddd','eeeee','ffffff','g'], Array(8).fill('x'.repeat(12)),Array(27).fill(1234567),
];
try{ vals.push(require('vm').runInNewContext('({a:1,b:[1],f(){},e:new Error("x")})')) }catch{}
Promise.allSettled([vals.find(v=>v instanceof Promise)]);for(const v of vals) if(v instanceof Promise) Promise.prototype.catch.call(v,()=>{});
const opts=[undefined,{depth:0},{depth:null},{depth:4},{showHidden:true},{colors:true},{compact:false},{compact:true},{compact:1},{breakLength:40},{breakLength:Infinity},{showProxy:true},{sorted:true},{getters:true},{getters:'get'},{maxArrayLength:3},{maxArrayLength:0},{maxStringLength:5},{numericSeparator:true},{maxArrayLength:null},{customInspect:false}, {depth:-1},{colors:true,compact:true,showHidden:true}];
for(const o of opts) for(const v of vals) cmp(v,o);
const fmts=[['%s %d %i %f %j %o %O %c %%','a',1,2.7,'3.5',{a:1},{b:[1]},{c:1},'css'],['%s',{a:{b:1}},'x',{y:1}],['%s',class A{}],['%s',new Err2('q')],['%s',Symbol('a')],['%d',10n],['%d','0x10'],['%i','12px'],['%x %s',1],['100%','a'],['%%'],['%%',1],['%s'],['a',{b:1},'c',[1]],[1,2,'3'],[{a:1}],['%s',-0],['%s',null,undefined],['%j',(()=>{const a={};a.a=a;return a})()],['%s',new Date(0)],['%s',[1,[2,[3]]]],['%s',{toString(){return 'TS'}}],['%s',Object.create(null)],['%s',new A],['%s',new (class extends A{toString(){return 'BB'}})],['%s',()=>1],['%o',function f(){}],['%d',{}],['%f','abc'],['%s%s%s','a','b'],['%%%s%%','x'],['%',1],['a%',1],['%s','%s','y'],['%j',undefined],[''],['',1],[],[undefined]];
for(const a of fmts){n++; const x=util.format(...a),y=f.format(...a); if(x!==y){bad++;console.log('FMT',a,'\n',x,'\n',y)}}
console.log(n,'cases',bad,'bad');
