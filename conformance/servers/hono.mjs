import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.use('*', async (c, next) => {
  await next();
  c.header('X-After', 'yes');
});
app.get('/', (c) => c.text('Hello from Hono'));
app.get('/users/:id', (c) => c.json({ id: c.req.param('id'), q: c.req.query('q') ?? null }));
app.post('/json', async (c) => c.json({ got: await c.req.json() }, 201));
app.get('/redirect', (c) => c.redirect('/'));
app.get('/throw', () => { throw new Error('thrown'); });
app.onError((error, c) => c.json({ error: error.message }, 500));
serve({ fetch: app.fetch, port: 0 }, (info) => console.log(`listening ${info.port}`));
