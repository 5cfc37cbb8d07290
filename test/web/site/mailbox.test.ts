import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { parse } from 'node-html-parser';
import supertest from 'supertest';
import { createMailboxMailer } from '../../../src/mailing/createMailboxMailer.ts';
import { createMailbox } from '../../../src/storage/letters/createMailbox.ts';
import { letterPaper } from '../../support/run/service.ts';
import { sampleLetter } from '../../support/samples/sampleLetters.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('the mailbox of development', () => {
  let web: TestWeb;
  before(async () => {
    web = await testWeb('mailbox');
  });
  after(() => web.stop());
  const agent = ({ server }: TestWeb = web) => supertest(server as unknown as Server);

  it('shows every letter as text, typed text escaped, and its HTML in a separate frame', async () => {
    const organisation = '<script>alert(1)</script> & Pain';
    await web.deps.mailer.send(sampleLetter('labelIssued', {}, { organisation }));
    const page = await agent().get('/fr/dev/mailbox');
    expect(page.status).to.equal(200);
    const html = parse(page.text);
    expect(html.querySelectorAll('main script')).to.deep.equal([]);
    expect(html.querySelector('.letter__text')?.textContent).to.include(organisation);
    const links = html.querySelectorAll('.letter a').map((a) => a.getAttribute('href') ?? '');
    expect(links).to.include('https://label.example/fr/somewhere');
    const apart = links.find((href) => href.startsWith('/fr/dev/mailbox/')) ?? '';
    const letter = await agent().get(apart);
    expect(letter.status).to.equal(200);
    expect(letter.text).to.equal(web.letters.at(-1)?.html);
    expect(letter.headers['content-security-policy'])
      .to.match(/^sandbox/)
      .and.to.include("default-src 'none'")
      .and.to.not.match(/script-src|allow-scripts|allow-same-origin/);
    expect((await agent().get('/fr/dev/mailbox/nothing')).status).to.equal(404);
  });

  it('is served on this machine only, and not through a proxy', async () => {
    await web.deps.mailer.send(sampleLetter('signInCode'));
    const listening = createServer(web.server).listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    const asked = (path: string, headers: Readonly<Record<string, string>>) =>
      supertest(listening).get(path).set(headers);
    const paths = ['/fr/dev/mailbox', '/fr/dev/mailbox/0'];
    try {
      for (const path of paths) {
        for (const host of ['localhost', '127.0.0.1', '[::1]'])
          expect((await asked(path, { Host: `${host}:${port}` })).status, host).to.equal(200);
        // The service is known by this name, which anybody can make lead here.
        for (const host of ['label.example', 'label.example:80'])
          expect((await asked(path, { Host: host })).status, host).to.equal(404);
        for (const host of ['rebound.example', `rebound.example:${port}`, '192.168.1.7', '0.0.0.0'])
          expect((await asked(path, { Host: host })).status, host).to.equal(400);
        for (const header of ['Forwarded', 'X-Forwarded-For', 'X-Forwarded-Host', 'X-Real-IP', 'Via']) {
          const through = await asked(path, { Host: `localhost:${port}`, [header]: 'proxy.example' });
          expect(through.status, header).to.equal(404);
        }
      }
    } finally {
      listening.close();
    }
  });

  it('redirects its short address to the reader’s language', async () => {
    const answer = await agent().get('/dev/mailbox').set('Accept-Language', 'it');
    expect([answer.status, answer.headers.location]).to.deep.equal([302, '/it/dev/mailbox']);
    expect((await agent().get('/fr/mailbox')).status).to.equal(404);
  });

  it('does not exist in production, nor with a real mail server, and no page links to it', async () => {
    for (const also of [{ mode: 'production' } as const, { mailbox: null }]) {
      const other = await testWeb('no-mailbox', also);
      for (const path of ['/dev/mailbox', '/fr/dev/mailbox', '/fr/dev/mailbox/0', '/fr/mailbox']) {
        expect((await agent(other).get(path).set('Host', 'label.example')).status, path).to.equal(404);
      }
      const home = await agent(other).get('/fr').set('Host', 'label.example');
      expect(home.status).to.equal(200);
      expect(home.text).to.not.include('mailbox');
      await other.stop();
    }
    expect((await agent().get('/fr')).text).to.include('/fr/dev/mailbox');
  });

  it('keeps a letter sent again under the same id once, the newest first', async () => {
    const mailbox = createMailbox(web.connection, () => web.deps.ids.next(), web.deps.clock);
    const mailer = createMailboxMailer(mailbox, letterPaper('https://label.example'));
    await mailer.send(sampleLetter('signInCode'));
    for (let i = 0; i < 2; i += 1) await mailer.send({ ...sampleLetter('labelIssued'), id: 'J1' });
    const kept = await mailbox.letters();
    expect(kept.map(({ kind }) => kind)).to.deep.equal(['labelIssued', 'signInCode']);
    const letter = await mailbox.letter('J1');
    expect(letter).to.include({ id: 'J1', to: 'reader@specimen.example', kind: 'labelIssued' });
    expect(letter?.html).to.include('<h1').and.to.equal(kept[0]?.html);
    expect(await mailbox.letter('J2')).to.equal(null);
  });

  it('keeps a letter with what it brings for a calendar, and shows both', async () => {
    const mailbox = createMailbox(web.connection, () => web.deps.ids.next(), web.deps.clock);
    const mailer = createMailboxMailer(mailbox, letterPaper('https://label.example'));
    await mailer.send({ ...sampleLetter('sessionConvened'), id: 'J3' });
    const letter = await mailbox.letter('J3');
    expect(letter?.calendar).to.match(/^BEGIN:VCALENDAR/);
    const other = await testWeb('mailbox-real', { mailbox });
    const page = parse((await agent(other).get('/fr/dev/mailbox')).text);
    const shown = page.querySelectorAll('.letter pre').map((one) => one.textContent);
    expect(shown).to.deep.equal([letter?.calendar]);
    await other.stop();
  });
});
