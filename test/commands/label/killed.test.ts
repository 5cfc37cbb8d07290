// Tier: all. Budget: 57 s.
import { expect } from 'chai';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { systemActor } from '../../../src/commands/common/actor.ts';
import { applyToLabel } from '../../../src/commands/common/applyEvent.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Label } from '../../../src/commands/items/items.ts';
import { askRevision } from '../../../src/commands/label/askRevision.ts';
import { labelActor } from '../../../src/commands/label/changeLabel.ts';
import { giveNotice } from '../../../src/commands/label/sanctions/notice.ts';
import { commitLabel } from '../../../src/commands/label/sanctions/sanction.ts';
import { suspendLabel } from '../../../src/commands/label/sanctions/suspension.ts';
import { LabelError } from '../../../src/errors.ts';
import type { LetterDeps } from '../../../src/letters/letters.ts';
import { createMailboxMailer } from '../../../src/mailing/createMailboxMailer.ts';
import { createMailbox } from '../../../src/storage/letters/createMailbox.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { handlers } from '../../../src/workers/handlers.ts';
import { runNext } from '../../../src/workers/relay.ts';
import { type Cast, castOf, filledDraft } from '../../support/applicationSteps.ts';
import { advanceToIssuedLabel } from '../../support/issueLabel.ts';
import { databaseDigest, keepDatabase } from '../../support/run/keepDatabase.ts';
import { Killed, mortal, noted, type World } from '../../support/run/mortal.ts';
import { letterPaper, type TestService, testService } from '../../support/run/service.ts';
import { suspension } from '../../support/samples/suspension.ts';

const silent = { error: () => {}, warn: () => {} };
const suspended = '2027-01-31';
/** Where the public log is killed as it grows is tried by its own test (growLog.test.ts). */
const logHead = { except: ['logHeads'] };

interface Change {
  /** Changes that lead to where it begins. */
  readonly after: readonly (keyof typeof changes)[];
  /** The time at which it is made. */
  readonly at: string;
  readonly act: (deps: LetterDeps, label: Label, cast: Cast) => Promise<unknown>;
  readonly leads: Label['state'];
  /** Whether certificates that were issued before are still good. */
  readonly good: boolean;
}

/** Every change of a label's state that time or a person brings about, beside its first. */
const changes = {
  suspended: {
    after: [],
    at: '2026-12-01T09:00:00.000Z',
    act: (deps, { id: number, revision }, { officer }) =>
      suspendLabel(deps, officer, { number, revision, ...suspension, until: suspended }),
    leads: 'suspended',
    good: false,
  },
  overdue: {
    after: ['suspended'],
    at: '2027-02-01T09:00:00.000Z',
    act: (deps) => expireDeadlines(deps, deps.clock.now()),
    leads: 'withdrawalPending',
    good: false,
  },
  restored: {
    after: ['suspended'],
    at: '2026-12-10T09:00:00.000Z',
    act: async (deps, { id: number, revision, context }, { officer }) => {
      const actor = await labelActor(deps, officer, { context });
      await askRevision(deps, actor, { number, revision, cause: 'restored', reason: 'Spécimen' });
    },
    leads: 'active',
    good: false,
  },
  expired: {
    after: [],
    at: '2030-01-01T09:00:00.000Z',
    act: (deps) => expireDeadlines(deps, deps.clock.now()),
    leads: 'expired',
    good: true,
  },
  expiredSuspended: {
    after: ['suspended', 'overdue'],
    at: '2030-01-01T09:00:00.000Z',
    act: (deps) => expireDeadlines(deps, deps.clock.now()),
    leads: 'expired',
    good: false,
  },
  noticed: {
    after: [],
    at: '2027-02-01T09:00:00.000Z',
    act: async (deps, { id: number, revision, context }) => {
      const [owner] = await deps.store.peopleOf(context.organisationId);
      const on = '2027-02-28';
      await giveNotice(deps, requireVisible(owner), { number, revision, on, reason: '' });
    },
    leads: 'active',
    good: true,
  },
  terminated: {
    after: ['noticed'],
    at: '2027-03-01T09:00:00.000Z',
    act: (deps) => expireDeadlines(deps, deps.clock.now()),
    leads: 'terminated',
    good: false,
  },
  superseded: {
    after: [],
    at: '2027-03-01T09:00:00.000Z',
    act: async (deps, label) => {
      const renew = { type: 'renew', at: deps.clock.now().toISOString(), actor: systemActor } as const;
      await commitLabel(deps, applyToLabel(deps, label, { ...renew, successor: 'MIE-27-00001-K' }));
    },
    leads: 'superseded',
    good: false,
  },
} as const satisfies Record<string, Omit<Change, 'after'> & { readonly after: readonly string[] }>;

