const {MessageChannel,markAsUntransferable,receiveMessageOnPort}=require('worker_threads');
const t=(n,f)=>{try{console.log(n,f())}catch(e){console.log(n,e.name,e.code,e.message,e.constructor.name)}};
t('sym',()=>structuredClone(Symbol('x')));
t('fn',()=>structuredClone({a(){}}));
t('prom',()=>structuredClone(Promise.resolve()));
t('proxy',()=>structuredClone(new Proxy({},{})));
t('gen',()=>structuredClone((function*g(){})()));
t('mapit',()=>structuredClone(new Map().entries()));
t('arrit',()=>structuredClone([].values()));
t('strit',()=>structuredClone(''[Symbol.iterator]()));
t('args',()=>structuredClone((function(){return arguments})(1,2)));
t('weakref',()=>structuredClone(new WeakRef({})));
t('cls',()=>structuredClone(new (class Foo{a=1;#p=2})));

class MyErr extends RangeError{constructor(m){super(m);this.name='MyErr'}}
t('err2',()=>{const e=structuredClone(new MyErr('q'));return [e.constructor.name,e.name,e.stack.split('\n')[0],Object.getOwnPropertyNames(e)]});
t('agg',()=>{const e=structuredClone(new AggregateError([1],'q'));return [e.constructor.name,e.name,Object.getOwnPropertyNames(e)]});
t('dom',()=>{const e=structuredClone(new DOMException('a','AbortError'));return [e.constructor.name,e.name,e.message]});
t('url',()=>structuredClone(new URL('http://a/')));

t('blob',()=>structuredClone(new Blob(['abc'],{type:'x/y'})));
t('file',()=>structuredClone(new (require('buffer').File)(['abc'],'n')));
t('abortsig',()=>structuredClone(new AbortController().signal));
t('evt',()=>structuredClone(new Event('x')));
t('noargs',()=>structuredClone());
t('opts',()=>structuredClone(1,3));
t('tr',()=>structuredClone(1,{transfer:3}));
t('tr2',()=>structuredClone(1,{transfer:[3]}));
t('tr3',()=>structuredClone(1,{transfer:[{}]}));
t('trdup',()=>{const a=new ArrayBuffer(3);return structuredClone(a,{transfer:[a,a]})});
t('trdet',()=>{const a=new ArrayBuffer(3);structuredClone(a,{transfer:[a]});return structuredClone(a)});
t('trdet2',()=>{const a=new ArrayBuffer(3);structuredClone(a,{transfer:[a]});return structuredClone(1,{transfer:[a]})});
t('port',()=>structuredClone(new MessageChannel().port1));
t('portdup',()=>{const p=new MessageChannel().port1;return structuredClone(p,{transfer:[p,p]})});
t('porttr',()=>{const p=new MessageChannel().port1;const q=structuredClone({p},{transfer:[p]});try{structuredClone(p,{transfer:[p]})}catch(e){console.log(e.name,e.code,e.message)}return q.p.constructor.name});
t('self',()=>{const p=new MessageChannel().port1;p.postMessage(1,[p])});
t('mark',()=>{const a=new ArrayBuffer(3);markAsUntransferable(a);const {port1}=new MessageChannel();port1.postMessage(a,[a]);return a.byteLength});
t('mark2',()=>{const a={};markAsUntransferable(a);const {port1,port2}=new MessageChannel();markAsUntransferable(port2);port1.postMessage(port2,[port2]);});
t('buf',()=>{const b=Buffer.from('hi');return structuredClone(b)});
t('bufpool',()=>{const b=Buffer.from('hi');return structuredClone(b,{transfer:[b.buffer]})});
t('sparse',()=>structuredClone(Object.assign([1,,3],{x:1})));
t('getter',()=>structuredClone({get a(){return 5}}));
t('getthrow',()=>structuredClone({get a(){throw new Error('boo')}}));
t('date',()=>structuredClone([new Date(NaN),new Boolean(false),new Number(3),new String('s'),Object(5n),/a/giv&&/a/giu]));
t('symobj',()=>structuredClone(Object(Symbol('q'))));
t('res',()=>{const r=new ArrayBuffer(8,{maxByteLength:16});const u=new Uint8Array(r);const c=structuredClone(u);return [c.buffer.resizable,c.length,c.buffer.maxByteLength]});
t('port post args',()=>new MessageChannel().port1.postMessage());
t('port post args',()=>new MessageChannel().port1.postMessage(1,3));
t('port post args',()=>new MessageChannel().port1.postMessage(1,{transfer:3}));
t('recv',()=>receiveMessageOnPort({}));
t('recv',()=>receiveMessageOnPort(new MessageChannel().port1));
const {port1,port2}=new MessageChannel();

t('ctor',()=>new MessagePort());
t('ctor',()=>MessageChannel());
t('bc',()=>new BroadcastChannel());
t('bc',()=>{const b=new BroadcastChannel('x');b.close();b.postMessage(1)});
console.log(new BroadcastChannel('q').unref());


{
  // An event emitted at a port, its end, and lists that are none.
  const { port1: first, port2: second } = new MessageChannel();
  first.on('foo', (value) => console.log('on', value));
  first.addEventListener('foo', ({ detail }) => console.log('listener', detail));
  first.emit('foo', 'bar');
  second.on('message', (value) => {
    console.log('message', value);
    second.close();
  });
  first.postMessage(undefined);
  first.postMessage(null);
  for (const transfer of [null, 0, {}, { [Symbol.iterator]() { return {}; } }]) {
    t('transfer', () => first.postMessage(5, { transfer }));
  }
  t('ports', () => new MessageEvent('message', { ports: [1] }));
}
