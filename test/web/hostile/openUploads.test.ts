// Tier: all. Budget: 10 s.
import { spawnSync } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect } from 'chai';
import { createHttpServer } from '../../../src/boot/createHttpServer.ts';
import { readBackInProcess } from '../../../src/issuing/readBack/readBackInProcess.ts';
import { removeLeftUploads, UploadRoom } from '../../../src/web/http/uploads/uploadRoom.ts';
import { onePage, stream } from '../../issuing/readBack/writePdf.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';
import { type Answer, everything, open, readAnswer } from './support/exchange.ts';

/** A page on which drawings draw each other a billion times: whoever reads it does so until it is stopped. */
function endlessPage(): Buffer {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const form = (n: number): Buffer =>
    stream(
      Buffer.from(n === 12 ? 'BT /F 9 Tf (a) Tj ET' : '/X Do '.repeat(10)),
      `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F 4 0 R >> /XObject << /X ${n + 6} 0 R >> >> `,
    );
  const forms = Array.from({ length: 13 }, (_, n) => form(n));
  return onePage('', [font, ...forms], '/Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >> ');
}

/** How long (ms of work) a file may be read: half of what it is in operation, several times what an honest one takes. */
const timeoutMs = 3000;

/** What is written into a report. */
const typed = { place: 'shop', text: 'Vu <hier> au marché', email: 'witness@specimen.example' };
const givenBack = ['Vu &lt;hier&gt; au marché', 'witness@specimen.example'];

