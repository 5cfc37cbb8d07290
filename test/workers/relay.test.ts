// Tier: all. Budget: 8 s.
import { expect } from 'chai';
import type { Job } from '../../src/commands/ports/jobPorts.ts';
import type { LetterDeps } from '../../src/letters/letters.ts';
import { handlers } from '../../src/workers/handlers.ts';
import { handlersOf } from '../../src/workers/reactions.ts';
import { runNext, startRelay } from '../../src/workers/relay.ts';
import {
  advanceToEvaluation,
  advanceToLabel,
  castOf,
  deliver,
  filledDraft,
} from '../support/applicationSteps.ts';
import { type TestService, testService } from '../support/run/service.ts';

const silent = { error: () => {}, warn: () => {} };

describe('workers/relay', () => {
  let service: TestService;
  let number: string;
  beforeEach(async () => {
    service = await testService('relay', (fact) => handlersOf(fact).filter((name) => name === 'issueLabel'));
    const cast = await castOf(service);
    const { id, owner } = await filledDraft(service.deps, cast.owner);
    const reviewIds = await advanceToEvaluation(service.deps, cast, id, owner);
    for (const [i, reviewId] of reviewIds.entries())
      await deliver(service.deps, cast.reviewers[i as 0 | 1], reviewId);
    number = await advanceToLabel(service.deps, cast, id, owner);
  });
  afterEach(() => service.stop());

  const parts = (changes: object = {}) => ({
    deps: service.deps,
    jobs: service.jobs,
    handlers,
    worker: 'first',
    log: silent,
    ...changes,
  });

  it('issues once when a worker dies after the work and before acknowledging', async () => {
    let done = 0;
    const counting = {
      issueLabel: async (deps: LetterDeps, job: Job) => {
        await handlers.issueLabel(deps, job);
        done += 1;
      },
    };
    const died = {
      ...service.jobs,
      done: () => Promise.reject(new Error('killed')),
      retry: () => Promise.reject(new Error('killed')),
    };
    const error = await runNext(parts({ jobs: died, handlers: counting })).catch(
      (thrown: Error) => thrown.message,
    );
    expect(error).to.equal('killed');
    const issued = await service.deps.store.entry(number);
    expect(issued?.revision).to.equal(1);

    expect(await runNext(parts({ worker: 'second' })), 'the lease of the dead still holds').to.equal(false);
    service.setClock('2026-11-03T08:00:00.000Z');
    expect(await runNext(parts({ worker: 'second', handlers: counting }))).to.equal(true);
    expect(done).to.equal(2);
    expect(await service.deps.store.entry(number)).to.deep.equal(issued);
    expect((await service.deps.store.label(number))?.context.revision).to.equal(1);
    expect(await service.deps.store.records(`labels/${number}`)).to.have.length(2);
    // What was issued, beside the agreement that was signed before.
    expect(await service.connection.collection('fs.files').countDocuments()).to.equal(
      1 + (issued?.files.length ?? 0),
    );
    expect(await service.jobs.counts()).to.deep.equal({ waiting: 0, done: 1, parked: 0 });
  });

  it('gives one job to one of many workers', async () => {
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, i) => service.jobs.claim(`w${i}`, service.deps.clock.now(), 60_000)),
    );
    expect(claims.filter((job) => job !== null)).to.have.length(1);
  });

  it('accepts nothing from a worker that lost its lease', async () => {
    const late = await service.jobs.claim('late', service.deps.clock.now(), 0);
    const next = await service.jobs.claim('next', service.deps.clock.now(), 60_000);
    if (!late || !next) throw new Error('there is one job, and its lease of no time is over');
    expect(await service.jobs.park(late, 'late', 'too late')).to.equal(false);
    expect(await service.jobs.done(next, 'next')).to.equal(true);
  });

  it('retries a failing job with growing delays, and parks it in the end', async () => {
    const failing = { issueLabel: () => Promise.reject(new Error('no paper')) };
    const waits: number[] = [];
    for (let day = 4; day < 12; day += 1) {
      service.setClock(`2026-11-${String(day).padStart(2, '0')}T08:00:00.000Z`);
      expect(await runNext(parts({ handlers: failing }))).to.equal(true);
      const job = await service.connection.collection('jobs').findOne({});
      waits.push(job?.runAt.getTime() - service.deps.clock.now().getTime());
      expect(job?.error).to.equal('no paper');
    }
    expect(waits.slice(0, 7).map((ms, i) => ms > (waits[i - 1] ?? -2000))).to.not.include(false);
    expect(await service.jobs.counts()).to.deep.equal({ waiting: 0, done: 0, parked: 1 });
    expect((await service.deps.store.label(number))?.state).to.equal('issuing');
  });

  it('tries a job again that does not end, and gives it free for others', async () => {
    const endless = { issueLabel: () => new Promise<never>(() => {}) };
    expect(await runNext(parts({ handlers: endless, timeoutMs: 20 }))).to.equal(true);
    const job = await service.connection.collection('jobs').findOne({});
    expect(job).to.include({ state: 'waiting', lease: null, error: 'issueLabel: no end within 20 ms' });
    service.setClock('2026-11-03T08:00:00.000Z');
    expect(await runNext(parts({ worker: 'second' }))).to.equal(true);
    expect((await service.deps.store.entry(number))?.state).to.equal('active');
  });

  it('goes on where the database never answers a question for what is due', async () => {
    let asked = 0;
    const deaf = {
      ...service.jobs,
      claim: (...given: Parameters<typeof service.jobs.claim>) => {
        asked += 1;
        return asked === 1 ? new Promise<never>(() => {}) : service.jobs.claim(...given);
      },
    };
    const errors: string[] = [];
    const log = { ...silent, error: (_: object, message: string) => void errors.push(message) };
    let relay: ReturnType<typeof startRelay> | undefined;
    await new Promise<void>((resolve) => {
      const handled = { issueLabel: async () => resolve() };
      relay = startRelay(parts({ jobs: deaf, handlers: handled, timeoutMs: 20, log }));
    });
    await relay?.stop();
    expect(errors[0]).to.equal('the outbox cannot be read; trying again');
  });

  it('empties the outbox while it runs, and stops between two jobs', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const telling = {
      issueLabel: async (deps: LetterDeps, job: Job) => {
        await handlers.issueLabel(deps, job);
        finish();
      },
    };
    const relay = startRelay(parts({ handlers: telling }));
    await finished;
    await relay.stop();
    expect(await service.jobs.counts()).to.deep.equal({ waiting: 0, done: 1, parked: 0 });
    expect((await service.deps.store.entry(number))?.state).to.equal('active');
  });
});
