// Tier: all. Budget: 6 s.
import { expect } from 'chai';
import {
  decideApplication,
  deferApplication,
} from '../../../src/commands/committee/decision/decideApplication.ts';
import { recommendApplication } from '../../../src/commands/committee/decision/recommendApplication.ts';
import { noteAttendance } from '../../../src/commands/committee/session/attendance.ts';
import { castVote, recuseMember } from '../../../src/commands/committee/session/castVote.ts';
import { minutesOf, signMinutes } from '../../../src/commands/committee/session/minutesOf.ts';
import {
  cancelSession,
  closeSession,
  conveneSession,
  openSession,
} from '../../../src/commands/committee/session/moveSession.ts';
import { changePlan, planSession } from '../../../src/commands/committee/session/planSession.ts';
import { draftMinutes, reviseMinutes } from '../../../src/commands/committee/session/writeMinutes.ts';
import { printMinutes } from '../../../src/commands/committee/views/printMinutes.ts';
import { viewSession } from '../../../src/commands/committee/views/viewSession.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { wordsOf } from '../../issuing/readPdf.ts';
import {
  advanceToEvaluation,
  type Cast,
  castOf,
  currentApplication,
  deliver,
  filledDraft,
} from '../../support/applicationSteps.ts';
import { closeAndApprove, openSessionOn, sessionVersion } from '../../support/committeeSession.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('a session of the committee', () => {
  let service: TestService;
  let cast: Cast;
  before(async () => {
    service = await testService('sessions');
    cast = await castOf(service);
  });
  after(() => service.stop());

  let files = 0;
  /** A file that waits for the committee, scored by people of its own. */
  const waiting = async () => {
    files += 1;
    const { deps } = service;
    const reviewers = [
      await service.person(`scorer-${files}a`, 'reviewer'),
      await service.person(`scorer-${files}b`, 'reviewer'),
    ] as const;
    const draft = await filledDraft(deps, await service.person(`owner-${files}`));
    const ids = await advanceToEvaluation(deps, { ...cast, reviewers }, draft.id, draft.owner);
    for (const [i, id] of ids.entries()) await deliver(deps, reviewers[i as 0 | 1], id);
    const recommendation = { draft: 'granted', reason: 'Tout est là.' } as const;
    await recommendApplication(deps, cast.rapporteur, { ...(await at(draft.id)), ...recommendation });
    return draft.id;
  };
  const at = async (id: string) => ({
    applicationId: id,
    revision: (await currentApplication(service.deps, id)).revision,
  });
  const decide = async (id: string, by: Person, outcome: 'granted' | 'refused' = 'granted') =>
    decideApplication(service.deps, by, { ...(await at(id)), outcome, reason: 'Motif.', conditions: [] });
  const vote = (id: string, by: Person, choice: 'for' | 'against' | 'abstain' = 'for') =>
    castVote(service.deps, by, { applicationId: id, item: id, choice, reason: 'Ma raison.' });

  it('is planned by officers and chairs, on waiting files only', async () => {
    const { deps } = service;
    const id = await waiting();
    const plan = { plannedFor: deps.clock.now().toISOString(), place: 'Ici', agenda: [id] };
    const [chair, member] = cast.committee;
    expect(await refusalOf(planSession(deps, member, plan))).to.equal('forbidden');
    expect(await refusalOf(planSession(deps, cast.reviewers[0], plan))).to.equal('forbidden');
    const none = { ...plan, agenda: [id, 'A-2026-999999'] };
    expect(await refusalOf(planSession(deps, cast.officer, none))).to.equal('refused filesInDeliberation');
    const session = await planSession(deps, chair, { ...plan, agenda: [] });
    expect(await refusalOf(conveneSession(deps, chair, await sessionVersion(deps, session)))).to.equal(
      'refused agendaNamed',
    );
    await changePlan(deps, cast.officer, { ...(await sessionVersion(deps, session)), ...plan });
    expect(
      await refusalOf(
        openSession(deps, chair, { ...(await sessionVersion(deps, session)), present: [chair.id] }),
      ),
    ).to.equal('refused wrongState');
    await conveneSession(deps, cast.officer, await sessionVersion(deps, session));
    const open = async (by: Person, ...present: readonly Person[]) =>
      refusalOf(
        openSession(deps, by, {
          ...(await sessionVersion(deps, session)),
          present: present.map((person) => person.id),
        }),
      );
    expect(await open(chair, chair, member)).to.equal('refused quorumPresent');
    expect(await open(chair, ...cast.committee, cast.officer)).to.equal('refused membersOnly invitedOnly');
    expect(await open(member, ...cast.committee)).to.equal('refused byChair chairPresent');
    const why = { ...(await sessionVersion(deps, session)), reason: 'Grève des trains.' };
    expect(await refusalOf(cancelSession(deps, cast.officer, { ...why, reason: ' ' }))).to.equal(
      'refused reasonGiven',
    );
    await service.work();
    await cancelSession(deps, cast.officer, why);
    await service.work();
    const told = service.letters.filter(({ kind }) => kind.startsWith('session'));
    expect(told.map(({ kind }) => kind)).to.deep.equal([
      ...Array(3).fill('sessionConvened'),
      ...Array(3).fill('sessionCancelled'),
    ]);
    expect(told.at(-1)?.text).to.include('Grève des trains.');
    const again = await openSessionOn(deps, cast, id);
    expect((await deps.store.session(again))?.state, 'the file is free for another one').to.equal('open');
    await deferApplication(deps, chair, { ...(await at(id)), reason: 'Plus tard.' });
    await closeAndApprove(deps, cast, again);
  });

  it('keeps files on the agenda that an officer may not see, and hides them from that officer only', async () => {
    const { deps } = service;
    const [hidden, seen] = [await waiting(), await waiting()];
    const plan = { plannedFor: '2026-12-02T18:00:00.000Z', place: 'Ici', agenda: [hidden, seen] };
    const session = await planSession(deps, cast.officer, plan);
    const { organisationId } = (await currentApplication(deps, hidden)).context;
    const barred = { ...deps, store: deps.store.seenBy({ except: [organisationId] }) };
    const input = { ...(await sessionVersion(deps, session)), ...plan, agenda: [seen] };
    await changePlan(barred, cast.officer, input);
    expect((await deps.store.session(session))?.context.agenda).to.have.members([hidden, seen]);
    const other = { ...(await sessionVersion(deps, session)), ...plan, agenda: [hidden, seen] };
    expect(await refusalOf(changePlan(barred, cast.officer, other))).to.equal('refused filesInDeliberation');
    await cancelSession(deps, cast.officer, { ...(await sessionVersion(deps, session)), reason: 'Essai.' });
  });

  it('counts one vote for each eligible person in the room, the last one given', async () => {
    const { deps } = service;
    const id = await waiting();
    const late = await service.person('late', 'committee');
    const session = await openSessionOn(deps, cast, id);
    const [chair, member, other] = cast.committee;
    expect(await refusalOf(vote(id, cast.moderator))).to.equal('refused byCommittee inRoom');
    expect(await refusalOf(vote(id, late))).to.equal('refused inRoom');
    const room = async (personId: string, here: boolean, by = chair) =>
      refusalOf(
        noteAttendance(deps, by, {
          ...(await sessionVersion(deps, session)),
          personId,
          here,
          reason: 'Partie.',
        }),
      );
    expect(await room(late.id, true, member)).to.equal('refused chairsOrComesBack');
    expect(await room(cast.officer.id, true)).to.equal('refused membersOnly invitedOnly');
    expect(await room(late.id, true)).to.equal('taken');
    expect(await room(late.id, true)).to.equal('refused notInRoom');
    for (const person of [chair, member, other, late]) await vote(id, person, 'against');
    await vote(id, member);
    expect(await refusalOf(decide(id, chair)), 'one for, three against').to.equal('refused votesRecorded');
    expect(await room(late.id, false)).to.equal('taken');
    await vote(id, other, 'abstain');
    // One for, the chair against, and who left against: their vote stays.
    expect(await refusalOf(decide(id, chair))).to.equal('refused votesRecorded');
    await vote(id, chair);
    await decide(id, chair);
    const event = requireVisible((await deps.store.records(`applications/${id}`)).at(-1)).event;
    expect(event)
      .to.have.property('vote')
      .that.includes({ for: 2, against: 1, abstained: 1, casting: 'for' });
    expect(await refusalOf(vote(id, member)), 'it is decided').to.equal('notFound');
    await closeAndApprove(deps, cast, session);
  });

  it('lets the chair break a tie', async () => {
    const { deps } = service;
    const id = await waiting();
    const fourth = await service.person('fourth', 'committee');
    const session = await openSessionOn(deps, { ...cast, committee: [...cast.committee, fourth] }, id);
    const [chair, member, other] = cast.committee;
    for (const person of [chair, member]) await vote(id, person);
    for (const person of [other, fourth]) await vote(id, person, 'against');
    expect(await refusalOf(decide(id, chair, 'refused'))).to.equal('refused votesRecorded');
    await decide(id, chair);
    await closeAndApprove(deps, cast, session);
    const text = wordsOf(await printMinutes(deps, chair, { sessionId: session, language: 'fr' }));
    expect(text).to.include('2 pour, 2 contre, aucune abstention. La voix de la présidence a départagé.');
  });

  it('refuses votes of recused people, and voids the vote of someone who becomes conflicted', async () => {
    const { deps } = service;
    const id = await waiting();
    const five = [await service.person('five-a', 'committee'), await service.person('five-b', 'committee')];
    const session = await openSessionOn(deps, { ...cast, committee: [...cast.committee, ...five] }, id);
    const [chair, member, other] = cast.committee;
    for (const person of [chair, member, other, ...five]) await vote(id, person);
    const recuse = (personId: string, by: Person) =>
      refusalOf(
        recuseMember(deps, by, { applicationId: id, item: id, personId, reason: 'Ma sœur y travaille.' }),
      );
    expect(await recuse(other.id, member)).to.equal('refused selfOrChair ownWordOrConflict');
    expect(await recuse(other.id, chair), 'after the vote began').to.equal('refused ownWordOrConflict');
    expect(await recuse(other.id, other)).to.equal('taken');
    expect(await recuse(other.id, other), 'twice').to.equal('refused notRecused');
    expect(await refusalOf(vote(id, other))).to.equal('refused notRecused');
    const { organisationId } = (await currentApplication(deps, id)).context;
    const tie = { organisationId, kind: 'board', share: null, since: '2026-11-01', note: '' } as const;
    await declareTie(deps, member, { ...tie, personId: member.id });
    expect(await refusalOf(vote(id, member))).to.equal('refused hasNoTie');
    await decide(id, chair);
    const event = requireVisible((await deps.store.records(`applications/${id}`)).at(-1)).event;
    expect(event)
      .to.have.property('vote')
      .that.deep.includes({ for: 3, against: 0 })
      .with.property('recused')
      .that.includes.members([other.id, member.id]);
    expect((await currentApplication(deps, id)).context.deciders).to.not.include.members([
      other.id,
      member.id,
    ]);
    await closeAndApprove(deps, cast, session);
  });

  it('lets only its chair decide, once, of two concurrent attempts', async () => {
    const { deps } = service;
    const id = await waiting();
    const second = await service.person('second-chair', 'committee', 'chair');
    const session = await openSessionOn(deps, { ...cast, committee: [...cast.committee, second] }, id);
    for (const person of [...cast.committee, second]) await vote(id, person);
    const { revision } = await currentApplication(deps, id);
    const input = {
      applicationId: id,
      revision,
      outcome: 'granted',
      reason: 'Motif.',
      conditions: [],
    } as const;
    const [chair] = cast.committee;
    const tries = await Promise.all(
      [chair, chair, second].map((by) => refusalOf(decideApplication(deps, by, input))),
    );
    expect(tries.filter((one) => one === 'taken')).to.have.length(1);
    expect(tries.slice(0, 2).find((one) => one !== 'taken')).to.match(/stale|wrongState|inOpenSession/);
    expect(tries[2]).to.match(/chairsThisFile|wrongState|stale/);
    expect((await deps.store.session(session))?.context.concluded).to.have.length(1);
    await closeAndApprove(deps, cast, session);
  });

  it('has its minutes drafted by officers for the chair; what is written of a file is read with that file alone', async () => {
    const { deps } = service;
    const [one, two] = [await waiting(), await waiting()];
    const fourth = await service.person('drafting', 'committee');
    const room = { ...cast, committee: [...cast.committee, fourth] } as const;
    const session = await openSessionOn(deps, room, one, two);
    const [chair, recused, third] = cast.committee;
    await recuseMember(deps, recused, {
      applicationId: one,
      item: one,
      personId: recused.id,
      reason: 'Un lien.',
    });
    const draft = async (by: Person, files: readonly string[] = [one, two], remarks = 'Note de séance.') =>
      refusalOf(
        draftMinutes(deps, by, {
          ...(await sessionVersion(deps, session)),
          remarks,
          additions: files.map((applicationId) => ({ applicationId, text: `Note sur ${applicationId}.` })),
        }),
      );
    expect(await draft(cast.officer)).to.equal('refused wrongState');
    for (const person of [chair, third, fourth]) await vote(one, person);
    for (const person of room.committee) await vote(two, person);
    for (const id of [one, two]) await decide(id, chair);
    await closeSession(deps, chair, await sessionVersion(deps, session));
    expect(await draft(chair)).to.equal('forbidden');
    expect(await draft(cast.officer, [], '')).to.equal('refused remarksGiven');
    expect(await draft(cast.officer, ['A-2026-999999'])).to.equal('notFound');
    expect(await draft(cast.officer)).to.equal('taken');
    const told = async (by: Person) => {
      const view = JSON.stringify(await viewSession(deps, by, session));
      return ['Note de séance.', `Note sur ${one}.`, `Note sur ${two}.`].map((text) => view.includes(text));
    };
    expect(await told(chair)).to.deep.equal([true, true, true]);
    expect(await told(recused)).to.deep.equal([true, false, true]);
    const { remarks, additions } = requireVisible((await viewSession(deps, chair, session)).minutes?.draft);
    const revise = async (files: typeof additions) =>
      refusalOf(
        reviseMinutes(deps, chair, {
          ...(await sessionVersion(deps, session)),
          ...{ remarks, additions: files },
        }),
      );
    expect(await revise([{ applicationId: 'A-2026-999999', text: 'Rien.' }])).to.equal('notFound');
    expect(await revise(additions)).to.equal('taken');
    expect((await viewSession(deps, chair, session)).minutes?.draft).to.equal(null);
    expect(await told(third)).to.deep.equal([true, true, true]);
    expect(await told(recused)).to.deep.equal([true, false, true]);
    expect(await told(cast.officer), 'the decisions are sealed').to.deep.equal([true, false, false]);
    const printed = async (by: Person) => {
      const text = wordsOf(await printMinutes(deps, by, { sessionId: session, language: 'fr' }));
      return [`Note sur ${one}.`, `Note sur ${two}.`].map((note) => text.includes(note));
    };
    expect([await printed(chair), await printed(recused)]).to.deep.equal([
      [true, true],
      [false, true],
    ]);
    for (const by of [chair, recused, third]) {
      const { digest } = await minutesOf(deps, requireVisible(await deps.store.session(session)));
      const sign = signMinutes(deps, by, { ...(await sessionVersion(deps, session)), minutes: digest });
      expect(await refusalOf(sign), by.name).to.equal('taken');
    }
    expect((await deps.store.session(session))?.state).to.equal('minutesApproved');
  });

  it('closes once every file is handled; its minutes are the signed ones, also past midnight', async () => {
    const { deps } = service;
    const [one, two] = [await waiting(), await waiting()];
    // The last evening of summer time: the clocks go back during the session.
    service.setClock('2027-10-30T21:30:00.000Z');
    const session = await openSessionOn(deps, cast, one, two);
    const [chair, member] = cast.committee;
    for (const person of cast.committee) await vote(one, person);
    await decide(one, chair);
    expect(await refusalOf(closeSession(deps, chair, await sessionVersion(deps, session)))).to.equal(
      'refused agendaConcluded',
    );
    service.setClock('2027-10-31T01:30:00.000Z');
    await deferApplication(deps, chair, { ...(await at(two)), reason: 'Une pièce manque.' });
    await closeSession(deps, chair, await sessionVersion(deps, session));
    const minutes = async () =>
      (await minutesOf(deps, requireVisible(await deps.store.session(session)))).digest;
    const sign = async (by: Person, digest: string) =>
      refusalOf(signMinutes(deps, by, { ...(await sessionVersion(deps, session)), minutes: digest }));
    const before = await minutes();
    expect(await sign(cast.officer, before)).to.equal('refused byCommittee satInSession');
    expect(await sign(member, 'f'.repeat(64))).to.equal('stale');
    expect(await sign(member, before)).to.equal('taken');
    expect(await sign(member, before)).to.equal('refused notSignedYet');
    const added = { ...(await sessionVersion(deps, session)), remarks: 'La salle a fermé à minuit.' };
    expect(await refusalOf(reviseMinutes(deps, member, added))).to.equal('refused wasChair');
    await reviseMinutes(deps, chair, added);
    expect(await sign(chair, before), 'what was signed is not what is there').to.equal('stale');
    expect(await sign(chair, await minutes())).to.equal('taken');
    expect((await deps.store.session(session))?.state).to.equal('closed');
    expect(await sign(member, await minutes())).to.equal('taken');
    expect((await deps.store.session(session))?.state).to.equal('minutesApproved');
    const text = wordsOf(await printMinutes(deps, chair, { sessionId: session, language: 'fr' }));
    expect(text)
      .to.include('30 octobre 2027, 23:3')
      .and.include('31 octobre 2027, 02:3')
      .and.include('La salle a fermé à minuit.')
      .and.include('Décision reportée');
  });
});
