'use strict';

// TypeScript files: loaded when the first one is.

const { parse } = require('babel__parser/lib/index');
const { TypeStripper, UnsupportedSyntax } = require('internal/modules/type_stripper');
const { codes } = require('internal/errors');
const { locateSyntaxError } = internalBinding('modules');

const PLUGINS = ['typescript', 'decorators', 'decoratorAutoAccessors', 'explicitResourceManagement', 'importAttributes'];

const LINE_BREAK = /\r\n|[\r\n\u2028\u2029]/;

/** The JavaScript of a TypeScript file; `format` is 'module', 'commonjs' or 'none': as its text shows. */
function stripTypes(source, filename, format) {
  if (/[\\/]node_modules[\\/]/.test(filename)) throw new codes.ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING(filename);
  const options = {
    allowReturnOutsideFunction: format !== 'module',
    allowUndeclaredExports: true,
    attachComment: false,
    createParenthesizedExpressions: true,
    errorRecovery: true, // mistakes of a type checker's kind are nobody's here; the engine sees those of JavaScript
    plugins: PLUGINS,
    sourceType: format === 'module' ? 'module' : format === 'commonjs' ? 'script' : 'unambiguous',
    tokens: true,
  };
  try {
    return new TypeStripper(source, parse(source, options)).text;
  } catch (error) {
    if (error instanceof UnsupportedSyntax) {
      throw located(new codes.ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX(error.message), source, filename, error.start, error.end);
    }
    if (error.code !== 'BABEL_PARSER_SYNTAX_ERROR') throw error;
    const message = error.message.replace(/ \(\d+:\d+\)$/, '');
    throw located(new codes.ERR_INVALID_TYPESCRIPT_SYNTAX(message), source, filename, error.pos, error.pos + 1);
  }
}

/** Notes the place that an uncaught error shows. */
function located(error, source, filename, start, end) {
  const before = source.slice(0, start).split(LINE_BREAK);
  locateSyntaxError(error, source, filename, before.length, before[before.length - 1].length + 1, end - start);
  return error;
}

module.exports = { stripTypes };
