// Compression: Huffman codes and LZ77 on bytes, bit readers and writers, round trip checked.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(70);

class BitWriter {
  constructor() {
    this.bytes = [];
    this.current = 0;
    this.count = 0;
  }
  write(bits, length) {
    for (let i = length - 1; i >= 0; i--) {
      this.current = (this.current << 1) | ((bits >> i) & 1);
      if (++this.count === 8) {
        this.bytes.push(this.current);
        this.current = 0;
        this.count = 0;
      }
    }
  }
  finish() {
    while (this.count !== 0) this.write(0, 1);
    return Uint8Array.from(this.bytes);
  }
}

class BitReader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }
  bit() {
    const bit = (this.bytes[this.at >> 3] >> (7 - (this.at & 7))) & 1;
    this.at++;
    return bit;
  }
}

function huffmanTree(bytes) {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte]++;
  let nodes = [];
  counts.forEach((count, symbol) => {
    if (count > 0) nodes.push({ count, symbol, left: null, right: null });
  });
  while (nodes.length > 1) {
    nodes.sort((a, b) => b.count - a.count || b.symbol - a.symbol);
    const right = nodes.pop();
    const left = nodes.pop();
    nodes.push({ count: left.count + right.count, symbol: Math.min(left.symbol, right.symbol), left, right });
  }
  return nodes[0];
}

function codesOf(tree) {
  const codes = new Map();
  const walk = (node, bits, length) => {
    if (node.left === null) codes.set(node.symbol, { bits, length });
    else {
      walk(node.left, bits << 1, length + 1);
      walk(node.right, (bits << 1) | 1, length + 1);
    }
  };
  walk(tree, 0, 0);
  return codes;
}

function encode(bytes, tree) {
  const codes = codesOf(tree);
  const writer = new BitWriter();
  for (const byte of bytes) {
    const { bits, length } = codes.get(byte);
    writer.write(bits, length);
  }
  return writer.finish();
}

function decode(encoded, tree, length) {
  const reader = new BitReader(encoded);
  const result = new Uint8Array(length);
  for (let i = 0; i < length; i++) {
    let node = tree;
    while (node.left !== null) node = reader.bit() === 0 ? node.left : node.right;
    result[i] = node.symbol;
  }
  return result;
}

function lz(bytes) {
  const last = new Int32Array(4096).fill(-1);
  const out = [];
  for (let i = 0; i < bytes.length; ) {
    const key = ((bytes[i] << 8) ^ (bytes[i + 1] << 4) ^ bytes[i + 2]) & 4095;
    const candidate = last[key];
    last[key] = i;
    let length = 0;
    if (candidate >= 0 && i - candidate < 255) while (length < 127 && i + length < bytes.length && bytes[candidate + length] === bytes[i + length]) length++;
    if (length >= 4) {
      out.push(128 + length, i - candidate);
      i += length;
    } else out.push(bytes[i++] & 127);
  }
  return Uint8Array.from(out);
}

function unlz(bytes) {
  const out = [];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] < 128) out.push(bytes[i]);
    else {
      const length = bytes[i] - 128;
      const distance = bytes[++i];
      for (let k = 0; k < length; k++) out.push(out[out.length - distance]);
    }
  }
  return out;
}

function run() {
  const text = 'it was the best of times, it was the worst of times, it was the age of wisdom, it was the age of foolishness, ';
  const data = new Uint8Array(12000);
  for (let i = 0; i < data.length; i++) data[i] = text.charCodeAt((i + (i >> 8)) % text.length);
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    data[round] = 65 + (round & 31);
    const packed = lz(data);
    const tree = huffmanTree(packed);
    const encoded = encode(packed, tree);
    const back = unlz(decode(encoded, tree, packed.length));
    if (back.length !== data.length || back.some((byte, i) => byte !== data[i])) throw new Error('round trip failed');
    const plain = encode(data, huffmanTree(data));
    checksum = (checksum * 31 + encoded.length * 7 + plain.length + encoded[encoded.length >> 1]) | 0;
  }
  return checksum;
}

bench.run('huffman', run, 6);
