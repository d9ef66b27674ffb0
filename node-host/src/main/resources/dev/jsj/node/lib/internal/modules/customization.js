'use strict';

// Customization hooks as the thread whose modules they customize sees them: `module.register` and `--loader`.

const binding = internalBinding('module_graph');
const messaging = internalBinding('messaging');
const worker = internalBinding('worker');
const { ModuleGraph } = require('internal/modules/module_graph');

/** Exit code of a program that waits for something that never comes. */
const UNSETTLED = 13;
const STACK_MEGABYTES = 4;

/** The other end of internal/modules/hooks_thread. */
class HooksThread {
  #counter = new Int32Array(new SharedArrayBuffer(4));
  #handle;
  #lastId = 0;
  #waiting = new Map();

  constructor() {
    const [mine, theirs] = messaging.createChannel();
    this.#handle = mine;
    const port = require('internal/worker/io').makePort(theirs);
    const startData = {
      kind: 'hooks',
      hooks: { lock: this.#counter.buffer, port },
      port: null,
      workerData: null,
      environmentData: require('internal/worker/environment_data').entries(),
      resourceLimits: {},
      hasStdin: false,
    };
    const [thread] = worker.create(startData, [port], undefined, [], undefined, writeOutput, () => {}, STACK_MEGABYTES);
    messaging.setCallback(mine, (type, message) => {
      if (type === 'message') this.#receive(message);
    });
    messaging.start(mine);
    messaging.setReferenced(mine, false);
    worker.start(thread);
    worker.setReferenced(thread, false);
  }

  #post(method, args, transfer) {
    const id = ++this.#lastId;
    messaging.post(this.#handle, { id, method, args }, transfer);
    return id;
  }

  /** Something that is asked for while the program goes on. */
  request(method, ...args) {
    return new Promise((resolve, reject) => {
      this.#waiting.set(this.#post(method, args), { resolve, reject });
      messaging.setReferenced(this.#handle, true);
    });
  }

  /** Something that the program stands still for. */
  requestSync(method, args, transfer) {
    const id = this.#post(method, args, transfer);
    let answer;
    this.#waiting.set(id, {
      resolve: (result) => { answer = { result }; },
      reject: (error) => { answer = { error }; },
      never: () => process.exit(UNSETTLED),
    });
    while (answer === undefined) {
      const seen = Atomics.load(this.#counter, 0);
      const received = messaging.receive(this.#handle);
      if (received === undefined) Atomics.wait(this.#counter, 0, seen);
      else this.#receive(received[0]);
    }
    if ('error' in answer) throw answer.error;
    return answer.result;
  }

  #receive({ id, result, error, never, failure, exit }) {
    if (failure !== undefined) throw require('internal/worker/error_serdes').deserializeError(failure);
    if (exit !== undefined) process.exit(exit); // the program ends with the thread of its hooks
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (this.#waiting.size === 0) messaging.setReferenced(this.#handle, false);
    if (never) waiting.never?.();
    else if (error !== undefined) waiting.reject(require('internal/worker/error_serdes').deserializeError(error));
    else waiting.resolve(result);
  }
}

function writeOutput(descriptor, chunk) {
  (descriptor === 2 ? process.stderr : process.stdout).write(chunk);
}

let thread;
let graph;

function start() {
  if (graph !== undefined) return;
  thread = new HooksThread();
  graph = new ModuleGraph({
    resolve: (...args) => thread.request('resolve', ...args),
    load: (...args) => thread.request('load', ...args),
    resolveSync: (...args) => thread.requestSync('resolve', args),
    loadSync: (...args) => thread.requestSync('load', args),
  });
  binding.setCustomization({
    register(specifier, parentURL, data, transfer) {
      thread.requestSync('register', [specifier, parentURL, data], transfer);
    },
    find: (specifier, parent, attributes) => graph.find(specifier, parent, attributes),
    import: (specifier, parent, attributes) => graph.import(specifier, parent, attributes),
    resolve: (specifier, parent) => thread.requestSync('resolve', [specifier, parent, {}]).url,
  });
}

/** `module.register(specifier[, parentURL][, options])`. */
function register(specifier, parentURL, options) {
  if (typeof parentURL === 'object' && parentURL !== null && !require('internal/url/url').isURL(parentURL)) {
    options = parentURL;
    ({ parentURL } = options);
  }
  if (binding.customization() === undefined) start();
  binding.customization().register(`${specifier}`, `${parentURL ?? 'data:'}`, options?.data, options?.transferList);
}

/** Registers what `--loader` names. */
function registerAll(specifiers) {
  const { pathToFileURL } = require('internal/url/url');
  const folder = pathToFileURL(`${process.cwd()}/`).href;
  for (const specifier of specifiers) register(specifier, folder);
  const calls = specifiers.map((specifier) => `register(${JSON.stringify(specifier)}, pathToFileURL("./"))`);
  process.emitWarning('`--experimental-loader` may be removed in the future; instead use `register()`:\n--import \'' +
    'data:text/javascript,import { register } from "node:module"; import { pathToFileURL } from "node:url"; ' +
    `${calls.join('; ')};'`, 'ExperimentalWarning');
}

/** Runs the main module; a promise for its end. */
async function runMain(url) {
  require('internal/modules/esm').setMainUrl(url);
  await graph.import(url, undefined, {});
}

module.exports = { register, registerAll, runMain };
