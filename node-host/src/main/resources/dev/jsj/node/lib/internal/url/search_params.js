'use strict';

// URLSearchParams (URL Standard, 6.2). The pairs are kept as a flat list: name, value, name, value...

const { codes } = require('internal/errors');
const { inspect, customInspect } = require('internal/inspect/inspect');
const { percentDecode } = require('internal/url/percent');

const IteratorPrototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));

/** application/x-www-form-urlencoded parsing. */
function parseForm(text) {
  const list = [];
  if (text === '') return list;
  for (const field of text.split('&')) {
    if (field === '') continue;
    const equals = field.indexOf('=');
    const name = equals === -1 ? field : field.slice(0, equals);
    const value = equals === -1 ? '' : field.slice(equals + 1);
    list.push(percentDecode(name.replaceAll('+', ' ')), percentDecode(value.replaceAll('+', ' ')));
  }
  return list;
}

function encodeForm(text) {
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()~]|%20/g, (match) => (match === '%20' ? '+' : `%${match.charCodeAt(0).toString(16).toUpperCase()}`));
}

function serializeForm(list) {
  let text = '';
  for (let i = 0; i < list.length; i += 2) {
    text += `${i === 0 ? '' : '&'}${encodeForm(list[i])}=${encodeForm(list[i + 1])}`;
  }
  return text;
}

function toUSVString(value) {
  return `${value}`.toWellFormed();
}

function requireArguments(count, ...names) {
  if (count < names.length) throw new codes.ERR_MISSING_ARGS(...names);
}

/** What the URL class uses to keep `searchParams` and `search` in step. */
let setUpdater;
let replaceList;

class URLSearchParams {
  #list = [];
  #update = null;

