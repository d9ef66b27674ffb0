'use strict';

// MessageEvent (HTML Standard, 9.1).

const { Event } = require('internal/event_target');
const { codes } = require('internal/errors');

class MessageEvent extends Event {
  #data;
  #origin;
  #lastEventId;
  #source;
  #ports;

  constructor(type, init = undefined) {
    super(type, typeof init === 'object' || init === undefined ? init : undefined);
    const { data = null, origin = '', lastEventId = '', source = null, ports = [] } = init ?? {};
    if (source !== null && !require('internal/worker/io').isMessagePort(source)) {
      throw new codes.ERR_INVALID_ARG_TYPE('init.source', 'MessagePort', source);
    }
    if (ports === null || typeof ports !== 'object' || typeof ports[Symbol.iterator] !== 'function') {
      throw new TypeError('ports is not iterable');
    }
    const list = [...ports];
    const wrong = list.findIndex((port) => !require('internal/worker/io').isMessagePort(port));
    if (wrong >= 0) throw new codes.ERR_INVALID_ARG_TYPE(`init.ports[${wrong}]`, 'MessagePort', list[wrong]);
    this.#data = data;
    this.#origin = `${origin}`;
    this.#lastEventId = `${lastEventId}`;
    this.#source = source;
    this.#ports = Object.freeze(list);
  }

  get data() { return this.#data; }
  get origin() { return this.#origin; }
  get lastEventId() { return this.#lastEventId; }
  get source() { return this.#source; }
  get ports() { return this.#ports; }
}
for (const name of ['data', 'origin', 'lastEventId', 'source', 'ports']) {
  Object.defineProperty(MessageEvent.prototype, name, { enumerable: true });
}

module.exports = { MessageEvent };
