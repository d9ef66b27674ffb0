import {Worker,MessageChannel,SHARE_ENV,BroadcastChannel,threadId,isMainThread,receiveMessageOnPort} from 'worker_threads';
import os from 'os'; import path from 'path'; const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'jsj-')), 'child.mjs');
import {once} from 'events'; import fs from 'fs'; import v8 from 'v8';
const ev=(c,o)=>new Worker(c,{eval:true,...o});
{const w=ev('for(;;);');await once(w,'online');const t=Date.now();console.log('terminate',await w.terminate(),Date.now()-t<2000);}
{const w=ev('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0)');await once(w,'online');console.log('terminate wait',await w.terminate());}
{const w=ev('setInterval(()=>{},1000)');await once(w,'online');console.log('terminate idle',await w.terminate());}
{const w=ev('process.env.SHARED="yes"; process.env.GONE="1"',{env:SHARE_ENV});await once(w,'exit');console.log(process.env.SHARED,process.env.GONE);}
{const w=ev('process.stdin.on("data",d=>process.stdout.write(String(d).toUpperCase())).on("end",()=>console.log("END"))',{stdin:true,stdout:true});w.stdin.write('abc');w.stdin.end('def');let s='';w.stdout.on('data',d=>s+=d);await once(w,'exit');console.log(JSON.stringify(s));}
{const bc=new BroadcastChannel('x');const w=ev('const b=new BroadcastChannel("x");b.onmessage=e=>{b.postMessage("re:"+e.data);b.close()};b.postMessage("hi")');bc.onmessage=e=>{console.log('bc',e.data);if(e.data==='hi')bc.postMessage('yo');else bc.close()};await once(w,'exit');}
fs.writeFileSync(file,`import {parentPort,workerData,Worker,isMainThread} from 'node:worker_threads';import {x} from 'data:text/javascript,export const x=5';parentPort.once('message',({port,ab})=>{port.postMessage([workerData,x,ab.byteLength,typeof import.meta.url,isMainThread]);port.close()});
const inner=new Worker('require("worker_threads").parentPort.postMessage(require("worker_threads").threadId)',{eval:true});inner.on('message',m=>parentPort.postMessage(['inner',m]))`);
{const w=new Worker(new URL('file://'+file),{workerData:{m:new Map([[1,2]])}});w.on('message',m=>console.log(m));const {port1,port2}=new MessageChannel();const ab=new ArrayBuffer(10);w.postMessage({port:port2,ab},[port2,ab]);console.log(ab.byteLength);port1.on('message',m=>console.log('via port',m));port1.on('close',()=>console.log('port closed'));console.log('exit',await once(w,'exit'));}
{const s=new SharedArrayBuffer(8),v=new Int32Array(s);const p=Atomics.waitAsync(v,0,0);const w=ev('const v=new Int32Array(require("worker_threads").workerData);Atomics.store(v,0,1);Atomics.notify(v,0)',{workerData:s});console.log(p.async,await p.value,v[0]);await once(w,'exit')}
{const ws=[1,2,3].map(i=>ev(`let s=0;for(let i=0;i<3e6;i++)s=(s+i*${i})|0;require("worker_threads").parentPort.postMessage(s)`));console.log(await Promise.all(ws.map(w=>once(w,'message'))))}
{const w=ev('');w.unref();w.ref();console.log(await once(w,'exit'), await w.terminate())}
{const w=new Worker(new URL('data:text/javascript,import {parentPort} from "worker_threads";parentPort.postMessage("data url")'));console.log(await once(w,'message'))}
{const w=new Worker('/nonexistent/file.js');const [e]=await once(w,'error');console.log(e.code,e.message.split('\n')[0])}
{const w=ev('setTimeout(()=>process.exit(7),10);setInterval(()=>{},1)');console.log(await once(w,'exit'))}
{const w=ev('require("fs").readFile(__filename,()=>{});require("worker_threads").parentPort.on("message",m=>{require("worker_threads").parentPort.postMessage(m*2);require("worker_threads").parentPort.close()})');w.postMessage(21);console.log(await once(w,'message'),await once(w,'exit'))}
const d=v8.deserialize(v8.serialize({a:[1,2.5,,'é','ш'],b:new Map([[1,new Set([2])]]),c:10n,d:new Uint8Array(2),e:Buffer.from('a'),f:[undefined,null,true,-0],g:new Date(0),h:/x/g,i:new Error('q')}));console.log({...d,i:d.i.message});
console.log(v8.serialize({a:[1,2.5,,'é','ш'],b:new Map([[1,new Set([2])]]),c:-10n,d:new Float64Array(2),e:Buffer.from('a'),f:[undefined,null,true,-0,2**40],g:new Date(0),h:/x/giu,[5]:1,s:new String('x')}).toString('hex'));
