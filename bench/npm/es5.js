// `node es5.js IN OUT`: a program for engines that know ECMAScript 5 only.
'use strict';
const fs = require('node:fs');
const babel = require('@babel/core');
const [, , input, output] = process.argv;
const { code } = babel.transformSync(fs.readFileSync(input, 'utf8'), {
  filename: input, babelrc: false, configFile: false, sourceType: 'script', cwd: __dirname,
  presets: [['@babel/preset-env', { targets: { ie: '9' } }]],
});
fs.writeFileSync(output, code + '\n');
