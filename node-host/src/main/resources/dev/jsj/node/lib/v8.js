'use strict';

// node:v8.

const binding = internalBinding('process');
const { codes } = require('internal/errors');

function getHeapStatistics() {
  const { heapTotal, heapUsed, rss } = binding.memoryUsage();
  return {
    total_heap_size: heapTotal,
    total_heap_size_executable: 0,
    total_physical_size: rss,
    total_available_size: binding.availableMemory(),
    used_heap_size: heapUsed,
    heap_size_limit: binding.availableMemory(),
    malloced_memory: 0,
    peak_malloced_memory: 0,
    does_zap_garbage: 0,
    number_of_native_contexts: 1,
    number_of_detached_contexts: 0,
    total_global_handles_size: 0,
    used_global_handles_size: 0,
    external_memory: 0,
  };
}

function notHere(name) {
  return () => {
    throw new codes.ERR_FEATURE_UNAVAILABLE_ON_PLATFORM(name);
  };
}

const { DefaultDeserializer, DefaultSerializer, Deserializer, Serializer, deserialize, serialize } =
  require('internal/v8_serialize');

module.exports = {
  getHeapStatistics,
  getHeapSpaceStatistics: () => [],
  getHeapCodeStatistics: () => ({ code_and_metadata_size: 0, bytecode_and_metadata_size: 0, external_script_source_size: 0,
                                  cpu_profiler_metadata_size: 0 }),
  cachedDataVersionTag: () => 0,
  setFlagsFromString() {},
  setHeapSnapshotNearHeapLimit() {},
  getHeapSnapshot: notHere('v8.getHeapSnapshot'),
  writeHeapSnapshot: notHere('v8.writeHeapSnapshot'),
  takeCoverage() {},
  stopCoverage() {},
  Serializer,
  Deserializer,
  DefaultSerializer,
  DefaultDeserializer,
  serialize,
  deserialize,
  startupSnapshot: { isBuildingSnapshot: () => false },
  promiseHooks: { createHook: () => () => {}, onInit: () => () => {}, onBefore: () => () => {}, onAfter: () => () => {},
                  onSettled: () => () => {} },
};
