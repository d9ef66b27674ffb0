'use strict';

// The parts of the global console that are not native: the native methods print plain strings and numbers by themselves
// and call these for everything else.

const { Console, initialize, kState } = require('internal/console/console');
const binding = internalBinding('console');

/** A standard stream without the weight of one, for as long as the program has not asked for the real one. */
function plainStream(fd) {
  return {
    write(text) {
      binding.write(fd, text);
      return true;
    },
    isTTY: binding.isTerminal(fd),
    getColorDepth() {
      return require('tty').getColorDepth();
    },
  };
}

/** Completes the native console object; answers the functions behind its methods. */
function complete(console) {
  initialize(console, { ignoreErrors: true, colorMode: 'auto', inspectOptions: undefined, groupIndentation: 2 });
  console[kState].indentationChanged = binding.setIndentation;
  for (const [name, fd] of [['stdout', 1], ['stderr', 2]]) {
    const plain = plainStream(fd);
    let replaced;
    Object.defineProperty(console, `_${name}`, {
      configurable: true,
      enumerable: false,
      get: () => replaced ?? (binding.isOutputReplaced() ? globalThis.process[name] : plain),
      set(value) { replaced = value; },
    });
  }
  const methods = { __proto__: null };
  for (const name of Object.keys(Console.prototype)) methods[name] = Console.prototype[name];
  return methods;
}

module.exports = { Console, complete };
