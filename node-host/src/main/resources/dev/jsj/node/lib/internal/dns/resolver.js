'use strict';

// dns.Resolver: asks name servers itself, over UDP, and over TCP where an answer does not fit.

const { codes } = require('internal/errors');
const { isIP } = require('internal/net/ip');
const { decodeAnswer, encodeQuestion } = require('internal/dns/message');
const timers = require('internal/timers');
const { validateArray, validateFunction, validateInt32, validateString } = require('internal/validators');

const DNS_PORT = 53;
const RCODES = ['', 'EFORMERR', 'ESERVFAIL', 'ENOTFOUND', 'ENOTIMP', 'EREFUSED'];

function dnsError(code, syscall, hostname) {
  const error = new Error(`${syscall} ${code}${hostname ? ` ${hostname}` : ''}`);
  error.errno = undefined;
  error.code = code;
  error.syscall = syscall;
  if (hostname) error.hostname = hostname;
  return error;
}

/** "1.2.3.4:53", "[::1]:53" or an address alone, as [address, port]. */
function parseServer(text) {
  validateString(text, 'servers');
  if (isIP(text)) return [text, DNS_PORT];
  const match = /^\[([^[\]]*)\](?::(\d+))?$/.exec(text) ?? /^([^:]+):(\d+)$/.exec(text);
  if (match && isIP(match[1])) return [match[1], match[2] === undefined ? DNS_PORT : Number(match[2])];
  throw new codes.ERR_INVALID_IP_ADDRESS(text);
}

let systemServers;

function defaultServers() {
  if (systemServers === undefined) {
    let text = '';
    try {
      text = require('fs').readFileSync('/etc/resolv.conf', 'latin1');
    } catch {
      text = ''; // no configuration: the local name server, as c-ares has it
    }
    systemServers = [...text.matchAll(/^\s*nameserver\s+(\S+)/gm)].filter((match) => isIP(match[1])).map((match) => [match[1], DNS_PORT]);
    if (systemServers.length === 0) systemServers = [['127.0.0.1', DNS_PORT]];
  }
  return systemServers;
}

class ResolverBase {
  #servers;
  #timeout;
  #tries;
  #running = new Set();

  constructor(options = {}) {
    const { timeout = -1, tries = 4 } = options ?? {};
    validateInt32(timeout, 'options.timeout', -1);
    validateInt32(tries, 'options.tries', 1);
    this.#timeout = timeout < 0 ? 5000 : timeout;
    this.#tries = tries;
  }

