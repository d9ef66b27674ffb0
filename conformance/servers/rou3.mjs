import { createServer } from 'node:http';
import { addRoute, createRouter, findRoute } from 'rou3';

const router = createRouter();
addRoute(router, 'GET', '/', () => 'root');
addRoute(router, 'GET', '/users/:id', ({ id }) => `user ${id}`);
addRoute(router, 'GET', '/files/**:path', ({ path }) => `file ${path}`);
const server = createServer((req, res) => {
  const match = findRoute(router, req.method, req.url.split('?')[0]);
  if (match === undefined) {
    res.statusCode = 404;
    res.end('no route');
  } else {
    res.end(match.data(match.params ?? {}));
  }
});
server.listen(0, () => console.log(`listening ${server.address().port}`));
