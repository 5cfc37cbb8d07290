// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import { addEvidence } from '../../../src/commands/application/evidence/addEvidence.ts';
import { offerEvidence } from '../../../src/commands/application/evidence/editEvidence.ts';
import { declareIneligible } from '../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { formPanel } from '../../../src/commands/committee/appeal/formPanel.ts';
import {
  admitAppeal,
  findInadmissible,
  settleAppeal,
  voteOnAppeal,
} from '../../../src/commands/committee/appeal/judgeAppeal.ts';
import { lodgeAppeal } from '../../../src/commands/committee/appeal/lodgeAppeal.ts';
import { askForStay, grantUrgentStay } from '../../../src/commands/committee/appeal/stay.ts';
import { noteOn } from '../../../src/commands/common/noteOn.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import type { Deps } from '../../../src/commands/ports/ports.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { addDays } from '../../../src/register/day.ts';
import type { AppealOutcome } from '../../../src/workflow/appealEvents.ts';
import {
  advanceToDecision,
  appealReason,
  appealVersion,
  applicationVersion,
  currentAppeal,
  decidedFile,
  lodge,
  panelOf,
} from '../../support/appealSteps.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('an appeal is refused', () => {
  let service: TestService;
  let cast: Cast;
  let panel: [Person, Person, Person];
  beforeEach(async () => {
    service = await testService('appeal-refusals', () => []);
    cast = await castOf(service);
    panel = await panelOf(service);
  });
  afterEach(() => service.stop());

  const given = { ground: 'process', grounds: appealReason, documents: [] as string[] } as const;
  const kept = async (id: string) =>
    JSON.stringify([await currentApplication(service.deps, id), await service.deps.store.appealsOf(id)]);
  /** How it was refused; and that nothing is other than before. */
  const untouched = async (id: string, work: () => Promise<unknown>) => {
    const before = await kept(id);
    const refusal = await refusalOf(work());
    expect(await kept(id)).to.equal(before);
    return refusal;
  };

  it('from anyone but the owner, with short grounds, on a foreign file, and with a stale form', async () => {
    const { deps } = service;
    const { id, owner } = await decidedFile(deps, cast, 'ineligibility');
    const { organisationId } = (await currentApplication(deps, id)).context;
    const editor = await updatePerson(deps, await service.person('editor'), {
      memberships: [{ organisationId, role: 'editor' }],
    });
    const try_ = (person: Person, change: object = {}) =>
      untouched(id, async () =>
        lodgeAppeal(deps, person, { ...(await applicationVersion(deps, id)), ...given, ...change }),
      );
    expect(await try_(await service.person('stranger'))).to.equal('notFound');
    expect(await try_(cast.officer)).to.equal('notFound');
    expect(await try_(editor)).to.equal('refused byOwner');
    expect(await try_(owner, { grounds: 'Non.' })).to.equal('invalid grounds:tooShort');
    expect(await try_(owner, { grounds: ` ${'x'.repeat(39)} ` })).to.equal('invalid grounds:tooShort');
    expect(await try_(owner, { documents: ['T00000000'] })).to.equal('notFound');
    expect(await try_(owner, { revision: 1 })).to.equal('stale');
  });

  it('with a withdrawn document; of a current document the newest file is attached', async () => {
    const { deps } = service;
    const { id, owner } = await decidedFile(deps, cast, 'ineligibility');
    const add = (name: string) =>
      addEvidence(deps, owner, { applicationId: id, name, bytes: Buffer.from(name) });
    const [first, second] = [await add('a.txt'), await add('b.txt')];
    await offerEvidence(deps, owner, { applicationId: id, document: first.document, offered: false });
    const documents = [first.document];
    expect(
      await untouched(id, async () =>
        lodgeAppeal(deps, owner, { ...(await applicationVersion(deps, id)), ...given, documents }),
      ),
    ).to.equal('notFound');
    const two = [second.document, second.document];
    await lodgeAppeal(deps, owner, { ...(await applicationVersion(deps, id)), ...given, documents: two });
    expect((await currentAppeal(deps, id)).documents).to.deep.equal([second.id]);
  });

  it('before a decision, against a label without conditions, and a second time', async () => {
    const { deps } = service;
    const { id, owner } = await filledDraft(deps, cast.owner);
    expect(await untouched(id, () => lodge(deps, owner, id))).to.equal('refused wrongState');
    const reviewIds = await advanceToEvaluation(deps, cast, id, owner);
    for (const [i, reviewId] of reviewIds.entries()) {
      await deliver(deps, cast.reviewers[i as 0 | 1], reviewId);
    }
    await advanceToDecision(deps, cast, id, 'granted');
    expect(await untouched(id, () => lodge(deps, owner, id))).to.equal('refused conditionsDecided');
  });

  for (const [season, declaredOn, offset] of [
    ['winter', '2026-11-02', '+01:00'],
    ['summer', '2027-06-01', '+02:00'],
  ] as const) {
    it(`from midnight in Geneva after the last day, in ${season}, and not a second earlier`, async () => {
      const { deps } = service;
      const ids: { id: string; owner: Person }[] = [];
      for (const name of ['one', 'two']) {
        const { id, owner } = await filledDraft(deps, await service.person(`${season}-${name}`));
        service.setClock(`${declaredOn}T08:00:00.000Z`);
        await submitApplication(deps, owner, { applicationId: id, ...declarations });
        await declareIneligible(deps, cast.officer, {
          ...(await applicationVersion(deps, id)),
          reason: appealReason,
        });
        ids.push({ id, owner });
      }
      const [one, two] = ids as [(typeof ids)[0], (typeof ids)[0]];
      const last = (await currentApplication(deps, one.id)).context.dueAt?.slice(0, 10) ?? '';
      // The clock of a test moves a second before it is read.
      service.setClock(new Date(Date.parse(`${addDays(last, 1)}T00:00:00${offset}`) - 1000).toISOString());
      expect(await untouched(one.id, () => lodge(deps, one.owner, one.id))).to.equal(
        'refused withinAppealWindow',
      );
      service.setClock(new Date(Date.parse(`${last}T23:59:58${offset}`)).toISOString());
      expect(await refusalOf(lodge(deps, two.owner, two.id))).to.equal('taken');
    });
  }

  it('to people with an earlier role, with a tie or with stale data, at each step', async () => {
    const { deps } = service;
    const { id, owner } = await decidedFile(deps, cast, 'refusal');
    await lodge(deps, owner, id);
    const admit = (person: Person, change: object = {}) =>
      untouched(id, async () =>
        admitAppeal(deps, person, { ...(await appealVersion(deps, id)), reason: appealReason, ...change }),
      );
    const [chair] = cast.committee;
    const withRole = async (person: Person) =>
      updatePerson(deps, person, { roles: [...person.roles, 'committee'] });
    for (const person of [cast.rapporteur, cast.reviewers[0], cast.officer]) {
      expect(await admit(await withRole(person)), person.name).to.equal('notFound');
    }
    expect(await admit(chair), 'decided').to.equal('notFound');
    expect(await admit(owner)).to.equal('notFound');
    expect(await admit(cast.moderator), 'no member').to.equal('notFound');
    const tied = await service.person('tied', 'committee');
    const { organisationId } = (await currentApplication(deps, id)).context;
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(deps, tied, { ...tie, personId: tied.id, organisationId });
    expect(await admit(tied)).to.equal('notFound');
    expect(await admit(panel[0], { reason: 'Oui.' })).to.equal('invalid reason:tooShort');
    expect(await admit(panel[0], { revision: 0 })).to.equal('stale');
    const early = async () =>
      findInadmissible(deps, panel[0], { ...(await appealVersion(deps, id)), reason: '' });
    expect(await untouched(id, early)).to.equal('invalid reason:tooShort');

    const form = (person: Person, people: readonly Person[]) =>
      untouched(id, async () =>
        formPanel(deps, person, { ...(await appealVersion(deps, id)), panel: people.map((one) => one.id) }),
      );
    expect(await form(cast.officer, panel)).to.equal('refused wrongState');
    await admitAppeal(deps, panel[0], { ...(await appealVersion(deps, id)), reason: appealReason });
    const [one, two, three] = panel;
    expect(await form(await service.person('nobody'), panel)).to.equal('forbidden');
    expect(await form(chair, panel), 'who decided picks nobody').to.equal('notFound');
    expect(await form(one, panel)).to.equal('refused byOfficerOrChair formerStaysOut');
    expect(await form(cast.officer, [one, two])).to.equal('refused panelComplete');
    expect(await form(cast.officer, [one, two, two])).to.equal('refused panelComplete');
    expect(await form(cast.officer, [one, two, cast.moderator])).to.equal('refused panelComplete');
    expect(await form(cast.officer, [one, two, cast.committee[1]])).to.equal('refused panelFree');
    const staffer = await service.person('staffer', 'officer', 'committee');
    await noteStaffed(service.deps, staffer, id);
    expect(await form(cast.officer, [one, two, staffer]), 'by the journal').to.equal('refused panelFree');
    expect(await form(cast.officer, [one, two, tied])).to.equal('refused noConflict');
    await formPanel(deps, cast.officer, {
      ...(await appealVersion(deps, id)),
      panel: panel.map((p) => p.id),
    });

    const other = await service.person('other', 'committee');
    const judge = (person: Person, reason = appealReason) =>
      untouched(id, async () => settleAppeal(deps, person, { ...(await appealVersion(deps, id)), reason }));
    const { appealId } = await appealVersion(deps, id);
    const vote = (person: Person, outcome: AppealOutcome) =>
      refusalOf(voteOnAppeal(deps, person, { appealId, outcome }));
    expect(await vote(other, 'uphold')).to.equal('refused onPanel');
    expect(await vote(chair, 'uphold')).to.equal('notFound');
    expect(await vote(cast.officer, 'uphold')).to.equal('notFound');
    expect(await judge(other)).to.equal('refused onPanel panelVoted majorityOfPanel');
    expect(await judge(chair)).to.equal('notFound');
    expect(await vote(one, 'uphold')).to.equal('taken');
    expect(await judge(one), 'one word for three').to.equal('refused panelVoted majorityOfPanel');
    expect(await vote(two, 'uphold')).to.equal('taken');
    expect(await judge(one), 'the third one has not said a word').to.equal('refused panelVoted');
    expect([await vote(two, 'dismiss'), await vote(three, 'partlyUphold')]).to.deep.equal(['taken', 'taken']);
    expect(await judge(one), 'three words for three outcomes').to.equal('refused majorityOfPanel');
    expect(await judge(three, ' ')).to.equal('invalid reason:tooShort');
    const stay = (person: Person, step: 'askStay' | 'askToLiftStay') =>
      untouched(id, async () =>
        askForStay(deps, person, { ...(await appealVersion(deps, id)), step, reason: appealReason }),
      );
    const alone = (person: Person) =>
      untouched(id, async () =>
        grantUrgentStay(deps, person, { ...(await appealVersion(deps, id)), reason: appealReason }),
      );
    expect(await stay(other, 'askStay')).to.equal('refused onPanel');
    expect(await stay(one, 'askToLiftStay')).to.equal('refused isStayed');
    for (const person of [two, three]) expect(await alone(person)).to.equal('refused chairsPanel');
    expect(await alone(other)).to.equal('refused chairsPanel');
    for (const person of [two, three]) {
      const asked = { step: 'askStay', reason: appealReason } as const;
      await askForStay(deps, person, { ...(await appealVersion(deps, id)), ...asked });
      if (person === two) expect(await stay(two, 'askStay'), 'twice').to.equal('refused notAskedYet');
    }
    expect(await stay(one, 'askStay')).to.equal('refused notStayed');
    expect(await alone(one)).to.equal('refused notStayed');
  });

  it('to the second of two who admit it at once', async () => {
    const { deps } = service;
    const { id, owner } = await decidedFile(deps, cast, 'ineligibility');
    await lodge(deps, owner, id);
    const input = { ...(await appealVersion(deps, id)), reason: appealReason };
    const both = await Promise.all(
      [admitAppeal(deps, panel[0], input), findInadmissible(deps, panel[1], input)].map(refusalOf),
    );
    expect(both.toSorted()).to.deep.equal(['stale', 'taken']);
  });
});

/** A line of the journal by which somebody helped to staff a file. */
async function noteStaffed(deps: Deps, { id, roles }: Person, applicationId: string): Promise<void> {
  const at = deps.clock.now().toISOString();
  const line = { at, actor: { id, roles }, facts: ['application.staffed'] } as const;
  await deps.store.commit([
    noteOn(deps, 'applications', await currentApplication(deps, applicationId), line),
  ]);
}
