import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect } from 'chai';
import { createHttpServer } from '../../../src/boot/createHttpServer.ts';
import { startApplication } from '../../../src/commands/application/selfAssessment/startApplication.ts';
import { makeKey } from '../../../src/commands/people/keys/makeKey.ts';
import { dayOf } from '../../../src/register/day.ts';
import { UploadRoom } from '../../../src/web/http/uploads/uploadRoom.ts';
import { registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { codeFor } from '../../support/servers/signInLetter.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';
import { everything, open, readAnswer } from './support/exchange.ts';
import { openVisitor } from './support/visitor.ts';

describe('uploads of people with an account', () => {
  const home = mkdtempSync(join(tmpdir(), 'own-uploads-'));
  let web: TestWeb;
  let room: UploadRoom;
  let server: Server;
  let port: number;
  before(async () => {
    room = new UploadRoom({ forms: 3, formsOfClient: 2 }, home);
    web = await testWeb('own-uploads', { ownUploads: room });
    server = createHttpServer(web.server as RequestListener);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    port = (server.address() as AddressInfo).port;
  });
  after(async () => {
    server.closeAllConnections();
    server.close();
    await web.stop();
    rmSync(home, { recursive: true });
  });

  const { host } = new URL('http://label.example');
  /** An applicant with a draft, signed in, and a key of theirs. */
  const applicant = async (name: string) => {
    const owner = await web.person(name);
    const organisationId = await registerSpecimen(web.deps, owner);
    const asker = { ...(await storedPerson(web.deps, owner)), request: 'test' };
    const id = await startApplication(web.deps, asker, { organisationId });
    const endsOn = dayOf(new Date(web.deps.clock.now().getTime() + 7 * 86_400_000).toISOString());
    const key = await makeKey(web.deps, asker, {
      ...{ organisationId, name: 'Logiciel spécimen', scopes: ['evidence.write'], endsOn },
    });
    const browser = openVisitor(port, host);
    await browser.get('/fr/sign-in');
    await browser.post('/fr/sign-in', { email: owner.email });
    await browser.post('/fr/sign-in/code', { code: codeFor(web.letters, owner.email) });
    await browser.get('/fr/account');
    const { cookie = '', csrf: token = '' } = browser.values();
    return {
      page: { path: `/fr/applications/${id}/evidence`, as: `Cookie: ${cookie}`, token },
      key: { path: `/api/v1/applications/${id}/evidence`, as: `Authorization: Bearer ${key}`, token: null },
    };
  };
  type Way = Awaited<ReturnType<typeof applicant>>['page' | 'key'];

  let files = 0;
  const sent = ({ path, as, token }: Way, size: number): readonly [head: string, body: string] => {
    files += 1;
    const csrf = `--part\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${token}\r\n`;
    const file = `--part\r\nContent-Disposition: form-data; name="file"; filename="f.txt"\r\n\r\n`;
    const text = `Spécimen ${files} `.padEnd(size, 'a');
    const body = `${token === null ? '' : csrf}${file}${text}\r\n--part--\r\n`;
    const head = [`POST ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close', 'Accept: text/html', as];
    const type = 'Content-Type: multipart/form-data; boundary=part';
    return [[...head, type, `Content-Length: ${Buffer.byteLength(body)}`, '', ''].join('\r\n'), body];
  };
  const whole = async (way: Way) => {
    const socket = open(port);
    socket.write(sent(way, 100).join(''));
    return readAnswer(await everything(socket));
  };
  const begun = (way: Way): Socket => {
    const socket = open(port);
    const [head, body] = sent(way, 500_000);
    socket.write(head + body.slice(0, 200_000));
    return socket;
  };
  const until = async (is: () => boolean): Promise<void> => {
    while (!is()) await turn();
  };
  const filesIn = () =>
    readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(home, name)).isFile(),
    );

  it('lie on the disk, so many of one person by their pages and their keys, and leave room for others', async () => {
    const [one, other] = [await applicant('one'), await applicant('other')];
    const sockets = [begun(one.page), begun(one.key)];
    await until(() => filesIn().length === 2);
    for (const way of [one.page, one.key]) {
      const refused = await whole(way);
      expect([refused.status, refused.headers['retry-after']], way.path).to.deep.equal([503, ['10']]);
    }
    expect((await whole(other.page)).status).to.equal(303);
    expect((await whole(other.key)).status).to.equal(201);
    for (const socket of sockets) socket.destroy();
    await until(() => room.forms === 0);
    expect(filesIn()).to.deep.equal([]);
    expect((await whole(one.page)).status).to.equal(303);
    expect((await whole(one.key)).status).to.equal(201);
    expect(filesIn()).to.deep.equal([]);
    expect(web.logged, 'failures of ours').to.deep.equal([]);
  });
});
