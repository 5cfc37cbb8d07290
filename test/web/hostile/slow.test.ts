import { once } from 'node:events';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { expect } from 'chai';
import { createHttpServer } from '../../../src/boot/createHttpServer.ts';
import { codeFor } from '../../support/servers/signInLetter.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';
import { everything, open, readAnswer } from './support/exchange.ts';
import { openVisitor } from './support/visitor.ts';

/** As long as a test can wait (milliseconds), in the proportions of the service. */
const timeoutMs = {
  headersTimeout: 150,
  requestTimeout: 300,
  connectionsCheckingInterval: 20,
  timeout: 1500,
  keepAliveTimeout: 50,
};
const line = 'GET /fr HTTP/1.1\r\nHost: label.example\r\n';
const form =
  'POST /fr/sign-in HTTP/1.1\r\nHost: label.example\r\nContent-Type: application/x-www-form-urlencoded\r\n';
const parts =
  'POST /fr/applications/x/evidence HTTP/1.1\r\nHost: label.example\r\nContent-Type: multipart/form-data; boundary=part\r\nCookie: §cookie\r\n';

/** What a client writes at once, and what it repeats forever after. */
const endless: readonly (readonly [string, string, string])[] = [
  ['says nothing at all', '', ''],
  ['stops in its first line', 'GET /f', ''],
  ['stops in its head', line, ''],
  ['sends its first line letter by letter', 'GET /', 'x'],
  ['sends one header after another', line, 'X: 1\r\n'],
  ['sends empty lines before its first one', '', '\r\n'],
  ['stops in its form', `${form}Content-Length: 100\r\n\r\nemail=`, ''],
  ['sends its form letter by letter', `${form}Content-Length: 100000\r\n\r\nemail=`, 'x'],
  ['sends its form in chunks without end', `${form}Transfer-Encoding: chunked\r\n\r\n`, '1\r\nx\r\n'],
  ['waits for leave to send its form', `${form}Content-Length: 100\r\nExpect: 100-continue\r\n\r\n`, ''],
  ['sends its parts letter by letter', `${parts}Content-Length: 100000\r\n\r\n--part\r\n`, 'x'],
];

describe('a client that', () => {
  let web: TestWeb;
  const servers: Server[] = [];
  let cookie: string;
  before(async () => {
    web = await testWeb('slow');
    const visitor = openVisitor(portOf(await listen(web.server, {})), 'label.example');
    const email = 'slow@specimen.example';
    await visitor.get('/fr/sign-in');
    await visitor.post('/fr/sign-in', { email });
    await visitor.post('/fr/sign-in/code', { code: codeFor(web.letters, email) });
    cookie = visitor.values().cookie ?? '';
  });
  after(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    await web.stop();
  });

  async function listen(listener: RequestListener, otherwise: object = timeoutMs): Promise<Server> {
    const server = createHttpServer(listener, otherwise).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return server;
  }
  const portOf = (server: Server) => (server.address() as AddressInfo).port;

  /** Writes a piece again and again until the connection is closed. */
  function repeat(socket: Socket, piece: string): void {
    if (piece === '') return;
    const timer = setInterval(() => socket.write(piece), 10);
    socket.once('close', () => clearInterval(timer));
  }

  for (const [what, start, then] of endless) {
    it(`${what} is cut off with an error`, async () => {
      const socket = open(portOf(await listen(web.server)));
      socket.write(start.replace('§cookie', cookie));
      repeat(socket, then);
      expect(readAnswer(await everything(socket)).status).to.equal(408);
      expect(web.logged).to.deep.equal([]);
    });
  }

  it('does not read its answer is cut off, and the answer dropped', async () => {
    const large = Buffer.alloc(64 * 1024 * 1024);
    const server = await listen((_, answer) => answer.end(large), { ...timeoutMs, timeout: 200 });
    const accepted = once(server, 'connection');
    const socket = open(portOf(server)).pause();
    socket.write(`${line}\r\n`);
    const [connection] = (await accepted) as [Socket];
    await once(connection, 'close');
    const read = await everything(socket.resume());
    expect(read.length).to.be.lessThan(large.length);
  });

  it('connects three hundred times at once delays nobody else', async () => {
    const server = await listen(web.server, { connectionsCheckingInterval: 20, headersTimeout: 0 });
    const port = portOf(server);
    const sockets = Array.from({ length: 300 }, () => open(port));
    for (const socket of sockets) socket.write(line);
    const { status } = await openVisitor(port, 'label.example').get('/fr');
    expect(status).to.equal(200);
    // Their time is over only now: how long the answer took says nothing of the three hundred.
    server.headersTimeout = 1;
    const answers = await Promise.all(sockets.map(everything));
    expect(new Set(answers.map((read) => readAnswer(read).status))).to.deep.equal(new Set([408]));
  });
});

describe('the HTTP server', () => {
  it('has a timeout for everything', () => {
    const server = createHttpServer(() => undefined);
    expect(server.headersTimeout).to.be.within(1_000, 30_000);
    expect(server.requestTimeout).to.be.within(server.headersTimeout, 600_000);
    expect(server.timeout).to.be.within(30_000, 300_000);
    expect(server.keepAliveTimeout).to.be.within(1_000, 120_000);
    expect(server.maxHeadersCount).to.be.within(30, 1_000);
  });
});
