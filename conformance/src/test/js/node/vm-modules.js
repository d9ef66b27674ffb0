'use strict';

// vm.SourceTextModule, vm.SyntheticModule and importModuleDynamically; in a worker, which takes the flag they need.

const vm = require('vm');
const { Worker, isMainThread } = require('worker_threads');

const show = (error) => console.log(error.name, error.code, error.message);

async function withoutFlag() {
  console.log(vm.Module, vm.SourceTextModule, vm.SyntheticModule);
  await vm.runInThisContext('import("fs")').catch(show);
  await vm.runInThisContext('import("fs")', { importModuleDynamically() {} }).catch(show);
  await vm.compileFunction('return import("fs")')().catch(show);
  try {
    new vm.Script('1', { importModuleDynamically: 'no' });
  } catch (error) {
    show(error);
  }
}

async function link() {
  const context = vm.createContext({ print: console.log, base: 10 });
  const sources = {
    a: 'import { b, next } from "b"; import json from "data" with { type: "json" }; export const a = b + json.value; next(); export { b };',
    b: 'import * as a from "a"; export let b = base; export function next() { b++; } print(typeof a, Reflect.ownKeys(a).length); await 0;',
  };
  const modules = new Map();
  const linker = (specifier, referrer, extra) => {
    console.log('link', specifier, referrer.identifier, extra);
    if (specifier === 'data') {
      return new vm.SyntheticModule(['default'], function() {
        this.setExport('default', { value: 5 });
      }, { context, identifier: 'json' });
    }
    if (!modules.has(specifier)) modules.set(specifier, new vm.SourceTextModule(sources[specifier], { context, identifier: specifier }));
    return modules.get(specifier);
  };
  const main = linker('a', { identifier: 'none' }, {});
  console.log(main, main.status, main.dependencySpecifiers, Object.isFrozen(main.dependencySpecifiers));
  const linked = main.link(linker);
  console.log(main.status);
  await linked;
  console.log(main.status, modules.get('b').status);
  console.log(await main.evaluate(), main.status, { ...main.namespace });
  await main.link(linker).catch(show);
}

async function errors() {
  const throws = new vm.SourceTextModule('throw new RangeError("in module")');
  await throws.link(() => {});
  await throws.evaluate().catch(show);
  console.log(throws.status, throws.error.message);
  const importing = new vm.SourceTextModule('import "throws"', { identifier: 'importing' });
  await importing.link(() => throws).catch((error) => {
    show(error);
    console.log(error.cause === throws.error);
  });
  console.log(importing.status);
  const other = new vm.SourceTextModule('', { context: vm.createContext() });
  await new vm.SourceTextModule('import "other"').link(() => other).catch(show);
  await new vm.SourceTextModule('import "nothing"').link(() => ({})).catch(show);
  await new vm.SourceTextModule('import { none } from "empty"').link(() => new vm.SourceTextModule('')).catch(show);
  const early = new vm.SourceTextModule('for (;;);');
  await early.evaluate().catch(show);
  await early.link(() => {});
  await early.evaluate({ timeout: 5 }).catch(show);
  for (const run of [
    () => new vm.Module(),
    () => new vm.SourceTextModule('import'),
    () => new vm.SourceTextModule(1),
    () => new vm.SourceTextModule('', { context: {} }),
    () => new vm.SyntheticModule(['a', 'a'], () => {}),
    () => new vm.SyntheticModule(['a'], () => {}).setExport('a', 1),
    () => new vm.SourceTextModule('').namespace,
    () => new vm.SourceTextModule('').error,
  ]) {
    try {
      run();
    } catch (error) {
      show(error);
    }
  }
}

async function dynamicImport() {
  const target = new vm.SyntheticModule(['x'], () => target.setExport('x', 1));
  await target.link(() => {});
  await target.evaluate();
  const seen = [];
  const importModuleDynamically = (specifier, referrer, attributes) => {
    seen.push([specifier, referrer, attributes]);
    return specifier === 'bad' ? 5 : target;
  };
  const script = new vm.Script('[import("one"), eval("import(\'two\', { with: { a: \'b\' } })"), new Function("return import(\'three\')")(), import("bad")]',
                               { importModuleDynamically });
  for (const promise of script.runInThisContext()) {
    await promise.then((namespace) => console.log(namespace === target.namespace, namespace), show);
  }
  const compiled = vm.compileFunction('return import("four")', [], { importModuleDynamically });
  console.log((await compiled()).x);
  const module = new vm.SourceTextModule('export default import("five"); export const meta = import.meta', {
    importModuleDynamically,
    initializeImportMeta(meta, about) {
      meta.same = about === module;
    },
  });
  await module.link(() => {});
  await module.evaluate();
  console.log(module.namespace.meta, (await module.namespace.default).x);
  console.log(seen.map(([specifier, referrer, attributes]) => [
    specifier, referrer === script, referrer === compiled, referrer === module, attributes,
  ]));
  await new vm.Script('import("six")').runInThisContext().catch(show);
}

if (isMainThread) {
  withoutFlag().then(() => new Worker(__filename, { execArgv: ['--experimental-vm-modules', '--no-warnings'] }));
} else {
  (async () => {
    await link();
    await errors();
    await dynamicImport();
  })();
}