describe('a change of a label’s state, killed after each of its operations that changes anything', () => {
  let service: TestService;
  let cast: Cast;
  let number: string;
  let restore: () => Promise<void>;
  before(async () => {
    service = await testService('killed');
    cast = await castOf(service);
    number = await advanceToIssuedLabel(
      service,
      cast,
      await filledDraft(service.deps, await service.person('holder')),
    );
    restore = await keepDatabase(service.connection);
  });
  after(() => service.stop());

  const label = async () => requireVisible(await service.deps.store.label(number));
  /** The world with a mailbox that is kept, as the service has it. */
  const world = (): World => {
    const mailbox = createMailbox(service.connection, () => service.deps.ids.next(), service.deps.clock);
    const paper = letterPaper(service.deps.publicUrl);
    const mailer = createMailboxMailer(mailbox, paper);
    return {
      deps: { ...service.deps, mailer, issuing: { ...service.deps.issuing, revision } },
      jobs: service.jobs,
    };
  };
  /** Drawn once for each revision: what files show is no matter here, and to draw them takes longer than all the rest. */
  const drawn = new Map<number, ReturnType<LetterDeps['issuing']['revision']>>();
  const revision: LetterDeps['issuing']['revision'] = (paper) => {
    const n = paper.certificate.revision;
    const made = drawn.get(n) ?? service.deps.issuing.revision(paper);
    drawn.set(n, made);
    return made;
  };
  /** One process: makes the change if it is to be made still, and works off the jobs. */
  const live = async ({ deps, jobs }: World, { act, leads }: Change, from: Label) => {
    const now = requireVisible(await deps.store.label(number));
    // Whoever asked sees whether it was taken, and asks again where not.
    const asked = now.revision !== from.revision || (now.state === leads && from.state !== leads);
    if (!asked) {
      await act(deps, now, cast).catch((error: unknown) => {
        if (!(error instanceof LabelError)) throw error;
      });
    }
    while (await runNext({ deps, jobs, handlers, worker: deps.ids.next(), log: silent }));
  };
  /** What everybody can read of the label, and what was written about it. */
  const outcome = async () => {
    const { store } = service.deps;
    const [{ state, context }, entry] = [await label(), requireVisible(await store.entry(number))];
    const bits = async (purpose: 'revocation' | 'suspension') => {
      return (await store.statusBits(purpose, 1)).length;
    };
    const letters = await service.connection.collection('mails').find().toArray();
    const facts = (await store.records(`labels/${number}`)).flatMap((line) => line.facts);
    return {
      state,
      revision: context.revision,
      entry: [entry.state, entry.revision, entry.history.at(-1)?.state],
      revoked: await bits('revocation'),
      suspended: await bits('suspension'),
      files: entry.files.length,
      facts: facts.join(),
      letters: letters.map(({ kind, to }) => `${kind} ${to}`).sort(),
      jobs: await service.jobs.counts(),
    };
  };

  for (const [name, change] of Object.entries<Change>(changes)) {
    it(`leaves it in one state, told once: ${name}`, async () => {
      await restore();
      for (const earlier of change.after) {
        service.setClock(changes[earlier].at);
        await live(world(), changes[earlier], await label());
      }
      const begin = await keepDatabase(service.connection);
      const from = await label();
      service.setClock(change.at);
      const whole = await noted(world(), () => databaseDigest(service.connection, logHead));
      await live(whole, change, from);
      const right = await outcome();
      expect([right.state, right.entry[0], right.jobs.waiting, right.jobs.parked]).to.deep.equal([
        change.leads,
        change.leads,
        0,
        0,
      ]);
      expect(right.revoked > 0).to.equal(!change.good);
      expect(whole.changes).to.have.length.greaterThan(3);
      for (const lives of whole.changes) {
        await begin();
        service.setClock(change.at);
        const died = await live(mortal(world(), lives), change, from).then(
          () => null,
          (error: unknown) => error,
        );
        expect(died, `after ${lives}`).to.be.instanceOf(Killed);
        // Longer than any lease of the dead; that of the public log lapses by the clock of the database.
        service.setClock(new Date(Date.parse(change.at) + 3_600_000).toISOString());
        await service.connection.collection('logHeads').updateMany({}, { $set: { until: new Date(0) } });
        await live(world(), change, from);
        expect(await outcome(), `after ${lives}`).to.deep.equal(right);
        expect((await createJournal(service.connection).verify()).faults, `after ${lives}`).to.deep.equal([]);
      }
    });
  }
});
