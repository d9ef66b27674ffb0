// Compiles and renders templates with helpers, partials, blocks and escaping; precompiles one.
const Handlebars = require('handlebars');
const { digest } = require('./digest.cjs');

Handlebars.registerHelper('loud', (text) => String(text).toUpperCase());
Handlebars.registerHelper('link', (url, options) => new Handlebars.SafeString(`<a href="${Handlebars.escapeExpression(url)}">${options.fn(this)}</a>`));
Handlebars.registerHelper('times', function (n, options) {
  let text = '';
  for (let i = 0; i < n; i++) text += options.fn({ i }, { data: { index: i } });
  return text;
});
Handlebars.registerPartial('person', '{{name}} ({{age}}){{#if tags}}: {{#each tags}}{{#unless @first}}, {{/unless}}{{this}}{{/each}}{{/if}}');
const template = Handlebars.compile(`<h1>{{title}}</h1>
{{#each people as |person i|}}
  {{i}}. {{> person person}}
  {{~#if (lookup ../flags person.name)}} flagged {{loud person.name}}{{else}} plain{{/if}}
{{else}}
  nobody
{{/each}}
{{#with author}}{{first}} {{last}} of {{../title}}{{/with}}
{{{raw}}} {{raw}} {{#link "a?b&c"}}here{{/link}} {{#times 3}}{{i}}{{@index}};{{/times}}
{{!-- comment --}}{{#each map}}{{@key}}={{this}} {{/each}}`);
const data = {
  title: 'People & <more>',
  people: [{ name: 'Ada', age: 36, tags: ['math', 'engine'] }, { name: 'Bob', age: 5 }],
  flags: { Ada: true },
  author: { first: 'A', last: 'B' },
  raw: '<b>"x"</b>',
  map: { one: 1, two: 2 },
};
console.log(template(data));
console.log(template({ title: '', people: [] }));
console.log(digest(Handlebars.precompile('{{#each a}}{{b.c}}{{else}}{{> p x=1}}{{/each}}')));
console.log(JSON.stringify(Handlebars.parse('a {{b.c "d" e=1}}').body.map((node) => node.type)));
for (const bad of ['{{#if x}}', '{{foo', '{{#a}}{{/b}}', '{{unknown 1}}']) {
  try {
    console.log(Handlebars.compile(bad)({}));
  } catch (error) {
    console.log(error.message);
  }
}
