'use strict';

// The beginning of a worker's life: what its parent gave it, then its program.

const binding = internalBinding('worker');
const messaging = internalBinding('messaging');

const startData = binding.startData();
const control = binding.control();
let input;

messaging.setCallback(control, (type, message) => {
  if (type === 'message' && message.type === 'stdin') input?.receive(message.chunk);
});
messaging.start(control);

const state = {
  parentPort: startData.port,
  workerData: startData.workerData,
  resourceLimits: startData.resourceLimits,
  hasStdin: startData.hasStdin,

  /** The stream that hears what the parent writes; it keeps the worker alive while it reads. */
  setInput(stream) {
    input = stream;
  },
  referenceInput(on) {
    messaging.setReferenced(control, on);
  },
};

/** An error that nothing caught becomes the parent's 'error' event. */
function reportError(error, place) {
  const { serializeError } = require('internal/worker/error_serdes');
  const serialized = serializeError(error);
  if (place !== undefined && serialized.kind === 'error') {
    const stack = serialized.properties.find(([key]) => key === 'stack');
    if (stack !== undefined) stack[1] = `${place}${stack[1]}`;
  }
  messaging.post(control, { type: 'error', error: serialized });
}

function run() {
  require('internal/worker/environment_data').inherit(startData.environmentData);
  messaging.post(control, { type: 'online' });
  const { source, kind } = startData;
  if (kind === 'hooks') {
    require('internal/modules/hooks_thread').run(startData.hooks);
    return;
  }
  if (kind === 'eval') require('internal/process/evaluate').run(source, false, '[worker eval]');
  else if (kind === 'url') binding.runUrl(source);
  else binding.runFile(source);
}

module.exports = { reportError, run, state };
