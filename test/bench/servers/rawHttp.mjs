import { createServer } from 'node:http';

// The least that can be done to give an answer: the same bytes and headers each time, whatever is asked.
const { headers, body } = JSON.parse(process.argv[2]);
const bytes = Buffer.from(body);
const server = createServer((_, response) => {
  response.writeHead(200, headers);
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
