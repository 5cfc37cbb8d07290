import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { isPublicAddress } from '../../../src/workers/webhooks/publicAddress.ts';
import { createWebhookSender, type SendParts } from '../../../src/workers/webhooks/sendWebhook.ts';
import { openReceiver, type Receiver, receiverHost } from '../../support/servers/receiver.ts';

const here = [{ address: '127.0.0.1', family: 4 }];
const headers = { 'content-type': 'application/json', 'webhook-id': 'change_1' };

describe('workers/webhooks/sendWebhook', () => {
  let receiver: Receiver;
  before(async () => {
    receiver = await openReceiver();
  });
  after(() => receiver.close());
  beforeEach(() => {
    receiver.received.length = 0;
    receiver.answer = (response) => response.writeHead(204).end();
  });

  /** Sends as in production, but for the one address of this machine and the certificate that only it knows. */
  const send = (address = receiver.address, parts: Partial<SendParts> = {}) =>
    createWebhookSender({
      allows: (one) => one === '127.0.0.1' || isPublicAddress(one),
      resolve: async () => here,
      ca: receiver.ca,
      ...parts,
    })({ address, headers, body: '{"a":1}' });

  it('posts what it was given, by the name of the receiver and with no header but its own', async () => {
    const answer = await send();
    expect(answer).to.include({ outcome: 'delivered', status: 204, excerpt: '', retryAfterMs: null });
    expect(receiver.received).to.have.length(1);
    const [{ headers: came, body, path } = { headers: {}, body: '', path: '' }] = receiver.received;
    expect([body, path]).to.deep.equal(['{"a":1}', '/made-in-ess']);
    expect(came).to.deep.equal({
      ...headers,
      'accept-encoding': 'identity',
      'content-length': '7',
      host: `${receiverHost}:${receiver.port}`,
      connection: 'close',
    });
  });

  it('connects to no address that is not public, in whatever notation and behind whatever name', async () => {
    const connected = receiver.connections();
    const { port } = receiver;
    const numbers = [
      '127.0.0.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '127.1',
      '0x7f.1',
      '017700000001',
      '①②⑦.⓪.⓪.①',
    ];
    const literals = [
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[::]',
      '[64:ff9b::7f00:1]',
      '[fd00::1]',
    ];
    for (const host of [...numbers, ...literals, '169.254.169.254', '100.64.0.1']) {
      const address = `https://${host}:${port}/`;
      const answer = await send(address, { allows: isPublicAddress });
      expect([host, answer.outcome]).to.deep.equal([host, 'notPublic']);
    }
    const names: Readonly<Record<string, readonly { address: string; family: number }[]>> = {
      'inside.example': here,
      'six.example': [{ address: '::1', family: 6 }],
      'mapped.example': [{ address: '::ffff:127.0.0.1', family: 6 }],
      'half.example': [{ address: '8.8.8.8', family: 4 }, ...here],
      'cloud.example': [{ address: '169.254.169.254', family: 4 }],
      'nowhere.example': [],
    };
    for (const [host, addresses] of Object.entries(names)) {
      const parts = { allows: isPublicAddress, resolve: async () => addresses };
      const { outcome } = await send(`https://${host}:${port}/`, parts);
      expect([host, outcome]).to.deep.equal([host, 'notPublic']);
    }
    expect(receiver.connections()).to.equal(connected);
  });

  it('connects to the address that it has checked, whatever the name means a moment later', async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return asked === 1 ? here : [{ address: '10.0.0.1', family: 4 }];
    };
    expect(await send(receiver.address, { resolve })).to.include({ outcome: 'delivered' });
    expect(asked).to.equal(1);
    // Nothing but the pinned address leads to it: the name itself is in no system of names.
    expect(await send(receiver.address, { resolve })).to.include({ outcome: 'notPublic' });
  });

  it('follows no redirect', async () => {
    receiver.answer = (response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end('there');
    expect(await send()).to.include({ outcome: 'redirected', status: 307, excerpt: 'there' });
    expect(receiver.received).to.have.length(1);
  });

  it('sends plain http to this machine alone, and there only where that is allowed', async () => {
    const plain = createServer((_, response) => response.end());
    await once(plain.listen(0, '127.0.0.1'), 'listening');
    const address = `http://localhost:${(plain.address() as AddressInfo).port}/`;
    expect(await send(address)).to.include({ outcome: 'delivered' });
    expect(await send(address, { allows: isPublicAddress })).to.include({ outcome: 'notPublic' });
    const outside = { resolve: async () => [{ address: '8.8.8.8', family: 4 }] };
    expect(await send('http://receiver.example/', outside)).to.include({ outcome: 'notPublic' });
    plain.close();
  });

  it('trusts no certificate of another name or of nobody known', async () => {
    expect(await send(`https://other.example:${receiver.port}/`)).to.include({ outcome: 'untrusted' });
    const { ca: _, ...usual } = { ca: receiver.ca };
    const stranger = createWebhookSender({ allows: () => true, resolve: async () => here, ...usual });
    expect(await stranger({ address: receiver.address, headers, body: '' })).to.include({
      outcome: 'untrusted',
    });
  });

  const dripping = (response: {
    write(text: string): unknown;
    on(event: 'close', then: () => void): unknown;
  }) => {
    const timer = setInterval(() => response.write('.'), 5);
    response.on('close', () => clearInterval(timer));
  };

  it('waits so long for the last byte of an answer and no longer', async () => {
    const parts = { timeoutMs: 250 };
    receiver.answer = () => {};
    expect(await send(receiver.address, parts), 'silent').to.include({ outcome: 'timedOut', status: null });
    receiver.answer = (response) => dripping(response.writeHead(200));
    expect(await send(receiver.address, parts), 'drip').to.include({ outcome: 'timedOut', status: null });
    const never = { ...parts, resolve: () => new Promise<never>(() => {}) };
    expect(await send(receiver.address, never), 'name').to.include({ outcome: 'timedOut' });
  });

  it('gets away from what is no answer, as soon as it comes', async () => {
    const never = { timeoutMs: 600_000 };
    const another = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n';
    for (const [what, text] of Object.entries({
      'another protocol': another,
      'another protocol after a hint': `HTTP/1.1 103 Early Hints\r\n\r\n${another}`,
      'interim answers without end': 'HTTP/1.1 100 Continue\r\n\r\n'.repeat(100),
      'no HTTP': 'SSH-2.0-OpenSSH\r\n',
      'two lengths': 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'a head without end': `HTTP/1.1 200 OK\r\nX-A: ${'a'.repeat(100_000)}`,
    })) {
      receiver.answer = (response) => response.socket?.write(text);
      expect(await send(receiver.address, never), what).to.include({ outcome: 'unreachable', status: null });
    }
    receiver.answer = (response) => response.socket?.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab');
    expect(await send(receiver.address, never), 'half of it').to.include({ outcome: 'unreachable' });
  });

  it('reads 100 kB of an answer, as it comes and without unpacking it, and no more', async () => {
    receiver.answer = (response) => response.end('x'.repeat(100_000));
    expect(await send()).to.include({ outcome: 'delivered' });
    let written = 0;
    receiver.answer = (response) => {
      const more = () => {
        while (response.writable && response.write('x'.repeat(65_536))) written += 1;
      };
      response.on('drain', more);
      more();
    };
    expect(await send()).to.include({ outcome: 'tooLong', status: 200 });
    expect(written).to.be.lessThan(1000);
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(bomb.length).to.be.lessThan(100_000);
    receiver.answer = (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(await send()).to.include({ outcome: 'delivered' });
  });

  it('tells refusals apart, keeps a plain beginning of them, and hears when to come again', async () => {
    const nasty = '<script>alert(1)</script>\u202e\u0000\r\nSet-Cookie: a\u001b[31m'.padEnd(500, 'é!');
    for (const [status, outcome, retryAfter, ms] of [
      [410, 'gone', '', null],
      [429, 'refused', '120', 120_000],
      [503, 'refused', 'Wed, 21 Oct 2099 07:28:00 GMT', null],
      [404, 'refused', '-5', null],
      [500, 'refused', '9999999', null],
    ] as const) {
      receiver.answer = (response) =>
        response.writeHead(status, retryAfter === '' ? {} : { 'retry-after': retryAfter }).end(nasty);
      const answer = await send();
      expect(answer).to.include({ outcome, status, retryAfterMs: ms });
      expect(answer.excerpt)
        .to.match(/^<script>alert\(1\)<\/script> Set-Cookie: a \[31m/)
        .and.match(/^[\x20-\x7e]{1,160}$/);
    }
  });

  it('says that nobody is there', async () => {
    const gone = await openReceiver();
    await gone.close();
    expect(await send(gone.address)).to.include({ outcome: 'unreachable', status: null });
    const unknown = { resolve: () => Promise.reject(new Error('ENOTFOUND')) };
    expect(await send(receiver.address, unknown)).to.include({ outcome: 'unreachable' });
  });
});
