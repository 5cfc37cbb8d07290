// Tier: all. Budget: 11 s.
import { expect } from 'chai';
import { formPanel, leavePanels } from '../../../src/commands/committee/appeal/formPanel.ts';
import {
  findInadmissible,
  settleAppeal,
  voteOnAppeal,
} from '../../../src/commands/committee/appeal/judgeAppeal.ts';
import { askForStay } from '../../../src/commands/committee/appeal/stay.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { signAgreement } from '../../../src/commands/label/signAgreement.ts';
import { erasePerson } from '../../../src/commands/privacy/erasePerson.ts';
import { viewTrail } from '../../../src/commands/privacy/views/viewTrail.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { staffApplication } from '../../../src/commands/review/assignment/staffApplication.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { viewReview } from '../../../src/commands/review/views/viewReview.ts';
import { mayDeliberate, mayReadFile } from '../../../src/policies/file.ts';
import type { AppealOutcome } from '../../../src/workflow/appealEvents.ts';
import { replay } from '../../../src/workflow/replay.ts';
import {
  advanceToDecision,
  appealReason,
  appealVersion,
  applicationVersion,
  currentAppeal,
  decideAndAnnounce,
  decidedFile,
  handToPanel,
  lodge,
  panelOf,
  type Subject,
} from '../../support/appealSteps.ts';
import {
  type Cast,
  castOf,
  currentApplication,
  deliver,
  signatureOf,
} from '../../support/applicationSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('appeals', () => {
  let service: TestService;
  let cast: Cast;
  let panel: [Person, Person, Person];
  beforeEach(async () => {
    service = await testService('appeals', () => []);
    cast = await castOf(service);
    panel = await panelOf(service);
  });
  afterEach(() => service.stop());

  const appealed = async (against: Subject) => {
    const { id, owner } = await decidedFile(service.deps, cast, against);
    await lodge(service.deps, owner, id);
    expect((await currentAppeal(service.deps, id)).context.against).to.equal(against);
    return { id, owner };
  };
  const judged = async (against: Subject) => {
    const started = await appealed(against);
    // Who turned it away at its screening names nobody who judges that.
    const officer = against === 'ineligibility' ? cast.rapporteur : cast.officer;
    await handToPanel(service.deps, officer, panel, started.id);
    return started;
  };
  const foundInadmissible = async (id: string) => {
    for (const member of panel.slice(1)) {
      const at = await appealVersion(service.deps, id);
      await findInadmissible(service.deps, member, { ...at, reason: appealReason });
    }
  };
  /** Two of three are for it, the third one for something else; then one of them writes the reasons. */
  const settle = async (id: string, outcome: AppealOutcome, by = panel[0]) => {
    const { appealId } = await appealVersion(service.deps, id);
    const other = outcome === 'dismiss' ? 'uphold' : 'dismiss';
    for (const [i, person] of panel.entries())
      await voteOnAppeal(service.deps, person, { appealId, outcome: i < 2 ? outcome : other });
    await settleAppeal(service.deps, by, {
      ...(await appealVersion(service.deps, id)),
      reason: appealReason,
    });
  };
  const standing = async (id: string) => {
    const [application, appeal] = [
      await currentApplication(service.deps, id),
      await currentAppeal(service.deps, id),
    ];
    // What is stored is what the lines of both chains give.
    for (const [kind, item] of [
      ['applications', application],
      ['appeals', appeal],
    ] as const) {
      const records = await service.deps.store.records(`${kind}/${item.id}`);
      const machine = kind === 'applications' ? 'application' : 'appeal';
      const { machineVersion, state, context } = item;
      expect(replay(machine, records), kind).to.deep.equal({ machineVersion, state, context });
    }
    return [appeal.state, application.state];
  };
  /** New officer, reviewers, rapporteur and committee, none of whom had a part. */
  const newPeople = async (): Promise<Cast> => ({
    ...cast,
    officer: await service.person('new-officer', 'officer'),
    reviewers: [
      await service.person('new-reviewer-1', 'reviewer'),
      await service.person('new-reviewer-2', 'reviewer'),
    ],
    rapporteur: await service.person('new-rapporteur', 'officer'),
    committee: [
      await service.person('new-chair', 'chair', 'committee'),
      await service.person('new-member-1', 'committee'),
      await service.person('new-member-2', 'committee'),
    ],
  });
  const evaluateAnew = async (id: string, people: Cast) => {
    const { deps } = service;
    for (const reviewer of people.reviewers) {
      const reviewId = await inviteReviewer(deps, people.officer, {
        applicationId: id,
        personId: reviewer.id,
      });
      await answerInvitation(deps, reviewer, { reviewId, accept: true, noConflictDeclared: true });
    }
    await staffApplication(deps, people.officer, await applicationVersion(deps, id));
    for (const { reviewId, personId } of (await currentApplication(deps, id)).context.reviewers) {
      await deliver(
        deps,
        requireVisible(people.reviewers.find((person) => person.id === personId)),
        reviewId,
      );
    }
  };

  for (const against of ['refusal', 'ineligibility'] as const) {
    it(`against ${against}: dismissed, the refusal is final`, async () => {
      const { id, owner } = await judged(against);
      await settle(id, 'dismiss');
      expect(await standing(id)).to.deep.equal(['dismissed', 'closed']);
      expect(await refusalOf(lodge(service.deps, owner, id))).to.equal('refused wrongState');
    });

    it(`against ${against}: inadmissible, the refusal is final`, async () => {
      const { id, owner } = await appealed(against);
      await foundInadmissible(id);
      expect(await standing(id)).to.deep.equal(['inadmissible', 'closed']);
      const trail = await viewTrail(service.deps, owner, { applicationId: id });
      expect(trail.slice(-3).map(({ side, fact }) => `${side} ${fact}`)).to.deep.equal([
        'organisation appeal.lodged',
        'committee application.closed',
        'committee appeal.inadmissible',
      ]);
    });
  }

  for (const ending of ['dismissed', 'inadmissible'] as const) {
    it(`against conditions: ${ending}, the agreement can be signed within the full period, and no second appeal is possible`, async () => {
      const { id, owner } = await (ending === 'dismissed' ? judged : appealed)('conditions');
      service.setClock('2026-12-01T08:00:00.000Z');
      if (ending === 'dismissed') await settle(id, 'dismiss');
      else await foundInadmissible(id);
      expect(await standing(id)).to.deep.equal([ending, 'agreement']);
      const { context } = await currentApplication(service.deps, id);
      expect(context.dueAt, 'thirty working days from the first of December').to.match(/^2027-01-1\d/);
      expect(await refusalOf(lodge(service.deps, owner, id))).to.equal('refused appealedOnce');
      await signAgreement(service.deps, owner, {
        ...(await applicationVersion(service.deps, id)),
        ...signatureOf(service.deps),
      });
      expect(await standing(id)).to.deep.equal([ending, 'granted']);
    });
  }

  for (const against of ['refusal', 'conditions', 'ineligibility'] as const) {
    it(`against ${against}: upheld, new people review, and the earlier ones have no access`, async () => {
      const { deps } = service;
      const { id, owner } = await judged(against);
      const [old] = await deps.store.reviewsBy(cast.reviewers[0].id);
      await settle(id, 'uphold');
      expect(await standing(id)).to.deep.equal(['upheld', 'assignment']);
      const precedent = await deps.store.lastPrecedent(id);
      expect(precedent?.overturnedOn).to.equal(against === 'ineligibility' ? undefined : '2026-11-02');
      const reopened = await currentApplication(deps, id);
      expect([reopened.recommendation, reopened.decisionReason, reopened.context.outcome]).to.deep.equal([
        null,
        '',
        null,
      ]);
      const reviews = await deps.store.reviewsOf(id);
      const readers = [cast.rapporteur, ...cast.reviewers, ...cast.committee, ...panel].filter((person) =>
        mayReadFile({ ...person, roles: [...person.roles, 'committee'] }, { application: reopened, reviews }),
      );
      const unheard = against === 'ineligibility' ? [cast.rapporteur.id] : [];
      expect(readers.map((person) => person.id)).to.deep.equal(unheard);
      if (old) expect(await refusalOf(viewReview(deps, cast.reviewers[0], old.id))).to.equal('notFound');
      if (against !== 'ineligibility') {
        const again = { applicationId: id, personId: cast.reviewers[0].id };
        expect(await refusalOf(inviteReviewer(deps, cast.officer, again))).to.equal('refused newToThisFile');
      }
      const people = await newPeople();
      await evaluateAnew(id, people);
      await advanceToDecision(deps, people, id, 'granted');
      await signAgreement(deps, owner, { ...(await applicationVersion(deps, id)), ...signatureOf(deps) });
      expect(await standing(id)).to.deep.equal(['upheld', 'granted']);
    });

    it(`against ${against}: partly upheld, others decide on the existing reviews`, async () => {
      const { deps } = service;
      const { id, owner } = await judged(against);
      await settle(id, 'partlyUphold');
      const evaluated = against !== 'ineligibility';
      expect(await standing(id)).to.deep.equal(['partlyUpheld', evaluated ? 'recommendation' : 'assignment']);
      const people = await newPeople();
      if (evaluated) {
        expect(await refusalOf(advanceToDecision(deps, cast, id, 'granted'))).to.equal(
          'refused hadNoEarlierPart',
        );
        const draft = { draft: 'granted', reason: appealReason } as const;
        await recommendApplication(deps, people.rapporteur, {
          ...(await applicationVersion(deps, id)),
          ...draft,
        });
        const application = await currentApplication(deps, id);
        const reviews = await deps.store.reviewsOf(id);
        const [sits, sat, judges] = [people.committee[1], cast.committee[1], panel[1]].map((person) =>
          mayDeliberate(person, { application, reviews }),
        );
        expect([sits, sat, judges]).to.deep.equal([true, false, false]);
        await decideAndAnnounce(deps, people, id, 'granted');
      } else {
        await evaluateAnew(id, people);
        await advanceToDecision(deps, people, id, 'granted');
      }
      await signAgreement(deps, owner, { ...(await applicationVersion(deps, id)), ...signatureOf(deps) });
      expect(await standing(id)).to.deep.equal(['partlyUpheld', 'granted']);
    });
  }

  it('settled by two panel members at once: the second one is stale and changes nothing', async () => {
    const { id } = await judged('refusal');
    const { deps } = service;
    const { appealId } = await appealVersion(deps, id);
    await Promise.all(panel.map((person) => voteOnAppeal(deps, person, { appealId, outcome: 'dismiss' })));
    const read = { ...(await appealVersion(deps, id)), reason: appealReason };
    const outcomes = await Promise.all(
      [settleAppeal(deps, panel[0], read), settleAppeal(deps, panel[1], read)].map(refusalOf),
    );
    expect(outcomes.toSorted()).to.deep.equal(['stale', 'taken']);
    expect(await standing(id)).to.deep.equal(['dismissed', 'closed']);
    expect(
      (await currentAppeal(service.deps, id)).words.filter(({ step }) => step !== 'admit'),
    ).to.have.length(1);
  });

  it('panel dissolved when a member gets a tie or loses role or access; the suspension of the decision continues', async () => {
    const { deps } = service;
    const { id } = await judged('refusal');
    const { organisationId } = (await currentApplication(deps, id)).context;
    const asked = { step: 'askStay', reason: appealReason } as const;
    for (const member of panel.slice(1))
      await askForStay(deps, member, { ...(await appealVersion(deps, id)), ...asked });
    await leavePanels(deps, panel[1].id);
    expect((await currentAppeal(deps, id)).state, 'nothing is against them').to.equal('panelFormed');
    expect(
      await refusalOf(erasePerson(deps, panel[1], { personId: panel[1].id, typed: panel[1].email })),
    ).to.equal('refused partInOpenFile');
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(deps, panel[1], { ...tie, personId: panel[1].id, organisationId });
    await leavePanels(deps, panel[1].id);
    await leavePanels(deps, panel[1].id);
    const dissolved = await currentAppeal(deps, id);
    expect([dissolved.state, dissolved.context.panel, dissolved.context.stayed]).to.deep.equal([
      'admitted',
      [],
      true,
    ]);
    const tied = { ...(await appealVersion(deps, id)), reason: appealReason };
    expect(await refusalOf(settleAppeal(deps, panel[1], tied)), 'who is tied knows of nothing').to.equal(
      'notFound',
    );
    const [spare] = await panelOf(service, 'spare');
    const others = [panel[0], panel[2], spare].map((person) => person.id);
    await formPanel(deps, cast.officer, { ...(await appealVersion(deps, id)), panel: others });
    await updatePerson(deps, spare, { removedAt: '2026-11-03T00:00:00.000Z' });
    await leavePanels(deps, spare.id);
    expect((await currentAppeal(deps, id)).state).to.equal('admitted');
  });
});