/** A form with a file as a client writes it: its head, then what follows it; a report says something before it. */
function sent(client: string, file: Buffer, path = '/fr/verify'): readonly [head: Buffer, body: Buffer] {
  const fields = path.endsWith('/report') ? Object.entries(typed) : [];
  const body = Buffer.concat([
    ...fields.map(([name, value]) =>
      Buffer.from(`--part\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    Buffer.from('--part\r\nContent-Disposition: form-data; name="file"; filename="f.pdf"\r\n\r\n'),
    file,
    Buffer.from('\r\n--part--\r\n'),
  ]);
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: label.example',
    'Accept: text/html',
    'Connection: close',
    `X-Forwarded-For: ${client}`,
    'Content-Type: multipart/form-data; boundary=part',
    `Content-Length: ${body.length}`,
  ];
  return [Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body];
}

describe('uploads of people without an account', () => {
  const parent = mkdtempSync(join(tmpdir(), 'open-uploads-'));
  const servers: Server[] = [];
  const webs: TestWeb[] = [];
  after(async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    for (const web of webs) await web.stop();
    rmSync(parent, { recursive: true });
  });

  async function served(name: string, uploads: UploadRoom): Promise<number> {
    const web = await testWeb(name, {
      uploads,
      trustedProxyHops: 1,
      readingBack: readBackInProcess(timeoutMs),
    });
    webs.push(web);
    const server = createHttpServer(web.server as RequestListener);
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return (server.address() as AddressInfo).port;
  }
  const whole = async (port: number, client: string, file: Buffer, path?: string): Promise<Answer> => {
    const socket = open(port);
    for (const part of sent(client, file, path)) socket.write(part);
    return readAnswer(await everything(socket));
  };
  const begun = (port: number, client: string, path?: string): Socket => {
    const socket = open(port);
    const [head, body] = sent(client, Buffer.alloc(500_000, 'a'), path);
    socket.write(head);
    socket.write(body.subarray(0, 200_000));
    return socket;
  };
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await turn();
  };
  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(folder, name)).isFile(),
    );
  /** Files, and the folders of forms, that are below it still. */
  const leftIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('form-'));

  it('do not delay honest clients behind slow ones', async () => {
    const home = mkdtempSync(join(parent, 'a-'));
    const room = new UploadRoom({}, home);
    const port = await served('open-uploads-fair', room);
    let answered = 0;
    const slow = [1, 2].map(async () => {
      const { status } = await whole(port, '203.0.113.1', endlessPage());
      answered += 1;
      return status;
    });
    await until(() => room.forms === 2);
    const honest = await whole(port, '203.0.113.2', onePage('', []));
    expect(honest.status).to.equal(200);
    expect(answered, 'slow files that came first and were done first').to.be.lessThan(2);
    expect(await Promise.all(slow)).to.deep.equal([200, 200]);
    expect(leftIn(home)).to.deep.equal([]);
  });

  it('are on disk while they arrive, and deleted when the client disconnects', async () => {
    const home = mkdtempSync(join(parent, 'b-'));
    const room = new UploadRoom({}, home);
    const port = await served('open-uploads-abort', room);
    const sockets = [1, 2, 3].map((n) => begun(port, `203.0.113.${n}`));
    await until(() => filesIn(home).length === 3);
    for (const socket of sockets) socket.destroy();
    await until(() => room.forms === 0);
    expect(leftIn(home)).to.deep.equal([]);
  });

  it('are refused with a message and a retry time while there is no room, and accepted afterwards', async () => {
    const home = mkdtempSync(join(parent, 'c-'));
    const room = new UploadRoom({ forms: 2 }, home);
    const port = await served('open-uploads-full', room);
    const sockets = [1, 2].map((n) => begun(port, `203.0.113.${n}`));
    await until(() => room.forms === 2);
    const refused = await whole(port, '203.0.113.3', onePage('', []));
    expect(refused.status).to.equal(503);
    expect(refused.headers['retry-after']).to.deep.equal(['10']);
    expect(refused.body).to.include('Trop de fichiers arrivent en ce moment');
    expect(refused.body, 'chosen once more').to.match(/action="\/fr\/verify"[\s\S]*name="file"/);
    const report = await whole(port, '203.0.113.3', onePage('', []), '/de/report');
    expect([report.status, report.headers['retry-after']]).to.deep.equal([503, ['10']]);
    for (const text of ['Ihre Datei wurde nicht angenommen', ...givenBack])
      expect(report.body).to.include(text);
    sockets[0]?.destroy();
    await until(() => room.forms === 1);
    expect((await whole(port, '203.0.113.3', onePage('', []))).status).to.equal(200);
    sockets[1]?.destroy();
    await until(() => room.forms === 0);
    expect(leftIn(home)).to.deep.equal([]);
  });

  it('are cut off when too slow, leave no file, and return the typed fields', async () => {
    const home = mkdtempSync(join(parent, 'd-'));
    // The fields come at once: this only has to be longer than reading them takes.
    const slow = { timeoutMs: 2000, bytesInSecond: Number.POSITIVE_INFINITY };
    const room = new UploadRoom(slow, home);
    const taking = await served('open-uploads-drip', room);
    const full = await served('open-uploads-drip-full', new UploadRoom({ ...slow, forms: 0 }, home));
    const drip = async (port: number, path?: string) =>
      readAnswer(await everything(begun(port, '203.0.113.1', path)));
    const [file, ...reports] = await Promise.all([
      drip(taking),
      drip(taking, '/fr/report'),
      drip(full, '/fr/report'),
    ]);
    expect(file.status).to.equal(408);
    expect(file.body).to.include('Votre fichier arrive trop lentement');
    for (const { status, body } of reports) {
      expect(status).to.equal(408);
      for (const text of givenBack) expect(body).to.include(text);
    }
    await until(() => room.forms === 0);
    expect(leftIn(home)).to.deep.equal([]);
  });

  it('are limited to so many at once, and so many per client', async () => {
    const room = new UploadRoom({ handedBack: 2, handedBackToClient: 1 }, parent);
    const stay = new EventEmitter();
    const stays = room.toHandBack('a', () => once(stay, 'leave'));
    expect(await refusalOf(room.toHandBack('a', turn))).to.equal('uploadsFull');
    const other = room.toHandBack('b', () => once(stay, 'leave'));
    expect(await refusalOf(room.toHandBack('c', turn))).to.equal('uploadsFull');
    stay.emit('leave');
    await Promise.all([stays, other]);
    await room.toHandBack('a', turn);
  });

  it('are limited by client and by bytes as well', async () => {
    const home = mkdtempSync(join(parent, 'e-'));
    const room = new UploadRoom({ formsOfClient: 1, bytes: 1000 }, home);
    const [stay, leave] = [new EventEmitter(), 'leave'];
    const stays = room.within('a', 600, async () => void (await once(stay, leave)));
    const nothing = async () => {};
    expect(await refusalOf(room.within('a', 1, nothing))).to.equal('uploadsFull');
    expect(await refusalOf(room.within('b', 600, nothing))).to.equal('uploadsFull');
    await room.within('b', 300, nothing);
    stay.emit(leave);
    await stays;
    await room.within('a', 900, nothing);
    expect(room.forms).to.equal(0);
    room.close();
    expect(readdirSync(home)).to.deep.equal([]);
  });

  it('are examined in parallel, those of one client in sequence', async () => {
    const room = new UploadRoom({ readers: 2 }, mkdtempSync(join(parent, 'g-')));
    const held = new EventEmitter();
    const begun: string[] = [];
    const look = (client: string, name: string) =>
      room.inTurn(client, async () => {
        begun.push(name);
        await once(held, name);
      });
    const next = async (done: string) => {
      held.emit(done);
      await turn();
      return begun;
    };
    const here = async (clients: readonly string[], use: () => Promise<void>): Promise<void> => {
      const [client, ...others] = clients;
      return client === undefined ? use() : room.within(client, 1, () => here(others, use));
    };
    await here(['a', 'b', 'c'], async () => {
      const looks = [look('a', 'a1'), look('a', 'a2'), look('b', 'b1'), look('c', 'c1')];
      expect(await next('nothing')).to.deep.equal(['a1', 'b1']);
      expect(await next('b1')).to.deep.equal(['a1', 'b1', 'c1']);
      expect(await next('c1'), 'a reader is free, and it is not its turn').to.have.length(3);
      expect(await next('a1')).to.deep.equal(['a1', 'b1', 'c1', 'a2']);
      await next('a2');
      await Promise.all(looks);
    });
    room.close();
  });

  it('get more time the larger they are, up to a limit', () => {
    const room = new UploadRoom({ timeoutMs: 1000, bytesInSecond: 500, maxTimeoutMs: 5000 }, parent);
    expect([0, 500, 1000, 1_000_000].map((length) => room.timeoutFor(length))).to.deep.equal([
      1000, 2000, 3000, 5000,
    ]);
  });

  it('left by a dead process are removed at the next start, those of live ones are not', () => {
    const home = mkdtempSync(join(parent, 'f-'));
    const { pid } = spawnSync(process.execPath, ['--version']);
    for (const name of [`made-in-ess-uploads-${pid}-x`, `made-in-ess-uploads-${process.pid}-y`, 'other'])
      mkdirSync(join(home, name, 'form-1'), { recursive: true });
    removeLeftUploads(home);
    expect(readdirSync(home).sort()).to.deep.equal([`made-in-ess-uploads-${process.pid}-y`, 'other']);
  });
});
