import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect } from 'chai';
import ICAL from 'ical.js';
import { createI18n } from '../../src/i18n/i18n.ts';
import { createSmtpMailer, type SmtpConfig, type SmtpMailer } from '../../src/mailing/createSmtpMailer.ts';
import { refusalOf } from '../support/refusal.ts';
import { sampleLetter } from '../support/samples/sampleLetters.ts';
import { type TestMailServer, testMailServer } from '../support/servers/mailServer.ts';

const paper = {
  i18n: createI18n(),
  publicUrl: 'https://label.example',
  linkKey: Buffer.alloc(32, 7),
  contact: 'secretariat@specimen.example',
  specimen: false,
};

describe('mailing/createSmtpMailer', () => {
  const ends: (() => unknown)[] = [];
  const logged: string[] = [];
  beforeEach(() => {
    logged.length = 0;
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });

  const mailerTo = (url: string, also: Partial<SmtpConfig> = {}): SmtpMailer => {
    const log = {
      error: (data: object, message: string) => void logged.push(JSON.stringify({ data, message })),
    };
    const mailer = createSmtpMailer({
      url,
      from: 'Made in ESS <label@specimen.example>',
      paper,
      bounces: null,
      log,
      ...also,
    });
    ends.push(() => mailer.close());
    return mailer;
  };
  const serverWith = async (...options: Parameters<typeof testMailServer>): Promise<TestMailServer> => {
    const server = await testMailServer(...options);
    ends.push(() => server.stop());
    return server;
  };

  it('puts a session into the calendar of its reader, and takes it away again', async () => {
    const server = await serverWith();
    const mailer = mailerTo(server.url);
    await mailer.send(sampleLetter('sessionConvened'));
    await mailer.send(sampleLetter('sessionCancelled'));
    const files = server.received.map(({ mail }) => {
      const [file] = mail.attachments;
      const event = new ICAL.Event(
        new ICAL.Component(ICAL.parse(String(file?.content))).getFirstSubcomponent('vevent') ?? undefined,
      );
      return { type: file?.contentType, text: String(file?.content), uid: event.uid, at: event.startDate };
    });
    expect(files.map(({ text }) => /METHOD:(\w+)/.exec(text)?.[1])).to.deep.equal(['PUBLISH', 'CANCEL']);
    expect(files.map(({ text }) => /SEQUENCE:(\d+)/.exec(text)?.[1])).to.deep.equal(['3', '3']);
    const [convened, cancelled] = files;
    expect(convened?.uid).to.equal(cancelled?.uid).and.to.include('@label.example');
    expect(convened?.at.isDate).to.equal(false);
  });

  it('sends text and HTML, with the right headers', async () => {
    const server = await serverWith();
    await mailerTo(server.url).send({
      ...sampleLetter('labelIssued', { name: 'Zoë "Spécimen", Élève' }),
      id: 'T00000001:mailLabel:P1',
    });
    const [received] = server.received;
    expect(received?.from).to.equal('label@specimen.example');
    expect(received?.to).to.deep.equal(['reader@specimen.example']);
    const { mail, raw } = received ?? expect.fail('nothing came');
    expect(mail.replyTo?.text).to.equal('secretariat@specimen.example');
    expect(mail.from?.text).to.equal('"Made in ESS" <label@specimen.example>');
    expect([mail.to].flat()[0]?.value).to.deep.equal([
      { address: 'reader@specimen.example', name: 'Zoë "Spécimen", Élève' },
    ]);
    expect(mail.subject).to.equal('Votre label MIE-26-00042-D est là');
    expect(mail.text).to.include('https://label.example/fr/somewhere').and.to.include('Bonjour Zoë');
    expect(mail.html).to.include('<h1').and.to.include('lang="fr"');
    expect(mail.attachments).to.deep.equal([]);
    expect(mail.messageId).to.equal('<T00000001.mailLabel.P1@label.example>');
    const header = (name: string) => new RegExp(`^${name}:\\s*(.*(?:\r\n[ \t].*)*)`, 'im').exec(raw)?.[1];
    expect(header('Auto-Submitted')).to.equal('auto-generated');
    expect(header('Content-Language')).to.equal('fr-CH');
    expect(header('List-Unsubscribe-Post')).to.equal('List-Unsubscribe=One-Click');
    expect(header('List-Unsubscribe')?.replaceAll(/\s/g, '')).to.match(
      /^<https:\/\/label\.example\/fr\/unsubscribe\?person=P1&topic=labelNews&token=[\w-]{43}>$/,
    );
    expect(raw.split('\r\n').filter((line) => line.length > 998)).to.deep.equal([]);
    expect(logged).to.deep.equal([]);
  });

  it('adds no unsubscribe link to a mandatory letter', async () => {
    const server = await serverWith();
    await mailerTo(server.url).send(sampleLetter('signInCode'));
    expect(server.received[0]?.raw).to.not.match(/unsubscribe/i);
  });

  it('reuses its connection', async () => {
    const server = await serverWith();
    const mailer = mailerTo(server.url);
    for (let i = 0; i < 5; i += 1) await mailer.send(sampleLetter('signInCode'));
    expect(server.connections()).to.equal(1);
  });

  it('authenticates and encrypts as the server URL says', async () => {
    const server = await serverWith({ secure: true });
    const url = `smtps://label:p%40ss@127.0.0.1:${server.port}`;
    expect(
      await refusalOf(mailerTo(url).send(sampleLetter('signInCode'))),
      'an unknown certificate',
    ).to.equal('mailUnavailable');
    expect(server.received).to.deep.equal([]);
    await mailerTo(`${url}?tls.rejectUnauthorized=false`).send(sampleLetter('signInCode'));
    expect(server.received[0]).to.include({ secure: true, user: 'label' });
    const plain = await serverWith({ disabledCommands: ['STARTTLS'] });
    const insisting = mailerTo(`${plain.url}?requireTLS=true`);
    expect(await refusalOf(insisting.send(sampleLetter('signInCode')))).to.equal('mailUnavailable');
    expect(plain.received).to.deep.equal([]);
  });

  it('reports mail as unavailable when the server is down, silent or refusing, and logs no content', async () => {
    const gone = await testMailServer();
    await gone.stop();
    const mute = createServer(() => {}).listen(0, '127.0.0.1');
    await once(mute, 'listening');
    ends.push(() => mute.close());
    const refusing = await serverWith({}, () => true);
    const letter = sampleLetter('signInCode', { email: 'nobody@specimen.example' });
    const muteUrl = `smtp://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    for (const url of [gone.url, muteUrl, refusing.url]) {
      expect(
        await refusalOf(mailerTo(url, url === muteUrl ? { answerMs: 100 } : {}).send(letter)),
        url,
      ).to.equal(url === refusing.url ? 'mailRefused' : 'mailUnavailable');
    }
    expect(logged.map((line) => JSON.parse(line).data)).to.deep.equal([
      { kind: 'signInCode', why: 'ESOCKET' },
      { kind: 'signInCode', why: 'ETIMEDOUT' },
      { kind: 'signInCode', why: 'EENVELOPE 550' },
    ]);
    expect(logged.join()).to.not.match(/048213|nobody|somewhere/);
  });

  it('refuses anything that could forge a header', async () => {
    const server = await serverWith();
    const forged = sampleLetter('labelIssued', {}, { organisation: 'Pain\r\nBcc: all@specimen.example' });
    expect(await refusalOf(mailerTo(server.url).send(forged))).to.equal('invalid organisation:badCharacters');
    expect(server.received).to.deep.equal([]);
  });
});
