import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { createSmtpMailer, type SmtpMailer } from '../../../src/mailing/createSmtpMailer.ts';
import { type TestMailServer, testMailServer } from '../../support/servers/mailServer.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('a sign-in code by real mail', () => {
  let web: TestWeb;
  let server: TestMailServer;
  let mailer: SmtpMailer;
  const logged: object[] = [];
  const full = Object.assign(new Error('no room for the letter'), { responseCode: 452 });
  const barred = Object.assign(new Error('not from this sender'), { responseCode: 553 });
  const unknown = Object.assign(new Error('no such mailbox'), { responseCode: 550 });
  let refusal: Error | null = null;
  before(async () => {
    server = await testMailServer({
      onMailFrom: (_, __, done) => done(refusal),
      onRcptTo: ({ address }, _, done) => done(address.startsWith('bounce') ? unknown : null),
    });
    web = await testWeb('sign-in-mail', { mailbox: null, mailer: { send: (letter) => mailer.send(letter) } });
    const { publicUrl } = web.deps;
    mailer = createSmtpMailer({
      url: server.url,
      from: 'label@specimen.example',
      paper: {
        i18n: createI18n(),
        publicUrl,
        linkKey: Buffer.alloc(32),
        contact: 'secretariat@specimen.example',
        specimen: true,
      },
      bounces: null,
      log: { error: (data) => void logged.push(data) },
    });
  });
  beforeEach(() => {
    refusal = null;
  });
  after(async () => {
    mailer.close();
    await server.stop();
    await web.stop();
  });

  it('arrives, and signs in', async () => {
    const browser = await web.browser();
    await browser.post('/de/sign-in', { email: 'reader@specimen.example' });
    const text = server.received.at(-1)?.mail.text ?? '';
    const code = /\b\d{6}\b/.exec(text)?.[0] ?? '';
    const entered = await browser.post('/de/sign-in/code', { code });
    expect(entered.status).to.equal(303);
  });

  it('reports a letter that the mail server refused, keeps the address, and logs neither it nor the code', async () => {
    refusal = full;
    for (const language of languages) {
      const browser = await web.browser();
      const answer = await browser.post(`/${language}/sign-in`, { email: 'nobody@specimen.example' });
      expect(answer.status, language).to.equal(503);
      const page = parse(answer.text);
      expect(page.querySelector('.govuk-error-summary')?.textContent).to.match(
        /envoyer d’e-mails|keine E-Mails verschicken|inviare e-mail|cannot send mail/,
      );
      expect(page.querySelector('input[name=email]')?.getAttribute('value')).to.equal(
        'nobody@specimen.example',
      );
    }
    expect(logged).to.have.length(4);
    expect(JSON.stringify(logged))
      .to.include('452')
      .and.to.not.match(/nobody|\d{6}/);
    expect(web.logged, 'it is no failure of ours').to.deep.equal([]);
  });

  it('gives the same answer for an address without mailbox, and for a removed person', async () => {
    const removed = await updatePerson(web.deps, await web.person('gone'), {
      removedAt: '2026-11-02T08:00:00.000Z',
    });
    for (const email of ['bounce@specimen.example', removed.email, 'new@specimen.example']) {
      const answer = await (await web.browser()).post('/fr/sign-in', { email });
      expect([answer.status, answer.headers.location], email).to.deep.equal([303, '/fr/sign-in/code']);
    }
  });

  it('reports a refused sender address, to everyone', async () => {
    refusal = barred;
    const answer = await (await web.browser()).post('/fr/sign-in', { email: 'sender@specimen.example' });
    expect(answer.status).to.equal(503);
  });
});
