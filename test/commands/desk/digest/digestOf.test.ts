import { expect } from 'chai';
import { acceptApplication } from '../../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../../src/commands/application/selfAssessment/submitApplication.ts';
import { announceDecision } from '../../../../src/commands/committee/decision/announceDecision.ts';
import { decideApplication } from '../../../../src/commands/committee/decision/decideApplication.ts';
import { recommendApplication } from '../../../../src/commands/committee/decision/recommendApplication.ts';
import { castVote } from '../../../../src/commands/committee/session/castVote.ts';
import { minutesOf, signMinutes } from '../../../../src/commands/committee/session/minutesOf.ts';
import {
  closeSession,
  conveneSession,
  openSession,
} from '../../../../src/commands/committee/session/moveSession.ts';
import { planSession } from '../../../../src/commands/committee/session/planSession.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { digestOf } from '../../../../src/commands/desk/digest/digestOf.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import { inviteReviewer } from '../../../../src/commands/review/assignment/inviteReviewer.ts';
import { staffApplication } from '../../../../src/commands/review/assignment/staffApplication.ts';
import { answerInvitation } from '../../../../src/commands/review/evaluation/answerInvitation.ts';
import { declareTie } from '../../../../src/commands/review/ties/declareTie.ts';
import { addDays, dayOf } from '../../../../src/register/day.ts';
import { applicationVersion } from '../../../support/appealSteps.ts';
import { castOf, declarations, deliver, filledDraft } from '../../../support/applicationSteps.ts';
import { sessionVersion } from '../../../support/committeeSession.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { updatePerson } from '../../../support/updatePerson.ts';

/** Everybody of the staff by their part in the file: who is named gets these lines, anyone else none. */
type Told = Readonly<Record<string, readonly string[]>>;

describe('the morning digest of one file', () => {
  let service: TestService;
  let people: Readonly<Record<string, Person>>;
  before(async () => {
    service = await testService('digest');
  });
  after(() => service.stop());

  const told = async (): Promise<Told> => {
    const lines = await Promise.all(
      Object.entries(people).map(async ([part, { id }]) => {
        const person = requireVisible(await service.deps.store.person(id));
        const { lines } = await digestOf(service.deps, person);
        return [part, lines.map(({ what }) => what.replace('digest.what.', ''))] as const;
      }),
    );
    return Object.fromEntries(lines.filter(([, found]) => found.length > 0));
  };
  const onDay = (day: string) => service.setClock(`${day}T06:30:00.000Z`);

  it('has a line for whoever has the next step, and none for those who are barred from it', async () => {
    const { deps } = service;
    const cast = await castOf(service);
    const { id, owner } = await filledDraft(deps, cast.owner);
    const tied = await service.person('tied', 'officer', 'chair');
    const { organisationId } = requireVisible(owner.memberships[0]);
    const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;
    await declareTie(deps, tied, { ...tie, personId: tied.id, organisationId });
    // Who evaluates the file is an officer as well.
    await updatePerson(deps, cast.reviewers[0], { roles: ['reviewer', 'officer'] });
    const [chair, first, second] = cast.committee;
    const [evaluating, reviewer] = cast.reviewers;
    const { officer, rapporteur, moderator } = cast;
    people = { owner, officer, rapporteur, tied, evaluating, reviewer, moderator, chair, first, second };
    const at = () => applicationVersion(deps, id);
    const officers = (...lines: string[]): Told => ({ officer: lines, rapporteur: lines });

    expect(await told(), 'draft').to.deep.equal({});
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    expect(await told(), 'screening').to.deep.equal({ ...officers('screen'), evaluating: ['screen'] });
    await acceptApplication(deps, officer, await at());
    expect(await told(), 'assignment').to.deep.equal({ ...officers('assign'), evaluating: ['assign'] });

    const reviews: string[] = [];
    for (const person of cast.reviewers)
      reviews.push(await inviteReviewer(deps, officer, { applicationId: id, personId: person.id }));
    const [mine = '', other = ''] = reviews;
    const invited = requireVisible(await deps.store.review(other)).context.dueAt;
    expect(await told(), 'invited').to.deep.equal(officers('assign'));
    onDay(addDays(dayOf(invited), -3));
    expect(await told(), 'invitations near their end').to.deep.equal({
      ...officers('assign'),
      evaluating: ['invitation'],
      reviewer: ['invitation'],
    });

    for (const [i, reviewId] of reviews.entries()) {
      const answer = { reviewId, accept: true, noConflictDeclared: true } as const;
      await answerInvitation(deps, requireVisible(cast.reviewers[i]), answer);
    }
    await staffApplication(deps, officer, await at());
    expect(await told(), 'evaluation').to.deep.equal({});
    const due = requireVisible(await deps.store.review(other)).context.dueAt;
    onDay(addDays(dayOf(due), -10));
    expect(await told(), 'reviews near their end').to.deep.equal({
      evaluating: ['review'],
      reviewer: ['review'],
    });
    await deliver(deps, evaluating, mine);
    expect(await told(), 'one delivered').to.deep.equal({ reviewer: ['review'] });
    await deliver(deps, reviewer, other);
    const free = { chair: ['recommend'], first: ['recommend'], second: ['recommend'] };
    // It costs its author their vote: it falls to officers outside the committee, and to its members where there are none.
    expect(await told(), 'recommendation').to.deep.equal(officers('recommend'));
    const roles = (...all: Person['roles']) =>
      Promise.all([officer, rapporteur].map((person) => updatePerson(deps, person, { roles: all })));
    await roles('officer', 'committee');
    expect(await told(), 'nobody outside').to.deep.equal({ ...officers('recommend'), ...free });
    await roles('officer');

    const reason = 'Tout est dit, et chaque critère est rempli.';
    await recommendApplication(deps, rapporteur, { ...(await at()), draft: 'granted', reason });
    expect(await told(), 'deliberation').to.deep.equal(officers('agenda'));
    const plannedFor = `${addDays(dayOf(due), 30)}T17:00:00.000Z`;
    const plan = { plannedFor, place: 'Salle des spécimens', agenda: [id] };
    const session = await planSession(deps, officer, plan);
    await conveneSession(deps, officer, await sessionVersion(deps, session));
    expect(await told(), 'a session far ahead').to.deep.equal({});
    onDay(addDays(dayOf(plannedFor), -7));
    // The tied chair knows of the session, and of nothing on it.
    const committee = (line: string) => ({ chair: [line], first: [line], second: [line] });
    expect(await told(), 'a session near').to.deep.equal({ ...committee('session'), tied: ['session'] });

    onDay(dayOf(plannedFor));
    const present = cast.committee.map((person) => person.id);
    await openSession(deps, chair, { ...(await sessionVersion(deps, session)), present });
    for (const person of cast.committee)
      await castVote(deps, person, { applicationId: id, item: id, choice: 'for', reason });
    await decideApplication(deps, chair, { ...(await at()), outcome: 'granted', reason, conditions: [] });
    await closeSession(deps, chair, await sessionVersion(deps, session));
    expect(await told(), 'minutes to approve').to.deep.equal(committee('sign'));
    for (const person of [chair, first]) {
      const { digest: minutes } = await minutesOf(deps, requireVisible(await deps.store.session(session)));
      await signMinutes(deps, person, { ...(await sessionVersion(deps, session)), minutes });
    }
    // Who advised the committee announces nothing.
    expect(await told(), 'decided').to.deep.equal({ officer: ['announce'] });
    await announceDecision(deps, officer, await at());
    expect(await told(), 'announced').to.deep.equal({});
  });
});
