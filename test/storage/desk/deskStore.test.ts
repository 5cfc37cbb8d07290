import { expect } from 'chai';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { changeItem } from '../../../src/commands/common/noteOn.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { DeskSearch } from '../../../src/commands/ports/deskPorts.ts';
import { deskTerm, deskWords, exactTerm } from '../../../src/commands/ports/deskTerms.ts';
import type { Store } from '../../../src/commands/ports/ports.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { termOf } from '../../../src/register/termOf.ts';
import { indexDesk } from '../../../src/storage/desk/indexDesk.ts';
import { fileRow } from '../../../src/storage/desk/itemRows.ts';
import {
  type Cast,
  castOf,
  currentApplication,
  declarations,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { suspendNow } from '../../support/labelSteps.ts';
import { profiled } from '../../support/run/profiled.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('rows of the desk', () => {
  let service: TestService;
  let cast: Cast;
  let file: string;
  let organisationId: string;
  let held: IssuedLabel;
  before(async () => {
    service = await testService('desk-rows');
    cast = await castOf(service);
    held = await issueLabel(service, cast, 'holder');
    const { id, owner } = await filledDraft(service.deps, await service.person('applicant'));
    file = id;
    organisationId = requireVisible(owner.memberships[0]).organisationId;
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    await filledDraft(service.deps, await service.person('someone-else'));
  });
  after(() => service.stop());

  const search = (terms: DeskSearch['terms'] = [], more: Partial<DeskSearch> = {}): DeskSearch => ({
    kind: 'files',
    terms,
    days: [],
    ...more,
  });
  const found = async (asked: DeskSearch, store: Store = service.deps.store) => {
    const rows = await store.searchDesk(asked, { sort: 'changed', limit: 10 });
    expect(await store.countDesk(asked, 10)).to.equal(rows.length);
    return rows.map(({ row }) => row.id);
  };
  const row = async (id: string) => requireVisible(await service.deps.store.deskRow(id));

  it('hold what an applicant answers to a question once it is sent', async () => {
    const { store } = service.deps;
    const application = requireVisible(await store.application(file));
    const organisation = requireVisible(await store.organisation(organisationId));
    const wordsOf = (answeredAt: string | null) => {
      const items = [{ id: '1', place: null, question: 'Qui ?', answer: 'zinzolin' }];
      const day = '2026-11-02T08:00:00.000Z';
      const information = [{ askedAt: day, dueAt: day, answeredAt, items }];
      const beside = { organisation, snapshot: null, label: null, reviewers: [], added: {}, lastAt: day };
      return fileRow({ application: { ...application, information }, ...beside }, () => null)?.words;
    };
    expect(wordsOf(null)).to.not.include.members(deskWords('zinzolin'));
    expect(wordsOf('2026-11-03T08:00:00.000Z')).to.include.members(deskWords('zinzolin'));
  });

  it('are there for what was sent and for labels, with what is said of them', async () => {
    expect(await found(search())).to.have.members([`files/${file}`, `files/${held.applicationId}`]);
    expect(await found(search([], { kind: 'labels' }))).to.deep.equal([`labels/${held.number}`]);
    const one = await row(`files/${file}`);
    expect(one).to.include({ state: 'screening', labelState: null, owner: null, applicationKind: 'initial' });
    const granted = await row(`files/${held.applicationId}`);
    expect(granted).to.include({ state: 'granted', labelState: 'active', number: held.number });
  });

  it('are found by a word of the answers, its other forms, a number and what they are narrowed down by', async () => {
    const snapshot = requireVisible(await service.deps.store.snapshot(file, 1));
    const comment = snapshot.content.assessment.answers.map((answer) => answer.comment).join(' ');
    const word = /\p{L}{7,}/u.exec(comment)?.[0] ?? '';
    expect(word).to.not.equal('');
    expect(await found(search([[termOf(word.toLowerCase())]]))).to.include(`files/${file}`);
    expect(await found(search([['000002']]))).to.deep.equal([`files/${file}`]);
    expect(await found(search([[exactTerm('000002')]]))).to.deep.equal([`files/${file}`]);
    expect(await found(search([[deskTerm('state', 'screening')]]))).to.deep.equal([`files/${file}`]);
    expect(await found(search([['geneve'], [deskTerm('state', 'draft')]]))).to.deep.equal([]);
  });

  it('follow a label and an organisation in the same commit', async () => {
    await suspendNow(service, cast.officer, held.number, '2027-01-31');
    expect(await row(`files/${held.applicationId}`)).to.include({
      state: 'granted',
      labelState: 'suspended',
    });
    const before = requireVisible(await service.deps.store.organisation(organisationId));
    const actor = { id: 'system', roles: ['system'] } as const;
    const at = service.deps.clock.now().toISOString();
    const line = { at, actor, facts: ['organisation.changed'] } as const;
    await service.deps.store.commit([
      changeItem(service.deps, 'organisations', before, { name: 'La Tuilière' }, line),
    ]);
    expect(await row(`files/${file}`)).to.include({ name: 'La Tuilière', state: 'screening' });
    expect(await found(search([['tuilier']]))).to.deep.equal([`files/${file}`]);
  });

  it('show nothing of a barred organisation, a file or a part, in no list and no count', async () => {
    for (const view of [{ except: [organisationId] }, { except: [], files: [file] }, { only: [] }]) {
      const store = service.deps.store.seenBy(view);
      expect(await found(search([[deskTerm('state', 'screening')]]), store)).to.deep.equal([]);
      expect(await found(search(), store)).to.not.include(`files/${file}`);
      expect(await store.deskRow(`files/${file}`)).to.equal(null);
      expect(await store.deskRowsOf([`files/${file}`])).to.deep.equal([]);
    }
    const own = service.deps.store.seenBy({ except: [], withoutPartOf: cast.reviewers[0].id });
    expect(await found(search(), own)).to.deep.equal([`files/${file}`]);
  });

  it('are the same when they are made anew', async () => {
    const { revision } = await currentApplication(service.deps, file);
    await acceptApplication(service.deps, cast.officer, { applicationId: file, revision });
    await inviteReviewer(service.deps, cast.officer, { applicationId: file, personId: cast.reviewers[0].id });
    expect((await row(`files/${file}`)).reviewers).to.deep.equal([cast.reviewers[0].id]);
    const rows = service.connection.collection('deskRows');
    const all = () => rows.find({}, { sort: { _id: 1 } }).toArray();
    const before = await all();
    await rows.deleteMany({});
    // Databases of a process are used again, with what they noted of themselves.
    await service.connection.collection('migrations').deleteMany({ _id: /^rows of the desk/ as never });
    await indexDesk(service.connection);
    expect(await all()).to.deep.equal(before);
    await rows.deleteMany({});
    await indexDesk(service.connection);
    expect(await all(), 'not at each start').to.deep.equal([]);
  });

  it('are read from indexes, whatever is asked', async () => {
    const { store } = service.deps;
    const day = { from: '2026-01-01', to: '2026-12-31' };
    const asked = [
      search(),
      search([['pain'], ['geneve'], [deskTerm('owner', ''), deskTerm('tag', 'x')]]),
      search([['pain']], { days: [{ of: 'due', ...day }] }),
      search([], { days: [{ of: 'ends', ...day }], kind: 'labels' }),
    ];
    const questions = await profiled(service.connection, async () => {
      for (const one of asked)
        for (const sort of ['changed', 'name', 'since', 'due', 'ends'] as const) {
          await store.searchDesk(one, { sort, limit: 3, after: { value: '2026', id: 'files/A' } });
          await store.countDesk(one, 100);
        }
    });
    const scans = questions.filter(({ planSummary = '' }) => planSummary.includes('COLLSCAN'));
    expect(questions.length).to.be.greaterThan(40);
    expect(scans.map(({ command }) => JSON.stringify(command))).to.deep.equal([]);
  });
});
