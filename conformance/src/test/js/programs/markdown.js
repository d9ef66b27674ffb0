// A small Markdown renderer: line blocks, inline rules as regular expressions, nested lists by indentation.
const inline = (text) =>
  text
    .replace(/[&<>]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c])
    .replace(/`([^`]+)`/g, (_, code) => `<code>${code}</code>`)
    .replace(/!\[(?<alt>[^\]]*)\]\((?<src>[^)\s]+)\)/g, '<img alt="$<alt>" src="$<src>">')
    .replace(
      /\[([^\]]+)\]\(([^)\s]+)(?:\s+"([^"]*)")?\)/g,
      (_, label, url, title) => `<a href="${url}"${title ? ` title="${title}"` : ''}>${label}</a>`,
    )
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '<strong>$2</strong>')
    .replace(/(?<![\w*])[*_](?=\S)(.+?)(?<=\S)[*_](?![\w*])/g, '<em>$1</em>')
    .replace(/~~(.+?)~~/g, '<del>$1</del>')
    .replace(/(?<!["=>])\bhttps?:\/\/[^\s<]+[^\s<.,;]/g, '<a href="$&">$&</a>')
    .replace(/ {2,}$/gm, '<br>');
function* blocks(lines) {
  let i = 0;
  while (i < lines.length) {
    const line = lines[i];
    let m;
    if (/^\s*$/.test(line)) i++;
    else if ((m = /^(#{1,6})\s+(.*?)\s*#*$/.exec(line))) {
      i++;
      yield `<h${m[1].length}>${inline(m[2])}</h${m[1].length}>`;
    } else if ((m = /^(`{3,})(\w*)/.exec(line))) {
      const code = [];
      while (++i < lines.length && !lines[i].startsWith(m[1])) code.push(lines[i]);
      i++;
      yield `<pre${m[2] && ` class="${m[2]}"`}>${code.join('\n')}</pre>`;
    } else if (/^ {0,3}([-*_])(?:\s*\1){2,}\s*$/.test(line)) {
      i++;
      yield '<hr>';
    } else if (line.startsWith('>')) {
      const quoted = [];
      while (i < lines.length && lines[i].startsWith('>')) quoted.push(lines[i++].replace(/^> ?/, ''));
      yield `<blockquote>${[...blocks(quoted)].join('')}</blockquote>`;
    } else if (/^\s*(?:[-*+]|\d+[.)])\s/.test(line)) {
      const items = [];
      while (i < lines.length && lines[i].trim()) items.push(lines[i++]);
      yield list(items);
    } else if (lines[i + 1] && /^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?$/.test(lines[i + 1])) {
      const cells = (row) =>
        row
          .replace(/^\||\|$/g, '')
          .split(/(?<!\\)\|/)
          .map((c) => inline(c.trim()));
      const head = cells(line);
      const align = cells(lines[i + 1]).map((c) =>
        /^:-+:$/.test(c) ? 'center' : /-:$/.test(c) ? 'right' : '',
      );
      i += 2;
      const rows = [];
      while (i < lines.length && lines[i].includes('|')) rows.push(cells(lines[i++]));
      const tr = (row, tag) =>
        `<tr>${row.map((c, k) => `<${tag}${align[k] && ` align=${align[k]}`}>${c}</${tag}>`).join('')}</tr>`;
      yield `<table>${tr(head, 'th')}${rows.map((r) => tr(r, 'td')).join('')}</table>`;
    } else {
      const text = [];
      while (i < lines.length && lines[i].trim() && !/^(#|>|```)/.test(lines[i])) text.push(lines[i++]);
      yield `<p>${inline(text.join('\n'))}</p>`;
    }
  }
}
function list(items) {
  const root = { indent: -1, children: [] };
  const stack = [root];
  for (const item of items) {
    const [, space, marker, text] = /^(\s*)([-*+]|\d+[.)])\s+(.*)$/.exec(item) ?? [, '', '-', item];
    while (stack.at(-1).indent >= space.length) stack.pop();
    const node = { indent: space.length, ordered: /\d/.test(marker), text, children: [] };
    stack.at(-1).children.push(node);
    stack.push(node);
  }
  const render = ({ children }) => {
    if (children.length === 0) return '';
    const tag = children[0].ordered ? 'ol' : 'ul';
    return `<${tag}>${children.map((c) => `<li>${inline(c.text)}${render(c)}</li>`).join('')}</${tag}>`;
  };
  return render(root);
}
const text = `# Title with *emphasis* and \`code <b>\` #

A paragraph with **bold _nested_ text**, a [link](http://x.y "The title"), an ![image](a.png)
and https://example.org/path?q=1. Also a_snake_case_word, 2 * 3 * 4 and ~~gone~~.

- one
- two
  1. first
  2. second
     - deep
- three

> quoted *text*
> > nested

| Name | Value | Note |
|:-----|------:|:----:|
| a \\| b | 1 | **x** |
| c | 22 | |

\`\`\`js
const a = b < c && "d";
\`\`\`
***
Last & final <line>`;
for (const block of blocks(text.split('\n'))) console.log(block);
