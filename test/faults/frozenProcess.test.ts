// Tier: night.
import { once } from 'node:events';
import { expect } from 'chai';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { createSmtpMailer } from '../../src/mailing/createSmtpMailer.ts';
import { logLetters } from '../../src/mailing/logLetters.ts';
import { createLeases } from '../../src/storage/database/createLeases.ts';
import { createMailLog } from '../../src/storage/letters/createMailLog.ts';
import { runTurn } from '../../src/workers/clock.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { runNext } from '../../src/workers/relay.ts';
import { declarations, filledDraft } from '../support/applicationSteps.ts';
import { startFrozenWorker } from '../support/faults/frozenWorker.ts';
import { letterPaper, type TestService, testService } from '../support/run/service.ts';
import { testMailServer } from '../support/servers/mailServer.ts';

const silent = { error: () => {}, warn: () => {} };

describe('a process that is frozen while it holds a lease', () => {
  let service: TestService;
  beforeEach(async () => {
    service = await testService('frozen');
  });
  afterEach(() => service.stop());

  it('keeps its job until the lease is over; another sends the letter, and it does nothing twice on waking', async () => {
    const { deps, jobs, connection, uri } = service;
    const server = await testMailServer();
    const draft = await filledDraft(deps, await service.person('owner'));
    await service.work();
    await submitApplication(deps, draft.owner, { applicationId: draft.id, ...declarations });
    const mail = { handler: 'mail:applicationSubmitted' };
    await connection.collection('jobs').deleteMany({ state: 'waiting', handler: { $ne: mail.handler } });
    const now = deps.clock.now();
    const task = {
      uri,
      dbName: connection.name,
      smtpUrl: server.url,
      publicUrl: deps.publicUrl,
      now: now.toISOString(),
    };
    const frozen = await startFrozenWorker(task);
    frozen.kill('SIGSTOP');

    const carrier = createSmtpMailer({
      ...{ url: server.url, from: 'label@specimen.example', bounces: null, log: silent },
      paper: letterPaper(deps.publicUrl),
    });
    const mailer = logLetters(carrier, { log: createMailLog(connection), clock: deps.clock, ids: deps.ids });
    const workAt = (seconds: number) => {
      const clock = { now: () => new Date(now.getTime() + seconds * 1000) };
      return runNext({ deps: { ...deps, mailer, clock }, jobs, handlers, worker: 'other', log: silent });
    };
    expect(await workAt(59), 'while the lease runs').to.equal(false);
    expect(await workAt(61), 'once it is over').to.equal(true);
    expect(server.received).to.have.length(1);

    const end = once(frozen, 'message');
    frozen.kill('SIGCONT');
    frozen.send('go on');
    expect((await end)[0]).to.deep.equal({ ended: false });
    expect(server.received).to.have.length(1);
    expect(await connection.collection('jobs').findOne(mail)).to.include({ state: 'done', attempts: 2 });
    carrier.close();
    await server.stop();
  });

  it('loses its turn of the clock to another, and takes nothing of it back', async () => {
    const { deps, connection } = service;
    const leases = createLeases(connection);
    const done: string[] = [];
    const log = { info: () => {}, error: () => {} };
    let wake = () => {};
    const asleep = new Promise<void>((resolve) => {
      wake = resolve;
    });
    let begun = () => {};
    const working = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const start = deps.clock.now().getTime();
    const turn = (holder: string, minutes: number, run: () => Promise<void>) => {
      const clock = { now: () => new Date(start + minutes * 60_000) };
      const schedule = {
        ...{ name: 'deadlines', cron: '0 4 * * *' },
        run: async () => {
          await run();
          done.push(holder);
          return 1;
        },
      };
      return runTurn({ deps: { ...deps, clock }, leases, schedules: [], holder, log }, schedule);
    };
    const first = turn('frozen', 0, () => {
      begun();
      return asleep;
    });
    await working;
    expect(await turn('other', 14, async () => {}), 'while the lease runs').to.equal(false);
    expect(await turn('other', 16, async () => {}), 'once it is over').to.equal(true);
    const after = await connection.collection('leases').findOne({});
    wake();
    await first;
    expect(done).to.deep.equal(['other', 'frozen']);
    expect(await connection.collection('leases').findOne({})).to.deep.equal(after);
    expect(await turn('third', 17, async () => {}), 'a turn that was done').to.equal(false);
  });
});
