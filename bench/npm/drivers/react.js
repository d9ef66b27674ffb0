// Renders a page on the server.
'use strict';
const bench = require('../../harness.js');
const { createElement: h, useMemo, useState, createContext, useContext, memo } = require('react');
const { renderToString } = require('react-dom/server');
const { hash } = require('../inputs.js');

const Theme = createContext('light');
const Cell = memo(({ value }) => h('td', { className: useContext(Theme), title: `v${value}` }, value, ' & more'));

function Row({ index, columns }) {
  const [open] = useState(index % 3 === 0);
  const cells = useMemo(() => Array.from({ length: columns }, (_, i) => (i * index) % 97), [index, columns]);
  return h('tr', { key: index, style: { color: open ? 'red' : 'blue', marginTop: index } },
    cells.map((value, i) => h(Cell, { key: i, value })), open ? h('td', null, h('em', null, 'open <', index, '>')) : null);
}

function Page({ rows }) {
  return h(Theme.Provider, { value: 'dark' }, h('main', { id: 'page' }, h('h1', null, 'Table of ', rows),
    h('table', null, h('tbody', null, Array.from({ length: rows }, (_, i) => h(Row, { key: i, index: i, columns: 20 }))))));
}

function run() {
  return hash(renderToString(h(Page, { rows: 400 })));
}

bench.run('react', run, 4);
