import { expect } from 'chai';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { linkKey } from '../../src/commands/common/signedLink.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { createSmtpMailer } from '../../src/mailing/createSmtpMailer.ts';
import { logLetters } from '../../src/mailing/logLetters.ts';
import { createMailLog } from '../../src/storage/letters/createMailLog.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { runNext } from '../../src/workers/relay.ts';
import { declarations, filledDraft } from '../support/applicationSteps.ts';
import { type TestService, testSecret, testService } from '../support/run/service.ts';
import { testMailServer } from '../support/servers/mailServer.ts';

const silent = { error: () => {}, warn: () => {} };

describe('a letter refused by a mail server', () => {
  let service: TestService;
  let owner: Person;
  const ends: (() => unknown)[] = [];
  beforeEach(async () => {
    service = await testService('mail-server');
    const draft = await filledDraft(service.deps, await service.person('owner'));
    owner = draft.owner;
    await submitApplication(service.deps, owner, { applicationId: draft.id, ...declarations });
    // The letter alone, of all that follows a submission.
    await service.connection.collection('jobs').deleteMany({ handler: { $not: /^mail:/ } });
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
    await service.stop();
  });

  /** Runs the next job as a worker that sends over the server at `url`; false when nothing is due. */
  const workOver = (url: string, also: Partial<typeof service.jobs> = {}): Promise<boolean> => {
    const { publicUrl } = service.deps;
    const paper = {
      i18n: createI18n(),
      publicUrl,
      linkKey: linkKey(testSecret),
      contact: 'secretariat@specimen.example',
      specimen: true,
    };
    const { clock, ids } = service.deps;
    const carrier = createSmtpMailer({
      url,
      from: 'label@specimen.example',
      paper,
      bounces: null,
      log: silent,
    });
    ends.push(() => carrier.close());
    const mailer = logLetters(carrier, { log: createMailLog(service.connection), clock, ids });
    const jobs = { ...service.jobs, ...also };
    return runNext({ deps: { ...service.deps, mailer }, jobs, handlers, worker: 'test', log: silent });
  };
  const job = () => service.connection.collection('jobs').findOne({ handler: 'mail:applicationSubmitted' });

  it('is retried later, arrives once the server is back, and is parked when it never is', async () => {
    const gone = await testMailServer();
    await gone.stop();
    const before = await job();
    await workOver(gone.url);
    const waiting = await job();
    expect(waiting).to.include({ state: 'waiting', error: 'mailUnavailable', attempts: 1 });
    expect(waiting?.runAt.getTime()).to.be.greaterThan(before?.runAt.getTime());

    for (let day = 4; day < 11; day += 1) {
      service.setClock(`2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z`);
      expect(await workOver(gone.url)).to.equal(true);
    }
    expect(await job()).to.include({ state: 'waiting', error: 'mailUnavailable', attempts: 8 });
    // After five days of tries that lie five minutes apart.
    await service.connection.collection('jobs').updateMany({}, { $set: { attempts: 1439 } });
    service.setClock('2026-11-12T08:00:00.000Z');
    expect(await workOver(gone.url)).to.equal(true);
    expect(await job()).to.include({ state: 'parked', error: 'mailUnavailable', attempts: 1440 });
    await service.connection
      .collection('jobs')
      .updateMany({}, { $set: { state: 'waiting', runAt: new Date(0) } });
    const back = await testMailServer();
    ends.push(() => back.stop());
    await workOver(back.url);
    expect(await job()).to.include({ state: 'done' });
    expect(back.received.map(({ to }) => to)).to.deep.equal([['owner@specimen.example']]);
  });

  it('does not delay the other letters, which are sent once', async () => {
    const other = await service.person('unreachable');
    const memberships = owner.memberships;
    await service.connection
      .collection<{ _id: string }>('people')
      .updateOne({ _id: other.id }, { $set: { memberships } });
    let full = true;
    const server = await testMailServer({}, (address) => full && address.startsWith('unreachable'));
    ends.push(() => server.stop());
    const arrived = () => server.received.flatMap(({ to }) => to).sort();
    await workOver(server.url);
    expect(arrived()).to.deep.equal(['owner@specimen.example']);
    expect(await job()).to.include({ state: 'waiting' });
    full = false;
    service.setClock('2026-11-05T08:00:00.000Z');
    await workOver(server.url);
    expect(arrived()).to.deep.equal(['owner@specimen.example', 'unreachable@specimen.example']);
    expect(await job()).to.include({ state: 'done' });
  });

  it('is sent once when a worker dies after sending and before acknowledging', async () => {
    const server = await testMailServer();
    ends.push(() => server.stop());
    const dead = () => Promise.reject(new Error('killed'));
    await workOver(server.url, { done: dead, retry: dead }).catch(() => {});
    service.setClock('2026-11-05T08:00:00.000Z');
    expect(await workOver(server.url)).to.equal(true);
    expect(await job()).to.include({ state: 'done', attempts: 2 });
    expect(server.received).to.have.length(1);
    expect(server.received[0]?.mail.messageId).to.match(
      /^<T\d+\.mail\.applicationSubmitted\.T\d+@label\.example>$/,
    );
  });
});
