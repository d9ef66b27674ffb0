const t=console.createTask('x'); console.log(t, t.run(()=>5), t.run.length, console.createTask.length, console.createTask.name);
for (const f of [()=>console.createTask(), ()=>console.createTask(''), ()=>console.createTask(5), ()=>t.run(), ()=>t.run.call({}, ()=>1), ()=>t.run(()=>{throw new Error('q')}) ]) try{ console.log(f()) }catch(e){console.log(e.name,e.message)}
console.log(t.run(function(){return [this===undefined||this===globalThis, arguments.length]}))
