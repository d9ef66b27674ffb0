// Hooks hear of AsyncResources; ids are those of what runs.
const { AsyncResource, createHook, executionAsyncId, triggerAsyncId, executionAsyncResource, AsyncLocalStorage } =
  require('async_hooks');

const events = [];
const hook = createHook({
  init: (id, type, trigger, resource) => type === 'MINE' && events.push(['init', type, resource instanceof AsyncResource]),
  before: () => events.push(['before']),
  after: () => events.push(['after']),
}).enable();
const outer = executionAsyncId();
const resource = new AsyncResource('MINE');
const result = resource.runInAsyncScope(function(a, b) {
  events.push(['run', executionAsyncId() === resource.asyncId(), triggerAsyncId() === outer,
               executionAsyncResource() === resource, this.x, a + b]);
  return 'result';
}, { x: 1 }, 2, 3);
hook.disable();
resource.runInAsyncScope(() => {});
console.log(result, executionAsyncId() === outer, resource.emitDestroy() === resource);
console.log(events);
for (const attempt of [() => createHook({ init: 1 }), () => new AsyncResource(), () => new AsyncResource('A', 'x'),
                       () => new AsyncResource('A', { triggerAsyncId: -2 })]) {
  try {
    attempt();
    console.log('no error');
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
}
const storage = new AsyncLocalStorage();
const bound = storage.run('kept', () => AsyncResource.bind(() => storage.getStore()));
console.log(bound(), bound.length, storage.getStore());
