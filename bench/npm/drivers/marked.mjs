// Renders Markdown.
import { marked } from 'marked';

import bench from '../../harness.js';
import inputs from '../inputs.js';

const text = inputs.source('acorn/README.md') + inputs.source('terser/README.md') + inputs.source('uglify-js/README.md');

function run() {
  return inputs.hash(marked.parse(text));
}

bench.run('marked', run, 15);
