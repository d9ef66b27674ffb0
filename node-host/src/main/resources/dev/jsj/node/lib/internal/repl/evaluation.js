'use strict';

// The evaluation of what is typed: whole, unfinished (the session asks for more), or with top-level await.

const vm = require('vm');
const { kDefaultLoader } = require('internal/vm/dynamic_import');
const { declaredNames, processTopLevelAwait } = require('internal/repl/await');

const STRICT_PREFIX = "'use strict'; void 0;\n";

/** The error of an evaluator whose code goes on in the next line. */
class Recoverable extends SyntaxError {
  constructor(error) {
    super();
    this.err = error;
  }
}

function compiles(code) {
  try {
    new vm.Script(code);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Whether more lines can make the code complete. */
function isUnfinished(error, code) {
  const { message } = error;
  if (message === 'Unexpected end of input' || message === 'Unterminated template literal' ||
      message === 'missing ) after argument list') return true;
  if (message !== 'Invalid or unexpected token') return false;
  if (/\\\s*$/.test(code)) { // a string that goes on in the next line
    return ["'", '"'].some((quote) => compiles(code.trimEnd() + `\n${quote}`)?.message !== message);
  }
  return code.includes('/*') && compiles(`${code}*/`)?.message !== message; // an open comment
}

class Evaluation {
  #count = 0;
  declared = new Set();

  constructor(context, isGlobal, isStrict) {
    this.context = context;
    this.isGlobal = isGlobal;
    this.isStrict = isStrict;
  }

  /** The value; a promise for {value} if `later` is set in the answer. Throws Recoverable for unfinished code. */
  run(code, name = `REPL${++this.#count}`) {
    const prefix = this.isStrict ? STRICT_PREFIX : '';
    const options = { filename: name, lineOffset: this.isStrict ? -1 : 0, importModuleDynamically: kDefaultLoader };
    let source = code;
    if (/^\s*\{/.test(code) && !/;\s*$/.test(code) && compiles(`(${code.trim()})\n`) === undefined) {
      source = `(${code.trim()})\n`; // an object rather than a block
    }
    let later = false;
    let script;
    try {
      script = new vm.Script(prefix + source, options);
    } catch (error) {
      const transformed = code.includes('await') ? processTopLevelAwait(code) : null;
      if (transformed !== null) {
        script = new vm.Script(prefix + transformed, options);
        later = true;
        source = transformed;
      } else if (isUnfinished(error, code) || (code.includes('await') && this.#isUnfinishedAwait(code))) {
        throw new Recoverable(error);
      } else {
        throw error;
      }
    }
    for (const declared of declaredNames(source)) this.declared.add(declared);
    const value = this.isGlobal ? script.runInThisContext() : script.runInContext(this.context);
    return { later, value };
  }

  #isUnfinishedAwait(code) {
    const error = compiles(`(async () => { ${code}`);
    const whole = compiles(`(async () => { ${code}\n})()`);
    return whole !== undefined && error?.message === 'Unexpected end of input' && isUnfinished(whole, code);
  }
}

module.exports = { Evaluation, Recoverable };
