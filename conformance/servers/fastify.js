'use strict';

const fastify = require('fastify')();

fastify.addHook('onRequest', async (request, reply) => { reply.header('x-hook', 'yes'); });
fastify.get('/', async () => ({ hello: 'world' }));
fastify.get('/text', (request, reply) => { reply.type('text/plain').send('plain'); });
fastify.get('/users/:id', {
  schema: {
    params: { type: 'object', properties: { id: { type: 'integer' } } },
    response: { 200: { type: 'object', properties: { id: { type: 'integer' }, q: { type: 'string' } } } },
  },
}, async (request) => ({ id: request.params.id, q: request.query.q, dropped: true }));
fastify.post('/json', async (request, reply) => {
  reply.code(201);
  return request.body;
});
fastify.get('/stream', (request, reply) => reply.send(require('stream').Readable.from(['a', 'b', 'c'])));
fastify.get('/throw', async () => { throw new Error('thrown'); });
fastify.register(async (scope) => { scope.get('/deep', async () => 'deep'); }, { prefix: '/scope' });
fastify.listen({ port: 0 }).then(() => console.log(`listening ${fastify.server.address().port}`));
