const http=require('http'); const net=require('net'); const log=(...a)=>console.log(...a);
const scrub=(s)=>s.replace(/Date: .*/g,'Date: D').replace(/localhost:\d+|127.0.0.1:\d+/g,'H');
function raw(port,text,done){ const c=net.connect(port,'127.0.0.1'); let o=''; c.setEncoding('latin1'); c.on('data',d=>o+=d); c.on('error',e=>o+='ERR '+e.code); c.on('close',()=>done(o)); (Array.isArray(text)?text:[text]).forEach((t,i)=>setTimeout(()=>c.write(t,'latin1'),i*15)); }
const handler=(req,res)=>{
  const u=req.url;
  if(u==='/echo'){ let b=''; req.on('data',d=>b+=d); req.on('end',()=>{ res.setHeader('X-Trailers',JSON.stringify(req.trailers)); res.end(req.method+' '+b) }); }
  else if(u==='/chunks'){ res.write('one'); res.write('two'); setTimeout(()=>{ res.addTrailers({'X-T':'1'}); res.end('three') },5) }
  else if(u==='/head'){ res.writeHead(201,'Made',{'X-A':'1','Set-Cookie':['a=1','b=2']}); res.end('body') }
  else if(u==='/204'){ res.statusCode=204; res.end() }
  else if(u==='/304'){ res.writeHead(304); res.end() }
  else if(u==='/len'){ res.setHeader('Content-Length',3); res.write('a'); res.end('bc') }
  else if(u==='/close'){ res.setHeader('Connection','close'); res.end('bye') }
  else if(u==='/headers'){ res.end(JSON.stringify([req.headers,req.rawHeaders,req.headersDistinct,req.httpVersion])) }
  else if(u==='/err'){ const r=[]; for (const f of [()=>res.setHeader('a b',1),()=>res.setHeader('a',undefined),()=>res.setHeader('a','\u0100'),()=>res.writeHead(99),()=>res.writeHead(1000),()=>res.write(null),()=>res.write(5),()=>res.getHeader(),()=>{res.statusMessage='a\nb';res.writeHead(200)}]) try { f(); r.push('ok') } catch(e) { r.push([e.name,e.code,e.message]) } res.statusMessage='OK'; res.end(JSON.stringify(r)) }
  else res.end('ok '+u);
};
const steps=[];
const server=http.createServer(handler);
for (const u of ['/','/chunks','/head','/204','/304','/len','/close','/err'])
  steps.push((p,next)=>raw(p,`GET ${u} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,o=>{log(u,scrub(o)); next()}));
steps.push((p,next)=>raw(p,`HEAD / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,o=>{log(scrub(o)); next()}));
steps.push((p,next)=>raw(p,`GET / HTTP/1.0\r\n\r\n`,o=>{log('1.0',scrub(o)); next()}));
steps.push((p,next)=>raw(p,`GET /chunks HTTP/1.0\r\nConnection: keep-alive\r\n\r\n`,o=>{log('1.0 ka',scrub(o)); next()}));
steps.push((p,next)=>raw(p,`GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`,o=>{log('1.0 ka2',scrub(o)); next()}));
steps.push((p,next)=>raw(p,`GET /a HTTP/1.1\r\nHost: x\r\n\r\nPOST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabcGET /chunks HTTP/1.1\r\nHost: x\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,o=>{log('pipeline',scrub(o)); next()}));
steps.push((p,next)=>raw(p,['POST /echo HTTP/1.1\r\nHo','st: x\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r','\n3\r\nab','c\r\n2;ext=1\r\nde\r\n0\r\nX-Tr: v\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],o=>{log('chunked',scrub(o)); next()}));
steps.push((p,next)=>raw(p,`GET /headers HTTP/1.1\r\nHost: x\r\nCookie: a=1\r\nX-A: 1\r\nx-a:2 \r\ncookie: b\r\nSet-Cookie: q\r\nContent-Type: a\r\nContent-Type: b\r\n1: x\r\nConnection: close\r\n\r\n`,o=>{log(scrub(o)); next()}));
steps.push((p,next)=>raw(p,['POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n','hi'],o=>{log('expect',scrub(o)); next()}));
steps.push((p,next)=>raw(p,'GET / HTTP/1.1\r\nHost: x\r\nExpect: nonsense\r\nConnection: close\r\n\r\n',o=>{log('417',scrub(o)); next()}));
for (const bad of ['GARBAGE\r\n\r\n','GET / HTTP/1.1\r\n\r\n','GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n','POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n','POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n','POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n','GET / HTTP/3.0\r\n\r\n','GET\r\n\r\n','GET / HTTP/1.1\r\nHost : x\r\n\r\n','GET / HTTP/1.1\r\nHost: x\n\n','GET / HTTP/1.1\r\nHost: x\r\nA: '+'b'.repeat(17000)+'\r\n\r\n','POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n','GET /\x01 HTTP/1.1\r\nHost: x\r\n\r\n','G\xc3T / HTTP/1.1\r\n\r\n','GET / HTTP/1.1\r\nHost: x\r\nA: b\x00c\r\n\r\n', 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n', 'GET http://a/b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'])
  steps.push((p,next)=>raw(p,bad,o=>{log(JSON.stringify(bad.slice(0,90)),scrub(o)); next()}));
steps.push((p,next)=>{ http.get({port:p,path:'/chunks'},res=>{ log(res.statusCode,res.statusMessage,scrub(JSON.stringify(res.headers)).replace(/"date":"[^"]*"/,'date')); let b=''; res.on('data',d=>b+=d); res.on('end',()=>{log(b,res.trailers,res.complete); next()}) }) });
steps.push((p,next)=>{ const r=http.request({port:p,path:'/echo',method:'POST',headers:{'X-Y':'z'}},res=>{ let b=''; res.setEncoding('utf8'); res.on('data',d=>b+=d); res.on('end',()=>{log(b); next()}) }); r.write('a'); r.write('b'); r.end('c') });
steps.push((p,next)=>{ const r=http.request({port:p,path:'/echo',method:'PUT'},res=>{ let b=''; res.on('data',d=>b+=d); res.on('end',()=>{log(b); next()}) }); r.end('whole body') });
steps.push((p,next)=>{ const agent=new http.Agent({keepAlive:true,maxSockets:1}); let n=0; for(let i=0;i<3;i++) http.get({port:p,path:'/'+i,agent},res=>{ res.resume(); res.on('end',()=>{ if(++n===3) setTimeout(()=>{ log(Object.keys(agent.freeSockets).length, res.req.reusedSocket); agent.destroy(); next() },20) }) }) });
steps.push((p,next)=>{ http.get({port:1},()=>{}).on('error',e=>{log(e.code,e.message.replace(/::1|127.0.0.1/,'L')); next()}) });
steps.push((p,next)=>{ const r=http.get({port:p,path:'/'}); r.on('response',()=>log('never')); r.on('error',e=>log(e.code,e.message)); r.on('close',()=>{log('rclose'); next()}); r.destroy() });
steps.push((p,next)=>{ for (const f of [()=>http.get({path:'/a b'}),()=>http.get({method:'A B'}),()=>http.get('ftp://x'),()=>http.request({headers:{'a b':1}}),()=>http.createServer({maxHeaderSize:-1})]) try { f(); log('ok') } catch(e) { log(e.name,e.code,e.message) } next() });
steps.push((p,next)=>{ server.once('upgrade',(req,s,head)=>{ log('up',req.url,String(head)); s.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: foo\r\nConnection: Upgrade\r\n\r\n'); s.on('data',d=>s.end('got '+d)) }); const r=http.get({port:p,path:'/u',headers:{Connection:'Upgrade',Upgrade:'foo'}}); r.on('upgrade',(res,s,head)=>{ log(res.statusCode,res.headers.upgrade); s.write('hello'); s.on('data',d=>log(String(d))); s.on('close',next) }) });
steps.push((p,next)=>{ server.once('connect',(req,s,head)=>{ log('connect',req.url); s.end('HTTP/1.1 200 OK\r\n\r\nraw') }); const r=http.request({port:p,method:'CONNECT',path:'a:80'}); r.end(); r.on('connect',(res,s,head)=>{ log(res.statusCode,String(head)); s.on('data',d=>log(String(d))); s.on('close',next); s.resume() }) });
steps.push((p,next)=>{ server.once('clientError',(e,s)=>{ log(e.code,e.message,e.reason); s.end('HTTP/1.1 400 X\r\n\r\n') }); raw(p,'BAD\r\n\r\n',o=>{log(o); next()}) });
server.listen(0,()=>{ const p=server.address().port; (function run(i){ if(i<steps.length) steps[i](p,()=>run(i+1)); else server.close(()=>log('done')) })(0) });
