'use strict';

// TypeScript without its types: what only the type checker reads becomes white space, so that every other character keeps its
// line and column. The syntax tree is @babel/parser's; what remains is JavaScript, which the engine checks.

/** Modifiers of class members that mean nothing at run time. */
const MODIFIERS = new Set(['public', 'private', 'protected', 'readonly', 'override', 'abstract', 'declare']);

/** Statements and class members that are nothing but types. */
const TYPE_STATEMENTS = new Set([
  'TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'TSDeclareFunction', 'TSDeclareMethod', 'TSIndexSignature',
  'TSNamespaceExportDeclaration',
]);

/** Types in expressions, patterns and functions. */
const TYPES = new Set(['TSTypeAnnotation', 'TSTypeParameterDeclaration', 'TSTypeParameterInstantiation']);

/** Syntax that needs code in its place. */
const UNSUPPORTED = {
  __proto__: null,
  TSEnumDeclaration: 'TypeScript enum is not supported in strip-only mode',
  TSModuleDeclaration: 'TypeScript namespace declaration is not supported in strip-only mode',
  TSParameterProperty: 'TypeScript parameter property is not supported in strip-only mode',
  TSImportEqualsDeclaration: 'TypeScript import equals declaration is not supported in strip-only mode',
  TSExportAssignment: 'TypeScript export assignment is not supported in strip-only mode',
  TSTypeAssertion: 'The angle-bracket syntax for type assertions, `<T>expr`, is not supported in type strip mode. ' +
    'Instead, use the \'as\' syntax: `expr as T`.',
};

/** What a line break may end in place of a semicolon. */
const MAY_END_WITHOUT_SEMICOLON = new Set([
  'ExpressionStatement', 'ReturnStatement', 'ThrowStatement', 'VariableDeclaration', 'ExportNamedDeclaration', 'ExportDefaultDeclaration',
  'ClassProperty', 'ClassPrivateProperty', 'ClassAccessorProperty',
]);

/** What holds them. */
const LISTS = new Set(['Program', 'BlockStatement', 'StaticBlock', 'ClassBody']);

const LINE_BREAK = /[\r\n\u2028\u2029]/;

/** Thrown for syntax that cannot be stripped. */
class UnsupportedSyntax {
  constructor(node) {
    this.message = UNSUPPORTED[node.type];
    this.start = node.start;
    this.end = node.end;
  }
}

function isTypeStatement(node) {
  if (TYPE_STATEMENTS.has(node.type) || node.declare) return true;
  switch (node.type) {
    case 'ImportDeclaration':
    case 'TSImportEqualsDeclaration':
      return node.importKind === 'type';
    case 'ExportAllDeclaration':
      return node.exportKind === 'type';
    case 'ExportNamedDeclaration':
      return node.exportKind === 'type' || (node.declaration && isTypeStatement(node.declaration));
    case 'ExportDefaultDeclaration':
      return isTypeStatement(node.declaration);
    case 'TSModuleDeclaration':
      return node.body.type === 'TSModuleDeclaration' ? isTypeStatement(node.body) : node.body.body.every(isTypeStatement);
    default:
      return node.abstract && node.type === 'ClassProperty';
  }
}

/** One text on its way from TypeScript to JavaScript. */
class TypeStripper {
  #source;
  #tokens;
  /** Ranges to be blanked: { start, end, first, last }, the last two characters that stand at its ends. */
  #blanks = [];
  #blankByEnd = new Map();

  /** A tree made with the options `tokens` and `createParenthesizedExpressions`. */
  constructor(source, tree) {
    this.#source = source;
    this.#tokens = tree.tokens.filter((token) => token.type !== 'CommentLine' && token.type !== 'CommentBlock');
    this.#visit(tree.program);
  }

