import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { httpSource } from '../../../src/cli/logAudit/logSource.ts';
import { Unread, type UnreadCode } from '../../../src/commands/transparency/audit/unread.ts';
import { answering } from '../../support/transparency/answering.ts';

const never = new AbortController().signal;

describe('cli/logAudit/logSource', () => {
  let server: Awaited<ReturnType<typeof answering>>;
  let asked: string[] = [];
  let answer: (req: IncomingMessage, res: ServerResponse) => void;
  before(async () => {
    server = await answering((req, res) => {
      asked.push(req.url ?? '');
      answer(req, res);
    });
  });
  after(() => server.close());
  beforeEach(() => {
    asked = [];
  });

  const file = (path = 'checkpoint', ends = never) => httpSource(server.address, ends).file(path, 1000);
  const lines = async () => {
    const read: string[] = [];
    for await (const line of httpSource(`${server.address}/log/`, never).siteLines('data', 1000))
      read.push(line);
    return read;
  };
  const codeOf = async (reading: Promise<unknown>) => {
    try {
      await reading;
    } catch (error) {
      if (error instanceof Unread) return error.code;
      throw error;
    }
    return 'read';
  };

  it('asks below the address that was typed, of a log or its site, in https or on this machine', async () => {
    answer = (_, res) => res.end('x');
    for (const address of ['', '/', '/log', '/log/', '/de', '/de/log'])
      await httpSource(server.address + address, never).file('checkpoint', 10);
    expect(asked).deep.equal([...Array(4).fill('/log/checkpoint'), ...Array(2).fill('/de/log/checkpoint')]);
    const wrong = [
      'label.example',
      'ftp://label.example',
      'http://label.example',
      'https://a:b@label.example',
      'file:///etc/passwd',
    ];
    for (const address of wrong)
      expect(() => httpSource(address, never), address)
        .throw(Unread)
        .with.property('code', 'address');
  });

  const pages: Record<string, readonly [UnreadCode, (res: ServerResponse) => void]> = {
    'leads elsewhere': ['redirected', (res) => res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    'is refused': ['status', (res) => res.writeHead(403).end()],
    'bids us wait for an hour': ['status', (res) => res.writeHead(429, { 'retry-after': '3600' }).end()],
    'bids us wait for a day that is over': [
      'status',
      (res) => res.writeHead(503, { 'retry-after': '-1' }).end(),
    ],
    'is always busy': ['status', (res) => res.writeHead(503, { 'retry-after': '0' }).end()],
    'is too long': ['tooLong', (res) => res.end('x'.repeat(1001))],
    'has no end': [
      'tooLong',
      (res) => {
        const more = () => res.write('x'.repeat(1000)) && setImmediate(more);
        res.on('drain', more);
        more();
      },
    ],
    'unfolds to a gigabyte': [
      'tooLong',
      (res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000))),
    ],
    'breaks off': [
      'unreachable',
      (res) => res.writeHead(200, { 'content-length': '10' }).write('x', () => res.destroy()),
    ],
    'is no HTTP': ['unreachable', (res) => res.socket?.end('nonsense')],
  };

  it('refuses each file that a hostile server may answer with', async () => {
    for (const [title, [code, how]] of Object.entries(pages)) {
      answer = (_, res) => how(res);
      expect(await codeOf(file()), title).equal(code);
    }
    expect(asked.every((path) => path === '/log/checkpoint')).equal(true);
  });

  it('asks a busy server again, says nothing is there where nothing is, and ends with the whole reading', async () => {
    let busy = 2;
    answer = (_, res) => {
      busy -= 1;
      if (busy >= 0) res.writeHead(429, { 'retry-after': '0' });
      res.end('here');
    };
    expect(String(await file())).equal('here');
    answer = (_, res) => res.writeHead(404).end();
    expect(await file()).equal(null);
    answer = () => {};
    expect(await codeOf(file('checkpoint', AbortSignal.timeout(50)))).equal('timedOut');
  });

  it('reads lines however they come, none longer than allowed', async () => {
    answer = ({ url }, res) => {
      const bytes = Buffer.from('un\ndéux\ntrois');
      for (const byte of bytes) res.write(Buffer.from([byte]));
      res.end();
      expect(url).equal('/data');
    };
    expect(await lines()).deep.equal(['un', 'déux', 'trois']);
    answer = (_, res) => res.end('one\n');
    expect(await lines()).deep.equal(['one']);
    answer = (_, res) => res.end(`one\n${'x'.repeat(2000)}`);
    expect(await codeOf(lines())).equal('tooLong');
    answer = (_, res) => res.writeHead(404).end();
    expect(await codeOf(lines())).equal('notThere');
    answer = (_, res) => res.write('one\n', () => res.destroy());
    expect(await codeOf(lines())).equal('unreachable');
  });
});
