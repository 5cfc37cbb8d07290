import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { Visitor } from '../../../src/cli/demo/visitor.ts';

describe('a visitor of the demonstration', () => {
  it('waits as long as a page says that is asked too often, and goes on', async () => {
    let asked = 0;
    const server = createServer((_, res) => {
      asked += 1;
      if (asked < 3) res.writeHead(429, { 'Retry-After': '0' }).end('<main>Trop de demandes</main>');
      else res.writeHead(200, { 'Content-Type': 'text/html' }).end('<main>Bienvenue</main>');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const visitor = new Visitor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect((await visitor.open('/fr')).html.textContent).to.equal('Bienvenue');
    expect(asked).to.equal(3);
    server.close();
  });

  it('ends with the step and what the page says where it would wait for longer than a minute', async () => {
    const server = createServer((_, res) =>
      res.writeHead(429, { 'Retry-After': '61' }).end('<main><h1>Trop de demandes</h1></main>'),
    ).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const visitor = new Visitor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    const failure = await visitor.open('/fr/sessions').catch((error: Error) => error.message);
    expect(failure).to.match(/^GET \/fr\/sessions answered 429: .*Trop de demandes/);
    server.close();
  });
});
