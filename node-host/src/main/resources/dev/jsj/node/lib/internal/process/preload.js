'use strict';

// What happens before the program: --env-file, --require, --loader, --watch.

const binding = internalBinding('process');

/** Sets what is not set yet; a file that cannot be read ends the program. */
function loadEnvironment(path) {
  let content;
  try {
    content = require('fs').readFileSync(path, 'utf8');
  } catch {
    process.stderr.write(`node: ${path}: not found\n`);
    binding.exit(9);
  }
  const values = require('internal/dotenv').parse(content);
  for (const key of Object.keys(values)) process.env[key] ??= values[key];
}

const IGNORED = /(^|\/)(node_modules|\.[^/]+)(\/|$)/;

/** Runs the program as a child, and again whenever a file below its folder changes. */
function watch() {
  const path = require('path');
  const { spawn } = require('child_process');
  const file = process.argv[1];
  const args = [...process.execArgv.filter((flag) => flag !== '--watch'), ...process.argv.slice(1)];
  let child;
  let timer;
  let restarting = false;

  function start() {
    restarting = false;
    child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('exit', (code) => {
      child = undefined;
      if (restarting) {
        start();
        return;
      }
      process.stderr.write(code === 0 ? `Completed running '${path.relative('', file)}'\n` :
        `Failed running '${path.relative('', file)}'\n`);
    });
  }

  function restart() {
    process.stderr.write(`Restarting '${path.relative('', file)}'\n`);
    if (child === undefined) {
      start();
      return;
    }
    restarting = true;
    child.kill();
  }

  require('fs').watch(path.dirname(file), { recursive: true }, (type, name) => {
    if (IGNORED.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(restart, 200);
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      child?.kill(signal);
      process.exit();
    });
  }
  start();
}

/** Answers whether the program runs in a child that is watched over, and not here. */
function run(environment, scripts, watches, loaders) {
  if (watches) {
    watch();
    return true;
  }
  for (const path of environment) loadEnvironment(path);
  if (scripts.length > 0) require('internal/modules/cjs').Module._preloadModules(scripts);
  if (loaders.length > 0) require('internal/modules/customization').registerAll(loaders);
  return false;
}

module.exports = { run };
