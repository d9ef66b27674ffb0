import { isMainThread } from 'node:worker_threads';

let options;
let loads = 0;
globalThis.setByHooks = isMainThread;

export async function initialize(data) {
  options = data;
}

export async function resolve(specifier, context, nextResolve) {
  if (!specifier.startsWith(options.prefix)) return nextResolve(specifier, context);
  return { url: specifier, shortCircuit: true, format: specifier.endsWith(':commonjs') ? 'commonjs' : undefined };
}

const encode = (text) => new TextEncoder().encode(text);
const results = {
  module: () => ({ format: 'module', source: 'export { default } from "virtual:dependency";' }),
  dependency: () => ({ format: 'module', source: Buffer.from('export default typeof import.meta.dirname + import.meta.url;') }),
  json: (context) => ({ format: 'json', source: encode(JSON.stringify(context.importAttributes)).buffer }),
  commonjs: (context) => ({ format: context.format, source: 'exports.name = __filename; exports.fs = require("fs").existsSync("/");' }),
  state: () => ({ format: 'module', source: `export default ${globalThis.setByHooks} + " " + ${loads > 3}` }),
  'no-format': () => ({ source: '' }),
  'bad-source': () => ({ format: 'module', source: 5 }),
  'unknown-format': () => ({ format: 'poetry', source: '' }),
  'no-source': () => ({ format: 'module' }),
  'missing-builtin': () => ({ format: 'builtin' }),
  syntax: () => ({ format: 'module', source: 'a b' }),
  throws() { throw Object.assign(new RangeError('thrown by a hook'), { code: 'ERR_MINE' }); },
  message() {
    options.port.postMessage({ loads: loads > 10 });
    return { format: 'module', source: '' };
  },
};

export async function load(url, context, nextLoad) {
  loads++;
  const name = url.startsWith(options.prefix) ? url.slice(options.prefix.length) : undefined;
  if (name === undefined) return nextLoad(url, context);
  if (name === 'no-object') return 'text';
  if (name === 'bad-next') return nextLoad(5);
  if (name === 'unfinished') return { format: 'module', source: '' };
  if (name === 'uppercase') return { ...results.module(), source: 'export default "lower case"', shortCircuit: true };
  return { ...results[name](context), shortCircuit: true };
}
