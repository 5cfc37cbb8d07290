import { expect } from 'chai';
import type { SMTPServerOptions } from 'smtp-server';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { createSmtpMailer } from '../../src/mailing/createSmtpMailer.ts';
import { logLetters } from '../../src/mailing/logLetters.ts';
import { createMailLog } from '../../src/storage/letters/createMailLog.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { runNext } from '../../src/workers/relay.ts';
import { declarations, filledDraft } from '../support/applicationSteps.ts';
import { freePort } from '../support/guides/freePort.ts';
import { letterPaper, type TestService, testService } from '../support/run/service.ts';
import { mailUnavailable } from '../support/servers/brokenMailer.ts';
import { testMailServer } from '../support/servers/mailServer.ts';
import { testWeb } from '../support/web.ts';

const silent = { error: () => {}, warn: () => {} };

describe('a mail server that is down for two days', () => {
  let service: TestService;
  before(async () => {
    service = await testService('mail-down');
  });
  after(() => service.stop());

  /** Sends what is due over the server at an address, which is given so long (milliseconds) for each answer. */
  const work = async (url: string, answerMs?: number) => {
    const { deps, connection, jobs } = service;
    const paper = letterPaper(deps.publicUrl);
    const carrier = createSmtpMailer({
      url,
      from: 'label@specimen.example',
      paper,
      bounces: null,
      log: silent,
      ...(answerMs !== undefined && { answerMs }),
    });
    const mailer = logLetters(carrier, { log: createMailLog(connection), clock: deps.clock, ids: deps.ids });
    while (await runNext({ deps: { ...deps, mailer }, jobs, handlers, worker: 'test', log: silent }));
    carrier.close();
  };

  it('loses no letter: all go in the order in which they came, once, and say that they are late', async () => {
    const { deps, connection } = service;
    const drafts = [];
    for (const name of ['first', 'second', 'third']) {
      drafts.push(await filledDraft(deps, await service.person(name)));
    }
    const begun = deps.clock.now().getTime();
    const at = (hours: number) => service.setClock(new Date(begun + hours * 3_600_000).toISOString());
    await service.work();
    const gone = `smtp://127.0.0.1:${await freePort()}`;
    for (const [i, { id, owner }] of drafts.entries()) {
      at(i);
      await submitApplication(deps, owner, { applicationId: id, ...declarations });
      await connection
        .collection('jobs')
        .deleteMany({ state: 'waiting', handler: { $not: /^mail:applicationSubmitted/ } });
      await work(gone);
    }
    for (let hours = 3; hours < 48; hours += 1) {
      at(hours);
      await work(gone);
    }
    const states = await connection
      .collection('jobs')
      .distinct('state', { handler: 'mail:applicationSubmitted' });
    expect(states).to.deep.equal(['waiting']);
    const back = await testMailServer();
    at(49);
    await work(back.url);
    const readers = back.received.flatMap(({ to }) => to);
    expect(readers).to.deep.equal(['first', 'second', 'third'].map((name) => `${name}@specimen.example`));
    for (const { mail } of back.received) expect(mail.text).to.match(/retard/);
    await work(back.url);
    expect(back.received).to.have.length(3);
    await back.stop();
  });

  /**
   * Where a server may freeze within a letter: it answers nothing any more until it wakes. One that has the whole of it may deliver it
   * as well; both have the same Message-ID.
   */
  const stages = (hold: (wake: () => void) => void): Readonly<Record<string, SMTPServerOptions>> => ({
    'its sender': { onMailFrom: (_, __, done) => hold(done) },
    'its recipient': { onRcptTo: (_, __, done) => hold(done) },
    'the whole of it': { onData: (stream, _, done) => void stream.resume().once('end', () => hold(done)) },
  });
  for (const stage of Object.keys(stages(() => {}))) {
    it(`that freezes after a letter said ${stage} holds up nothing; it goes by the next try, and no more once it wakes`, async () => {
      const { deps, connection } = service;
      await connection.collection('jobs').deleteMany({});
      const { id, owner } = await filledDraft(deps, await service.person(stage.replaceAll(' ', '-')));
      await submitApplication(deps, owner, { applicationId: id, ...declarations });
      await connection.collection('jobs').deleteMany({ handler: { $ne: 'mail:applicationSubmitted' } });
      const asleep: (() => void)[] = [];
      const frozen = await testMailServer(stages((wake) => void asleep.push(wake))[stage]);
      await work(frozen.url, 100);
      const left = { state: 'waiting', lease: null, error: 'mailUnavailable' };
      expect(await connection.collection('jobs').findOne()).to.include(left);
      const back = await testMailServer();
      service.setClock(new Date(deps.clock.now().getTime() + 3_600_000).toISOString());
      await work(back.url);
      for (const wake of asleep) wake();
      await work(back.url);
      expect([frozen.received.length, back.received.length]).to.deep.equal([0, 1]);
      await Promise.all([frozen.stop(), back.stop()]);
    });
  }

  it('is tried by one letter, and by no other for half a minute', async () => {
    const { deps } = service;
    const paper = letterPaper(deps.publicUrl);
    let tries = 0;
    const url = `smtp://127.0.0.1:${await freePort()}`;
    const log = {
      error: () => {
        tries += 1;
      },
    };
    const carrier = createSmtpMailer({ url, from: 'label@specimen.example', paper, bounces: null, log });
    const to = { email: 'reader@specimen.example', language: 'fr', personId: null, name: '' } as const;
    const params = { code: '123456', link: 'https://label.example/x', minutes: 15, host: 'label.example' };
    for (let i = 0; i < 5; i += 1) await carrier.send({ kind: 'signInCode', to, params }).catch(() => {});
    expect(tries).to.equal(1);
    carrier.close();
  });

  it('tells who signs in that no letter goes, and what to do, in each language', async () => {
    const web = await testWeb('mail-down-web', { mailer: mailUnavailable });
    const told = {
      fr: /Réessayez dans quelques minutes/,
      de: /einigen Minuten/,
      it: /qualche minuto/,
      en: /few minutes/,
    };
    for (const [language, sentence] of Object.entries(told)) {
      const answer = await (await web.browser()).post(`/${language}/sign-in`, {
        email: 'anyone@specimen.example',
      });
      expect(answer.status, language).to.equal(503);
      expect(answer.text, language).to.match(sentence);
    }
    await web.stop();
  });
});
