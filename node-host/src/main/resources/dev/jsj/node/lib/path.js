'use strict';

// node:path: both flavours. `posix` knows only '/'; `win32` knows drives, UNC names and both separators.

const { validateObject, validateString } = require('internal/validators');

const DOT = 46;

/**
 * Resolves '.' and '..' in a path without a root. `isSeparator` tells separators; leading '..' are kept when
 * `allowAboveRoot`.
 */
function normalizeSegments(path, allowAboveRoot, separator, isSeparator) {
  const kept = [];
  let start = 0;
  for (let i = 0; i <= path.length; i++) {
    if (i < path.length && !isSeparator(path.charCodeAt(i))) continue;
    const segment = path.slice(start, i);
    start = i + 1;
    if (segment === '' || segment === '.') continue;
    if (segment === '..') {
      if (kept.length > 0 && kept[kept.length - 1] !== '..') kept.pop();
      else if (allowAboveRoot) kept.push('..');
    } else {
      kept.push(segment);
    }
  }
  return kept.join(separator);
}

/** Where the last segment begins and ends, trailing separators left out. */
function lastSegment(path, rootEnd, isSeparator) {
  let end = path.length;
  while (end > rootEnd && isSeparator(path.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > rootEnd && !isSeparator(path.charCodeAt(start - 1))) start--;
  return { start, end };
}

/** The extension of one segment: from its last dot, unless that begins the segment or the segment is '..'. */
function extensionOf(segment) {
  const dot = segment.lastIndexOf('.');
  if (dot <= 0 || segment === '..') return '';
  return segment.slice(dot);
}

function withoutSuffix(name, suffix) {
  return suffix !== undefined && suffix !== name && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

function formatWith(separator, pathObject) {
  validateObject(pathObject, 'pathObject');
  const directory = pathObject.dir || pathObject.root;
  const { ext } = pathObject;
  const extension = ext ? `${ext[0] === '.' ? '' : '.'}${ext}` : '';
  const base = pathObject.base || `${pathObject.name || ''}${extension}`;
  if (!directory) return base;
  return directory === pathObject.root ? `${directory}${base}` : `${directory}${separator}${base}`;
}

const isSlash = (code) => code === 47;

const posix = {
  resolve(...args) {
    let resolved = '';
    let absolute = false;
    for (let i = args.length - 1; i >= -1 && !absolute; i--) {
      const path = i >= 0 ? args[i] : process.cwd();
      validateString(path, `paths[${i}]`);
      if (path.length === 0) continue;
      resolved = `${path}/${resolved}`;
      absolute = path.charCodeAt(0) === 47;
    }
    resolved = normalizeSegments(resolved, !absolute, '/', isSlash);
    if (absolute) return `/${resolved}`;
    return resolved.length > 0 ? resolved : '.';
  },

  normalize(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const absolute = path.charCodeAt(0) === 47;
    const trailing = path.charCodeAt(path.length - 1) === 47;
    let result = normalizeSegments(path, !absolute, '/', isSlash);
    if (result.length === 0) {
      if (absolute) return '/';
      return trailing ? './' : '.';
    }
    if (trailing) result += '/';
    return absolute ? `/${result}` : result;
  },

  isAbsolute(path) {
    validateString(path, 'path');
    return path.length > 0 && path.charCodeAt(0) === 47;
  },

  join(...args) {
    if (args.length === 0) return '.';
    const parts = [];
    for (let i = 0; i < args.length; i++) {
      validateString(args[i], 'path');
      if (args[i].length > 0) parts.push(args[i]);
    }
    return parts.length === 0 ? '.' : posix.normalize(parts.join('/'));
  },

  relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    from = posix.resolve(from);
    to = posix.resolve(to);
    if (from === to) return '';
    return relativeSegments(from.slice(1).split('/'), to.slice(1).split('/'), '/', (a, b) => a === b);
  },

  toNamespacedPath(path) {
    return path;
  },

  dirname(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    const absolute = path.charCodeAt(0) === 47;
    const { start } = lastSegment(path, absolute ? 1 : 0, isSlash);
    if (start === 0) return '.';
    if (absolute && start <= 2) return start === 2 && path.charCodeAt(1) === 47 ? '//' : '/';
    return path.slice(0, start - 1); // further separators before it stay, as Node keeps them
  },

  basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    const { start, end } = lastSegment(path, 0, isSlash);
    return suffix === path ? '' : withoutSuffix(path.slice(start, end), suffix || undefined);
  },

  extname(path) {
    validateString(path, 'path');
    const { start, end } = lastSegment(path, 0, isSlash);
    return extensionOf(path.slice(start, end));
  },

  format: formatWith.bind(null, '/'),

  parse(path) {
    validateString(path, 'path');
    const root = path.length > 0 && path.charCodeAt(0) === 47 ? '/' : '';
    const { start, end } = lastSegment(path, root.length, isSlash);
    const base = path.slice(start, end);
    const ext = extensionOf(base);
    const dir = start > root.length ? path.slice(0, start - 1) : root;
    return { root, dir, base, ext, name: base.slice(0, base.length - ext.length) };
  },

  sep: '/',
  delimiter: ':',
  win32: null,
  posix: null,
};

