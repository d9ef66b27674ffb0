// A small language inside the language: tokenizer, recursive descent parser, tree-walking evaluator with scopes.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(22);

const PROGRAM = `
  let fib = fn(n) { if (n < 2) { return n; } return fib(n - 1) + fib(n - 2); };
  let sieve = fn(limit) {
    let composite = array(limit + 1, 0);
    let count = 0;
    let i = 2;
    while (i <= limit) {
      if (composite[i] == 0) {
        count = count + 1;
        let j = i * i;
        while (j <= limit) { composite[j] = 1; j = j + i; }
      }
      i = i + 1;
    }
    return count;
  };
  let compose = fn(f, g) { return fn(x) { return f(g(x)); }; };
  let inc = fn(x) { return x + 1; };
  let twice = compose(inc, inc);
  let total = 0;
  let k = 0;
  while (k < 500) { total = total + twice(k) % 7; k = k + 1; }
  fib(14) + sieve(3000) * 1000 + total;
`;

function tokenize(source) {
  const tokens = [];
  let i = 0;
  while (i < source.length) {
    const c = source[i];
    if (c <= ' ') {
      i++;
    } else if (c >= '0' && c <= '9') {
      let value = 0;
      while (source[i] >= '0' && source[i] <= '9') value = value * 10 + source.charCodeAt(i++) - 48;
      tokens.push({ type: 'number', value });
    } else if ((c >= 'a' && c <= 'z') || c === '_') {
      let name = '';
      while ((source[i] >= 'a' && source[i] <= 'z') || source[i] === '_') name += source[i++];
      tokens.push({ type: ['let', 'fn', 'if', 'else', 'while', 'return'].includes(name) ? name : 'name', value: name });
    } else {
      const two = source.substr(i, 2);
      const type = ['==', '<=', '>=', '!='].includes(two) ? two : c;
      tokens.push({ type, value: type });
      i += type.length;
    }
  }
  tokens.push({ type: 'end', value: null });
  return tokens;
}

