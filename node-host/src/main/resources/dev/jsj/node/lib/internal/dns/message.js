'use strict';

// DNS messages (RFC 1035): questions as bytes, answers as records in the form Node gives them.

const { Buffer } = require('buffer');

const TYPES = {
  __proto__: null, A: 1, NS: 2, CNAME: 5, SOA: 6, PTR: 12, MX: 15, TXT: 16, AAAA: 28, SRV: 33, NAPTR: 35, ANY: 255, CAA: 257,
};
const POINTER = 0xc0;
const RECURSION_DESIRED = 0x0100;

/** The question for `name` as a message; undefined if the name cannot be one. */
function encodeQuestion(id, name, type) {
  const labels = name.replace(/\.$/, '').split('.').filter((label, i, all) => label !== '' || all.length > 1);
  const parts = [];
  for (const label of labels) {
    const bytes = Buffer.from(label);
    if (bytes.length === 0 || bytes.length > 63) return undefined;
    parts.push(Buffer.from([bytes.length]), bytes);
  }
  const head = Buffer.alloc(12);
  head.writeUInt16BE(id, 0);
  head.writeUInt16BE(RECURSION_DESIRED, 2);
  head.writeUInt16BE(1, 4);
  const tail = Buffer.alloc(5);
  tail.writeUInt16BE(TYPES[type], 1);
  tail.writeUInt16BE(1, 3);
  return Buffer.concat([head, ...parts, tail]);
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  u8() {
    return this.bytes.readUInt8(this.at++);
  }

  u16() {
    this.at += 2;
    return this.bytes.readUInt16BE(this.at - 2);
  }

  u32() {
    this.at += 4;
    return this.bytes.readUInt32BE(this.at - 4);
  }

  take(length) {
    if (this.at + length > this.bytes.length) throw new RangeError('The message is cut off');
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return this.take(this.u8()).toString('latin1');
  }

  /** A name, which may go on elsewhere in the message. */
  name() {
    const labels = [];
    let resume = -1;
    for (let jumps = 0; jumps < 64;) {
      const length = this.u8();
      if (length === 0) break;
      if ((length & POINTER) === POINTER) {
        const target = (length & ~POINTER) << 8 | this.u8();
        if (resume < 0) resume = this.at;
        this.at = target;
        jumps++;
      } else {
        labels.push(this.take(length).toString('latin1'));
      }
    }
    if (resume >= 0) this.at = resume;
    return labels.join('.');
  }
}

function ipv6(bytes) {
  const groups = [];
  for (let i = 0; i < 16; i += 2) groups.push(bytes.readUInt16BE(i).toString(16));
  const zeros = /(^|:)0(:0)+(:|$)/g;
  const text = groups.join(':');
  let longest = '';
  for (const [run] of text.matchAll(zeros)) {
    if (run.length > longest.length) longest = run;
  }
  return longest === '' ? text : text.replace(longest, '::');
}

const DATA = {
  __proto__: null,
  1: (reader) => ({ type: 'A', address: [...reader.take(4)].join('.') }),
  2: (reader) => ({ type: 'NS', value: reader.name() }),
  5: (reader) => ({ type: 'CNAME', value: reader.name() }),
  6: (reader) => ({
    type: 'SOA',
    nsname: reader.name(),
    hostmaster: reader.name(),
    serial: reader.u32(),
    refresh: reader.u32(),
    retry: reader.u32(),
    expire: reader.u32(),
    minttl: reader.u32(),
  }),
  12: (reader) => ({ type: 'PTR', value: reader.name() }),
  15: (reader) => {
    const priority = reader.u16();
    return { type: 'MX', exchange: reader.name(), priority };
  },
  16: (reader, end) => {
    const entries = [];
    while (reader.at < end) entries.push(reader.text());
    return { type: 'TXT', entries };
  },
  28: (reader) => ({ type: 'AAAA', address: ipv6(reader.take(16)) }),
  33: (reader) => {
    const [priority, weight, port] = [reader.u16(), reader.u16(), reader.u16()];
    return { type: 'SRV', name: reader.name(), port, priority, weight };
  },
  35: (reader) => {
    const [order, preference] = [reader.u16(), reader.u16()];
    const [flags, service, regexp] = [reader.text(), reader.text(), reader.text()];
    return { type: 'NAPTR', flags, service, regexp, replacement: reader.name(), order, preference };
  },
  257: (reader, end) => {
    const critical = reader.u8();
    const tag = reader.text();
    return { type: 'CAA', critical, [tag]: reader.take(end - reader.at).toString('latin1') };
  },
};

/** The parts of an answer: id, rcode, whether it was cut off, records (each with its ttl). */
function decodeAnswer(bytes) {
  const reader = new Reader(bytes);
  const id = reader.u16();
  const flags = reader.u16();
  const questions = reader.u16();
  const answers = reader.u16();
  reader.at = 12;
  for (let i = 0; i < questions; i++) {
    reader.name();
    reader.at += 4;
  }
  const records = [];
  for (let i = 0; i < answers; i++) {
    reader.name();
    const type = reader.u16();
    reader.u16();
    const ttl = reader.u32();
    const length = reader.u16();
    const end = reader.at + length;
    const read = DATA[type];
    if (read) records.push({ record: read(reader, end), ttl });
    reader.at = end;
  }
  return { id, rcode: flags & 15, truncated: (flags & 0x0200) !== 0, records };
}

module.exports = { TYPES, decodeAnswer, encodeQuestion };
