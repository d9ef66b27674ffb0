'use strict';

// node:tty.

const binding = internalBinding('process');
const fsBinding = internalBinding('fs');
const { Writable } = require('stream');
const { ReadStream: FileReadStream } = require('fs');
const { codes } = require('internal/errors');

const COLORS_2 = 1;
const COLORS_16 = 4;
const COLORS_256 = 8;
const COLORS_16M = 24;

function isatty(fd) {
  return Number.isInteger(fd) && fd >= 0 && fd <= 2147483647 && binding.isTerminal(fd);
}

/** How many bits of colour the terminal has, from the environment. */
function getColorDepth(env = process.env) {
  if (env.FORCE_COLOR !== undefined) {
    switch (env.FORCE_COLOR) {
      case '': case '1': case 'true': return COLORS_16;
      case '2': return COLORS_256;
      case '3': return COLORS_16M;
      default: return COLORS_2;
    }
  }
  if (env.NODE_DISABLE_COLORS !== undefined && env.NODE_DISABLE_COLORS !== '') return COLORS_2;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return COLORS_2;
  if (env.TERM === 'dumb') return COLORS_2;
  if (env.TMUX) return COLORS_16M;
  if (env.CI) return 'GITHUB_ACTIONS' in env || 'GITEA_ACTIONS' in env ? COLORS_16M : COLORS_16;
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return COLORS_16M;
  if (env.TERM) {
    if (env.TERM.startsWith('xterm-256')) return COLORS_256;
    const term = env.TERM.toLowerCase();
    if (/^(mosh|konsole|kitty|alacritty|ghostty)/.test(term)) return COLORS_16M;
    if (/ansi|color|linux|direct|^con\d*x\d|^rxvt|^screen|^xterm|^vt100|^vt220/.test(term)) return COLORS_16;
  }
  return env.COLORTERM ? COLORS_16 : COLORS_2;
}

class WriteStream extends Writable {
  constructor(fd) {
    if (!Number.isInteger(fd) || fd < 0) throw new codes.ERR_INVALID_FD(fd);
    super({ decodeStrings: false });
    this.fd = fd;
    this.isTTY = true;
    [this.columns, this.rows] = binding.windowSize();
  }

  _write(chunk, encoding, callback) {
    try {
      fsBinding.writeAll(this.fd, typeof chunk === 'string' ? require('buffer').Buffer.from(chunk, encoding) : chunk);
    } catch (error) {
      callback(error);
      return;
    }
    callback();
  }

  getWindowSize() {
    return [this.columns, this.rows];
  }

  getColorDepth(env) {
    return getColorDepth(env);
  }

  hasColors(count, env) {
    if (env === undefined && (count === undefined || (typeof count === 'object' && count !== null))) {
      env = count;
      count = 16;
    }
    return count <= 2 ** this.getColorDepth(env);
  }

  cursorTo(x, y, callback) {
    return require('readline').cursorTo(this, x, y, callback);
  }

  moveCursor(dx, dy, callback) {
    return require('readline').moveCursor(this, dx, dy, callback);
  }

  clearLine(direction, callback) {
    return require('readline').clearLine(this, direction, callback);
  }

  clearScreenDown(callback) {
    return require('readline').clearScreenDown(this, callback);
  }
}

class ReadStream extends FileReadStream {
  constructor(fd) {
    super(null, { fd, autoClose: false });
    this.isTTY = true;
    this.isRaw = false;
  }

  setRawMode(flag) {
    const raw = Boolean(flag);
    const errno = this.fd === 0 ? binding.setRawMode(raw) : 0;
    if (errno !== 0) this.emit('error', require('internal/errors').errnoException(errno, 'setRawMode'));
    else this.isRaw = raw;
    return this;
  }
}

module.exports = { isatty, ReadStream, WriteStream };
Object.defineProperty(module.exports, 'getColorDepth', { value: getColorDepth });
