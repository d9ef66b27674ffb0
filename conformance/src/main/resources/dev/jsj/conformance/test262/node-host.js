// Runs test262 tests in Node for the runner's CommandEngine: one JSON request per line of standard input, one JSON
// outcome per line of standard output. Each test gets a vm context of its own. Agents are not supported.
'use strict';
const vm = require('vm');
const fs = require('fs');
const path = require('path');
const readline = require('readline');

function createRealm(printed) {
  const context = vm.createContext({});
  const run = (code, filename) => vm.runInContext(code, context, { filename });
  const define = (name, value) =>
    Object.defineProperty(context, name, { value, writable: true, configurable: true, enumerable: false });
  define('print', (text) => printed.push(String(text)));
  define('$262', {
    createRealm: () => run.call(null, '0') === 0 && createRealm(printed).context.$262,
    detachArrayBuffer: (buffer) => structuredClone(buffer, { transfer: [buffer] }) && null,
    evalScript: (code) => run(code, 'evalScript'),
    gc: globalThis.gc,
    global: run('this'),
    agent: {},
  });
  return { context, run };
}

const nameOf = (error) =>
  (error !== null && typeof error === 'object' && error.constructor && error.constructor.name) || String(error);
const threw = (phase, error) => ({
  kind: 'threw',
  phase,
  type: nameOf(error),
  message: String((error && error.message) ?? error),
});

async function runModule(realm, request) {
  const cache = new Map();
  const load = (file, source) => {
    if (cache.has(file)) return cache.get(file);
    const module = new vm.SourceTextModule(source ?? fs.readFileSync(file, 'utf8'), {
      context: realm.context,
      identifier: file,
      importModuleDynamically: async (specifier, referrer) => {
        const target = load(path.resolve(path.dirname(referrer.identifier), specifier));
        if (target.status === 'unlinked') await target.link(link);
        if (target.status === 'linked') await target.evaluate();
        return target;
      },
    });
    cache.set(file, module);
    return module;
  };
  const link = (specifier, referrer) => load(path.resolve(path.dirname(referrer.identifier), specifier));
  let module;
  try {
    module = load(request.path, request.source);
  } catch (error) {
    return threw('parse', error);
  }
  try {
    await module.link(link);
  } catch (error) {
    return threw('resolution', error);
  }
  try {
    await module.evaluate();
  } catch (error) {
    return threw('runtime', error);
  }
  return null;
}

async function run(request) {
  const printed = [];
  const realm = createRealm(printed);
  for (const { name, source } of request.harness) {
    try {
      realm.run(source, name);
    } catch (error) {
      return threw('harness', error);
    }
  }
  let failure = null;
  if (request.mode === 'module') {
    failure = await runModule(realm, request);
  } else {
    let script;
    try {
      script = new vm.Script(request.source, {
        filename: request.path,
        importModuleDynamically: async () => {
          throw new TypeError('not supported here');
        },
      });
    } catch (error) {
      return threw('parse', error);
    }
    try {
      script.runInContext(realm.context);
    } catch (error) {
      failure = threw('runtime', error);
    }
  }
  if (failure) return failure;
  for (let i = 0; request.async && printed.length === 0 && i < 200; i++) {
    await new Promise((resolve) => setTimeout(resolve, i < 100 ? 0 : 10));
  }
  return { kind: 'completed', printed };
}

process.on('unhandledRejection', () => {});
readline.createInterface({ input: process.stdin }).on('line', (line) =>
  run(JSON.parse(line))
    .catch((error) => threw('runtime', error))
    .then((outcome) => process.stdout.write(JSON.stringify(outcome) + '\n')),
);
