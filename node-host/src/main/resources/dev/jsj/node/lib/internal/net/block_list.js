'use strict';

// net.BlockList and net.SocketAddress.

const binding = internalBinding('net');
const { codes } = require('internal/errors');
const { inspect, customInspect } = require('internal/inspect/inspect');
const { validateInt32, validateObject, validatePort, validateString, validateUint32 } = require('internal/validators');

const IPV4_MAPPED = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255];

function validFamily(family) {
  const lower = family?.toLowerCase?.();
  if (lower !== 'ipv4' && lower !== 'ipv6') {
    throw new codes.ERR_INVALID_ARG_VALUE('options.family', family);
  }
  return lower;
}

/** The bytes of a numeric address of that family, which must be one. */
function bytesOf(address, family) {
  if (binding.addressFamily(address) !== (family === 'ipv4' ? 4 : 6)) throw new codes.ERR_INVALID_ADDRESS();
  return [...binding.addressBytes(address)];
}

class SocketAddress {
  #address;
  #port;
  #family;
  #flowlabel;

  constructor(options = {}) {
    validateObject(options, 'options');
    const family = validFamily(options.family ?? 'ipv4');
    const { address = family === 'ipv4' ? '127.0.0.1' : '::', port = 0, flowlabel = 0 } = options;
    validateString(address, 'options.address');
    validatePort(port, 'options.port');
    validateUint32(flowlabel, 'options.flowlabel');
    bytesOf(address, family);
    this.#address = address;
    this.#port = port;
    this.#family = family;
    this.#flowlabel = flowlabel;
  }

  static isSocketAddress(value) {
    return typeof value === 'object' && value !== null && #address in value;
  }

  get address() {
    return this.#address;
  }

  get port() {
    return this.#port;
  }

  get family() {
    return this.#family;
  }

  get flowlabel() {
    return this.#flowlabel;
  }

  toJSON() {
    return { address: this.#address, port: this.#port, family: this.#family, flowlabel: this.#flowlabel };
  }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    return `SocketAddress ${inspect(this.toJSON(), { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }
}

function compare(a, b) {
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return a[i] - b[i];
  }
  return 0;
}

/** Whether the first `length` bits are the same. */
function samePrefix(a, b, length) {
  for (let bit = 0; bit < length; bit++) {
    const mask = 0x80 >> (bit & 7);
    if ((a[bit >> 3] & mask) !== (b[bit >> 3] & mask)) return false;
  }
  return true;
}

function toSocketAddress(address, family) {
  if (SocketAddress.isSocketAddress(address)) return address;
  validateString(address, 'address');
  validateString(family, 'family');
  return new SocketAddress({ address, family });
}

const label = (family) => (family === 'ipv4' ? 'IPv4' : 'IPv6');

class BlockList {
  #rules = [];

  static isBlockList(value) {
    return typeof value === 'object' && value !== null && #rules in value;
  }

  addAddress(address, family = 'ipv4') {
    const added = toSocketAddress(address, family);
    const bytes = bytesOf(added.address, added.family);
    this.#add(added.family, `Address: ${label(added.family)} ${added.address}`, (other) => compare(bytes, other) === 0);
  }

  addRange(start, end, family = 'ipv4') {
    const first = toSocketAddress(start, family);
    const last = toSocketAddress(end, family);
    const low = bytesOf(first.address, first.family);
    const high = bytesOf(last.address, last.family);
    if (compare(low, high) > 0) throw new codes.ERR_INVALID_ARG_VALUE('start', start, `must come before ${end}`);
    this.#add(first.family, `Range: ${label(first.family)} ${first.address}-${last.address}`,
              (other) => compare(low, other) <= 0 && compare(other, high) <= 0);
  }

  addSubnet(network, prefix, family = 'ipv4') {
    const base = toSocketAddress(network, family);
    validateInt32(prefix, 'prefix', 0, base.family === 'ipv4' ? 32 : 128);
    const bytes = bytesOf(base.address, base.family);
    this.#add(base.family, `Subnet: ${label(base.family)} ${base.address}/${prefix}`,
              (other) => samePrefix(bytes, other, prefix));
  }

  #add(family, text, matches) {
    this.#rules.unshift({ family, text, matches });
  }

  check(address, family = 'ipv4') {
    let checked;
    try {
      checked = toSocketAddress(address, family);
    } catch (error) {
      if (error.code === 'ERR_INVALID_ADDRESS') return false;
      throw error;
    }
    const bytes = bytesOf(checked.address, checked.family);
    const mapped = bytes.length === 16 && samePrefix(IPV4_MAPPED, bytes, 96) ? bytes.slice(12) : null;
    return this.#rules.some((rule) => (rule.family === checked.family ? rule.matches(bytes) :
      rule.family === 'ipv4' && mapped !== null && rule.matches(mapped)));
  }

  get rules() {
    return this.#rules.map((rule) => rule.text);
  }

  toJSON() {
    return this.rules;
  }

  [customInspect](depth, options) {
    if (depth < 0) return this;
    const nested = { ...options, depth: options.depth == null ? null : options.depth - 1 };
    return `BlockList ${inspect({ rules: this.rules }, nested)}`;
  }
}

module.exports = { BlockList, SocketAddress };
