'use strict';

const Module = require('module');
const { join, relative } = require('path');

process.env.HOME = join(__dirname, 'nobody');
process.env.NODE_PATH = [join(__dirname, 'nowhere'), '', join(__dirname, 'lib', 'pkg', 'node_modules')].join(':');
Module._initPaths();
const shown = (paths) => paths.map((path) => relative(__dirname, path));
console.log(shown(Module.globalPaths.slice(0, 4)));
console.log(shown(require.resolve.paths('any').slice(0, 3)).slice(0, 1), require.resolve.paths('any').includes(Module.globalPaths[1]));
Module.globalPaths.push(__dirname);
console.log(require.resolve.paths('any').includes(__dirname));
console.log(Object.keys(require('dep')).length >= 0);
