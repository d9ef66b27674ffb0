'use strict';

// process.setuid and its kin: users and groups by number or name.

const binding = internalBinding('process');
const { codes, errnoException } = require('internal/errors');
const { validateArray, validateUint32 } = require('internal/validators');

/** Where the system keeps the names of its users and groups. */
const FILES = { User: '/etc/passwd', Group: '/etc/group' };

/** The third field of the line that begins with the name. */
function lookUp(kind, name) {
  for (const line of require('fs').readFileSync(FILES[kind], 'utf8').split('\n')) {
    const fields = line.split(':');
    if (fields[0] === name) return Number(fields[2]);
  }
  throw new codes.ERR_UNKNOWN_CREDENTIAL(kind, name);
}

function nameOf(uid) {
  const line = require('fs').readFileSync(FILES.User, 'utf8').split('\n').find((one) => Number(one.split(':')[2]) === uid);
  if (line === undefined) throw new codes.ERR_UNKNOWN_CREDENTIAL('User', uid);
  return line.split(':')[0];
}

function validateId(id, name) {
  if (typeof id === 'number') validateUint32(id, name);
  else if (typeof id !== 'string') throw new codes.ERR_INVALID_ARG_TYPE(name, ['number', 'string'], id);
}

function check(errno, syscall) {
  if (errno !== 0) throw errnoException(errno, syscall);
}

function setId(syscall, kind, id) {
  validateId(id, 'id');
  check(binding.setId(syscall, typeof id === 'string' ? lookUp(kind, id) : id | 0), syscall);
}

function setgroups(groups) {
  validateArray(groups, 'groups');
  groups.forEach((group, index) => validateId(group, `groups[${index}]`));
  check(binding.setGroups(groups.map((group) => (typeof group === 'string' ? lookUp('Group', group) : group | 0))), 'setgroups');
}

function initgroups(user, extraGroup) {
  validateId(user, 'user');
  validateId(extraGroup, 'extraGroup');
  const name = typeof user === 'string' ? user : nameOf(user);
  const group = typeof extraGroup === 'string' ? lookUp('Group', extraGroup) : extraGroup | 0;
  check(binding.initGroups(name, group), 'initgroups');
}

module.exports = { initgroups, setId, setgroups };
