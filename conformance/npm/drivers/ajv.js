// Compiles JSON schemas to functions and validates good and bad data; custom keywords and formats.
const Ajv = require('ajv');
const { default: Standalone } = require('ajv/dist/standalone');
const { digest } = require('./digest.cjs');

const ajv = new Ajv({ allErrors: true, code: { source: true }, useDefaults: true, coerceTypes: true, strict: false });
ajv.addFormat('even-length', (text) => text.length % 2 === 0);
ajv.addKeyword({ keyword: 'divisibleBy', type: 'number', validate: (n, value) => value % n === 0, errors: false });
const schema = {
  $id: 'http://example.org/order.json',
  type: 'object',
  required: ['id', 'items'],
  properties: {
    id: { type: 'integer', minimum: 1, divisibleBy: 3 },
    email: { type: 'string', pattern: '^[^@]+@[^@]+$' },
    code: { type: 'string', format: 'even-length' },
    state: { enum: ['new', 'paid'], default: 'new' },
    items: { type: 'array', minItems: 1, uniqueItems: true, items: { $ref: '#/definitions/item' } },
    contact: { oneOf: [{ type: 'string' }, { type: 'object', properties: { phone: { type: 'string' } }, required: ['phone'] }] },
  },
  additionalProperties: false,
  if: { properties: { state: { const: 'paid' } } },
  then: { required: ['email'] },
  definitions: {
    item: { type: 'object', properties: { sku: { type: 'string', maxLength: 5 }, count: { type: 'integer', exclusiveMinimum: 0 } }, required: ['sku'] },
  },
};
const validate = ajv.compile(schema);
const samples = [
  { id: 3, items: [{ sku: 'a', count: '2' }] },
  { id: 4, items: [], email: 'x', extra: 1 },
  { id: 'x', items: [{ count: 0 }, { sku: 'toolong' }], code: 'abc', state: 'paid' },
  { id: 6, items: [{ sku: 'a' }, { sku: 'a' }], contact: {} },
  null,
];
for (const sample of samples) {
  console.log(validate(sample), JSON.stringify(sample));
  for (const error of validate.errors ?? []) console.log('  ', error.instancePath, error.keyword, error.message, JSON.stringify(error.params));
}
console.log(ajv.errorsText(validate.errors), digest(validate.source.validateCode));
const plain = new Ajv({ code: { source: true } });
const isPort = plain.compile({ type: 'integer', minimum: 1, maximum: 65535 });
console.log(isPort(80), isPort(0), digest(Standalone(plain, isPort)));
try {
  new Ajv().compile({ type: 'nothing' });
} catch (error) {
  console.log(error.message);
}
const recursive = new Ajv().compile({ $id: 't', type: 'object', properties: { next: { $ref: 't' }, v: { type: 'number' } } });
console.log(recursive({ v: 1, next: { v: 2, next: { v: 'x' } } }), recursive.errors);
