import http from 'http'; import zlib from 'zlib';
const t=async(n,f)=>{try{console.log(n,await f())}catch(e){console.log(n,e.name,e.code,e.message,e.cause?.code,e.cause?.name)}};
const srv=http.createServer(async(q,r)=>{
 if(q.url==='/redir'){r.writeHead(302,{location:'/echo'});return r.end()}
 if(q.url==='/loop'){r.writeHead(302,{location:'/loop'});return r.end()}
 if(q.url==='/gz'){r.writeHead(200,{'content-encoding':'gzip'});return r.end(zlib.gzipSync('zipped'))}
 if(q.url==='/slow'){r.write('start');return}
 if(q.url==='/cut'){r.writeHead(200,{'content-length':100});r.write('x');return setTimeout(()=>q.socket.destroy(),20)}
 if(q.url==='/stream'){r.write('a');await new Promise(r=>setTimeout(r,20));r.write('b');return r.end()}
 if(q.url==='/cookies'){r.setHeader('set-cookie',['a=1','b=2']);return r.end('c')}
 if(q.url==='/204'){r.writeHead(204);return r.end()}
 let b='';for await(const c of q)b+=c;
 r.setHeader('content-type','application/json');r.setHeader('x-a','1');
 r.end(JSON.stringify({method:q.method,url:q.url,headers:Object.fromEntries(Object.entries(q.headers).filter(([k])=>k!=='host'&&k!=='connection')),body:b.replace(/formdata-undici-\d+/g,'B').replace(/----------?[-\w]+\d{6,}/g,'B')}));
});
await new Promise(r=>srv.listen(0,r));const u=`http://localhost:${srv.address().port}`;
await t('get',async()=>{const r=await fetch(u+'/echo?x=1');return [r.status,r.ok,r.statusText,r.type,r.url===u+'/echo?x=1',r.redirected,r.headers.get('X-A'),await r.json()]});
await t('post',async()=>(await fetch(u,{method:'POST',body:'héllo'})).json());
await t('json',async()=>(await fetch(u,{method:'PUT',body:JSON.stringify({a:1}),headers:{'content-type':'application/json','X-B':'2'}})).json());
await t('usp',async()=>(await fetch(u,{method:'POST',body:new URLSearchParams({a:'1 2'})})).json());
await t('buf',async()=>(await fetch(u,{method:'POST',body:new Uint8Array([65,66])})).json());
await t('blob',async()=>(await fetch(u,{method:'POST',body:new Blob(['q'],{type:'text/x'})})).json());
await t('stream',async()=>(await fetch(u,{method:'POST',duplex:'half',body:ReadableStream.from([new TextEncoder().encode('s1'),new TextEncoder().encode('s2')])})).json());
await t('fd',async()=>{const f=new FormData();f.append('a','1');f.append('f',new File(['data'],'n.txt',{type:'text/plain'}));const x=await(await fetch(u,{method:'POST',body:f})).json();return x.body.replace(/B/g,'').split('\r\n')});
await t('redir',async()=>{const r=await fetch(u+'/redir');return [r.redirected,r.url===u+'/echo',(await r.json()).url]});
await t('redirman',async()=>{const r=await fetch(u+'/redir',{redirect:'manual'});return [r.status,r.headers.get('location')]});
await t('redirerr',async()=>fetch(u+'/redir',{redirect:'error'}));
await t('loop',async()=>fetch(u+'/loop'));
await t('gz',async()=>(await fetch(u+'/gz')).text());
await t('stream',async()=>{const o=[];for await(const c of (await fetch(u+'/stream')).body)o.push(new TextDecoder().decode(c));return o});
await t('abort',async()=>{const ac=new AbortController();const r=await fetch(u+'/slow',{signal:ac.signal});setTimeout(()=>ac.abort(),20);return r.text()});
await t('abort2',async()=>fetch(u+'/slow2',{signal:AbortSignal.abort()}));
await t('cookies',async()=>(await fetch(u+'/cookies')).headers.getSetCookie());
await t('204',async()=>{const r=await fetch(u+'/204');return [r.status,r.body,await r.text()]});
await t('refused',async()=>fetch('http://127.0.0.1:1/'));
await t('badurl',async()=>fetch('nope'));
await t('proto',async()=>fetch('ftp://x/'));
await t('data',async()=>{const r=await fetch('data:text/plain;base64,aGVsbG8=');return [r.headers.get('content-type'),await r.text()]});
await t('bloburl',async()=>{const r=await fetch(URL.createObjectURL(new Blob(['bb'],{type:'a/b'})));return [r.headers.get('content-type'),await r.text()]});
await t('head',async()=>{const r=await fetch(u+'/echo',{method:'HEAD'});return [r.status,await r.text()]});
await t('getbody',async()=>fetch(u,{body:'x'}));
await t('noargs',async()=>fetch());
const h=new Headers({b:'2',A:'1'});h.append('a','3');await t('hdr',()=>[[...h],h.has('B'),h.get('a')]);console.log(h);
await t('badh',()=>new Headers({'a b':'1'}));
const rq=new Request(u+'/x',{method:'post',body:'a',headers:{q:'1'}});console.log(rq.method,rq.url===u+'/x',rq.headers.get('content-type'),await rq.clone().text(),rq.bodyUsed,rq.duplex,rq.mode,rq.credentials,rq.cache,rq.redirect);
const rs=new Response('abc',{status:201,statusText:'C',headers:{a:'b'}});console.log(rs,await rs.clone().arrayBuffer(),await rs.text(),rs.bodyUsed);
await t('used',()=>rs.text());
await t('rjson',async()=>{const r=Response.json({a:1});return [r.headers.get('content-type'),await r.json()]});
await t('rred',()=>Response.redirect('http://a/',301).headers.get('location'));
await t('rerr',()=>Response.error().type);
await t('rfd',async()=>{const f=new FormData();f.append('a','1');f.append('f',new File(['data'],'n.txt'));const g=await new Response(f).formData();return [...g].map(([k,v])=>[k,typeof v==='string'?v:[v.name,v.size,v.type]])});
await t('bytes',async()=>(await new Response('x').blob()).size);
await t('badjson',async()=>new Response('{').json());
await t('fdd',()=>{const f=new FormData();f.set('a',1);f.append('a','2');f.delete('z');return [[...f],f.getAll('a'),f.has('a')]});
console.log(new FormData(), new Request('http://x/'));
srv.close();srv.closeAllConnections();
