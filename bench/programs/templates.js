// Template literals, tagged templates and number formatting: rendering a page of rows over and over.
'use strict';
const bench = require('../harness.js');
const rounds = bench.size(425);

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text) => String(text).replace(/[&<>"]/g, (c) => escapes[c]);

function html(strings, ...values) {
  let result = strings[0];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    result += Array.isArray(value) ? value.join('') : value instanceof Raw ? value.text : escape(value);
    result += strings[i + 1];
  }
  return result;
}
class Raw {
  constructor(text) {
    this.text = text;
  }
}

const row = (item, index) => html`<tr class="${index % 2 ? 'odd' : 'even'}">
  <td>${item.id}</td><td>${item.name}</td><td>${item.price.toFixed(2)}</td><td>${new Raw(item.stars)}</td>
</tr>`;

function page(title, items) {
  return html`<html><head><title>${title}</title></head>
<body><h1>${title.toUpperCase()}</h1><table>${items.map(row)}</table>
<p>${items.length} items, ${items.reduce((sum, item) => sum + item.price, 0).toFixed(1)} in all</p></body></html>`;
}

function run() {
  let checksum = 0;
  for (let round = 0; round < rounds; round++) {
    const items = [];
    for (let i = 0; i < 200; i++) {
      items.push({ id: i, name: `<Item> "${i}" & ${round}`, price: i * 1.37 + round, stars: '*'.repeat(i % 6) });
    }
    const text = page(`Round ${round} of ${rounds}`, items);
    checksum = (checksum + text.length) | 0;
    for (let i = 0; i < text.length; i += 97) checksum = (checksum * 31 + text.charCodeAt(i)) | 0;
    for (let i = 0; i < 1000; i++) {
      const label = `${i}:${i * 0.5}/${i.toString(16)}-${(i * 1234.5).toLocaleString === undefined}`;
      checksum = (checksum + label.length) | 0;
    }
  }
  return checksum;
}

bench.run('templates', run, 5);
