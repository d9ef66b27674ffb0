const d=require('dgram'); const log=console.log;
const a=d.createSocket('udp4'); const b=d.createSocket({type:'udp6'});
a.on('message',(m,r)=>{ log(String(m),r.address,r.family,r.size); if(String(m)==='ping'){ a.send('pong',r.port,r.address); } else { a.close(()=>log('closed')); } });
a.on('listening',()=>log('listening',a.address().address));
a.bind(0,'127.0.0.1',()=>{ const c=d.createSocket('udp4'); c.on('message',m=>{ log('c',String(m)); c.close(); const e=d.createSocket('udp4'); e.connect(a.address().port,'127.0.0.1',()=>{ log('connected',e.remoteAddress().address); e.send(Buffer.from('xhellox'),1,5,(err,n)=>{log(err,n); e.close()}) }) }); c.send(['pi','ng'],a.address().port); });
b.bind(0,()=>{ log(b.address().family,b.address().address); b.close() });
try { d.createSocket('x') } catch(e) { log(e.code,e.message) }
try { a.send('x',0) } catch(e) { log(e.code,e.message) }
try { a.address() } catch(e) { log(e.code,e.message) }
try { a.send(5,1) } catch(e) { log(e.code) }
