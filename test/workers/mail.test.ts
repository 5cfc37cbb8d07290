// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import { acceptApplication } from '../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { announceDecision } from '../../src/commands/committee/decision/announceDecision.ts';
import { recommendApplication } from '../../src/commands/committee/decision/recommendApplication.ts';
import { asAsked } from '../../src/commands/common/actor.ts';
import { applyToApplication } from '../../src/commands/common/applyEvent.ts';
import { changeItem, noteOn } from '../../src/commands/common/noteOn.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { tellDigests } from '../../src/commands/desk/digest/tellDigests.ts';
import type { Person } from '../../src/commands/items/items.ts';
import { setUnsubscribed } from '../../src/commands/people/accounts/ownAccount.ts';
import { inviteReviewer } from '../../src/commands/review/assignment/inviteReviewer.ts';
import { answerInvitation } from '../../src/commands/review/evaluation/answerInvitation.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import type { LetterKind } from '../../src/letters/letters.ts';
import { type TieKind, tieId } from '../../src/policies/tie.ts';
import { dayOf } from '../../src/register/day.ts';
import type { DecisionOutcome } from '../../src/workflow/events.ts';
import {
  advanceToEvaluation,
  advanceToLabel,
  type Cast,
  castOf,
  currentApplication,
  declarations,
  deliver,
  filledDraft,
} from '../support/applicationSteps.ts';
import { decideInSession } from '../support/committeeSession.ts';
import { type TestService, testService } from '../support/run/service.ts';

