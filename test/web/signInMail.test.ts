import { expect } from 'chai';
import { parse } from 'node-html-parser';
import { languages } from '../../src/criteria/scheme.ts';
import { createSmtpMailer, type SmtpMailer } from '../../src/mailing/createSmtpMailer.ts';
import { createSentLetters } from '../../src/storage/createSentLetters.ts';
import { createI18n } from '../../src/words/i18n.ts';
import { type TestMailServer, testMailServer } from '../support/mailServer.ts';
import { type TestWeb, testWeb } from '../support/web.ts';

describe('a sign-in code by real mail', () => {
  let web: TestWeb;
  let server: TestMailServer;
  let mailer: SmtpMailer;
  const logged: object[] = [];
  const full = Object.assign(new Error('no room for the letter'), { responseCode: 452 });
  let refusing = false;
  before(async () => {
    server = await testMailServer({ onMailFrom: (_, __, done) => done(refusing ? full : null) });
    web = await testWeb('sign-in-mail', { mailbox: null, mailer: { send: (letter) => mailer.send(letter) } });
    const { publicUrl } = web.deps;
    mailer = createSmtpMailer({
      url: server.url,
      from: 'label@specimen.example',
      paper: { i18n: createI18n(), publicUrl, unsubscribeKey: Buffer.alloc(32), specimen: true },
      sent: createSentLetters(web.connection),
      log: { error: (data) => void logged.push(data) },
    });
  });
  after(async () => {
    mailer.close();
    await server.stop();
    await web.stop();
  });

  it('arrives, and lets in', async () => {
    const browser = await web.browser();
    await browser.post('/de/sign-in', { email: 'reader@specimen.example' });
    const text = server.received.at(-1)?.mail.text ?? '';
    const code = /\b\d{6}\b/.exec(text)?.[0] ?? '';
    const entered = await browser.post('/de/sign-in/code', { code });
    expect(entered.status).to.equal(303);
  });

  it('says that no letter left when the mail server takes none, keeps the address typed, and logs neither it nor the code', async () => {
    refusing = true;
    for (const language of languages) {
      const browser = await web.browser();
      const answer = await browser.post(`/${language}/sign-in`, { email: 'nobody@specimen.example' });
      expect(answer.status, language).to.equal(503);
      const page = parse(answer.text);
      expect(page.querySelector('.govuk-error-summary')?.textContent).to.match(
        /envoyer de courrier|keine Post verschicken|inviare posta|cannot send mail/,
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
});
