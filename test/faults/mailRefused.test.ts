// Tier: night. Budget: 5 s.
import { expect } from 'chai';
import type { SMTPServerOptions } from 'smtp-server';
import { openHealth } from '../../src/boot/openHealth.ts';
import { watchSources } from '../../src/boot/watchSources.ts';
import { readHealth } from '../../src/commands/desk/health/viewHealth.ts';
import { healthSentence } from '../../src/i18n/healthSentence.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import type { Letter } from '../../src/letters/letters.ts';
import { createSmtpMailer } from '../../src/mailing/createSmtpMailer.ts';
import { logLetters } from '../../src/mailing/logLetters.ts';
import { createReadings } from '../../src/storage/database/createReadings.ts';
import { createMailLog } from '../../src/storage/letters/createMailLog.ts';
import { createReadiness } from '../../src/telemetry/createReadiness.ts';
import { freePort } from '../support/guides/freePort.ts';
import { letterPaper, type TestService, testService } from '../support/run/service.ts';
import { testMailServer } from '../support/servers/mailServer.ts';

const refusal = (text: string) => Object.assign(new Error(text), { responseCode: 550 });
const dmarc = '5.7.26 label@specimen.example is not authenticated (DMARC)';

/** Where a server refuses, and after how many readers that says something of all others. */
const stages: Readonly<Record<string, { options: SMTPServerOptions; readers: number }>> = {
  'its sender': { options: { onMailFrom: (_, __, done) => done(refusal(dmarc)) }, readers: 1 },
  'the whole of it': {
    options: { onData: (stream, _, done) => void stream.resume().once('end', () => done(refusal(dmarc))) },
    readers: 1,
  },
  'its recipient': { options: { onRcptTo: (_, __, done) => done(refusal(dmarc)) }, readers: 3 },
};

describe('a mail server that refuses every e-mail', () => {
  let service: TestService;
  before(async () => {
    service = await testService('mail-refused');
  });
  after(() => service.stop());
  beforeEach(() => service.connection.collection('sentLetters').deleteMany({}));

  const send = async (url: string, reader: string) => {
    const { deps, connection } = service;
    const paper = letterPaper(deps.publicUrl);
    const carrier = createSmtpMailer({
      ...{ url, from: 'label@specimen.example', paper, bounces: null },
      log: { error: () => {} },
    });
    const mailer = logLetters(carrier, { log: createMailLog(connection), clock: deps.clock, ids: deps.ids });
    const to = { email: `${reader}@specimen.example`, language: 'fr', personId: null, name: '' } as const;
    const letter: Letter = { kind: 'testEmail', to, params: { link: 'https://label.example', host: 'x' } };
    await mailer.send(letter).catch(() => {});
    carrier.close();
  };
  const seen = async () => {
    const { deps, connection } = service;
    const health = openHealth({ bounces: null, mail: null }, { readings: createReadings(connection) }, null);
    const line = (await readHealth({ ...deps, health })).lines.find(({ what }) => what === 'mail');
    const sources = watchSources({ deps, health, readiness: createReadiness(), issues: false });
    expect((await sources.letters()).failing).to.equal(line?.light === 'now');
    return line ?? expect.fail('no line of mail');
  };

  for (const [stage, { options, readers }] of Object.entries(stages)) {
    it(`after ${stage} is urgent in health and in metrics, with its answer, until an e-mail goes`, async () => {
      const refusing = await testMailServer(options);
      for (let i = 1; i <= readers; i += 1) {
        expect((await seen()).light, `before reader ${i}`).to.not.equal('now');
        await send(refusing.url, `reader-${i}`);
      }
      const line = await seen();
      expect(line.light).to.equal('now');
      for (const words of Object.values(createI18n())) {
        const { says, todo } = healthSentence(line, words);
        expect(says, words.language).to.include('550 5.7.26 … is not authenticated (DMARC)');
        expect(says, words.language).to.not.include('@');
        expect(todo, words.language).to.match(/made-in-ess doctor.*test-email/);
      }
      const taking = await testMailServer();
      await send(taking.url, 'another');
      expect((await seen()).light).to.not.equal('now');
      await Promise.all([refusing.stop(), taking.stop()]);
    });
  }

  it('or that is not reached is urgent as well; one wrong address, however often it is tried, is not', async () => {
    const wrong = await testMailServer({}, (address) => address.startsWith('wrong'));
    for (let i = 0; i < 4; i += 1) await send(wrong.url, 'wrong');
    expect((await seen()).light).to.equal('soon');
    await wrong.stop();
    await service.connection.collection('sentLetters').deleteMany({});
    await send(`smtp://127.0.0.1:${await freePort()}`, 'reader');
    const { light, facts } = await seen();
    expect(light).to.equal('now');
    expect(facts.answer).to.match(/ECONNREFUSED/);
  });

  it('by reports that come back, after it took each, is urgent from three readers on', async () => {
    const taking = await testMailServer();
    for (const reader of ['one', 'two', 'three']) {
      await send(taking.url, reader);
      const row = await service.connection
        .collection('sentLetters')
        .findOne({ to: `${reader}@specimen.example` });
      const at = service.deps.clock.now().toISOString();
      const event = { at, what: 'bounced', status: '5.7.26', by: null } as const;
      await createMailLog(service.connection).bounce(String(row?.ref), '2026-01-01', event);
      expect((await seen()).light).to.equal(reader === 'three' ? 'now' : 'soon');
    }
    expect((await seen()).facts.answer).to.equal('5.7.26');
    await taking.stop();
  });
});
