'use strict';

// The thread of the hooks: does what the thread that has registered them asks for.

const messaging = internalBinding('messaging');
const binding = internalBinding('module_graph');
const { Hooks } = require('internal/modules/hooks');
const { serializeError } = require('internal/worker/error_serdes');
const { ModuleGraph } = require('internal/modules/module_graph');

const hooks = new Hooks();

/** This thread's own modules go through the hooks registered so far; what cannot wait goes the default way. */
const graph = new ModuleGraph(hooks);

const methods = {
  async register(specifier, parentURL, data) {
    const namespace = await graph.import(specifier, parentURL, {});
    await hooks.add(specifier, namespace, data);
  },
  resolve: (specifier, parentURL, attributes) => hooks.resolve(specifier, parentURL, attributes),
  load: (url, context) => hooks.load(url, context),
};

/** Answers what comes through `port`; `lock` counts the messages sent, for a thread that waits for them. */
function run({ lock, port }) {
  const handle = port[messaging.handle];
  const counter = new Int32Array(lock);
  const pending = new Set();

  function send(message) {
    messaging.post(handle, message);
    Atomics.add(counter, 0, 1);
    Atomics.notify(counter, 0);
  }

  function settle(id, message) {
    if (!pending.delete(id)) return;
    if (pending.size === 0) messaging.setReferenced(handle, true);
    send({ id, ...message });
  }

  async function answer({ id, method, args }) {
    pending.add(id);
    // While hooks are at work, this thread lives as long as they have something to wait for.
    messaging.setReferenced(handle, false);
    try {
      const result = await methods[method](...args);
      settle(id, { result });
    } catch (error) {
      settle(id, { error: serializeError(error) });
    }
  }

  process.on('beforeExit', () => {
    for (const id of pending) settle(id, { never: true });
  });
  process.on('uncaughtExceptionMonitor', (error) => send({ failure: serializeError(error) }));
  process.on('exit', (code) => send({ exit: code }));
  binding.setCustomization({
    register: methods.register,
    prepared: (specifier, parent, attributes) => graph.prepared(specifier, parent, attributes),
    import: (specifier, parent, attributes) => graph.import(specifier, parent, attributes),
  });
  messaging.setCallback(handle, (type, message) => {
    if (type === 'message') answer(message);
  });
  messaging.setReferenced(handle, true);
  messaging.start(handle);
}

module.exports = { run };
