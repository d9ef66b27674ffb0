'use strict';

const express = require('express');

const users = new Map(Array.from({ length: 100 }, (_, i) => [String(i), { id: i, name: `user ${i}`, tags: ['a', 'b'], active: i % 2 === 0 }]));
const app = express();
app.use(express.json());
app.use((req, res, next) => {
  res.set('X-Request', req.method);
  next();
});
app.get('/', (req, res) => res.send('Hello World'));
const router = express.Router();
router.get('/:id', (req, res) => {
  const user = users.get(req.params.id);
  if (user === undefined) res.status(404).json({ error: 'not found' });
  else res.json({ ...user, fields: req.query.fields });
});
app.use('/users', router);
const server = app.listen(0, '127.0.0.1', () => console.log(`listening ${server.address().port}`));
