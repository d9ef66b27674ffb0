// A short, deterministic stand-in for a long text: its length and a 32-bit hash of its UTF-16 units.
'use strict';
const fs = require('fs');
const path = require('path');

/** Length and FNV-1a hash of a text. */
exports.digest = (text) => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length} ${(hash >>> 0).toString(16).padStart(8, '0')}`;
};

/** The text of a file below node_modules. */
exports.source = (file) => fs.readFileSync(path.join(__dirname, '..', 'node_modules', file), 'utf8');

/** How often each node type occurs in an ESTree-like tree, and a digest of types and positions. */
exports.census = (root) => {
  const counts = {};
  let hash = 0x811c9dc5;
  let nodes = 0;
  const todo = [root];
  while (todo.length > 0) {
    const node = todo.pop();
    if (typeof node.type === 'string') {
      nodes++;
      counts[node.type] = (counts[node.type] ?? 0) + 1;
      hash = Math.imul(hash ^ node.start ^ (node.end << 3) ^ node.type.length, 0x01000193);
    }
    for (const key in node) {
      if (key === 'loc' || key === 'range' || key === 'extra' || key === 'errors') continue;
      const value = node[key];
      if (value !== null && typeof value === 'object' && !(value instanceof RegExp)) todo.push(value);
    }
  }
  const top = Object.entries(counts).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { nodes, kinds: top.length, top: top.slice(0, 8), hash: (hash >>> 0).toString(16) };
};
