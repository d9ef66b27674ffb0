'use strict';

const express = require('express');

const app = express();
app.use(express.json());
app.use(express.urlencoded({ extended: true }));
app.use((req, res, next) => {
  res.set('X-Middleware', 'yes');
  next();
});
app.use('/static', express.static(__dirname, { maxAge: 1000, lastModified: false }));
app.get('/', (req, res) => res.send('Hello from Express'));
app.get('/users/:id', (req, res) => res.json({ id: req.params.id, query: req.query, ip: typeof req.ip, host: typeof req.hostname }));
app.post('/json', (req, res) => res.status(201).json({ body: req.body, type: req.get('content-type') }));
app.post('/form', (req, res) => res.send(req.body));
app.get('/redirect', (req, res) => res.redirect('/'));
app.get('/cookie', (req, res) => res.cookie('a', 'b', { httpOnly: true }).append('X-Many', '1').append('X-Many', '2').send('set'));
app.get('/format', (req, res) => res.format({ text: () => res.send('text'), html: () => res.send('<p>html'), json: () => res.send({ a: 1 }) }));
app.get('/empty', (req, res) => res.sendStatus(204));
app.get('/buffer', (req, res) => res.type('bin').send(Buffer.from([1, 2, 3])));
app.get('/throw', () => { throw new Error('thrown'); });
app.get('/async', async () => { throw new Error('rejected'); });
const router = express.Router();
router.get('/deep{/:x}', (req, res) => res.send(`deep ${req.params.x} ${req.baseUrl}`));
app.use('/router', router);
app.use((error, req, res, next) => { // eslint-disable-line no-unused-vars
  res.status(error.status ?? 500).json({ error: error.message });
});
const server = app.listen(0, () => console.log(`listening ${server.address().port}`));
