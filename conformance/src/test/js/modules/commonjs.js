// require: caching, cycles, JSON, exports forms, module object, resolve, __filename, index files, errors.
const path = require('path');
const a = require('./lib/a');
console.log(a, require('./lib/a') === a, require('./lib/a.js') === a);
console.log(require('./lib/data.json'), require('./lib/data') === require('./lib/data.json'));
console.log(require('./lib/folder'), require('./lib/folder/'), typeof require('./lib/function-export'));
console.log(
  path.basename(__filename),
  path.basename(__dirname),
  module.id,
  module.exports === exports,
  module.loaded,
  require.main === module,
);
console.log(
  path.basename(require.resolve('./lib/a')),
  Object.keys(require.cache)
    .map((f) => path.basename(f))
    .sort(),
  module.children.length,
  module.paths[0].endsWith('node_modules'),
);
for (const id of ['./missing', 'no-such-package', './lib/broken.json', './lib/throws', 5, '']) {
  try {
    require(id);
  } catch (e) {
    console.log(
      e.name,
      e.code,
      e.message
        .split('\n')[0]
        .replace(/'[^']*\//g, "'")
        .replace(/\/[^ ]*\//g, ''),
    );
  }
}
try {
  require('./lib/throws');
} catch (e) {
  console.log('again', e.message);
}
console.log(
  require('./lib/counter').next(),
  require('./lib/counter').next(),
  delete require.cache[require.resolve('./lib/counter')],
  require('./lib/counter').next(),
);
console.log(
  require('node:path') === path,
  require('./lib/uses-this'),
  typeof module.require,
  this === module.exports,
  arguments.length,
  require('./lib/pkg').dep,
);
console.log(require('module').builtinModules.includes('fs'), require.extensions['.js'] !== undefined);
