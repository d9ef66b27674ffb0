'use strict';

// Bytes cut into random pieces through our StringDecoder and Node's, and our events beside Node's.

const { load } = require('./load-lib.js');
const util = require('util');
const { StringDecoder: Ours } = load('string_decoder');
const { StringDecoder: Theirs } = require('string_decoder');
let seed = 5;
const random = (n) => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return (seed >>> 12) % n;
};
let bad = 0;
let count = 0;
const PIECES = [[0x61], [0xc3, 0xa9], [0xe2, 0x82, 0xac], [0xf0, 0x9f, 0x98, 0x80], [0xff], [0xc3], [0xe2, 0x82], [0x80], [0xed, 0xa0, 0x80], [0xf0, 0x9f],
                [0x3d, 0xd8], [0x00, 0xde], [0x61, 0x00], [0xf4, 0x90]];
for (let round = 0; round < 20000; round++) {
  const encoding = ['utf8', 'utf16le', 'base64', 'hex', 'latin1', 'ascii', 'base64url'][random(7)];
  const a = new Ours(encoding);
  const b = new Theirs(encoding);
  const bytes = Buffer.from(Array.from({ length: random(6) }, () => PIECES[random(PIECES.length)]).flat());
  const outA = [];
  const outB = [];
  for (let i = 0; i < bytes.length;) {
    const n = 1 + random(4);
    outA.push(a.write(bytes.subarray(i, i + n)));
    outB.push(b.write(bytes.subarray(i, i + n)));
    i += n;
  }
  outA.push(a.end());
  outB.push(b.end());
  count++;
  if (JSON.stringify(outA.join('')) !== JSON.stringify(outB.join('')) && bad++ < 5) {
    console.log(encoding, bytes, '\n  node', JSON.stringify(outB), '\n  ours', JSON.stringify(outA));
  }
}

const et = load('internal/event_target');
const ac = load('internal/abort_controller');

function scenario({ Event, EventTarget, AbortController, AbortSignal }) {
  const log = [];
  const target = new EventTarget();
  const listener = (event) => log.push(event.type, event.target === target, event.eventPhase);
  target.addEventListener('a', listener, { once: true });
  target.addEventListener('a', { handleEvent: (event) => { log.push('object'); event.preventDefault(); } });
  log.push(target.dispatchEvent(new Event('a', { cancelable: true })), target.dispatchEvent(new Event('a')));
  const controller = new AbortController();
  controller.signal.onabort = () => log.push('onabort');
  controller.signal.addEventListener('abort', () => log.push('abort'));
  const any = AbortSignal.any([controller.signal]);
  controller.abort('why');
  controller.abort('again');
  log.push(controller.signal.aborted, controller.signal.reason, any.aborted, any.reason, AbortSignal.abort().reason.name);
  for (const bad of [() => new AbortSignal(), () => target.dispatchEvent({}), () => target.addEventListener('x'), () => new Event()]) {
    try { bad(); } catch (error) { log.push(error.code, error.message); }
  }
  return log;
}
const first = util.inspect(scenario({ ...et, ...ac }));
const second = util.inspect(scenario(globalThis));
count++;
if (first !== second) {
  bad++;
  console.log(second, first);
}
console.log(`${count} cases, ${bad} differ`);
