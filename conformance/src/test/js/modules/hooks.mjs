// Customization hooks: what they are told, what they decide, chains, errors, sources of every kind.
import { register, createRequire } from 'node:module';
import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
console.log(register('./lib/hooks-first.mjs', import.meta.url, { data: { prefix: 'virtual:', port: port2 }, transferList: [port2] }));
register('./lib/hooks-second.mjs', { parentURL: import.meta.url });

console.log((await import('virtual:module')).default, (await import('app:second')).default);
console.log(await import('virtual:json', { with: { type: 'json' } }));
console.log(await import('virtual:commonjs'));
console.log((await import('virtual:uppercase')).default);
console.log(import.meta.resolve('virtual:anything'), import.meta.resolve('./not-there.mjs').split('/').at(-1));
console.log(globalThis.setByHooks, (await import('virtual:state')).default);

const cases = ['virtual:no-format', 'virtual:bad-source', 'virtual:no-object', 'virtual:bad-next', 'virtual:unknown-format',
               'virtual:no-source', 'virtual:unfinished', 'virtual:throws', 'app:no-url', 'app:bad-format', 'app:unfinished',
               'app:bad-next', 'app:default', 'virtual:missing-builtin', 'virtual:syntax', 'not-a-package'];
for (const specifier of cases) {
  try {
    console.log(specifier, await import(specifier));
  } catch (error) {
    const message = error.message.replace(/'?\/[^' ]*\//g, '');
    console.log(specifier, error.name, error.code, error instanceof Error, message);
  }
}
for (const args of [['./not-there.mjs', import.meta.url], ['bare'], ['./lib/hooks-throws.mjs', import.meta.url],
                    ['./lib/hooks-second.mjs', { parentURL: import.meta.url, data() {} }]]) {
  try {
    register(...args);
  } catch (error) {
    console.log(error.name, error.code, error.message.replace(/'?\/[^' ]*\//g, ''));
  }
}
console.log(typeof createRequire(import.meta.url)('node:fs').readFileSync);
port1.once('message', (message) => {
  console.log(message);
  port1.close();
});
import('virtual:message');
