import { expect } from 'chai';
import { type Board, type BoardPlace, boardStates, listBoard } from '../../../src/commands/desk/listBoard.ts';
import type { Application, Person } from '../../../src/commands/items/items.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { barredFrom } from '../../../src/commands/review/ties/barredFrom.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { listTies } from '../../../src/commands/review/views/listTies.ts';
import { profiled } from '../../support/run/profiled.ts';
import { queryPlan } from '../../support/run/queryPlan.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { manyFiles, organisationOf } from '../../support/samples/manyFiles.ts';

const perPage = 100;

describe('the board with 10,000 files, for an officer barred from some', () => {
  let service: TestService;
  let officer: Person;
  let deps: Deps;
  let files: readonly Application[];
  let barred: readonly string[];
  /** What the officer may see, in the order of the board. */
  let expected: readonly Application[];

  before(async () => {
    service = await testService('list-board');
    files = await manyFiles(service.connection, 10_000);
    officer = await service.person('officer', 'officer');
    for (const organisationId of [1, 4, 5_000].map(organisationOf)) {
      const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
      await declareTie(service.deps, officer, { ...tie, personId: officer.id, organisationId });
    }
    barred = await barredFrom(service.deps, officer);
    deps = { ...service.deps, store: service.deps.store.seenBy({ except: barred }) };
    const seen = files.filter(
      ({ submittedAt, context }) => submittedAt !== null && !barred.includes(context.organisationId),
    );
    expected = boardStates.flatMap((state) => seen.filter((file) => file.state === state));
  });
  after(() => service.stop());

  it('shows each file once, state by state, a hundred to a page, and counts what it shows', async () => {
    const pages: Board[] = [];
    for (let after: BoardPlace | null | undefined = null; after !== undefined; ) {
      const page: Board = await listBoard(deps, officer, after);
      pages.push(page);
      after = page.next ?? undefined;
    }
    const shown = pages.flatMap(({ lines }) => lines.map(({ applicationId }) => applicationId));
    expect(barred).to.have.length(3);
    expect(shown).to.deep.equal(expected.map(({ id }) => id));
    expect(pages.slice(0, -1).every(({ lines }) => lines.length === perPage)).to.equal(true);
    const counted = boardStates.map((state) => expected.filter((file) => file.state === state).length);
    for (const { counts } of pages) {
      expect(boardStates.map((state) => counts.get(state))).to.deep.equal(counted);
    }
  });

  it('starts anywhere, also after a file that moved on meanwhile', async () => {
    const middle = await listBoard(deps, officer, { state: 'granted', id: '' });
    expect(middle.lines[0]?.applicationId).to.equal(expected.find(({ state }) => state === 'granted')?.id);
    const end = await listBoard(deps, officer, { state: 'lapsed', id: 'A-2026-999999' });
    expect([end.lines, end.next]).to.deep.equal([[], null]);
  });

  it('reads from indexes only, and no more than is shown', async () => {
    const asked = await profiled(service.connection, async () => {
      await listBoard(deps, officer);
      await listBoard(deps, officer, { state: 'evaluation', id: 'A-2026-009900' });
      await listBoard(deps, officer, { state: 'granted', id: '' });
      await listTies(deps, officer, { beginning: '', after: '' });
      await listTies(deps, officer, { beginning: 'specimen', after: organisationOf(123) });
    });
    const questions = await Promise.all(asked.map((question) => queryPlan(service.connection, question)));
    expect(questions.length).to.be.greaterThan(12);
    for (const { question, stages, keys, documents, returned } of questions) {
      expect(stages, question).to.include('IXSCAN').and.not.include('COLLSCAN').and.not.include('SORT');
      const counts = question.startsWith('{"aggregate"');
      // Counting goes along the keys of what it counts; everything else looks at what it gives, and at what bounds it.
      expect(documents, question).to.be.at.most(counts ? 0 : 2 * returned + barred.length);
      expect(keys, question).to.be.at.most(
        counts ? files.length + boardStates.length : 2 * returned + boardStates.length,
      );
    }
  });

  it('needs few reads however many states share a page', async () => {
    const few = {
      ...deps,
      store: service.deps.store.seenBy({ only: [2, 3, 6, 7].map((n) => organisationOf(4 * n)) }),
    };
    const asked = await profiled(service.connection, () => listBoard(few, officer));
    expect(asked.map(({ ns }) => ns.split('.').at(-1))).to.deep.equal([
      'applications',
      'applications',
      'organisations',
    ]);
  });
});
