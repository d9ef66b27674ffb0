'use strict';

// node:worker_threads.

const binding = internalBinding('worker');
const io = require('internal/worker/io');
const { SHARE_ENV, Worker } = require('internal/worker/worker');
const { getEnvironmentData, setEnvironmentData } = require('internal/worker/environment_data');

const { isMainThread } = binding;
const state = isMainThread ? undefined : require('internal/worker/main').state;

module.exports = {
  isMainThread,
  MessagePort: io.MessagePort,
  MessageChannel: io.MessageChannel,
  markAsUntransferable: io.markAsUntransferable,
  moveMessagePortToContext: io.moveMessagePortToContext,
  receiveMessageOnPort: io.receiveMessageOnPort,
  resourceLimits: isMainThread ? {} : state.resourceLimits,
  threadId: binding.threadId(),
  SHARE_ENV,
  Worker,
  parentPort: isMainThread ? null : state.parentPort,
  workerData: isMainThread ? null : state.workerData,
  BroadcastChannel: io.BroadcastChannel,
  setEnvironmentData,
  getEnvironmentData,
};