  get text() {
    const source = this.#source;
    let text = '';
    let at = 0;
    for (const { start, end, first, last } of this.#blanks.sort((a, b) => a.start - b.start)) {
      if (end <= at) continue; // part of the one before
      const spaces = source.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, ' ');
      text += source.slice(at, start) + first + spaces.slice(first.length, spaces.length - last.length) + last;
      at = end;
    }
    return text + source.slice(at);
  }

  #blank({ start, end }, first = '', last = '') {
    if (start === end) return;
    const range = { start, end, first, last };
    this.#blanks.push(range);
    if (!this.#blankByEnd.has(end)) this.#blankByEnd.set(end, range);
  }

  /** The index of the first token that begins at a position or after it. */
  #tokenAt(position) {
    const tokens = this.#tokens;
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tokens[middle].start < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #textOf({ start, end }) {
    return this.#source.slice(start, end);
  }

  /** Blanks a node and the comma behind it. */
  #blankWithComma(node) {
    const next = this.#tokens[this.#tokenAt(node.end)];
    this.#blank({ start: node.start, end: this.#textOf(next) === ',' ? next.end : node.end });
  }

  #visitChildren(node) {
    for (const key of Object.keys(node)) {
      const child = node[key];
      if (typeof child !== 'object' || child === null || key === 'loc' || key === 'extra') continue;
      if (!Array.isArray(child)) {
        if (typeof child.type === 'string') this.#visit(child);
        continue;
      }
      for (const item of child) if (item !== null) this.#visit(item);
    }
  }

  #visit(node) {
    const { type } = node;
    if (TYPES.has(type)) {
      this.#blank(node);
      return;
    }
    if (isTypeStatement(node)) {
      this.#blank(node, ';'); // keeps its neighbours apart
      return;
    }
    if (type in UNSUPPORTED) throw new UnsupportedSyntax(node);
    switch (type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSInstantiationExpression':
        this.#visit(node.expression);
        this.#blank({ start: node.expression.end, end: node.end });
        return;
      case 'ImportSpecifier':
      case 'ExportSpecifier':
        if ((node.importKind ?? node.exportKind) === 'type') this.#blankWithComma(node);
        return;
      case 'Identifier':
        if (node.optional) this.#blankMark(this.#tokenAt(node.start) + 1);
        break;
      case 'VariableDeclarator':
        if (node.definite) this.#blankMark(this.#tokenAt(node.id.start) + 1);
        break;
      case 'ArrowFunctionExpression':
        this.#keepArrowOnItsLine(node);
        break;
      case 'ClassDeclaration':
      case 'ClassExpression':
        this.#classHead(node);
        break;
      case 'ClassMethod':
      case 'ClassPrivateMethod':
      case 'ClassProperty':
      case 'ClassPrivateProperty':
      case 'ClassAccessorProperty':
        this.#memberHead(node);
        break;
    }
    if (node.params) this.#thisParameter(node.params[0]);
    this.#visitChildren(node);
    const statements = LISTS.has(type) ? node.body : type === 'SwitchCase' ? node.consequent : undefined;
    if (statements !== undefined) for (const statement of statements) this.#endStatement(statement);
  }

  /** What ended with a type and a line break still ends there. */
  #endStatement(node) {
    if (!MAY_END_WITHOUT_SEMICOLON.has(node.type) || this.#source[node.end - 1] === ';') return;
    const range = this.#blankByEnd.get(node.end);
    if (range !== undefined && range.last === '') range.last = ';';
  }

  /** The `?` or `!` that says how a name is declared. */
  #blankMark(index) {
    const token = this.#tokens[index];
    const text = this.#textOf(token);
    if (text === '?' || text === '!') this.#blank(token);
  }

  /** The parameter `this` is a type, too. */
  #thisParameter(first) {
    if (first?.type === 'Identifier' && first.name === 'this') this.#blankWithComma(first);
  }

  /** No line break may stand before `=>`, nor between `async` or `return` and the parameters: parentheses move across types. */
  #keepArrowOnItsLine({ returnType, typeParameters }) {
    if (typeParameters && LINE_BREAK.test(this.#textOf(typeParameters))) {
      this.#blank(this.#tokens[this.#tokenAt(typeParameters.end)]);
      this.#blank(typeParameters, '(');
    }
    if (returnType && LINE_BREAK.test(this.#textOf(returnType))) {
      this.#blank(this.#tokens[this.#tokenAt(returnType.start) - 1]);
      this.#blank(returnType, '', ')');
    }
  }

  /** The index of a node's first token after its decorators. */
  #afterDecorators({ start, decorators }) {
    return this.#tokenAt(decorators?.length ? Math.max(start, decorators[decorators.length - 1].end) : start);
  }

  #classHead(node) {
    for (let at = this.#afterDecorators(node); this.#textOf(this.#tokens[at]) !== 'class'; at++) {
      if (this.#textOf(this.#tokens[at]) === 'abstract') this.#blank(this.#tokens[at]);
    }
    if (node.implements?.length) {
      const keyword = this.#tokens[this.#tokenAt(node.implements[0].start) - 1];
      this.#blank({ start: keyword.start, end: node.implements[node.implements.length - 1].end });
      node.implements = null;
    }
  }

  #memberHead(node) {
    const { key } = node;
    const first = this.#afterDecorators(node);
    for (let at = first; this.#tokens[at].start < key.start; at++) {
      const token = this.#tokens[at];
      if (!MODIFIERS.has(this.#textOf(token))) continue;
      // A field before `[x]` or `*x` would go on there.
      const separates = at === first && !node.decorators?.length && (node.computed || node.generator);
      this.#blank(token, separates ? ';' : '');
    }
    if (node.optional || node.definite) {
      let at = this.#tokenAt(key.end);
      if (node.computed) at++;
      this.#blankMark(at);
    }
  }
}

module.exports = { TypeStripper, UnsupportedSyntax };
