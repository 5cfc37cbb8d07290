import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import type { Surveillance } from '../../../../src/commands/items/surveillance.ts';
import {
  confirmSurveillance,
  raiseSurveillanceFindings,
  recordSiteCheck,
} from '../../../../src/commands/label/surveillance/judgeSurveillance.ts';
import { labelTasks } from '../../../../src/commands/label/views/labelTasks.ts';
import { listFollowUp } from '../../../../src/commands/label/views/listFollowUp.ts';
import {
  viewOfficeSurveillance,
  viewOwnSurveillance,
} from '../../../../src/commands/label/views/viewSurveillance.ts';
import type { Deps } from '../../../../src/commands/ports/ports.ts';
import { declareTie } from '../../../../src/commands/review/ties/declareTie.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { declare, morningOf, taskOf } from '../../../support/surveillanceSteps.ts';
import { updatePerson } from '../../../support/updatePerson.ts';

type State = Surveillance['state'];

describe('who may do what in the surveillance of a label', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  let known: Surveillance;
  const people = new Map<string, Person>();
  before(async () => {
    service = await testService('surveillance-actors');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
    const other = await issueLabel(service, cast, 'other');
    await morningOf(service, '2027-10-01');
    known = await taskOf(service.deps, holder.number, 'declaration');
    const { organisationId } = holder;
    const member = async (role: 'editor' | 'reader', name: string = role) =>
      updatePerson(service.deps, await service.person(name), { memberships: [{ organisationId, role }] });
    const as = (person: Person, ...roles: Person['roles']) => updatePerson(service.deps, person, { roles });
    people.set('owner', holder.owner);
    people.set('editor', await member('editor'));
    people.set('reader', await member('reader'));
    people.set('owner elsewhere', other.owner);
    people.set('officer', cast.officer);
    people.set('officer who advised', cast.rapporteur);
    people.set('officer who decided', await as(cast.committee[1], 'officer', 'committee'));
    people.set('officer who scored', await as(cast.reviewers[0], 'officer', 'reviewer'));
    people.set('officer of the holder', await as(await member('editor', 'both'), 'officer'));
    people.set('reviewer', cast.reviewers[1]);
    people.set('member of the committee', cast.committee[2]);
    people.set('moderator', cast.moderator);
    const tied = await service.person('tied', 'officer');
    await declareTie(service.deps, tied, {
      personId: tied.id,
      organisationId,
      kind: 'member',
      since: '2020-01-01',
      share: null,
      note: '',
    });
    people.set('officer with a tie', tied);
  });
  after(() => service.stop());

  /** Nothing is kept: what would be done is tried on a task in some state. */
  const inState = (
    state: State,
    task: Surveillance['context']['task'] = 'declaration',
    findings = 0,
  ): Deps => {
    const context = { ...known.context, task, findings };
    const item = { ...known, state, context };
    const store = { ...service.deps.store, commit: async () => {}, surveillance: async () => item };
    return { ...service.deps, store };
  };
  const at = () => ({ surveillanceId: known.id, revision: known.revision, reason: 'Vu.' });
  const acts: Readonly<Record<string, (deps: Deps, person: Person) => Promise<unknown>>> = {
    declare: (deps, person) => declare(deps, person, known.id),
    confirm: (deps, person) => confirmSurveillance(deps, person, at()),
    raise: (deps, person) => raiseSurveillanceFindings(deps, person, { ...at(), until: '2027-12-31' }),
    check: (deps, person) =>
      recordSiteCheck(deps, person, { ...at(), kind: 'visit', on: '2027-09-30', people: 'X', notes: 'Y' }),
  };
  const outcomes = async (act: string, deps: Deps) => {
    const found: Record<string, string> = {};
    for (const [name, person] of people)
      found[name] = await refusalOf(requireVisible(acts[act])(deps, person));
    return found;
  };

  const outside = {
    reviewer: 'notFound',
    'member of the committee': 'notFound',
    moderator: 'notFound',
    'owner elsewhere': 'notFound',
  };
  const office = {
    ...outside,
    owner: 'notFound',
    editor: 'notFound',
    reader: 'notFound',
    officer: 'taken',
    'officer who advised': 'taken',
    'officer who decided': 'taken',
    'officer who scored': 'notFound',
    'officer of the holder': 'notFound',
    'officer with a tie': 'refused hasNoTie',
  };

  it('declares: owners and editors of the holder, nobody else', async () => {
    expect(await outcomes('declare', inState('due'))).to.deep.equal({
      ...outside,
      owner: 'taken',
      editor: 'taken',
      reader: 'notFound',
      officer: 'notFound',
      'officer who advised': 'notFound',
      'officer who decided': 'notFound',
      'officer who scored': 'notFound',
      'officer of the holder': 'taken',
      'officer with a tie': 'notFound',
    });
  });

  for (const act of ['confirm', 'raise'] as const)
    it(`${act}s: officers without a part in the evaluation`, async () => {
      expect(await outcomes(act, inState('declared'))).to.deep.equal(office);
    });

  it('records a check: the same officers', async () => {
    expect(await outcomes('check', inState('due', 'siteCheck'))).to.deep.equal(office);
  });

  const table: Readonly<Record<string, readonly State[]>> = {
    declare: ['due', 'findings', 'overdue'],
    confirm: ['declared'],
    raise: ['declared'],
  };
  const states: readonly State[] = ['due', 'declared', 'findings', 'overdue', 'confirmed', 'dropped'];
  for (const [act, taking] of Object.entries(table))
    it(`${act}s in ${taking.join(', ')} alone`, async () => {
      const person = act === 'declare' ? holder.owner : cast.officer;
      for (const state of states) {
        const outcome = await refusalOf(requireVisible(acts[act])(inState(state), person));
        expect(outcome, state).to.equal(taking.includes(state) ? 'taken' : 'refused wrongState');
      }
    });

  it('keeps the two sides of a site check apart: who begins it, and who answers it', async () => {
    const check = (deps: Deps) => refusalOf(requireVisible(acts.check)(deps, cast.officer));
    const answer = (deps: Deps) => refusalOf(declare(deps, holder.owner, known.id));
    expect(await answer(inState('due', 'siteCheck'))).to.equal('refused isForHolder');
    expect(await check(inState('due'))).to.equal('refused isSiteCheck');
    expect(await check(inState('overdue', 'siteCheck', 1))).to.equal('refused isSiteCheck');
    expect(await answer(inState('findings', 'siteCheck', 1))).to.equal('taken');
  });

  it('shows the tasks to the people of the holder, and to officers what waits for them', async () => {
    const of = { organisationId: holder.organisationId, number: holder.number, surveillanceId: known.id };
    const file = { applicationId: holder.applicationId, surveillanceId: known.id };
    const seen: Record<string, string> = {};
    for (const [name, person] of people) {
      const { deps } = service;
      const all = await Promise.all([
        refusalOf(labelTasks(deps, person, of)),
        refusalOf(viewOwnSurveillance(deps, person, of)),
        refusalOf(viewOfficeSurveillance(deps, person, file)),
        refusalOf(listFollowUp(deps, person)),
      ]);
      seen[name] = all.map((one) => (one === 'taken' ? 'yes' : 'no')).join(' ');
    }
    expect(seen).to.deep.equal({
      owner: 'yes yes no no',
      editor: 'yes yes no no',
      reader: 'yes yes no no',
      'owner elsewhere': 'no no no no',
      officer: 'no no yes yes',
      'officer who advised': 'no no yes yes',
      'officer who decided': 'no no yes yes',
      'officer who scored': 'no no no yes',
      'officer of the holder': 'yes yes no yes',
      reviewer: 'no no no no',
      'member of the committee': 'no no no no',
      moderator: 'no no no no',
      // The view of the section hides the file itself.
      'officer with a tie': 'no no yes yes',
    });
  });

  it('finds no task below another label or file', async () => {
    const { deps } = service;
    const wrong = {
      organisationId: holder.organisationId,
      number: 'MIE-26-00002-X',
      surveillanceId: known.id,
    };
    expect(await refusalOf(viewOwnSurveillance(deps, holder.owner, wrong))).to.equal('notFound');
    const other = requireVisible(people.get('owner elsewhere')).memberships[0];
    const [file] = await deps.store.applicationsOf([requireVisible(other).organisationId]);
    const below = { applicationId: requireVisible(file).id, surveillanceId: known.id };
    expect(await refusalOf(viewOfficeSurveillance(deps, cast.officer, below))).to.equal('notFound');
  });
});