function relativeSegments(from, to, separator, same) {
  if (from.length === 1 && from[0] === '') from = [];
  if (to.length === 1 && to[0] === '') to = [];
  let common = 0;
  while (common < from.length && common < to.length && same(from[common], to[common])) common++;
  const up = new Array(from.length - common).fill('..');
  return up.concat(to.slice(common)).join(separator);
}

const isWindowsSeparator = (code) => code === 47 || code === 92;

function isDriveLetter(code) {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Splits off the root: `device` is 'C:' or '\\server\share', `rootEnd` where the rest begins. */
function windowsRoot(path) {
  const { length } = path;
  if (length === 0) return { device: '', rootEnd: 0, absolute: false };
  const first = path.charCodeAt(0);
  if (isWindowsSeparator(first)) {
    if (length > 1 && isWindowsSeparator(path.charCodeAt(1))) {
      const unc = /^[\\/]{2}([^\\/]+)[\\/]+([^\\/]+)/.exec(path);
      if (unc !== null) {
        const device = `\\\\${unc[1]}\\${unc[2]}`;
        const rest = unc[0].length;
        return { device, rootEnd: rest < length ? rest + 1 : rest, absolute: true, unc: true, bare: rest === length };
      }
    }
    return { device: '', rootEnd: 1, absolute: true };
  }
  if (isDriveLetter(first) && length > 1 && path.charCodeAt(1) === 58) {
    const absolute = length > 2 && isWindowsSeparator(path.charCodeAt(2));
    return { device: path.slice(0, 2), rootEnd: absolute ? 3 : 2, absolute };
  }
  return { device: '', rootEnd: 0, absolute: false };
}

const win32 = {
  resolve(...args) {
    let device = '';
    let tail = '';
    let absolute = false;
    for (let i = args.length - 1; i >= -1; i--) {
      let path;
      if (i >= 0) {
        path = args[i];
        validateString(path, `paths[${i}]`);
        if (path.length === 0) continue;
      } else if (device.length === 0) {
        path = process.cwd();
      } else {
        path = process.env[`=${device}`] || process.cwd();
        if (path === undefined || (path.slice(0, 2).toLowerCase() !== device.toLowerCase() && path[2] === '\\')) {
          path = `${device}\\`;
        }
      }
      const root = windowsRoot(path);
      if (root.device.length > 0) {
        if (device.length > 0) {
          if (root.device.toLowerCase() !== device.toLowerCase()) continue;
        } else {
          ({ device } = root);
        }
      }
      if (absolute) {
        if (device.length > 0) break;
      } else {
        tail = `${path.slice(root.rootEnd)}\\${tail}`;
        ({ absolute } = root);
        if (absolute && device.length > 0) break;
      }
    }
    tail = normalizeSegments(tail, !absolute, '\\', isWindowsSeparator);
    return absolute ? `${device}\\${tail}` : `${device}${tail}` || '.';
  },

  normalize(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    if (path.length === 1) return path === '/' ? '\\' : path;
    const { device, rootEnd, absolute, bare } = windowsRoot(path);
    if (bare) return `${device}\\`;
    let tail = normalizeSegments(path.slice(rootEnd), !absolute, '\\', isWindowsSeparator);
    if (tail.length === 0 && !absolute) tail = '.';
    if (tail.length > 0 && isWindowsSeparator(path.charCodeAt(path.length - 1))) tail += '\\';
    // A relative path must not turn into one that names a drive or a device.
    if (!absolute && device === '' && (/^[a-zA-Z]:/.test(tail) || /:([\\/]|$)/.test(path))) return `.\\${tail}`;
    return `${device}${absolute ? '\\' : ''}${tail}`;
  },

  isAbsolute(path) {
    validateString(path, 'path');
    return path.length > 0 && windowsRoot(path).absolute;
  },

  join(...args) {
    const parts = [];
    for (let i = 0; i < args.length; i++) {
      validateString(args[i], 'path');
      if (args[i].length > 0) parts.push(args[i]);
    }
    if (parts.length === 0) return '.';
    let joined = parts.join('\\');
    // Two separators at the front mean a UNC name only if the first part says so itself.
    const leading = /^[\\/]*/.exec(joined)[0].length;
    const firstIsUnc = /^[\\/]{2}[^\\/]/.test(parts[0]);
    if (leading >= 2 && !firstIsUnc) joined = `\\${joined.slice(leading)}`;
    return win32.normalize(joined);
  },

  relative(from, to) {
    validateString(from, 'from');
    validateString(to, 'to');
    if (from === to) return '';
    const fromOriginal = win32.resolve(from);
    const toOriginal = win32.resolve(to);
    if (fromOriginal.toLowerCase() === toOriginal.toLowerCase()) return '';
    const split = (path) => path.replace(/^\\+|\\+$/g, '').split('\\');
    const fromParts = split(fromOriginal);
    const toParts = split(toOriginal);
    const bothNamed = fromParts[0] !== '' && toParts[0] !== '';
    if (bothNamed && fromParts[0].toLowerCase() !== toParts[0].toLowerCase()) return toOriginal;
    return relativeSegments(fromParts, toParts, '\\', (a, b) => a.toLowerCase() === b.toLowerCase());
  },

  toNamespacedPath(path) {
    if (typeof path !== 'string' || path.length === 0) return path;
    const resolved = win32.resolve(path);
    if (resolved.length <= 2) return path;
    if (resolved.startsWith('\\\\')) {
      const code = resolved.charCodeAt(2);
      return code !== 63 && code !== DOT ? `\\\\?\\UNC\\${resolved.slice(2)}` : path;
    }
    return isDriveLetter(resolved.charCodeAt(0)) && resolved.startsWith(':\\', 1) ? `\\\\?\\${resolved}` : resolved;
  },

  dirname(path) {
    validateString(path, 'path');
    if (path.length === 0) return '.';
    if (path.length === 1) return isWindowsSeparator(path.charCodeAt(0)) ? path : '.';
    const { rootEnd } = windowsRoot(path);
    const { start } = lastSegment(path, rootEnd, isWindowsSeparator);
    if (start > rootEnd) return path.slice(0, start - 1);
    return rootEnd > 0 ? path.slice(0, rootEnd) : '.';
  },

  basename(path, suffix) {
    if (suffix !== undefined) validateString(suffix, 'suffix');
    validateString(path, 'path');
    const drive = isDriveLetter(path.charCodeAt(0)) && path.charCodeAt(1) === 58 ? 2 : 0;
    const { start, end } = lastSegment(path, drive, isWindowsSeparator);
    return suffix === path ? '' : withoutSuffix(path.slice(start, end), suffix || undefined);
  },

  extname(path) {
    validateString(path, 'path');
    return extensionOf(win32.basename(path));
  },

  format: formatWith.bind(null, '\\'),

  parse(path) {
    validateString(path, 'path');
    const { rootEnd } = windowsRoot(path);
    const root = path.slice(0, rootEnd);
    const { start, end } = lastSegment(path, rootEnd, isWindowsSeparator);
    const base = path.slice(start, end);
    const ext = extensionOf(base);
    const dir = start > rootEnd ? path.slice(0, start - 1) : root;
    return { root, dir, base, ext, name: base.slice(0, base.length - ext.length) };
  },

  sep: '\\',
  delimiter: ';',
  win32: null,
  posix: null,
};

posix.win32 = win32.win32 = win32;
posix.posix = win32.posix = posix;
posix._makeLong = posix.toNamespacedPath;
win32._makeLong = win32.toNamespacedPath;

module.exports = process.platform === 'win32' ? win32 : posix;
