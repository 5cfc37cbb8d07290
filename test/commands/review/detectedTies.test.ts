import { expect } from 'chai';
import { acceptApplication } from '../../../src/commands/application/screening/screenApplication.ts';
import { submitApplication } from '../../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { changeMemberRole, removeMember } from '../../../src/commands/people/organisations/members.ts';
import { inviteReviewer } from '../../../src/commands/review/assignment/inviteReviewer.ts';
import { answerInvitation } from '../../../src/commands/review/evaluation/answerInvitation.ts';
import { hasConflict } from '../../../src/commands/review/ties/barredFrom.ts';
import { schedules } from '../../../src/workers/schedules.ts';
import {
  type Cast,
  castOf,
  currentApplication,
  declarations,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { joinByInvitation, registerSpecimen, storedPerson } from '../../support/organisations.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { updatePerson } from '../../support/updatePerson.ts';

describe('ties from memberships and reviews', () => {
  let service: TestService;
  let cast: Cast;
  let tests = 0;
  before(async () => {
    service = await testService('detected-ties');
    cast = await castOf(service);
  });
  beforeEach(() => {
    tests += 1;
    service.setClock('2026-11-02T08:00:00.000Z');
  });
  after(() => service.stop());

  const person = (label: string) => service.person(`${label}-${tests}`);
  /** Ties of a person as `kind organisation`, those that are over with their last day. */
  const ties = async ({ id }: Person) =>
    (await service.deps.store.tiesOf(id))
      .map(({ kind, organisationId, ended }) => [kind, organisationId, ended ?? 'lasts'].join(' '))
      .sort();
  const leave = async (one: Person, organisationId: string) =>
    removeMember(service.deps, await storedPerson(service.deps, one), { organisationId, personId: one.id });

  /** Two people who each have an organisation of their own, and share a third; the ids in that order. */
  const shared = async () => {
    const [one, two] = [await person('one'), await person('two')];
    const [first, second] = [
      await registerSpecimen(service.deps, one),
      await registerSpecimen(service.deps, two),
    ];
    const third = await registerSpecimen(service.deps, one);
    await joinByInvitation(service.deps, one, third, two, 'owner');
    return { one, two, first, second, third };
  };

  it('connect a new member to other organisations of their colleagues, and vice versa', async () => {
    const { one, two, first, second, third } = await shared();
    expect(await ties(two)).to.deep.equal([`board ${first} lasts`]);
    expect(await ties(one)).to.deep.equal([`board ${second} lasts`]);
    const records = await service.deps.store.records(`people/${one.id}`);
    expect(records.at(-1)).to.deep.include({
      facts: ['tie.detected'],
      actor: { id: 'system', roles: ['system'] },
    });
    expect(await hasConflict(service.deps, await storedPerson(service.deps, one), second)).to.equal(true);
    expect(await hasConflict(service.deps, await storedPerson(service.deps, one), third)).to.equal(true);
  });

  describe('of an adviser', () => {
    /** The house of an adviser and a client that it advises, each with one more of its people; the ids of both. */
    const advised = async () => {
      const [adviser, colleague, client, clerk] = await Promise.all(
        ['adviser', 'colleague', 'client', 'clerk'].map(person),
      );
      if (!adviser || !colleague || !client || !clerk) throw new Error('four people');
      const { deps } = service;
      const [house, advisedId] = [
        await registerSpecimen(deps, adviser),
        await registerSpecimen(deps, client),
      ];
      const advise = (by: Person, organisationId: string) =>
        joinByInvitation(deps, by, organisationId, adviser, 'editor', true);
      return { ...{ adviser, colleague, client, clerk, house, advisedId }, advise };
    };

    /** Whoever comes last, the people of both houses are tied to the other one. */
    const orders: Readonly<Record<string, readonly ('colleague' | 'clerk' | 'advise')[]>> = {
      'the adviser': ['colleague', 'clerk', 'advise'],
      'a colleague of the adviser': ['clerk', 'advise', 'colleague'],
      'a colleague of the client': ['colleague', 'advise', 'clerk'],
    };
    for (const [last, order] of Object.entries(orders))
      it(`bind both houses to each other, where ${last} joins last, until the adviser leaves`, async () => {
        const { adviser, colleague, client, clerk, house, advisedId, advise } = await advised();
        const acts = {
          colleague: () => joinByInvitation(service.deps, adviser, house, colleague, 'reader'),
          clerk: () => joinByInvitation(service.deps, client, advisedId, clerk, 'reader'),
          advise: () => advise(client, advisedId),
        };
        for (const act of order) await acts[act]();
        const all = async () => Promise.all([adviser, colleague, client, clerk].map(ties));
        const lasting = [[`board ${advisedId} lasts`], [`board ${house} lasts`]];
        expect(await all()).to.deep.equal([[], lasting[0], lasting[1], lasting[1]]);
        await leave(adviser, advisedId);
        const [cooling, theirs] = [advisedId, house].map((id) => [`board ${id} 2026-11-02`]);
        expect(await all()).to.deep.equal([[`member ${advisedId} 2026-11-02`], cooling, theirs, theirs]);
      });

    it('begin with the clock where the adviser joined before that tied anybody, for the staff alone', async () => {
      const { deps, connection } = service;
      const { adviser, colleague, client, clerk, house, advisedId, advise } = await advised();
      await joinByInvitation(deps, adviser, house, colleague, 'reader');
      await joinByInvitation(deps, client, advisedId, clerk, 'reader');
      await advise(client, advisedId);
      const joined = { colleague: [`board ${advisedId} lasts`], clerk: [`board ${house} lasts`] };
      const now = async () => ({ colleague: await ties(colleague), clerk: await ties(clerk) });
      expect(await now(), 'who joins today').to.deep.equal(joined);
      const { run } = requireVisible(schedules.find(({ name }) => name === 'ties'));
      const strike = () => run(deps, deps.clock.now());
      const untie = async () => connection.collection('ties').deleteMany({ kind: 'board' });
      await untie();
      expect(await strike(), 'nobody of them is of the staff').to.equal(0);
      expect(await now()).to.deep.equal({ colleague: [], clerk: [] });
      for (const role of ['reviewer', 'officer', 'committee', 'chair', 'administrator'] as const) {
        await untie();
        for (const one of [colleague, clerk, adviser])
          await updatePerson(deps, await storedPerson(deps, one), { roles: [role] });
        expect(await strike(), role).to.equal(2);
        expect(await now(), role).to.deep.equal(joined);
        expect(await ties(adviser), 'who belongs to both is tied to neither').to.deep.equal([]);
        expect(await strike(), 'twice is once').to.equal(0);
      }
      const lines = await deps.store.records(`people/${clerk.id}`);
      expect(lines.at(-1)).to.deep.include({
        facts: ['tie.detected'],
        actor: { id: 'system', roles: ['system'] },
      });
      expect(await hasConflict(deps, await storedPerson(deps, clerk), house)).to.equal(true);
      for (const one of [colleague, clerk, adviser])
        await updatePerson(deps, await storedPerson(deps, one), { roles: [] });
    });

    it('bind two clients of one adviser only once the adviser belongs to one of them', async () => {
      const { adviser, client, clerk, advisedId, house, advise } = await advised();
      const other = await registerSpecimen(service.deps, clerk);
      await advise(client, advisedId);
      await advise(clerk, other);
      expect(await ties(client)).to.deep.equal([`board ${house} lasts`]);
      expect(await ties(clerk)).to.deep.equal([`board ${house} lasts`]);
      const member = { organisationId: advisedId, personId: adviser.id, role: 'editor' } as const;
      await changeMemberRole(service.deps, await storedPerson(service.deps, client), member);
      expect(await ties(client)).to.have.members([`board ${house} lasts`, `board ${other} lasts`]);
      expect(await ties(clerk)).to.have.members([`board ${house} lasts`, `board ${advisedId} lasts`]);
    });
  });

  it('end when the person leaves and cool off like the membership itself', async () => {
    const { one, two, first, second, third } = await shared();
    await leave(two, third);
    expect(await ties(two)).to.deep.equal([`board ${first} 2026-11-02`, `member ${third} 2026-11-02`]);
    expect(await ties(one)).to.deep.equal([`board ${second} 2026-11-02`]);
    expect(await hasConflict(service.deps, await storedPerson(service.deps, two), third)).to.equal(true);
    service.setClock('2028-11-02T12:00:00.000Z');
    expect(await hasConflict(service.deps, await storedPerson(service.deps, two), third)).to.equal(false);
    expect(await hasConflict(service.deps, await storedPerson(service.deps, one), second)).to.equal(false);
  });

  it('last while the two share another organisation', async () => {
    const { one, two, first, second, third } = await shared();
    const fourth = await registerSpecimen(service.deps, one);
    await joinByInvitation(service.deps, one, fourth, two);
    await leave(two, third);
    expect(await ties(two)).to.deep.equal([`board ${first} lasts`, `member ${third} 2026-11-02`]);
    expect(await ties(one)).to.deep.equal([`board ${second} lasts`]);
  });

  it('void the reviews of a reviewer who joins the organisation whose file they have', async () => {
    const { id, owner } = await filledDraft(service.deps, await person('applicant'));
    await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
    await acceptApplication(service.deps, cast.officer, {
      applicationId: id,
      revision: (await currentApplication(service.deps, id)).revision,
    });
    const reviewer = await service.person(`joining-${tests}`, 'reviewer');
    const reviewId = await inviteReviewer(service.deps, cast.officer, {
      applicationId: id,
      personId: reviewer.id,
    });
    const { organisationId } = (await currentApplication(service.deps, id)).context;
    await joinByInvitation(service.deps, owner, organisationId, reviewer, 'reader');
    await service.work();
    expect(requireVisible(await service.deps.store.review(reviewId)).state).to.equal('voided');
  });

  describe('after a review', () => {
    /** A file reviewed by someone of another organisation; the ids of both organisations. */
    const reviewed = async () => {
      const { id, owner } = await filledDraft(service.deps, await person('applicant'));
      await submitApplication(service.deps, owner, { applicationId: id, ...declarations });
      await acceptApplication(service.deps, cast.officer, {
        applicationId: id,
        revision: (await currentApplication(service.deps, id)).revision,
      });
      const reviewer = await service.person(`peer-${tests}`, 'reviewer');
      const peers = await registerSpecimen(service.deps, reviewer);
      const invited = { applicationId: id, personId: reviewer.id };
      const reviewId = await inviteReviewer(service.deps, cast.officer, invited);
      const { organisationId } = (await currentApplication(service.deps, id)).context;
      return { owner, reviewer, peers, reviewId, organisationId };
    };
    const accept = async (reviewer: Person, reviewId: string) =>
      answerInvitation(service.deps, await storedPerson(service.deps, reviewer), {
        reviewId,
        accept: true,
        noConflictDeclared: true,
      });

    it('bar people of the applicant from reviewing the reviewer’s organisation for 36 months', async () => {
      const { owner, reviewer, peers, reviewId, organisationId } = await reviewed();
      await accept(reviewer, reviewId);
      expect(await ties(owner)).to.deep.equal([`crossReview ${peers} 2026-11-02`]);
      expect(await ties(reviewer)).to.deep.equal([]);
      expect(await hasConflict(service.deps, owner, peers)).to.equal(true);
      expect(
        await hasConflict(service.deps, await storedPerson(service.deps, reviewer), organisationId),
      ).to.equal(false);
      service.setClock('2029-11-02T12:00:00.000Z');
      expect(await hasConflict(service.deps, owner, peers)).to.equal(false);
    });

    it('do not name the reviewer in any record of the applicant', async () => {
      const { owner, reviewer, reviewId } = await reviewed();
      await accept(reviewer, reviewId);
      const records = JSON.stringify(await service.deps.store.records(`people/${owner.id}`));
      expect(records).to.include('tie.detected').and.not.include(reviewer.id);
    });

    it('do not exist after a declined invitation', async () => {
      const { owner, reviewer, reviewId } = await reviewed();
      await answerInvitation(service.deps, reviewer, { reviewId, accept: false, reason: 'Pas le temps' });
      expect(await ties(owner)).to.deep.equal([]);
    });

    it('also apply to people who join the applicant within that time, counted from the review', async () => {
      const { owner, reviewer, peers, reviewId, organisationId } = await reviewed();
      await accept(reviewer, reviewId);
      service.setClock('2029-11-01T12:00:00.000Z');
      const late = await person('late');
      await joinByInvitation(service.deps, owner, organisationId, late);
      expect(await ties(late)).to.deep.equal([`crossReview ${peers} 2026-11-02`]);
      service.setClock('2029-11-02T12:00:00.000Z');
      const later = await person('later');
      await joinByInvitation(service.deps, owner, organisationId, later);
      expect(await ties(later)).to.deep.equal([]);
    });
  });
});
