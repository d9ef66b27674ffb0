'use strict';

// fs.cp: copies files and whole trees.

const fs = require('fs');
const path = require('path');
const { toPath } = require('internal/fs/arguments');
const { validateBoolean, validateFunction, validateObject } = require('internal/validators');

const DEFAULTS = {
  dereference: false, errorOnExist: false, force: true, preserveTimestamps: false, recursive: false,
  verbatimSymlinks: false, filter: undefined, mode: 0,
};

function readOptions(options) {
  if (options !== undefined) validateObject(options, 'options');
  const all = { ...DEFAULTS, ...options };
  for (const name of ['dereference', 'errorOnExist', 'force', 'preserveTimestamps', 'recursive', 'verbatimSymlinks']) {
    validateBoolean(all[name], `options.${name}`);
  }
  if (all.filter !== undefined) validateFunction(all.filter, 'options.filter');
  return all;
}

/** An error of cp itself, worded as Node's SystemError. */
function copyError(code, text, name, errno, message, source, target) {
  const error = new Error(`${text}: cp returned ${name} (${message}) ${source}${target === undefined ? '' : ` => ${target}`}`);
  error.name = 'SystemError';
  error.code = code;
  error.errno = errno;
  error.syscall = 'cp';
  error.path = source;
  return error;
}

function statOf(file, options) {
  return (options.dereference ? fs.statSync : fs.lstatSync)(file, { throwIfNoEntry: true });
}

function checkTarget(sourceStat, targetStat, source, target, options) {
  if (sourceStat.isDirectory() && !options.recursive) {
    throw copyError('ERR_FS_EISDIR', 'Recursive option not enabled, cannot copy a directory', 'EISDIR', 21,
                    `${source} is a directory (not copied)`, source);
  }
  if (targetStat !== undefined) {
    if (targetStat.ino === sourceStat.ino && targetStat.dev === sourceStat.dev && targetStat.ino !== 0) {
      throw copyError('ERR_FS_CP_EINVAL', 'Invalid src or dest', 'EINVAL', 22, 'src and dest cannot be the same', target);
    }
    if (sourceStat.isDirectory() && !targetStat.isDirectory()) {
      throw copyError('ERR_FS_CP_DIR_TO_NON_DIR', 'Cannot overwrite non-directory with directory', 'EISDIR', 21,
                      `cannot overwrite non-directory ${target} with directory ${source}`, target);
    }
    if (!sourceStat.isDirectory() && targetStat.isDirectory()) {
      throw copyError('ERR_FS_CP_NON_DIR_TO_DIR', 'Cannot overwrite directory with non-directory', 'ENOTDIR', 20,
                      `cannot overwrite directory ${target} with non-directory ${source}`, target);
    }
  }
  const inside = path.relative(path.resolve(source), path.resolve(target));
  if (sourceStat.isDirectory() && inside !== '' && !inside.startsWith('..') && !path.isAbsolute(inside)) {
    throw copyError('ERR_FS_CP_EINVAL', 'Invalid src or dest', 'EINVAL', 22,
                    `cannot copy ${source} to a subdirectory of self ${target}`, target);
  }
}

function copyEntry(source, target, options, mayCopy) {
  const sourceStat = statOf(source, options);
  const targetStat = (options.dereference ? fs.statSync : fs.lstatSync)(target, { throwIfNoEntry: false });
  checkTarget(sourceStat, targetStat, source, target, options);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  if (sourceStat.isDirectory()) {
    if (targetStat === undefined) fs.mkdirSync(target);
    for (const name of fs.readdirSync(source)) {
      const from = path.join(source, name);
      const to = path.join(target, name);
      if (mayCopy(from, to)) copyEntry(from, to, options, mayCopy);
    }
    if (targetStat === undefined) fs.chmodSync(target, sourceStat.mode);
    return;
  }
  if (targetStat !== undefined) {
    if (!options.force) {
      if (!options.errorOnExist) return;
      throw copyError('ERR_FS_CP_EEXIST', 'Target already exists', 'EEXIST', 17, `${target} already exists`, target);
    }
    fs.unlinkSync(target);
  }
  if (sourceStat.isSymbolicLink()) {
    const link = fs.readlinkSync(source);
    const absolute = options.verbatimSymlinks || path.isAbsolute(link) ? link : path.resolve(path.dirname(source), link);
    fs.symlinkSync(absolute, target);
    return;
  }
  fs.copyFileSync(source, target, options.mode);
  if (options.preserveTimestamps) fs.utimesSync(target, sourceStat.atime, sourceStat.mtime);
  fs.chmodSync(target, sourceStat.mode);
}

function copySync(source, target, options) {
  options = readOptions(options);
  source = toPath(source, 'src');
  target = toPath(target, 'dest');
  const mayCopy = (from, to) => options.filter === undefined || options.filter(from, to);
  if (mayCopy(source, target)) copyEntry(source, target, options, mayCopy);
}

/** The filter may answer a promise, so the tree is walked first and copied in one go. */
async function copy(source, target, options) {
  options = readOptions(options);
  source = toPath(source, 'src');
  target = toPath(target, 'dest');
  const { filter } = options;
  const excluded = new Set();
  const visit = async (from, to) => {
    if (!(await filter(from, to))) {
      excluded.add(from);
      return;
    }
    if (!statOf(from, options).isDirectory()) return;
    for (const name of fs.readdirSync(from)) await visit(path.join(from, name), path.join(to, name));
  };
  if (filter !== undefined) await visit(source, target);
  if (!excluded.has(source)) copyEntry(source, target, options, (from) => !excluded.has(from));
}

module.exports = { copy, copySync };
