// import and export: all forms, live bindings, cycles, namespaces, CommonJS and JSON interop, import.meta, top-level await.
import def, { named, counter, increment, default as again, 'string name' as str } from './lib/exports.mjs';
import * as ns from './lib/exports.mjs';
import cjs, { early } from './lib/a.js';
import { a as cycleA } from './lib/cycle-a.mjs';
import * as re from './lib/reexports.mjs';
import fs, { existsSync } from 'fs';
import './lib/side-effect.mjs';

console.log(
  def(),
  named,
  again === def,
  str,
  counter,
  (increment(), counter),
  ns.counter,
  Object.keys(ns),
  ns[Symbol.toStringTag],
);
console.log(
  ns,
  Object.isFrozen(ns),
  Object.isExtensible(ns),
  Reflect.ownKeys(ns).length,
  'named' in ns,
  Object.getOwnPropertyDescriptor(ns, 'named'),
);
for (const f of [
  () => {
    ns.named = 1;
  },
  () => {
    counter = 5;
  },
  () => delete ns.named,
  () => {
    ns.extra = 1;
  },
]) {
  try {
    f();
    console.log('no error');
  } catch (e) {
    console.log(e.name, e.message);
  }
}
console.log(cjs, early, cycleA(), re.renamed, re.default, re.all.named, Object.keys(re));
console.log(fs.existsSync === existsSync, typeof require, typeof module, typeof __filename, this);
console.log(import.meta.url.split('/').pop(), typeof import.meta.resolve, Object.getPrototypeOf(import.meta));
const value = await Promise.resolve('top-level await');
console.log(value);
const dynamic = await import('./lib/exports.mjs');
console.log(
  dynamic === ns,
  (await import('./lib/a.js')).default === cjs,
  (await import('./lib/pkg/main.mjs')).default,
);
for (const id of [
  './lib/missing.mjs',
  'no-such-package',
  './lib/syntax.mjs',
  './lib/bad-import.mjs',
  './lib/throws.mjs',
  'node:nothing',
]) {
  await import(id).catch((e) =>
    console.log(e.name, e.code, e.message.split('\n')[0].replace(/(file:\/\/)?\/[^ ']*\//g, '')),
  );
}
const { default: json } = await import('./lib/data.json', { with: { type: 'json' } });
console.log(json, await import('./lib/data.json').catch((e) => e.code));
for await (const x of (async function* () {
  yield 1;
  yield 2;
})())
  console.log(x);
console.log(
  await import('./lib/tla.mjs').then((m) => m.ready),
  (await import(`./lib/${'exports'}.mjs`)).named,
  (await import('data:text/javascript,export default 42')).default,
);
export default class {}
export { value as exported };
