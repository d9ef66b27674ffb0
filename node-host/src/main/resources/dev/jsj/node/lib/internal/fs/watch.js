'use strict';

// fs.watch, fs.watchFile and fs.promises.watch.

const binding = internalBinding('fs_event');
const fs = require('fs');
const EventEmitter = require('events');
const { AbortError, codes } = require('internal/errors');
const { encodeName, toPath } = require('internal/fs/arguments');
const { validateAbortSignal, validateBoolean, validateFunction, validateObject, validateUint32 } =
  require('internal/validators');

function watchOptions(options) {
  if (options == null || typeof options === 'function') return {};
  if (typeof options === 'string') options = { encoding: options };
  if (typeof options !== 'object') throw new codes.ERR_INVALID_ARG_TYPE('options', ['string', 'Object'], options);
  const { encoding, persistent, recursive, signal } = options;
  if (persistent !== undefined) validateBoolean(persistent, 'options.persistent');
  if (recursive !== undefined) validateBoolean(recursive, 'options.recursive');
  if (encoding !== undefined && encoding !== 'buffer' && !require('buffer').Buffer.isEncoding(encoding)) {
    throw new codes.ERR_INVALID_ARG_VALUE('encoding', encoding, 'is invalid encoding');
  }
  validateAbortSignal(signal, 'options.signal');
  return options;
}

/** What fs.watch answers. */
class FSWatcher extends EventEmitter {
  #handle;

  constructor(filename, options) {
    super();
    const path = toPath(filename, 'filename');
    try {
      this.#handle = binding.open(path, options.recursive === true, (renamed, name) => {
        const type = renamed ? 'rename' : 'change';
        this.emit('change', type, encodeName(name, { encoding: options.encoding }));
      });
    } catch (error) {
      error.filename = filename;
      throw error;
    }
    if (options.persistent === false) this.unref();
  }

  close() {
    if (this.#handle === undefined) return;
    binding.close(this.#handle);
    this.#handle = undefined;
    process.nextTick(() => this.emit('close'));
  }

  ref() {
    if (this.#handle !== undefined) binding.setReferenced(this.#handle, true);
    return this;
  }

  unref() {
    if (this.#handle !== undefined) binding.setReferenced(this.#handle, false);
    return this;
  }
}

function onAbort(signal, action) {
  if (signal === undefined) return;
  if (signal.aborted) process.nextTick(action);
  else signal.addEventListener('abort', action, { once: true });
}

function watch(filename, options, listener) {
  if (typeof options === 'function') listener = options;
  if (listener !== undefined) validateFunction(listener, 'listener');
  options = watchOptions(options);
  const watcher = new FSWatcher(filename, options);
  if (listener) watcher.addListener('change', listener);
  onAbort(options.signal, () => watcher.close());
  return watcher;
}

/** Changes as an async iterable, until its signal aborts or the loop over it ends. */
async function* watchAsync(filename, options = {}) {
  validateObject(options, 'options');
  options = watchOptions(options);
  const { signal } = options;
  if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
  const waiting = [];
  let wake = () => {};
  const watcher = new FSWatcher(filename, options);
  watcher.on('change', (eventType, name) => {
    waiting.push({ __proto__: null, eventType, filename: name });
    wake();
  });
  onAbort(signal, () => wake());
  try {
    for (;;) {
      while (waiting.length > 0) yield waiting.shift();
      if (signal?.aborted) throw new AbortError(undefined, { cause: signal.reason });
      await new Promise((resolve) => { wake = resolve; });
    }
  } finally {
    watcher.close();
  }
}

const KEYS = ['dev', 'mode', 'nlink', 'uid', 'gid', 'ino', 'size', 'mtimeMs', 'ctimeMs', 'birthtimeMs'];

/** Looks at a file again and again. */
class StatWatcher extends EventEmitter {
  #path;
  #bigint;
  #interval;
  #timer;
  #previous;
  #referenced = true;

  start(path, { bigint = false, interval = 5007, persistent = true }) {
    this.#path = path;
    this.#bigint = bigint;
    this.#interval = interval;
    this.#referenced = persistent;
    this.#look();
  }

  #look() {
    fs.stat(this.#path, { bigint: this.#bigint }, (error, stats) => {
      if (this.#path === undefined) return;
      const current = error ? this.#missing() : stats;
      const previous = this.#previous;
      this.#previous = current;
      if (previous === undefined) {
        if (error) this.emit('change', current, current); // once, to say that there is no such file
      } else if (KEYS.some((key) => previous[key] !== current[key])) {
        this.emit('change', current, previous);
      }
      if (this.#path === undefined) return;
      this.#timer = setTimeout(() => this.#look(), this.#interval);
      if (!this.#referenced) this.#timer.unref();
    });
  }

  #missing() {
    return require('internal/fs/stats').makeStats(new Array(18).fill(0), this.#bigint);
  }

  stop() {
    if (this.#path === undefined) return;
    this.#path = undefined;
    clearTimeout(this.#timer);
    process.nextTick(() => this.emit('stop'));
  }

  ref() {
    this.#referenced = true;
    this.#timer?.ref();
    return this;
  }

  unref() {
    this.#referenced = false;
    this.#timer?.unref();
    return this;
  }
}

const statWatchers = new Map();

function watchFile(filename, options, listener) {
  const path = require('path').resolve(toPath(filename, 'filename'));
  if (options === null || typeof options !== 'object') {
    listener = options;
    options = {};
  }
  validateFunction(listener, 'listener');
  if (options.interval !== undefined) validateUint32(options.interval, 'interval');
  let watcher = statWatchers.get(path);
  if (watcher === undefined) {
    watcher = new StatWatcher();
    statWatchers.set(path, watcher);
    watcher.addListener('change', listener);
    watcher.start(path, options);
  } else {
    watcher.addListener('change', listener);
  }
  return watcher;
}

function unwatchFile(filename, listener) {
  const path = require('path').resolve(toPath(filename, 'filename'));
  const watcher = statWatchers.get(path);
  if (watcher === undefined) return;
  if (typeof listener === 'function') watcher.removeListener('change', listener);
  else watcher.removeAllListeners('change');
  if (watcher.listenerCount('change') > 0) return;
  watcher.stop();
  statWatchers.delete(path);
}

module.exports = { FSWatcher, unwatchFile, watch, watchAsync, watchFile };
