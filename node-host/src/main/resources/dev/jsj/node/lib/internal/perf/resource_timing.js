'use strict';

// Resource timing: one entry for each fetch.

const { PerformanceEntry, kCreate, publish, timeline } = require('internal/perf/entries');
const { customInspect, inspect } = require('internal/inspect/inspect');

const DEFAULT_BUFFER_SIZE = 250;
const HEADER_SIZE = 300; // the size that the specification gives to all headers

let bufferSize = DEFAULT_BUFFER_SIZE;

class PerformanceResourceTiming extends PerformanceEntry {
  #url;
  #initiator;
  #timing;
  #cacheMode;

  constructor(token, url, initiator, timing, cacheMode) {
    super(token, url, 'resource', timing.startTime, timing.endTime - timing.startTime, undefined);
    this.#url = url;
    this.#initiator = initiator;
    this.#timing = timing;
    this.#cacheMode = cacheMode;
  }

  get name() { return this.#url; }
  get startTime() { return this.#timing.startTime; }
  get duration() { return this.#timing.endTime - this.#timing.startTime; }
  get initiatorType() { return this.#initiator; }
  get workerStart() { return this.#timing.finalServiceWorkerStartTime; }
  get redirectStart() { return this.#timing.redirectStartTime; }
  get redirectEnd() { return this.#timing.redirectEndTime; }
  get fetchStart() { return this.#timing.postRedirectStartTime; }
  get domainLookupStart() { return this.#timing.finalConnectionTimingInfo?.domainLookupStartTime; }
  get domainLookupEnd() { return this.#timing.finalConnectionTimingInfo?.domainLookupEndTime; }
  get connectStart() { return this.#timing.finalConnectionTimingInfo?.connectionStartTime; }
  get connectEnd() { return this.#timing.finalConnectionTimingInfo?.connectionEndTime; }
  get secureConnectionStart() { return this.#timing.finalConnectionTimingInfo?.secureConnectionStartTime; }
  get nextHopProtocol() { return this.#timing.finalConnectionTimingInfo?.ALPNNegotiatedProtocol; }
  get requestStart() { return this.#timing.finalNetworkRequestStartTime; }
  get responseStart() { return this.#timing.finalNetworkResponseStartTime; }
  get responseEnd() { return this.#timing.endTime; }
  get encodedBodySize() { return this.#timing.encodedBodySize; }
  get decodedBodySize() { return this.#timing.decodedBodySize; }

  get transferSize() {
    if (this.#cacheMode === 'local') return 0;
    return this.#cacheMode === 'validated' ? HEADER_SIZE : this.#timing.encodedBodySize + HEADER_SIZE;
  }

  toJSON() {
    const { name, startTime, duration, initiatorType, nextHopProtocol, workerStart, redirectStart, redirectEnd, fetchStart,
            domainLookupStart, domainLookupEnd, connectStart, connectEnd, secureConnectionStart, requestStart, responseStart,
            responseEnd, transferSize, encodedBodySize, decodedBodySize } = this;
    return { name, entryType: 'resource', startTime, duration, initiatorType, nextHopProtocol, workerStart, redirectStart,
             redirectEnd, fetchStart, domainLookupStart, domainLookupEnd, connectStart, connectEnd, secureConnectionStart,
             requestStart, responseStart, responseEnd, transferSize, encodedBodySize, decodedBodySize };
  }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    return `PerformanceResourceTiming ${inspect(this.toJSON(), options)}`;
  }
}
for (const name of Object.getOwnPropertyNames(PerformanceResourceTiming.prototype)) {
  if (name !== 'constructor') Object.defineProperty(PerformanceResourceTiming.prototype, name, { enumerable: true });
}
Object.defineProperty(PerformanceResourceTiming.prototype, Symbol.toStringTag, {
  configurable: true, value: 'PerformanceResourceTiming',
});

/** Called by fetch when a response has come to its end. */
function markResourceTiming(timing, url, initiator, global, cacheMode) {
  const resource = new PerformanceResourceTiming(kCreate, url, initiator, timing, cacheMode);
  publish(resource);
  trim();
  return resource;
}

function trim() {
  const resources = timeline.filter((entry) => entry.entryType === 'resource');
  for (const extra of resources.slice(bufferSize)) timeline.splice(timeline.indexOf(extra), 1);
}

function setBufferSize(size) {
  bufferSize = size;
  trim();
}

module.exports = { PerformanceResourceTiming, markResourceTiming, setBufferSize };
