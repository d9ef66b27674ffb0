'use strict';

const Koa = require('koa');

const app = new Koa();
app.silent = true;
app.use(async (ctx, next) => {
  await next();
  ctx.set('X-After', String(ctx.status));
});
app.use(async (ctx) => {
  if (ctx.path === '/') ctx.body = 'Hello from Koa';
  else if (ctx.path === '/json') ctx.body = { method: ctx.method, query: ctx.query, type: ctx.accepts('json', 'html') };
  else if (ctx.path === '/stream') ctx.body = require('stream').Readable.from([Buffer.from('x'), Buffer.from('y')]);
  else if (ctx.path === '/redirect') ctx.redirect('/');
  else if (ctx.path === '/throw') ctx.throw(418, 'teapot');
  else if (ctx.path === '/crash') throw new Error('crash');
});
const server = app.listen(0, () => console.log(`listening ${server.address().port}`));