  getServers() {
    return (this.#servers ?? defaultServers()).map(([address, port]) =>
      (port === DNS_PORT ? address : address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`));
  }

  setServers(servers) {
    validateArray(servers, 'servers');
    this.#servers = servers.map(parseServer);
  }

  setLocalAddress(ipv4) {
    validateString(ipv4, 'ipv4');
    if (!isIP(ipv4)) throw new codes.ERR_INVALID_IP_ADDRESS(ipv4);
  }

  cancel() {
    for (const stop of [...this.#running]) stop();
  }

  /** Calls done(error) or done(null, records). */
  _query(name, type, syscall, shown, done) {
    const servers = this.#servers ?? defaultServers();
    const id = Math.trunc(Math.random() * 0x10000);
    const question = encodeQuestion(id, require('url').domainToASCII?.(name) || name, type);
    if (question === undefined) {
      process.nextTick(done, dnsError('EBADNAME', syscall, shown));
      return;
    }
    let attempt = 0;
    let stopCurrent = () => {};
    const stop = () => finish(dnsError('ECANCELLED', syscall, shown));
    const finish = (error, records) => {
      if (!this.#running.delete(stop)) return;
      stopCurrent();
      process.nextTick(done, error, records);
    };
    const next = (code) => {
      if (attempt === servers.length * this.#tries) {
        finish(dnsError(code, syscall, shown));
        return;
      }
      const [address, port] = servers[attempt % servers.length];
      const wait = this.#timeout * 2 ** Math.trunc(attempt++ / servers.length);
      stopCurrent = ask(address, port, id, question, wait, (problem, answer) => {
        if (problem) next(problem);
        else if (answer.rcode !== 0) answered(RCODES[answer.rcode] ?? 'ESERVFAIL');
        else if (answer.records.length === 0) answered('ENODATA');
        else finish(null, answer.records);
      });
    };
    const answered = (code) => {
      if (code === 'ENOTFOUND' || code === 'ENODATA') finish(dnsError(code, syscall, shown));
      else next(code);
    };
    this.#running.add(stop);
    next('ECONNREFUSED');
  }
}

/** Sends the question once; answers a function that gives up. */
function ask(address, port, id, question, wait, done) {
  const socket = require('dgram').createSocket(isIP(address) === 6 ? 'udp6' : 'udp4');
  let over = false;
  const finish = (problem, answer) => {
    if (over) return;
    over = true;
    timers.clearTimeout(timer);
    socket.close();
    done(problem, answer);
  };
  const timer = timers.setTimeout(() => finish('ETIMEOUT'), wait);
  socket.on('error', () => finish('ECONNREFUSED'));
  socket.on('message', (bytes) => {
    const answer = decode(bytes);
    if (answer === undefined) finish('EBADRESP');
    else if (answer.id === id && answer.truncated) askOverTcp(address, port, question, wait, finish);
    else if (answer.id === id) finish(null, answer);
  });
  socket.connect(port, address, () => socket.send(question, (error) => error && finish('ECONNREFUSED')));
  return () => {
    if (over) return;
    over = true;
    timers.clearTimeout(timer);
    socket.close();
  };
}

function decode(bytes) {
  try {
    return decodeAnswer(bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function askOverTcp(address, port, question, wait, finish) {
  const { Buffer } = require('buffer');
  const socket = require('net').connect({ port, host: address, timeout: wait });
  const chunks = [];
  const length = Buffer.alloc(2);
  length.writeUInt16BE(question.length);
  socket.on('connect', () => socket.write(Buffer.concat([length, question])));
  socket.on('timeout', () => socket.destroy());
  socket.on('error', () => finish('ECONNREFUSED'));
  socket.on('close', () => finish('ETIMEOUT'));
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    const all = Buffer.concat(chunks);
    if (all.length < 2 || all.length < 2 + all.readUInt16BE(0)) return;
    const answer = decode(all.subarray(2));
    finish(answer === undefined ? 'EBADRESP' : null, answer);
    socket.destroy();
  });
}

/** What each kind of record becomes. */
const SHAPES = {
  __proto__: null,
  A: ({ address }) => address,
  AAAA: ({ address }) => address,
  CNAME: ({ value }) => value,
  NS: ({ value }) => value,
  PTR: ({ value }) => value,
  TXT: ({ entries }) => entries,
  CAA: ({ type, ...rest }) => rest,
  MX: ({ type, ...rest }) => rest,
  NAPTR: ({ type, ...rest }) => rest,
  SRV: ({ type, ...rest }) => rest,
  SOA: ({ type, ...rest }) => rest,
};

function shape(records, type, withTtl) {
  if (type === 'ANY') return records.map(({ record, ttl }) => ('address' in record ? { ...record, ttl } : record));
  const found = records.filter(({ record }) => record.type === type);
  if (type === 'SOA') return found.length > 0 ? SHAPES.SOA(found[0].record) : undefined;
  return found.map(({ record, ttl }) => (withTtl ? { address: record.address, ttl } : SHAPES[type](record)));
}

/** A method of resolvers for one kind of record. */
function resolveMethod(type, syscall) {
  return {
    [syscall.replace('query', 'resolve')](name, options, callback) {
      if (typeof options === 'function') [options, callback] = [undefined, options];
      validateString(name, 'name');
      validateFunction(callback, 'callback');
      this._query(name, type, syscall, name, (error, records) => {
        const result = error ? undefined : shape(records, type, Boolean(options?.ttl));
        if (error) callback(error);
        else if (result === undefined || result.length === 0) callback(dnsError('ENODATA', syscall, name));
        else callback(null, result);
      });
      return {};
    },
  }[syscall.replace('query', 'resolve')];
}

const SYSCALLS = {
  __proto__: null, ANY: 'queryAny', A: 'queryA', AAAA: 'queryAaaa', CAA: 'queryCaa', CNAME: 'queryCname', MX: 'queryMx', NS: 'queryNs',
  TXT: 'queryTxt', SRV: 'querySrv', PTR: 'queryPtr', NAPTR: 'queryNaptr', SOA: 'querySoa',
};
const METHOD_NAMES = {
  __proto__: null, ANY: 'resolveAny', A: 'resolve4', AAAA: 'resolve6', CAA: 'resolveCaa', CNAME: 'resolveCname', MX: 'resolveMx',
  NS: 'resolveNs', TXT: 'resolveTxt', SRV: 'resolveSrv', PTR: 'resolvePtr', NAPTR: 'resolveNaptr', SOA: 'resolveSoa',
};

class Resolver extends ResolverBase {}
for (const type of Object.keys(SYSCALLS)) {
  Object.defineProperty(Resolver.prototype, METHOD_NAMES[type], {
    configurable: true, writable: true, enumerable: true, value: resolveMethod(type, SYSCALLS[type]),
  });
}

Resolver.prototype.resolve = function resolve(hostname, rrtype, callback) {
  if (typeof rrtype === 'function') [rrtype, callback] = ['A', rrtype];
  else if (typeof rrtype !== 'string') throw new codes.ERR_INVALID_ARG_TYPE('rrtype', 'string', rrtype);
  if (METHOD_NAMES[rrtype] === undefined) throw new codes.ERR_INVALID_ARG_VALUE('rrtype', rrtype);
  return this[METHOD_NAMES[rrtype]](hostname, callback);
};

/** The name under which an address is looked up. */
function reverseName(address) {
  const bytes = [...internalBinding('net').addressBytes(address)].reverse();
  if (bytes.length === 4) return `${bytes.join('.')}.in-addr.arpa`;
  return `${bytes.map((byte) => `${(byte & 15).toString(16)}.${(byte >> 4).toString(16)}`).join('.')}.ip6.arpa`;
}

Resolver.prototype.reverse = function reverse(ip, callback) {
  validateString(ip, 'name');
  validateFunction(callback, 'callback');
  if (!isIP(ip)) {
    const error = dnsError('EINVAL', 'getHostByAddr', ip);
    error.errno = -22;
    throw error;
  }
  this._query(reverseName(ip), 'PTR', 'getHostByAddr', ip, (error, records) => {
    if (error) callback(error);
    else callback(null, shape(records, 'PTR', false));
  });
  return {};
};

const RESOLVER_METHODS = ['getServers', 'setServers', 'resolve', 'reverse', ...Object.values(METHOD_NAMES)];

module.exports = { RESOLVER_METHODS, Resolver };
