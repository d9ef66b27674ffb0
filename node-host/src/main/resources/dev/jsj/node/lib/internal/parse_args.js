'use strict';

// util.parseArgs: command-line options in the GNU manner.

const { codes } = require('internal/errors');
const {
  validateArray, validateBoolean, validateObject, validateString, validateStringArray, validateUnion,
} = require('internal/validators');

function findShort(options, letter) {
  for (const name of Object.keys(options)) {
    if (options[name].short === letter) return name;
  }
  return undefined;
}

function takesValue(options, name) {
  return name !== undefined && Object.hasOwn(options, name) && options[name].type === 'string';
}

/** Splits the arguments into tokens: option, positional, option-terminator. */
function tokenize(args, options) {
  const tokens = [];
  const option = (index, name, rawName, value, inlineValue) =>
    tokens.push({ kind: 'option', name, rawName, index, value, inlineValue });
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    const next = args[index + 1];
    if (arg === '--') {
      tokens.push({ kind: 'option-terminator', index });
      for (let i = index + 1; i < args.length; i++) tokens.push({ kind: 'positional', index: i, value: args[i] });
      break;
    }
    if (arg.startsWith('--') && arg.length > 2) {
      const equals = arg.indexOf('=', 3);
      if (equals !== -1) {
        option(index, arg.slice(2, equals), arg.slice(0, equals), arg.slice(equals + 1), true);
      } else {
        const name = arg.slice(2);
        const hasValue = takesValue(options, name) && next !== undefined;
        option(index, name, arg, hasValue ? next : undefined, hasValue ? false : undefined);
        if (hasValue) index++;
      }
    } else if (arg.startsWith('-') && arg.length > 1) {
      index = tokenizeShort(args, index, options, option);
    } else {
      tokens.push({ kind: 'positional', index, value: arg });
    }
  }
  return tokens;
}

/** `-abc`, `-ovalue`, `-o value`; answers the index of the last argument used. */
function tokenizeShort(args, index, options, option) {
  const arg = args[index];
  for (let i = 1; i < arg.length; i++) {
    const letter = arg[i];
    const name = findShort(options, letter) ?? letter;
    if (takesValue(options, name)) {
      if (i < arg.length - 1) {
        option(index, name, `-${letter}`, arg.slice(i + 1), true);
        return index;
      }
      const hasValue = args[index + 1] !== undefined;
      option(index, name, `-${letter}`, args[index + 1], hasValue ? false : undefined);
      return hasValue ? index + 1 : index;
    }
    option(index, name, `-${letter}`, undefined, undefined);
  }
  return index;
}

function invalid(message) {
  return new codes.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(message);
}

function checkOption(token, options, config) {
  const { name, rawName, value, inlineValue } = token;
  const negated = config.allowNegative && name.startsWith('no-') ? name.slice(3) : undefined;
  const known = Object.hasOwn(options, name) ? name :
    negated !== undefined && Object.hasOwn(options, negated) ? negated : undefined;
  if (known === undefined) throw new codes.ERR_PARSE_ARGS_UNKNOWN_OPTION(rawName, config.allowPositionals);
  const { short, type } = options[known];
  const shown = `${short ? `-${short}, ` : ''}--${name}`;
  if (type === 'string' && typeof value !== 'string') throw invalid(`Option '${shown} <value>' argument missing`);
  if (type === 'boolean' && value != null) throw invalid(`Option '${shown}' does not take an argument`);
  if (type === 'string' && inlineValue === false && value.length > 1 && value.startsWith('-')) {
    const example = rawName.startsWith('--') ? `'${rawName}=-XYZ'` : `'--${name}=-XYZ' or '${rawName}-XYZ'`;
    throw invalid(`Option '${rawName}' argument is ambiguous.\nDid you forget to specify the option argument for ` +
      `'${rawName}'?\nTo specify an option argument starting with a dash use ${example}.`);
  }
}

function store(values, name, value, options) {
  if (name === '__proto__') return;
  if (Object.hasOwn(options, name) && options[name].multiple) {
    if (values[name]) values[name].push(value);
    else values[name] = [value];
  } else {
    values[name] = value;
  }
}

function checkOptions(options) {
  for (const name of Object.keys(options)) {
    const option = options[name];
    const path = `options.${name}`;
    validateObject(option, path);
    validateUnion(option.type, `${path}.type`, ['string', 'boolean']);
    if (Object.hasOwn(option, 'short')) {
      validateString(option.short, `${path}.short`);
      if (option.short.length !== 1) {
        throw new codes.ERR_INVALID_ARG_VALUE(`${path}.short`, option.short, 'must be a single character');
      }
    }
    if (Object.hasOwn(option, 'multiple')) validateBoolean(option.multiple, `${path}.multiple`);
    if (option.default === undefined) continue;
    if (option.type === 'string' && option.multiple) validateStringArray(option.default, `${path}.default`);
    else if (option.type === 'string') validateString(option.default, `${path}.default`);
    else if (option.multiple) validateArray(option.default, `${path}.default`);
    else validateBoolean(option.default, `${path}.default`);
  }
}

function parseArgs(config = {}) {
  const args = config.args ?? process.argv.slice(process._eval === undefined ? 2 : 1);
  const strict = config.strict ?? true;
  const allowPositionals = config.allowPositionals ?? !strict;
  const returnTokens = config.tokens ?? false;
  const allowNegative = config.allowNegative ?? false;
  const options = config.options ?? { __proto__: null };
  validateArray(args, 'args');
  validateBoolean(strict, 'strict');
  validateBoolean(allowPositionals, 'allowPositionals');
  validateBoolean(returnTokens, 'tokens');
  validateBoolean(allowNegative, 'allowNegative');
  validateObject(options, 'options');
  checkOptions(options);

  const tokens = tokenize(args, options);
  const values = { __proto__: null };
  const positionals = [];
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (strict) checkOption(token, options, { allowPositionals, allowNegative });
      const negated = allowNegative && token.value === undefined && token.name.startsWith('no-') &&
        options[token.name.slice(3)]?.type === 'boolean';
      if (negated) store(values, token.name.slice(3), false, options);
      else store(values, token.name, token.value ?? true, options);
    } else if (token.kind === 'positional') {
      if (!allowPositionals) throw new codes.ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
      positionals.push(token.value);
    }
  }
  for (const name of Object.keys(options)) {
    if (options[name].default !== undefined && values[name] === undefined) values[name] = options[name].default;
  }
  const result = { values, positionals };
  if (returnTokens) result.tokens = tokens;
  return result;
}

module.exports = { parseArgs };
