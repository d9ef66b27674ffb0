// Compiles and renders templates.
'use strict';
const bench = require('../../harness.js');
const handlebars = require('handlebars');
const { hash } = require('../inputs.js');
const TEMPLATE = '<ul>{{#each people}}<li class="{{kind}}">{{@index}}: {{name}} {{#if admin}}<b>{{upper title}}</b>{{else}}-{{/if}}' +
  '{{#each tags}}<i>{{this}}</i>{{/each}}</li>{{/each}}</ul>{{> foot total=people.length}}';

function run() {
  let result = '';
  for (let round = 0; round < 10; round++) {
    const instance = handlebars.create();
    instance.registerHelper('upper', (text) => text.toUpperCase());
    instance.registerPartial('foot', '<p>{{total}} people & {{round}}</p>');
    const template = instance.compile(TEMPLATE);
    const people = Array.from({ length: 200 }, (_, i) => ({
      name: `<n${i}>`, kind: i % 2 ? 'odd' : 'even', admin: i % 5 === 0, title: 't' + i, tags: ['a', 'b' + i],
    }));
    for (let i = 0; i < 5; i++) result = template({ people, round });
  }
  return hash(result);
}

bench.run('handlebars', run, 12);