describe('letters of the workflow', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('mail');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
  });
  afterEach(() => service.stop());

  const by = () =>
    ({ at: service.deps.clock.now().toISOString(), actor: { id: 'system', roles: ['system'] } }) as const;
  const change = async ({ id }: Person, changed: Partial<Omit<Person, 'id' | 'revision' | 'head'>>) => {
    const person = requireVisible(await service.deps.store.person(id));
    const line = { ...by(), facts: ['person.changed'] } as const;
    await service.deps.store.commit([changeItem(service.deps, 'people', person, changed, line)]);
  };
  /** Someone else of the organisation. */
  const colleague = async (name: string, role: 'owner' | 'editor' | 'reader') => {
    const person = await service.person(name);
    const memberships = [{ organisationId: owner.memberships[0]?.organisationId ?? '', role }];
    await change(person, { memberships });
    return person;
  };
  const tie = async (person: Person, kind: TieKind) => {
    const { organisationId } = (await currentApplication(service.deps, id)).context;
    const bond = { personId: person.id, organisationId, kind, source: 'declared' } as const;
    const whole = {
      ...bond,
      organisation: '',
      id: tieId(bond),
      share: null,
      since: '2026-01-01',
      ended: null,
      note: '',
    };
    const line = { ...by(), facts: ['tie.declared'] } as const;
    const known = requireVisible(await service.deps.store.person(person.id));
    const told = noteOn(service.deps, 'people', known, line);
    await service.deps.store.commit([told], [{ kind: 'ties', rows: [whole] }]);
  };
  /** Who was written what, after every job that is due. */
  const written = async (kind?: LetterKind): Promise<string[]> => {
    await service.work();
    expect(await service.jobs.counts()).to.include({ waiting: 0, parked: 0 });
    return service.letters
      .filter((letter) => kind === undefined || letter.kind === kind)
      .map((letter) => `${letter.kind} ${letter.to.split('@')[0]}`)
      .sort();
  };
  const evaluated = async () => {
    const reviewIds = await advanceToEvaluation(service.deps, cast, id, owner);
    await service.work();
    for (const [i, reviewId] of reviewIds.entries())
      await deliver(service.deps, cast.reviewers[i as 0 | 1], reviewId);
  };
  const announce = async (outcome: DecisionOutcome, announcedAt: string) => {
    const at = async () => ({
      applicationId: id,
      revision: (await currentApplication(service.deps, id)).revision,
    });
    await recommendApplication(service.deps, cast.rapporteur, {
      ...(await at()),
      draft: outcome,
      reason: 'Motif.',
    });
    const conditions =
      outcome === 'grantedWithConditions' ? [{ text: 'Un rapport.', due: '2027-03-01' }] : [];
    await decideInSession(service.deps, cast, id, outcome, conditions);
    service.setClock(announcedAt);
    await announceDecision(service.deps, cast.officer, await at());
  };

  it('go to owners at deposit, decision and label, to officers and committee in between, to editors with the label', async () => {
    await colleague('editor', 'editor');
    await colleague('reader', 'reader');
    await evaluated();
    await service.work();
    const number = await advanceToLabel(service.deps, cast, id, owner);
    expect(await written()).to.deep.equal([
      'applicationAccepted owner',
      'applicationSubmitted owner',
      'decisionAnnounced owner',
      'labelIssued editor',
      'labelIssued owner',
      'reviewAccepted reviewer-1',
      'reviewAccepted reviewer-2',
      'sessionConvened chair',
      'sessionConvened member-1',
      'sessionConvened member-2',
    ]);
    const of = (kind: LetterKind) =>
      requireVisible(service.letters.find((letter) => letter.kind === kind)).text;
    const { digest } = requireVisible(await service.deps.store.snapshot(id, 1));
    expect(of('applicationSubmitted')).to.include(digest).and.to.include(`/fr/applications/${id}`);
    expect(of('labelIssued')).to.include(number);
    expect(of('decisionAnnounced'), 'reasons stay inside').to.not.include('critères sont remplis');
  });

  it('invite a reviewer with organisation, deadline and link', async () => {
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    const { revision } = await currentApplication(service.deps, id);
    await acceptApplication(service.deps, cast.officer, { applicationId: id, revision });
    const [first] = cast.reviewers;
    await change(first, { language: 'de' });
    const reviewId = await inviteReviewer(service.deps, cast.officer, {
      applicationId: id,
      personId: first.id,
    });
    expect(await written('reviewInvitation')).to.deep.equal(['reviewInvitation reviewer-1']);
    const letter = requireVisible(service.letters.at(-1));
    const organisation = requireVisible(
      await service.deps.store.organisation(owner.memberships[0]?.organisationId ?? ''),
    );
    expect(letter.text)
      .to.include(organisation.name)
      .and.to.include(`https://label.example/de/review/${reviewId}`);
    expect(letter.text).to.match(/\d+\. November 2026/);
  });

  it('tell who accepted a review by which day it is due, and a substitute when it would be', async () => {
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    const { revision } = await currentApplication(service.deps, id);
    await acceptApplication(service.deps, cast.officer, { applicationId: id, revision });
    for (const person of [...cast.reviewers, cast.moderator]) {
      const invited = { applicationId: id, personId: person.id };
      const reviewId = await inviteReviewer(service.deps, cast.officer, invited);
      const isSubstitute = person === cast.moderator;
      await answerInvitation(service.deps, person, { reviewId, accept: true, noConflictDeclared: true });
      service.letters.length = 0;
      expect(await written('reviewAccepted')).to.deep.equal([`reviewAccepted ${person.email.split('@')[0]}`]);
      const { text } = requireVisible(service.letters.at(-1));
      const due = requireVisible(await service.deps.store.review(reviewId)).context.dueAt;
      const plain = (said: string) => said.replaceAll(/[\u00a0\u202f]/g, ' ');
      expect(plain(text))
        .to.include(plain(createI18n().fr.date(dayOf(due))))
        .and.include(isSubstitute ? 'Vous remplacez' : 'Vous évaluez')
        .and.include(`/review/${reviewId}`);
    }
  });

  for (const [outcome, says] of [
    ['refused', 'recours jusqu’au'],
    ['grantedWithConditions', 'signez la convention jusqu’au'],
  ] as const) {
    it(`state the appeal deadline when the decision is ${outcome}`, async () => {
      await evaluated();
      await announce(outcome, '2026-12-02T08:00:00.000Z');
      expect(await written('decisionAnnounced')).to.deep.equal(['decisionAnnounced owner']);
      const letter = requireVisible(service.letters.find(({ kind }) => kind === 'decisionAnnounced'));
      const { dueAt } = (await currentApplication(service.deps, id)).context;
      const day = new Intl.DateTimeFormat('fr-CH', { dateStyle: 'long', timeZone: 'Europe/Zurich' });
      expect(letter.text).to.include(`${says} ${day.format(new Date(dueAt ?? ''))}`);
      expect(letter.text).to.include('faire recours');
    });
  }

  it('announce an inadmissible file, with the appeal deadline', async () => {
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    const event = {
      ...by(),
      type: 'declareIneligible',
      actor: asAsked({ id: cast.officer.id, roles: ['officer'] }),
      reason: 'Motif.',
      conflict: false,
      appealBy: '2026-12-24T21:59:59.000Z',
    } as const;
    const file = await currentApplication(service.deps, id);
    const data = { letter: { snapshot: 1, offers: [], findings: [], result: null } };
    await service.deps.store.commit([applyToApplication(service.deps, file, event, {}, data)]);
    expect(await written('decisionAnnounced')).to.deep.equal(['decisionAnnounced owner']);
    expect(service.letters.at(-1)?.text).to.include('24 décembre 2026').and.to.not.include('Motif');
  });

  it('never go to removed, conflicted or unsubscribed people', async () => {
    const removed = await colleague('removed', 'owner');
    await change(removed, { removedAt: '2026-11-01T00:00:00.000Z' });
    const quiet = await colleague('quiet', 'editor');
    await setUnsubscribed(service.deps, quiet, { topics: ['labelNews'] });
    await evaluated();
    for (const name of ['inside', 'sponsor', 'gone', 'silent']) await service.person(name, 'officer');
    const named = async (name: string) =>
      requireVisible(await service.deps.store.personByEmail(`${name}@specimen.example`));
    await change(await named('inside'), { memberships: owner.memberships });
    await tie(await named('sponsor'), 'sponsor');
    await change(await named('gone'), { removedAt: '2026-11-01T00:00:00.000Z' });
    await setUnsubscribed(service.deps, await named('silent'), { topics: ['workDigest'] });
    await tellDigests(service.deps, service.deps.clock.now());
    await service.work();
    // The recommendation is the rapporteur's to write.
    expect(await written('workDigest')).to.deep.equal(['workDigest officer', 'workDigest rapporteur']);
    await advanceToLabel(service.deps, cast, id, owner);
    const all = await written();
    expect(all.filter((line) => /removed|gone|silent|sponsor|quiet/.test(line))).to.deep.equal([]);
    // The officer inside is one of the applicant's own people, and told as such.
    expect(all.filter((line) => line.endsWith(' inside'))).to.deep.equal([
      'decisionAnnounced inside',
      'labelIssued inside',
    ]);
  });

  it('are not sent to an invited reviewer with a conflict or without access', async () => {
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    const { revision } = await currentApplication(service.deps, id);
    await acceptApplication(service.deps, cast.officer, { applicationId: id, revision });
    const [first, second] = cast.reviewers;
    for (const { id: personId } of [first, second])
      await inviteReviewer(service.deps, cast.officer, { applicationId: id, personId });
    await tie(first, 'client');
    await change(second, { removedAt: '2026-11-02T08:00:00.000Z' });
    // Whoever is invited in their place is.
    expect((await written('reviewInvitation')).join()).not.to.match(/reviewer-[12]/);
  });
});