class Parser {
  constructor(tokens) {
    this.tokens = tokens;
    this.at = 0;
  }
  peek() {
    return this.tokens[this.at].type;
  }
  accept(type) {
    if (this.peek() !== type) return null;
    return this.tokens[this.at++];
  }
  expect(type) {
    const token = this.accept(type);
    if (token === null) throw new SyntaxError(`expected ${type}, got ${this.peek()}`);
    return token;
  }
  program() {
    const body = [];
    while (this.peek() !== 'end') body.push(this.statement());
    return { kind: 'block', body };
  }
  block() {
    this.expect('{');
    const body = [];
    while (!this.accept('}')) body.push(this.statement());
    return { kind: 'block', body };
  }
  statement() {
    if (this.accept('let')) {
      const name = this.expect('name').value;
      this.expect('=');
      const value = this.expression();
      this.expect(';');
      return { kind: 'let', name, value };
    }
    if (this.accept('return')) {
      const value = this.expression();
      this.expect(';');
      return { kind: 'return', value };
    }
    if (this.accept('if')) {
      this.expect('(');
      const test = this.expression();
      this.expect(')');
      const then = this.block();
      return { kind: 'if', test, then, otherwise: this.accept('else') ? this.block() : null };
    }
    if (this.accept('while')) {
      this.expect('(');
      const test = this.expression();
      this.expect(')');
      return { kind: 'while', test, body: this.block() };
    }
    const value = this.expression();
    this.expect(';');
    return { kind: 'expression', value };
  }
  expression() {
    const target = this.binary(0);
    if (this.accept('=')) return { kind: 'assign', target, value: this.expression() };
    return target;
  }
  binary(level) {
    const levels = [['==', '!='], ['<', '<=', '>', '>='], ['+', '-'], ['*', '/', '%']];
    if (level === levels.length) return this.postfix();
    let left = this.binary(level + 1);
    while (levels[level].includes(this.peek())) {
      const operator = this.tokens[this.at++].type;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
    return left;
  }
  postfix() {
    let node = this.primary();
    for (;;) {
      if (this.accept('(')) {
        const args = [];
        while (!this.accept(')')) {
          args.push(this.expression());
          this.accept(',');
        }
        node = { kind: 'call', callee: node, args };
      } else if (this.accept('[')) {
        node = { kind: 'index', object: node, index: this.expression() };
        this.expect(']');
      } else return node;
    }
  }
  primary() {
    const token = this.tokens[this.at++];
    switch (token.type) {
      case 'number':
        return { kind: 'number', value: token.value };
      case 'name':
        return { kind: 'name', name: token.value };
      case 'fn': {
        this.expect('(');
        const parameters = [];
        while (!this.accept(')')) {
          parameters.push(this.expect('name').value);
          this.accept(',');
        }
        return { kind: 'function', parameters, body: this.block() };
      }
      case '(': {
        const inner = this.expression();
        this.expect(')');
        return inner;
      }
      default:
        throw new SyntaxError('unexpected ' + token.type);
    }
  }
}

class Scope {
  constructor(parent) {
    this.parent = parent;
    this.values = new Map();
  }
  find(name) {
    for (let scope = this; scope !== null; scope = scope.parent) if (scope.values.has(name)) return scope;
    throw new ReferenceError(name);
  }
}

class Return {
  constructor(value) {
    this.value = value;
  }
}

function evaluate(node, scope) {
  switch (node.kind) {
    case 'number':
      return node.value;
    case 'name':
      return scope.find(node.name).values.get(node.name);
    case 'binary': {
      const a = evaluate(node.left, scope);
      const b = evaluate(node.right, scope);
      switch (node.operator) {
        case '+': return a + b;
        case '-': return a - b;
        case '*': return a * b;
        case '/': return a / b;
        case '%': return a % b;
        case '<': return a < b;
        case '<=': return a <= b;
        case '>': return a > b;
        case '>=': return a >= b;
        case '==': return a === b;
        default: return a !== b;
      }
    }
    case 'assign': {
      const value = evaluate(node.value, scope);
      if (node.target.kind === 'name') scope.find(node.target.name).values.set(node.target.name, value);
      else evaluate(node.target.object, scope)[evaluate(node.target.index, scope)] = value;
      return value;
    }
    case 'index':
      return evaluate(node.object, scope)[evaluate(node.index, scope)];
    case 'function':
      return (...args) => {
        const local = new Scope(scope);
        node.parameters.forEach((name, i) => local.values.set(name, args[i]));
        const result = evaluate(node.body, local);
        return result instanceof Return ? result.value : undefined;
      };
    case 'call':
      return evaluate(node.callee, scope)(...node.args.map((arg) => evaluate(arg, scope)));
    case 'let':
      scope.values.set(node.name, evaluate(node.value, scope));
      return undefined;
    case 'expression':
      return evaluate(node.value, scope);
    case 'return':
      return new Return(evaluate(node.value, scope));
    case 'if':
      if (evaluate(node.test, scope)) return evaluate(node.then, new Scope(scope));
      return node.otherwise === null ? undefined : evaluate(node.otherwise, new Scope(scope));
    case 'while':
      while (evaluate(node.test, scope)) {
        const result = evaluate(node.body, new Scope(scope));
        if (result instanceof Return) return result;
      }
      return undefined;
    default: {
      let result;
      for (const statement of node.body) {
        result = evaluate(statement, scope);
        if (result instanceof Return) return result;
      }
      return result;
    }
  }
}

function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    const globals = new Scope(null);
    globals.values.set('array', (length, value) => new Array(length).fill(value));
    for (let i = 0; i < 20; i++) new Parser(tokenize(PROGRAM)).program();
    checksum = (checksum * 7 + evaluate(new Parser(tokenize(PROGRAM)).program(), globals)) | 0;
  }
  return checksum;
}

bench.run('interpreter', run, 4);
