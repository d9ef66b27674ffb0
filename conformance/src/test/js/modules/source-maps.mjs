// Stack traces through source maps, in a file beside the script and inside it; module.findSourceMap and module.SourceMap.
import Module, { createRequire, findSourceMap, SourceMap } from 'node:module';
import { run } from './lib/maps/inline.mjs';

const require = createRequire(import.meta.url);
const shown = require.resolve('./lib/maps/shown.js');
const own = (text) => text.replace(/(file:\/\/)?\/[^\s()]*\//g, '').split('\n').filter((line) => !line.includes('node:'));
const frames = (action) => {
  try {
    action();
  } catch (error) {
    console.log(own(error.stack).slice(0, 7));
  }
};

console.log(process.sourceMapsEnabled, findSourceMap(shown));
process.setSourceMapsEnabled(true);
console.log(process.sourceMapsEnabled);
frames(require(shown).run);
const map = findSourceMap(shown);
console.log(own(map.payload.sources[0]), map.lineLengths);
for (const [line, column] of [[0, 0], [13, 10], [14, 4], [999, 0]]) {
  const { originalSource, ...entry } = map.findEntry(line, column);
  console.log(entry, originalSource && own(originalSource));
}
const small = new SourceMap({ version: 3, sources: ['x.js'], names: ['foo'], mappings: 'AAAAA,IAAM;;A,CACE;' }, { lineLengths: [4] });
console.log(small.findEntry(0, 3), small.findEntry(0, 9), small.findEntry(2, 0), small.findEntry(2, 1));
console.log(small.findOrigin(1, 5), small.findOrigin(3, 1), small.payload, small.lineLengths);
const sections = [{ offset: { line: 1, column: 2 }, map: { version: 3, sources: ['y.js'], names: [], mappings: 'AAAA' } }];
console.log(new SourceMap({ version: 3, sections }).findEntry(1, 3));
for (const payload of ['x', undefined]) {
  try {
    new SourceMap(payload);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
try {
  process.setSourceMapsEnabled(1);
} catch (error) {
  console.log(error.code, error.message);
}
process.setSourceMapsEnabled(false);
console.log(findSourceMap(shown));
class Derived extends Module {}
Derived.SourceMap = 1;
console.log(Derived.SourceMap, Module.SourceMap === SourceMap);
