const net=require('net'); const log=(...a)=>console.log(...a);
const steps=[
 // large transfer with back-pressure
 (next)=>{ const s=net.createServer(c=>{ let n=0; c.on('data',d=>{n+=d.length; c.pause(); setTimeout(()=>c.resume(),1)}); c.on('end',()=>{c.end(String(n))}) });
   s.listen(0,'127.0.0.1',()=>{ const c=net.connect(s.address().port,'127.0.0.1'); let got='';
     const big=Buffer.alloc(3e6,97); let ok=c.write(big); log('ok',ok, c.writableLength>0); c.on('drain',()=>log('drain')); c.end('tail'); c.on('data',d=>got+=d); c.on('close',()=>{log('got',got, c.bytesWritten); s.close(next)}); }) },
 // half open
 (next)=>{ const s=net.createServer({allowHalfOpen:true},c=>{ c.on('end',()=>{log('s end',c.readyState); setTimeout(()=>c.end('late'),20)}); c.resume() });
   s.listen(0,()=>{ const c=net.connect({port:s.address().port,host:'127.0.0.1'}); c.on('connect',()=>c.end()); c.setEncoding('utf8'); c.on('data',d=>log(d)); c.on('close',()=>s.close(next)) }) },
 // address in use
 (next)=>{ const s=net.createServer().listen(0,'127.0.0.1',()=>{ const p=s.address().port; const t=net.createServer().on('error',e=>{ log(e.message.replace(p,'P'),e.code,e.errno,e.syscall,e.address,e.port===p); s.close(next)}); t.listen(p,'127.0.0.1') }) },
 // unix
 (next)=>{ const p=require('os').tmpdir()+'/jsj-net-'+process.pid+'.sock'; const s=net.createServer(c=>c.pipe(c)).listen(p,()=>{ log(s.address()===p); const c=net.connect(p); c.end('unix!'); c.on('data',d=>log(d.toString())); c.on('close',()=>s.close(()=>{log(require('fs').existsSync(p)); next()})) }) },
 // timeout
 (next)=>{ const s=net.createServer(c=>{ c.setTimeout(50,()=>{log('timeout'); c.destroy()}); c.on('close',()=>log('sc')); }).listen(0,()=>{ const c=net.connect(s.address().port,'127.0.0.1'); c.on('end',()=>log('end')); c.resume(); c.on('close',e=>{log('cc',e); s.close(next)}) }) },
 // reset
 (next)=>{ const s=net.createServer(c=>{ c.on('data',()=>c.resetAndDestroy()); }).listen(0,()=>{ const c=net.connect(s.address().port,'127.0.0.1'); c.write('x'); c.on('error',e=>log(e.message,e.code,e.errno,e.syscall)); c.on('close',e=>{log('cc',e); s.close(next)}) }) },
 // write after end, destroyed
 (next)=>{ const s=net.createServer(c=>c.resume()).listen(0,()=>{ const c=net.connect(s.address().port,'127.0.0.1',()=>{ c.end(); c.write('x',e=>log('cb',e.code)); }); c.on('error',e=>log(e.code)); c.on('close',e=>{log('cc',e); c.write('y',e=>{log(e.code); s.close(next)})}) }) },
 // maxConnections / drop, getConnections
 (next)=>{ const s=net.createServer(c=>{c.on('error',()=>{})}); s.maxConnections=1; s.on('drop',d=>log('drop',d.remoteFamily)); s.listen(0,()=>{ const a=net.connect(s.address().port,'127.0.0.1',()=>{ const b=net.connect(s.address().port,'127.0.0.1'); b.on('error',()=>{}); b.on('close',()=>{ s.getConnections((e,n)=>{log(e,n); a.destroy(); s.close(next)}) }) }) }) },
 (next)=>{ const bl=new net.BlockList(); bl.addAddress('1.2.3.4'); bl.addRange('10.0.0.1','10.0.0.9'); bl.addSubnet('8592:757c:efae:4e45::',64,'ipv6'); log(bl.rules,bl.check('1.2.3.4'),bl.check('::ffff:1.2.3.4','ipv6'),bl.check('10.0.0.10'),bl.check('8592:757c:efae:4e45::1','ipv6')); log(bl);
   log(new net.SocketAddress({address:'1.1.1.1',port:8})); for (const x of ['1.2.3.4','01.2.3.4','::','::1%lo','1::2::3','::ffff:1.2.3.4','g::','1:2:3:4:5:6:7:8','1:2:3:4:5:6:7','',undefined,'256.1.1.1']) log(x,net.isIP(x)); next() },
 (next)=>{ for (const f of [()=>net.connect({}),()=>net.connect({port:99999}),()=>net.connect({port:true}),()=>net.createServer().listen({}),()=>net.createServer(5),()=>new net.Socket({objectMode:true}),()=>net.connect({port:1,localAddress:'x'}),()=>net.createServer().listen(-1)]) try { f(); log('no') } catch(e) { log(e.name,e.code,e.message) } next() },
 (next)=>{ const ac=new AbortController(); const s=net.createServer().listen({port:0,signal:ac.signal}); s.on('close',()=>{log('aborted close'); next()}); ac.abort() },
 (next)=>{ const s=net.createServer(c=>{c.end('hi')}); s.listen(0,async()=>{ const c=net.connect(s.address().port,'127.0.0.1'); let o=''; for await (const x of c) o+=x; log(o); s.close(next) }) },
];
(function run(i){ if(i<steps.length) steps[i](()=>run(i+1)); else log('done')})(0);
