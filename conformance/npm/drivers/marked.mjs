// Renders real README files and one document that uses every kind of block.
import { marked, lexer } from 'marked';
import helper from './digest.cjs';
const { digest, source } = helper;

for (const file of ['terser/README.md', 'ajv/README.md', 'prettier/README.md', 'zod/README.md', 'typescript/README.md']) {
  const text = source(file);
  console.log(file, digest(marked.parse(text)), lexer(text).length);
}
console.log(
  marked.parse(`# Title *with* \`code\`

1. one
2. two
   - nested **bold**
   - [x] done

> quote with <b>html</b> and [link](http://a.b "t")

| a | b |
|:--|--:|
| 1 | ~~2~~ |

\`\`\`js
let x = a < b && "c";
\`\`\`

Auto https://example.org and ![img](x.png)
***
Line  
break`),
);
marked.use({ renderer: { heading: ({ tokens, depth }) => `<h${depth} custom>${tokens.length}</h${depth}>\n` } });
console.log(marked.parse('## x **y**'));
