import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect } from 'chai';
import type { CachedResponse } from '../../../../src/web/http/cache/responseCache.ts';
import { sendCached } from '../../../../src/web/http/cache/sendCached.ts';
import { Slab } from '../../../../src/web/http/cache/slab.ts';

const [requests, lengths] = [600, [60_000, 9_000]];

describe('sending a cached answer', () => {
  it('sends a slow client its answer even when the memory is needed for others', async () => {
    const slab = new Slab(1 << 20);
    let n = 0;
    const server = createServer((req, res) => {
      n += 1;
      const plain = slab.put(Buffer.alloc(lengths[n % 2] ?? 0, n % 251), () => {});
      if (!plain) throw new Error('there must be room');
      sendCached(req, res, cached(plain), slab, null);
      // What others bring while this client does not read.
      for (let i = 0; i < 20; i++) slab.put(Buffer.alloc(60_000, 255), () => {});
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
    client.write('GET / HTTP/1.1\r\nHost: label.example\r\n\r\n'.repeat(requests - 1));
    client.write('GET / HTTP/1.1\r\nHost: label.example\r\nConnection: close\r\n\r\n');
    const firstUnsent = new Promise<void>((resolve) => {
      const look = () => (n > 40 ? resolve() : setImmediate(look));
      look();
    });
    await firstUnsent;
    const parts: Buffer[] = [];
    for await (const part of client) parts.push(part);
    server.close();

    const answers = Buffer.concat(parts).toString('latin1').split('HTTP/1.1 ').slice(1);
    expect(answers).to.have.length(requests);
    answers.forEach((answer, i) => {
      const [value, length = 0] = [(i + 1) % 251, lengths[(i + 1) % 2]];
      expect(answer.slice(-length) === String.fromCharCode(value).repeat(length)).to.equal(true);
    });
  });
});

function cached(plain: CachedResponse['plain']): CachedResponse {
  return {
    address: '/',
    headers: [],
    etag: '"1"',
    vary: [],
    about: null,
    isText: false,
    route: 'page',
    plain,
    packed: {},
    heads: null,
    sent: 0,
    until: 0,
  };
}
