'use strict';

// What can follow what is typed: commands, modules, names of variables and properties.

const vm = require('vm');

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;
const MEMBER = /((?:[\p{ID_Start}$_][\p{ID_Continue}$]*|\([^()]*\)|'[^']*'|"[^"]*"|\]|\))(?:\??\.[\p{ID_Start}$_][\p{ID_Continue}$]*|\[[^[\]]+\])*)\??\.([\p{ID_Continue}$]*)$/u;
const NAME = /(?:^|[^.\p{ID_Continue}$])([\p{ID_Start}$_][\p{ID_Continue}$]*)?$/u;
const MODULE = /\b(?:require|import)\s*\(\s*(['"`])([^'"`]*)$/;
const KEYWORDS = [
  'async', 'await', 'break', 'case', 'catch', 'const', 'continue', 'debugger', 'default', 'delete', 'do', 'else', 'export', 'false',
  'finally', 'for', 'function', 'if', 'import', 'in', 'instanceof', 'let', 'new', 'null', 'return', 'switch', 'this', 'throw', 'true',
  'try', 'typeof', 'var', 'void', 'while', 'with', 'yield',
];

/** Names of the object's properties that can be written after a dot, its own first. */
function propertyGroups(object) {
  const groups = [];
  const seen = new Set();
  let current = object === null || object === undefined ? null : Object(object);
  for (let depth = 0; current !== null && depth < 100; depth++) {
    const names = [];
    for (const name of Object.getOwnPropertyNames(current)) {
      if (!seen.has(name) && IDENTIFIER.test(name)) {
        seen.add(name);
        names.push(name);
      }
    }
    groups.push(names);
    current = Object.getPrototypeOf(current);
  }
  return groups;
}

function globalGroups(session) {
  return [[...session.evaluation.declared], ...propertyGroups(evaluate(session, 'globalThis')), KEYWORDS];
}

function evaluate(session, expression) {
  return session.useGlobal ? vm.runInThisContext(expression) : vm.runInContext(expression, session.context);
}

/** Groups as readline shows them: an empty text between two of them, the most specific first. */
function inGroups(groups, prefix, base, completeOn) {
  const completions = [];
  for (const group of groups) {
    const fitting = group.filter((name) => name.startsWith(prefix) && (prefix !== '' || !name.startsWith('_'))).sort();
    if (fitting.length === 0) continue;
    if (completions.length > 0) completions.push('');
    completions.push(...fitting.map((name) => base + name));
  }
  return [completions, completeOn];
}

function moduleNames(prefix) {
  const { builtinModules } = require('module');
  const names = builtinModules.filter((name) => !name.startsWith('_'));
  const groups = [names, names.map((name) => `node:${name}`)];
  if (/^\.{0,2}\//.test(prefix)) {
    const fs = require('fs');
    const path = require('path');
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1);
    try {
      groups.unshift(fs.readdirSync(path.resolve(folder), { withFileTypes: true })
        .map((entry) => folder + entry.name + (entry.isDirectory() ? '/' : '')));
    } catch {
      return [];
    }
  }
  return groups;
}

/** [completions, what they complete]. */
function complete(session, line) {
  const command = /^\s*\.([a-z]*)$/.exec(line);
  if (command !== null) {
    return inGroups([Object.keys(session.commands)], command[1], '', command[1]);
  }
  const inModule = MODULE.exec(line);
  if (inModule !== null) return inGroups(moduleNames(inModule[2]), inModule[2], '', inModule[2]);
  const member = MEMBER.exec(line);
  if (member !== null) {
    const [, expression, prefix] = member;
    if (/[()]/.test(expression)) return [[], line]; // nothing is called to complete
    let object;
    try {
      object = evaluate(session, expression);
    } catch {
      return [[], line];
    }
    const base = line.slice(member.index, line.length - prefix.length);
    return inGroups(propertyGroups(object), prefix, base, base + prefix);
  }
  const name = NAME.exec(line);
  if (name === null) return [[], line];
  const prefix = name[1] ?? '';
  return inGroups(globalGroups(session), prefix, '', prefix);
}

module.exports = { complete };
