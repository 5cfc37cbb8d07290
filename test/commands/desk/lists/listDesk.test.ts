import { expect } from 'chai';
import { listDesk } from '../../../../src/commands/desk/lists/listDesk.ts';
import type { Application, Person } from '../../../../src/commands/items/items.ts';
import type { DeskPlace } from '../../../../src/commands/ports/deskPorts.ts';
import type { Deps } from '../../../../src/commands/ports/ports.ts';
import { barredFrom } from '../../../../src/commands/review/ties/barredFrom.ts';
import { declareTie } from '../../../../src/commands/review/ties/declareTie.ts';
import { listTies } from '../../../../src/commands/review/views/listTies.ts';
import { stagesOnceSent } from '../../../../src/policies/stages.ts';
import { indexDesk } from '../../../../src/storage/desk/indexDesk.ts';
import { profiled } from '../../../support/run/profiled.ts';
import { queryPlan } from '../../../support/run/queryPlan.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { manyFiles, organisationOf } from '../../../support/samples/manyFiles.ts';

const all = { kind: 'files', asked: [], sort: 'since', after: null } as const;
const granted = { ...all, asked: [{ op: 'state', value: 'granted' }] } as const;

describe('the list of 3,000 files, for an officer barred from some', () => {
  let service: TestService;
  let officer: Person;
  let deps: Deps;
  let files: readonly Application[];
  let barred: readonly string[];
  /** What the officer may see. */
  let expected: readonly Application[];

  before(async () => {
    service = await testService('list-desk');
    files = await manyFiles(service.connection, 3000);
    // Databases of a process are used again, with what they noted of themselves.
    await service.connection.collection('migrations').deleteMany({ _id: /^rows of the desk/ as never });
    await indexDesk(service.connection);
    officer = await service.person('officer', 'officer');
    for (const organisationId of [1, 4, 700].map(organisationOf)) {
      const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
      await declareTie(service.deps, officer, { ...tie, personId: officer.id, organisationId });
    }
    barred = await barredFrom(service.deps, officer);
    deps = { ...service.deps, store: service.deps.store.seenBy({ except: barred }) };
    expected = files.filter(
      ({ submittedAt, context }) => submittedAt !== null && !barred.includes(context.organisationId),
    );
  });
  after(() => service.stop());

  const inState = (state: string) => expected.filter((file) => file.state === state);

  it('counts what it shows, in each state and of a search', async () => {
    expect(barred).to.have.length(3);
    const { counts, count } = await listDesk(deps, officer, all);
    const counted = stagesOnceSent.map((state) => inState(state).length);
    expect(stagesOnceSent.map((state) => counts.get(state))).to.deep.equal(counted);
    expect(count).to.equal(expected.length);
    expect((await listDesk(deps, officer, granted)).count).to.equal(inState('granted').length);
  });

  it('shows each file of a search once, page by page', async () => {
    const ids: string[] = [];
    for (let after: DeskPlace | null | undefined = null; after !== undefined; ) {
      const page: Awaited<ReturnType<typeof listDesk>> = await listDesk(deps, officer, { ...granted, after });
      ids.push(...page.rows.map(({ applicationId }) => applicationId));
      after = page.next ?? undefined;
    }
    expect(ids.sort()).to.deep.equal(
      inState('granted')
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('reads from indexes only, and no more documents than it shows', async () => {
    const asked = await profiled(service.connection, async () => {
      await listDesk(deps, officer, all);
      await listDesk(deps, officer, { ...all, sort: 'changed' });
      await listDesk(deps, officer, granted);
      await listTies(deps, officer, { beginning: '', after: '' });
      await listTies(deps, officer, { beginning: 'specimen', after: organisationOf(123) });
    });
    const questions = await Promise.all(asked.map((question) => queryPlan(service.connection, question)));
    expect(questions.length).to.be.greaterThan(12);
    for (const { question, stages, documents, returned } of questions) {
      expect(stages, question).to.not.include('COLLSCAN');
      expect(stages.includes('IXSCAN') || stages.includes('COUNT_SCAN'), question).to.equal(true);
      // What is counted is counted along keys, one answer for each state; of a search, all that it finds are put in order.
      const counts = question.startsWith('{"aggregate"');
      const searched = question.includes('"words"') ? inState('granted').length : 0;
      expect(documents, question).to.be.at.most((counts ? 0 : 2 * returned) + searched + 4 * barred.length);
    }
  });
});
