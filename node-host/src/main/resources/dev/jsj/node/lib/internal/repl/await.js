'use strict';

// Top-level `await` in what is typed: the code becomes the body of an async function, and its declarations move out of it.

const { parse } = require('jsj/syntax');

const HEAD = '(async () => { ';
const TAIL = '\n})()';

const isFunction = (node) => node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression';

/** Calls `visit` with every node that belongs to the code itself, not to functions in it. */
function walk(node, visit, isTopLevel) {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) walk(one, visit, isTopLevel);
    return;
  }
  if (typeof node.type !== 'string') return;
  visit(node, isTopLevel);
  if (isFunction(node)) return;
  for (const key of Object.keys(node)) if (key !== 'type') walk(node[key], visit, false);
}

/** The names that a binding pattern declares. */
function namesIn(pattern, names = []) {
  switch (pattern?.type) {
    case 'Identifier':
      names.push(pattern.name);
      break;
    case 'ObjectPattern':
      for (const property of pattern.properties) namesIn(property.value ?? property.argument, names);
      break;
    case 'ArrayPattern':
      for (const element of pattern.elements) namesIn(element, names);
      break;
    case 'AssignmentPattern':
      namesIn(pattern.left, names);
      break;
    case 'RestElement':
      namesIn(pattern.argument, names);
      break;
    default:
  }
  return names;
}

/** Collects what has to change in the source. */
class Changes {
  #edits = [];
  lets = new Set();
  vars = new Set();
  hasAwait = false;
  hasReturn = false;

  constructor(source) {
    this.source = source;
  }

  replace(start, end, text) {
    this.#edits.push({ start, end, text });
  }

  visit(node, isTopLevel) {
    switch (node.type) {
      case 'AwaitExpression':
        this.hasAwait = true;
        break;
      case 'ForOfStatement':
      case 'ForInStatement':
        if (node.await) this.hasAwait = true;
        if (node.left.type === 'VariableDeclaration' && node.left.kind === 'var') {
          const [{ id }] = node.left.declarations;
          for (const name of namesIn(id)) this.vars.add(name);
          this.replace(node.left.start, id.start, '');
          node.left.handled = true;
        }
        break;
      case 'ForStatement':
        if (node.init?.type === 'VariableDeclaration' && node.init.kind === 'var') {
          this.#assign(node.init, this.vars);
          node.init.handled = true;
        }
        break;
      case 'ReturnStatement':
        this.hasReturn = true;
        break;
      case 'ClassDeclaration':
        if (isTopLevel) {
          this.lets.add(node.id.name);
          this.replace(node.start, node.start, `${node.id.name}=`);
        }
        break;
      case 'FunctionDeclaration':
        if (isTopLevel) {
          this.vars.add(node.id.name);
          this.replace(node.start, node.start, `this.${node.id.name} = ${node.id.name}; `);
        }
        break;
      case 'VariableDeclaration':
        if (!node.handled && (isTopLevel || node.kind === 'var')) this.#assign(node, node.kind === 'var' ? this.vars : this.lets);
        break;
      default:
    }
  }

  /** Makes assignments of declarations. */
  #assign(node, names) {
    const { declarations } = node;
    this.replace(node.start, declarations[0].start, 'void (');
    for (const { id, init, end } of declarations) {
      for (const name of namesIn(id)) names.add(name);
      if (init === null || init === undefined) this.replace(end, end, '=undefined');
    }
    const last = declarations[declarations.length - 1].end;
    this.replace(last, last, ')');
  }

  get text() {
    let { source } = this;
    const inOrder = this.#edits.map((edit, i) => ({ ...edit, i })).sort((a, b) => b.start - a.start || b.i - a.i);
    for (const { start, end, text } of inOrder) source = source.slice(0, start) + text + source.slice(end);
    return source;
  }
}

/** The code to run instead, whose value is a promise for `{ value }`; null if no top-level await is in it. */
function processTopLevelAwait(source) {
  const wrapped = HEAD + source + TAIL;
  let tree;
  try {
    tree = parse(wrapped);
  } catch {
    return null;
  }
  if (tree.body.length !== 1) return null;
  const { body } = tree.body[0].expression.callee.body;
  const changes = new Changes(wrapped);
  for (const statement of body) walk(statement, (node, isTopLevel) => changes.visit(node, isTopLevel), true);
  if (!changes.hasAwait || changes.hasReturn) return null;
  const last = body[body.length - 1];
  if (last.type === 'ExpressionStatement') {
    changes.replace(last.start, last.start, 'return { __proto__: null, value: (');
    changes.replace(last.expression.end, last.expression.end, ') }');
  }
  const declarations = [];
  if (changes.lets.size > 0) declarations.push(`let ${[...changes.lets].join(', ')};`);
  if (changes.vars.size > 0) declarations.push(`var ${[...changes.vars].join(', ')};`);
  return [...declarations, changes.text].join(' ');
}

/** The names that a script declares for the scripts after it. */
function declaredNames(source) {
  let tree;
  try {
    tree = parse(source);
  } catch {
    return [];
  }
  const names = [];
  for (const node of tree.body) {
    if (node.type === 'VariableDeclaration') for (const { id } of node.declarations) namesIn(id, names);
    else if (node.type === 'ClassDeclaration') names.push(node.id.name);
  }
  return names;
}

module.exports = { declaredNames, processTopLevelAwait };
