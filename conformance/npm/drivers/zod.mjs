// Schemas, refinements, transforms, unions, recursive types, error formatting, JSON schema.
import { z } from 'zod';

const User = z
  .object({
    name: z.string().min(2).max(20).trim(),
    age: z.number().int().nonnegative().optional(),
    email: z.email(),
    role: z.enum(['admin', 'user']).default('user'),
    tags: z.array(z.string()).nonempty(),
    address: z.object({ zip: z.string().regex(/^\d{5}$/) }).nullable(),
  })
  .strict();
console.log(User.parse({ name: ' Ada ', email: 'ada@example.org', tags: ['x'], address: { zip: '12345' } }));
const bad = User.safeParse({ name: 'A', age: -1.5, email: 'nope', role: 'root', tags: [], address: { zip: '1' }, more: 1 });
console.log(bad.success, bad.error.issues.map((issue) => [issue.path.join('.'), issue.code, issue.message]));
console.log(z.prettifyError(bad.error));
console.log(JSON.stringify(z.treeifyError(bad.error)));

const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('click'), x: z.coerce.number() }),
  z.object({ type: z.literal('key'), code: z.string().transform((s) => s.charCodeAt(0)) }),
]);
console.log(Event.parse({ type: 'click', x: '42' }), Event.parse({ type: 'key', code: 'a' }), Event.safeParse({ type: 'other' }).error.issues);
const Tree = z.object({ value: z.number(), get children() { return z.array(Tree); } });
console.log(JSON.stringify(Tree.parse({ value: 1, children: [{ value: 2, children: [] }] })), Tree.safeParse({ value: 1, children: [{ value: '2', children: [] }] }).error.issues[0].path);
const Password = z.object({ a: z.string(), b: z.string() }).refine((data) => data.a === data.b, { message: 'must match', path: ['b'] });
console.log(Password.safeParse({ a: 'x', b: 'y' }).error.issues);
console.log(z.map(z.string(), z.set(z.number())).parse(new Map([['a', new Set([1])]])), z.tuple([z.string(), z.number()]).rest(z.boolean()).parse(['a', 1, true]));
console.log(z.union([z.string(), z.number()]).safeParse(true).error.issues[0].code, z.record(z.string(), z.bigint()).parse({ a: 1n }));
console.log(JSON.stringify(z.toJSONSchema(User)));
console.log(await z.string().refine(async (s) => s.length > 1, 'short').safeParseAsync('a').then((r) => r.error.issues[0].message));
console.log(User.partial().pick({ name: true, age: true }).parse({}), z.preprocess((v) => Number(v), z.number()).parse('5'), Object.keys(User.shape));
