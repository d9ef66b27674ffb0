const tls=require('tls'),https=require('https'),log=console.log;
const key=`-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIKDOKWW3CoJRMlI5zbB1e8dvyJE9Riem7bwhKlkKsa7WoAoGCCqGSM49
AwEHoUQDQgAEeJsAbefOJz6BkzEaJHiDE28juuPFR/9igzpk/mm3G7yb4U23oT3q
T+m2VFzkjYMg0uPcR9F2YrU1kKOhsef7Ig==
-----END EC PRIVATE KEY-----`;
const cert=`-----BEGIN CERTIFICATE-----
MIIB0TCCAXegAwIBAgIUBPrSj/+FoX0fwmXAf20CM+WqmPUwCgYIKoZIzj0EAwIw
LzELMAkGA1UEBhMCREUxDDAKBgNVBAoMA2pzajESMBAGA1UEAwwJbG9jYWxob3N0
MCAXDTI2MTEyMTE1MTgwM1oYDzIxMjYxMDI4MTUxODAzWjAvMQswCQYDVQQGEwJE
RTEMMAoGA1UECgwDanNqMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAR4mwBt584nPoGTMRokeIMTbyO648VH/2KDOmT+abcbvJvh
TbehPepP6bZUXOSNgyDS49xH0XZitTWQo6Gx5/sio28wbTAdBgNVHQ4EFgQUh1lc
nKuXPRx0dSXNsOam2xu964EwHwYDVR0jBBgwFoAUh1lcnKuXPRx0dSXNsOam2xu9
64EwDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEw
CgYIKoZIzj0EAwIDSAAwRQIhAKih/8IUfX1gaw/wSh6LKdhOiISjcG3dfNMZVJGI
K2jmAiBZ2jJ58NpRBYdTOE1Ff8bta84hLGoMzzjC4CzWNZzF7A==
-----END CERTIFICATE-----`;
const otherCert=`-----BEGIN CERTIFICATE-----
MIIBgDCCASWgAwIBAgIUUE/gI/B+rxov3nSM1/VmVLwC7nYwCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKb3RoZXIudGVzdDAeFw0yNjExMjExNTE3MTBaFw0zNjExMTgx
NTE3MTBaMBUxEzARBgNVBAMMCm90aGVyLnRlc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATwnPVoJZ4NAct4wKXMe24oRZVCFWF6ZM+ID0zEXuObzrShwIknCxe6
7l0l1tsw1srcIAnGJpPwkJhQvijBUQ+Co1MwUTAdBgNVHQ4EFgQUHC1EOVLwOYit
OBSwpCV2v+TGigMwHwYDVR0jBBgwFoAUHC1EOVLwOYitOBSwpCV2v+TGigMwDwYD
VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEA8bNU/MLbWDpBE233N3Sf
lzM4FLJoBpxKZrFSWwWlALsCIQCqrqZUYcR23yweFqPqIOX1GrelMjt+bK2KK/nc
nG4npQ==
-----END CERTIFICATE-----`;
const otherKey=`-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIEhORVnADH5x1/6m2C7RugeUmPSr+VK3y46o0BScwFfHoAoGCCqGSM49
AwEHoUQDQgAE8Jz1aCWeDQHLeMClzHtuKEWVQhVhemTPiA9MxF7jm860ocCJJwsX
uu5dJdbbMNbK3CAJxiaT8JCYUL4owVEPgg==
-----END EC PRIVATE KEY-----`;
const steps=[
 next=>{ const s=tls.createServer({key,cert,ALPNProtocols:['foo','bar']},c=>{ log('secure',c.authorized,c.getProtocol(),c.alpnProtocol,c.servername,c.encrypted); c.on('data',d=>c.end('echo '+d)); }); s.listen(0,()=>{ const c=tls.connect({port:s.address().port,host:'127.0.0.1',ca:cert,servername:'localhost',ALPNProtocols:['bar']},()=>{ log('client',c.authorized,c.authorizationError,c.alpnProtocol,c.getCipher().version); const p=c.getPeerCertificate(); log(p.subject,p.issuer,p.subjectaltname,p.fingerprint256.length,Object.keys(p).includes('raw')); c.write('hi') }); c.on('data',d=>log(String(d))); c.on('end',()=>log('end')); c.on('close',e=>{log('close',e); s.close(next)}) }) },
 next=>{ const s=tls.createServer({key,cert}); s.listen(0,()=>{ const c=tls.connect({port:s.address().port,host:'localhost'}); c.on('error',e=>log(e.code,e.message)); c.on('close',e=>{ log('close',e); s.close(next) }) }) },
 next=>{ const s=tls.createServer({key:otherKey,cert:otherCert}); s.listen(0,()=>{ const c=tls.connect({port:s.address().port,host:'localhost',ca:otherCert}); c.on('error',e=>log(e.code,e.message,e.reason,e.host)); c.on('close',e=>{ log('close',e); s.close(next) }) }) },
 next=>{ const s=https.createServer({key,cert},(q,r)=>{ let b=''; q.on('data',d=>b+=d); q.on('end',()=>r.end(q.method+' '+q.socket.encrypted+' '+b.length+' '+q.headers.host.split(':')[0])) }); s.listen(0,()=>{ const o={port:s.address().port,host:'localhost',ca:cert}; https.get(o,r=>{ log(r.statusCode,r.socket.authorized); r.on('data',d=>log(String(d))); r.on('end',()=>{ const q=https.request({...o,method:'POST'},r=>{ r.on('data',d=>log(String(d))); r.on('end',()=>{ https.get('https://localhost:'+o.port,()=>{}).on('error',e=>{log(e.code); s.close(next); s.closeAllConnections()}) }) }); q.end('x'.repeat(200000)) }) }) }) },
 next=>{ const s=https.createServer({key,cert},(q,r)=>{ r.write('a'.repeat(500000)); r.end('z') }); s.listen(0,()=>{ https.get({port:s.address().port,rejectUnauthorized:false,agent:false},r=>{ let n=0; r.on('data',d=>n+=d.length); r.on('end',()=>{log(n,r.socket.authorized,r.socket.authorizationError); s.close(next)}) }) }) },
 next=>{ const http=require('http'); const s=http.createServer((q,r)=>r.end('x')); s.listen(0,()=>{ const c=tls.connect({port:s.address().port}); c.on('error',e=>{log(e.code, e.reason); s.close(next)}) }) },
 next=>{ const s=tls.createServer({key,cert,maxVersion:'TLSv1.2'},c=>{log(c.getProtocol()); c.end()}); s.listen(0,()=>{ const c=tls.connect({port:s.address().port,rejectUnauthorized:false}); c.resume(); c.on('close',()=>s.close(next)) }) },
 next=>{ const s=tls.createServer({key,cert,requestCert:true,rejectUnauthorized:true,ca:cert},c=>{log(c.authorized,c.getPeerCertificate().subject.CN); c.end('ok')}); s.listen(0,()=>{ const c=tls.connect({port:s.address().port,key,cert,ca:cert}); c.on('data',d=>log(String(d))); c.on('close',()=>s.close(next)) }) },
 next=>{ try { tls.createSecureContext({key:'x',cert:'y'}) } catch(e) { log(e.code) } try { tls.createSecureContext({minVersion:'x'}) } catch(e) { log(e.code,e.message) } log(tls.checkServerIdentity('a.b.com',{subject:{CN:'x'},subjectaltname:'DNS:*.b.com'}), tls.checkServerIdentity('b.com',{subject:{CN:'x'},subjectaltname:'DNS:*.b.com'}).message, tls.checkServerIdentity('1.1.1.1',{subject:{},subjectaltname:'IP Address:1.1.1.2'}).message); next() },
];
(function run(i){ if(i<steps.length) steps[i](()=>run(i+1)); else log('done')})(0);