  static {
    setUpdater = (params, list, update) => {
      params.#list = list;
      params.#update = update;
    };
    replaceList = (params, list) => { params.#list = list; };
  }

  constructor(init = undefined) {
    if (init === undefined || init === null) return;
    if (typeof init !== 'object' && typeof init !== 'function') {
      const text = toUSVString(init);
      this.#list = parseForm(text[0] === '?' ? text.slice(1) : text);
      return;
    }
    const method = init[Symbol.iterator];
    if (#list in init && method === URLSearchParams.prototype[Symbol.iterator]) {
      this.#list = init.#list.slice();
    } else if (method != null) {
      if (typeof method !== 'function') throw new codes.ERR_ARG_NOT_ITERABLE('Query pairs');
      for (const pair of init) {
        if (pair == null || (typeof pair !== 'object' && typeof pair !== 'function') ||
            typeof pair[Symbol.iterator] !== 'function') {
          throw new codes.ERR_INVALID_TUPLE('Each query pair', '[name, value]');
        }
        const items = [...pair];
        if (items.length !== 2) throw new codes.ERR_INVALID_TUPLE('Each query pair', '[name, value]');
        this.#list.push(toUSVString(items[0]), toUSVString(items[1]));
      }
    } else {
      const seen = new Map();
      for (const key of Reflect.ownKeys(init)) {
        const descriptor = Reflect.getOwnPropertyDescriptor(init, key);
        if (descriptor === undefined || !descriptor.enumerable) continue;
        const name = toUSVString(key);
        const value = toUSVString(init[key]);
        if (seen.has(name)) {
          this.#list[seen.get(name)] = value;
        } else {
          seen.set(name, this.#list.push(name, value) - 1);
        }
      }
    }
  }

  static #check(value) {
    if (typeof value !== 'object' || value === null || !(#list in value)) {
      throw new codes.ERR_INVALID_THIS('URLSearchParams');
    }
  }

  [customInspect](recurseTimes, ctx) {
    URLSearchParams.#check(this);
    if (typeof recurseTimes === 'number' && recurseTimes < 0) return ctx.stylize('[Object]', 'special');
    const innerOptions = { ...ctx };
    if (recurseTimes !== null) innerOptions.depth = recurseTimes - 1;
    const output = [];
    for (let i = 0; i < this.#list.length; i += 2) {
      output.push(`${inspect(this.#list[i], innerOptions)} => ${inspect(this.#list[i + 1], innerOptions)}`);
    }
    if (output.length === 0) return 'URLSearchParams {}';
    const length = output.reduce((sum, entry) => sum + entry.length + 2, -2);
    const { breakLength = 80 } = innerOptions;
    if (length > breakLength || output.some((entry) => entry.includes('\n'))) {
      return `URLSearchParams {\n  ${output.join(',\n  ')} }`;
    }
    return `URLSearchParams { ${output.join(', ')} }`;
  }

  get size() {
    URLSearchParams.#check(this);
    return this.#list.length / 2;
  }

  append(name, value) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name', 'value');
    this.#list.push(toUSVString(name), toUSVString(value));
    this.#update?.(this.toString());
  }

  delete(name, value = undefined) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name');
    name = toUSVString(name);
    if (value !== undefined) value = toUSVString(value);
    const list = this.#list;
    const kept = [];
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] !== name || (value !== undefined && list[i + 1] !== value)) kept.push(list[i], list[i + 1]);
    }
    list.splice(0, list.length, ...kept);
    this.#update?.(this.toString());
  }

  get(name) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name');
    name = toUSVString(name);
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] === name) return this.#list[i + 1];
    }
    return null;
  }

  getAll(name) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name');
    name = toUSVString(name);
    return this.#list.filter((value, i) => i % 2 === 1 && this.#list[i - 1] === name);
  }

  has(name, value = undefined) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name');
    name = toUSVString(name);
    if (value !== undefined) value = toUSVString(value);
    for (let i = 0; i < this.#list.length; i += 2) {
      if (this.#list[i] === name && (value === undefined || this.#list[i + 1] === value)) return true;
    }
    return false;
  }

  set(name, value) {
    URLSearchParams.#check(this);
    requireArguments(arguments.length, 'name', 'value');
    name = toUSVString(name);
    value = toUSVString(value);
    const list = this.#list;
    const kept = [];
    let found = false;
    for (let i = 0; i < list.length; i += 2) {
      if (list[i] !== name) kept.push(list[i], list[i + 1]);
      else if (!found) kept.push(name, value);
      found ||= list[i] === name;
    }
    if (!found) kept.push(name, value);
    list.splice(0, list.length, ...kept);
    this.#update?.(this.toString());
  }

  sort() {
    URLSearchParams.#check(this);
    const list = this.#list;
    const pairs = [];
    for (let i = 0; i < list.length; i += 2) pairs.push([list[i], list[i + 1]]);
    pairs.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
    list.splice(0, list.length, ...pairs.flat());
    this.#update?.(this.toString());
  }

  forEach(callback, thisArg = undefined) {
    URLSearchParams.#check(this);
    if (typeof callback !== 'function') throw new codes.ERR_INVALID_ARG_TYPE('callback', 'Function', callback);
    for (let i = 0; i < this.#list.length; i += 2) {
      Reflect.apply(callback, thisArg, [this.#list[i + 1], this.#list[i], this]);
    }
  }

  entries() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(() => this.#list, 'entries');
  }

  keys() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(() => this.#list, 'keys');
  }

  values() {
    URLSearchParams.#check(this);
    return new URLSearchParamsIterator(() => this.#list, 'values');
  }

  toString() {
    URLSearchParams.#check(this);
    return serializeForm(this.#list);
  }
}

const { prototype } = URLSearchParams;
Object.defineProperty(prototype, Symbol.iterator, { value: prototype.entries, writable: true, configurable: true });
Object.defineProperty(prototype, Symbol.toStringTag, { value: 'URLSearchParams', configurable: true });
for (const name of ['append', 'delete', 'get', 'getAll', 'has', 'set', 'sort', 'size', 'forEach', 'entries', 'keys',
                    'values', 'toString']) {
  Object.defineProperty(prototype, name, { enumerable: true });
}

class URLSearchParamsIterator {
  #list;
  #kind;
  #index = 0;

  constructor(list, kind) {
    this.#list = list;
    this.#kind = kind;
  }

  next() {
    if (typeof this !== 'object' || this === null || !(#list in this)) {
      throw new codes.ERR_INVALID_THIS('URLSearchParamsIterator');
    }
    const list = this.#list();
    const i = this.#index;
    if (i >= list.length) return { value: undefined, done: true };
    this.#index += 2;
    const value = this.#kind === 'keys' ? list[i] : this.#kind === 'values' ? list[i + 1] : [list[i], list[i + 1]];
    return { value, done: false };
  }

  [customInspect](recurseTimes, ctx) {
    if (typeof recurseTimes === 'number' && recurseTimes < 0) return ctx.stylize('[Object]', 'special');
    const innerOptions = { ...ctx };
    if (recurseTimes !== null) innerOptions.depth = recurseTimes - 1;
    const list = this.#list();
    const shown = [];
    for (let i = this.#index; i < list.length; i += 2) {
      if (this.#kind === 'entries') shown.push([list[i], list[i + 1]]);
      else shown.push(this.#kind === 'keys' ? list[i] : list[i + 1]);
    }
    const output = shown.map((value) => inspect(value, innerOptions));
    return `URLSearchParams Iterator {${output.length === 0 ? '' : ` ${output.join(', ')}`} }`;
  }
}

Object.setPrototypeOf(URLSearchParamsIterator.prototype, IteratorPrototype);
Object.defineProperty(URLSearchParamsIterator.prototype, Symbol.toStringTag, {
  value: 'URLSearchParams Iterator', configurable: true,
});
delete URLSearchParamsIterator.prototype.constructor;

module.exports = {
  URLSearchParams,
  parseForm,
  attach: (params, list, update) => setUpdater(params, list, update),
  replaceList: (params, list) => replaceList(params, list),
};
