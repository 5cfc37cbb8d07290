import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { expect } from 'chai';
import { readConfig } from '../../src/config.ts';
import { createIntake } from '../../src/intake/createIntake.ts';
import { createScanner } from '../../src/intake/createScanner.ts';
import { faultOf } from './support/faultOf.ts';

/** The harmless text that every scanner takes for a virus (eicar.org), put together so that this file is none. */
const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);
const harmless = Buffer.from('Année;Énergie\n2025;12\n');

describe('intake/createScanner', () => {
  const servers: Server[] = [];
  const sockets: Socket[] = [];
  after(() => {
    for (const socket of sockets) socket.destroy();
    for (const server of servers) server.close();
  });

  /** A server of INSTREAM (clamd(8)) on a free port: `answer` is what it says of what it was sent; null says nothing and holds the line. */
  const clamd = async (answer: (bytes: Buffer) => string | null) => {
    const server = createServer({ allowHalfOpen: true }, (socket) => {
      sockets.push(socket);
      let received = Buffer.alloc(0);
      socket.on('error', () => {});
      socket.on('data', (chunk: Buffer) => {
        received = Buffer.concat([received, chunk]);
        const sent = instream(received);
        const said = sent && answer(sent);
        if (said !== null) socket.end(said);
      });
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
  };
  const scan = (at: Awaited<ReturnType<typeof clamd>>, bytes: Buffer, reported: unknown[] = []) =>
    faultOf(createScanner(at, { report: (error) => reported.push(error), timeoutMs: 300 }).scan(bytes));

  it('returns "not scanned" without a scanner', async () => {
    expect(await createScanner(null).scan(eicar)).to.equal('notScanned');
  });

  it('sends every byte to a fake clamd, and returns its finding', async () => {
    const seen: Buffer[] = [];
    const at = await clamd((bytes) => {
      seen.push(bytes);
      return bytes.includes('EICAR') ? 'stream: Specimen.<b>EICAR</b> FOUND\0' : 'stream: OK\0';
    });
    const large = Buffer.alloc(3_000_000, 'specimen ');
    expect(await createScanner(at).scan(harmless)).to.equal('clean');
    expect(await createScanner(at).scan(large)).to.equal('clean');
    expect(await scan(at, eicar)).to.equal('fileInfected Specimen.bEICARb');
    expect(seen.map((bytes) => bytes.length)).to.deep.equal([harmless.length, large.length, eicar.length]);
    expect(seen[1]?.equals(large)).to.equal(true);
  });

  const failing: readonly (readonly [string, () => string | null])[] = [
    ['says nothing', () => null],
    ['hangs up', () => ''],
    ['found the file too large', () => 'INSTREAM size limit exceeded. ERROR\0'],
    ['says something else', () => 'stream: perhaps\0'],
    ['says OK to something else', () => 'OK\0'],
  ];
  for (const [what, answer] of failing) {
    it(`refuses every file temporarily when a fake clamd ${what}, and logs why`, async () => {
      const reported: unknown[] = [];
      expect(await scan(await clamd(answer), harmless, reported)).to.equal('scannerUnavailable');
      expect(reported).to.have.length(1);
    });
  }

  it('refuses every file temporarily when nothing listens', async () => {
    const at = await clamd(() => null);
    servers.at(-1)?.close();
    expect(await scan(at, harmless)).to.equal('scannerUnavailable');
    expect(await scan({ ...at, socket: '/nowhere/clamd.sock' } as never, harmless)).to.equal(
      'scannerUnavailable',
    );
  });

  it('is called for every incoming file, and its refusals are final', async () => {
    const at = await clamd((bytes) =>
      bytes.includes('EICAR') ? 'stream: Specimen FOUND\0' : 'stream: OK\0',
    );
    const intake = createIntake({ scanner: createScanner(at) });
    expect((await intake.receive(harmless, 'a.csv')).scan).to.equal('clean');
    expect(await faultOf(intake.receive(eicar, 'a.txt'))).to.equal('fileInfected Specimen');
  });

  it('finds the test virus with the real clamd that the environment names', async function () {
    const { clamav } = readConfig({
      CLAMAV_HOST: process.env.CLAMAV_HOST,
      CLAMAV_PORT: process.env.CLAMAV_PORT,
      CLAMAV_SOCKET: process.env.CLAMAV_SOCKET,
    });
    if (!clamav) return this.skip();
    const scanner = createScanner(clamav);
    expect(await scanner.scan(harmless)).to.equal('clean');
    expect(await faultOf(scanner.scan(eicar))).to.match(/^fileInfected .*eicar/i);
  });
});

/** What was sent once the closing chunk of no length is there, else null. */
function instream(received: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (received.toString('latin1', 0, command.length) !== command) return null;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}
