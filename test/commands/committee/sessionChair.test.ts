import { expect } from 'chai';
import { withdrawApplication } from '../../../src/commands/application/selfAssessment/withdrawApplication.ts';
import {
  decideApplication,
  deferApplication,
} from '../../../src/commands/committee/decision/decideApplication.ts';
import { noteAttendance, takeChair } from '../../../src/commands/committee/session/attendance.ts';
import { castVote, recuseMember } from '../../../src/commands/committee/session/castVote.ts';
import { minutesOf, signMinutes } from '../../../src/commands/committee/session/minutesOf.ts';
import { closeSession } from '../../../src/commands/committee/session/moveSession.ts';
import { reviseMinutes } from '../../../src/commands/committee/session/writeMinutes.ts';
import { printMinutes } from '../../../src/commands/committee/views/printMinutes.ts';
import { viewDeliberation } from '../../../src/commands/committee/views/viewDeliberation.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { declareTie } from '../../../src/commands/review/ties/declareTie.ts';
import { wordsOf } from '../../issuing/readPdf.ts';
import { currentApplication } from '../../support/applicationSteps.ts';
import { closeAndApprove, openSessionOn, sessionVersion } from '../../support/committeeSession.ts';
import { refusalOf } from '../../support/refusal.ts';
import { updatePerson } from '../../support/updatePerson.ts';
import { type WebWithCast, webWithCast } from '../../support/webWithCast.ts';

describe('the chair of a session', () => {
  let web: WebWithCast;
  let chair: Person;
  let absent: Person;
  let members: readonly [Person, Person, Person, Person];
  before(async () => {
    web = await webWithCast('session-chair');
    chair = web.cast.committee[0];
    absent = await web.person('absent-chair', 'committee', 'chair');
    const [, one, two] = web.cast.committee;
    members = [one, two, await web.person('three', 'committee'), await web.person('four', 'committee')];
  });
  after(() => web.stop());

  const open = (...agenda: readonly string[]) =>
    openSessionOn(web.deps, { officer: web.cast.officer, committee: [chair, ...members] }, ...agenda);
  const vote = (id: string, by: Person, choice: 'for' | 'against', reason = `Raison de ${by.name}.`) =>
    castVote(web.deps, by, { applicationId: id, item: id, choice, reason });
  const at = async (id: string) => ({
    applicationId: id,
    revision: (await currentApplication(web.deps, id)).revision,
  });
  const decide = async (id: string, by: Person, outcome: 'granted' | 'refused' = 'granted') =>
    refusalOf(
      decideApplication(web.deps, by, { ...(await at(id)), outcome, reason: 'Motif.', conditions: [] }),
    );
  const defer = async (id: string, by: Person) =>
    refusalOf(deferApplication(web.deps, by, { ...(await at(id)), reason: 'Plus tard.' }));
  const room = async (session: string, by: Person, who: Person, here: boolean, reason?: string) =>
    refusalOf(
      noteAttendance(web.deps, by, {
        ...(await sessionVersion(web.deps, session)),
        personId: who.id,
        here,
        ...(reason !== undefined && { reason }),
      }),
    );
  const take = async (session: string, by: Person, applicationId: string | null) =>
    refusalOf(
      takeChair(web.deps, by, {
        ...(await sessionVersion(web.deps, session)),
        ...(applicationId === null ? { applicationId } : { applicationId, item: applicationId }),
        reason: 'Elle est récusée.',
      }),
    );
  const recuse = (id: string, by: Person, who: Person) =>
    refusalOf(
      recuseMember(web.deps, by, { applicationId: id, item: id, personId: who.id, reason: 'Un lien.' }),
    );
  const close = async (session: string, by: Person) =>
    refusalOf(closeSession(web.deps, by, await sessionVersion(web.deps, session)));
  const minutes = async (session: string, by: Person) =>
    wordsOf(await printMinutes(web.deps, by, { sessionId: session, language: 'fr' }));

  it('cannot turn 2 for and 3 against into a grant by recording a departure', async () => {
    const id = await web.fileInDeliberation();
    const session = await open(id);
    const [one, two, three, four] = members;
    for (const person of [chair, one]) await vote(id, person, 'for');
    for (const person of [two, three, four]) await vote(id, person, 'against');
    // Nobody who is not in the chair of this session touches it, whatever their role.
    expect(await room(session, absent, four, false, 'Elle dort.')).to.equal('refused chairsOrLeaves');
    expect(await recuse(id, absent, four)).to.equal('refused selfOrChair ownWordOrConflict');
    expect(await decide(id, absent)).to.match(/chairsThisFile/);
    expect(await defer(id, absent)).to.match(/chairsThisFile/);
    expect(await close(session, absent)).to.equal('refused chairsSession agendaConcluded');
    // Nor does its own chair: a reason is asked for, the vote stays, and no late recusal takes it away.
    expect(await room(session, chair, four, false, ' ')).to.equal('refused reasonOfDeparture');
    expect(await room(session, chair, four, false, 'La liaison est coupée.')).to.equal('taken');
    expect(await recuse(id, chair, four)).to.equal('refused ownWordOrConflict');
    expect(await decide(id, chair), 'still 2 for and 3 against').to.equal('refused votesRecorded');
    expect(await room(session, four, four, true), 'who was there comes back').to.equal('taken');
    expect(await room(session, chair, four, false, 'La liaison est coupée.')).to.equal('taken');
    expect(await decide(id, chair, 'refused')).to.equal('taken');
    const event = requireVisible((await web.deps.store.records(`applications/${id}`)).at(-1)).event;
    expect(event).to.have.property('vote').that.includes({ for: 2, against: 3, abstained: 0 });
    expect(
      (await currentApplication(web.deps, id)).context.deciders,
      'who voted and left decided too',
    ).to.include(four.id);
    await closeAndApprove(web.deps, { officer: web.cast.officer, committee: [chair, one] }, session);
    const text = await minutes(session, chair);
    expect(text)
      .to.include('2 pour, 3 contre, aucune abstention.')
      .and.include(`Départ noté par ${chair.name} : La liaison est coupée.`)
      .and.include(`Présidence : ${chair.name}`);
    for (const person of [two, three, four])
      expect(text).to.include(`${person.name} : Contre Raison de ${person.name}.`);
    for (const person of [chair, one]) expect(text).to.include(`${person.name} : Pour`);
  });

  it('has no power over a file from which they are recused; the substitute decides and has the casting vote', async () => {
    const id = await web.fileInDeliberation();
    const session = await open(id);
    const [one, two, three, four] = members;
    await vote(id, chair, 'for');
    expect(await take(session, one, id), 'nobody is put out of the chair').to.equal('refused chairVacant');
    expect(await recuse(id, chair, chair)).to.equal('taken');
    for (const person of [one, two]) await vote(id, person, 'for');
    for (const person of [three, four]) await vote(id, person, 'against');
    expect(await decide(id, chair)).to.match(/chairsThisFile/);
    expect(await defer(id, chair)).to.match(/chairsThisFile/);
    expect(await recuse(id, chair, four)).to.equal('refused selfOrChair ownWordOrConflict');
    expect(await take(session, chair, id)).to.equal('refused notRecused');
    expect(await take(session, absent, id)).to.equal('refused inRoom');
    expect(await room(session, chair, absent, true)).to.equal('taken');
    expect(await take(session, two, id), 'a chair is in the room').to.equal('refused chairsComeFirst');
    expect(await room(session, absent, absent, false)).to.equal('taken');
    expect(await take(session, two, id)).to.equal('taken');
    expect(await decide(id, two)).to.equal('taken');
    const event = requireVisible((await web.deps.store.records(`applications/${id}`)).at(-1)).event;
    expect(event).to.deep.include({ chair: two.id });
    expect(event).to.have.property('vote').that.includes({ for: 2, against: 2, casting: 'for' });
    expect((await currentApplication(web.deps, id)).context.deciders).to.not.include(chair.id);
    expect(await close(session, chair)).to.equal('taken');
    const sign = async (by: Person) => {
      const { digest } = await minutesOf(web.deps, requireVisible(await web.deps.store.session(session)));
      return refusalOf(
        signMinutes(web.deps, by, { ...(await sessionVersion(web.deps, session)), minutes: digest }),
      );
    };
    for (const person of [chair, one]) expect(await sign(person)).to.equal('taken');
    const state = async () => (await web.deps.store.session(session))?.state;
    expect(await state(), 'one of them may not read the file').to.equal('closed');
    expect(await sign(three)).to.equal('taken');
    expect(await state()).to.equal('minutesApproved');
    expect(await minutes(session, two))
      .to.include(`Présidence : ${two.name}`)
      .and.match(new RegExp(`${two.name} a pris la présidence le [^:]*:\\d\\d : Elle est récusée\\.`))
      .and.include('La voix de la présidence a départagé.')
      .and.include(`${chair.name} Un lien.`);
  });

  it('is replaced by their own decision or by an officer; the next chair, or a member, closes the session', async () => {
    const id = await web.fileInDeliberation();
    const session = await open(id);
    const [one, two] = members;
    const { officer } = web.cast;
    expect(await room(session, one, chair, false, 'Elle est partie.')).to.equal('refused chairsOrLeaves');
    expect(await room(session, officer, one, false, 'Elle est partie.')).to.equal('refused chairsOrLeaves');
    expect(await room(session, officer, chair, false, '')).to.equal('refused reasonOfDeparture');
    expect(await room(session, officer, chair, false, 'Elle ne répond plus.')).to.equal('taken');
    expect(await room(session, one, two, false, 'Partie.'), 'nobody is in the chair').to.equal(
      'refused chairsOrLeaves',
    );
    expect(await decide(id, chair)).to.match(/chairsThisFile/);
    expect(await take(session, one, null)).to.equal('taken');
    expect(await room(session, chair, chair, true)).to.equal('taken');
    expect(await take(session, chair, null), 'the chair is taken').to.equal('refused chairVacant');
    expect(await defer(id, chair)).to.match(/chairsThisFile/);
    expect(await defer(id, one)).to.equal('taken');
    expect(await close(session, chair)).to.equal('refused chairsSession');
    expect(await close(session, one)).to.equal('taken');
    // Who opened it stands above, who took it from them with the reason, and who chaired the file at the file.
    expect(await minutes(session, two))
      .to.include(`Présidence ${chair.name}`)
      .and.match(new RegExp(`Présidence reprise en séance ${one.name} a pris la présidence le [^:]*:`))
      .and.include(`Présidence : ${one.name}`);
    const revise = async (by: Person) =>
      refusalOf(
        reviseMinutes(web.deps, by, { ...(await sessionVersion(web.deps, session)), remarks: 'Vu.' }),
      );
    expect(await revise(chair)).to.equal('refused wasChair');
    expect(await revise(one)).to.equal('taken');
    await updatePerson(web.deps, one, { roles: [] });
    expect(await take(session, chair, null), 'who chaired left the committee').to.equal('taken');
    expect(await revise(chair)).to.equal('taken');
    await updatePerson(web.deps, requireVisible(await web.deps.store.person(one.id)), { roles: one.roles });
  });

  it('excludes the vote of a person with a tie detected later, and the minutes say so', async () => {
    const id = await web.fileInDeliberation();
    const session = await open(id);
    const [, two, three, four] = members;
    for (const person of [chair, two, three]) await vote(id, person, 'for');
    await vote(id, four, 'against');
    const { organisationId } = (await currentApplication(web.deps, id)).context;
    const tie = { organisationId, kind: 'board', share: null, since: '2026-11-01', note: '' } as const;
    await declareTie(web.deps, four, { ...tie, personId: four.id });
    expect(await room(session, members[0], members[0], false)).to.equal('taken');
    expect(await decide(id, chair)).to.equal('taken');
    expect(await close(session, chair)).to.equal('taken');
    expect(await minutes(session, chair))
      .to.include('3 pour, 0 contre, aucune abstention.')
      .and.include(`${four.name} a un lien avec l’organisation.`)
      .and.not.include(`${four.name} : Contre`);
  });

  it('of one file is vacant when a tie is detected, and nobody with a tie can take it', async () => {
    const id = await web.fileInDeliberation();
    const session = await open(id);
    const [one, two] = members;
    expect(await room(session, chair, absent, true)).to.equal('taken');
    const { organisationId } = (await currentApplication(web.deps, id)).context;
    const tie = { organisationId, kind: 'kin', share: null, since: '2026-11-01', note: '' } as const;
    for (const person of [chair, absent, one])
      await declareTie(web.deps, person, { ...tie, personId: person.id });
    expect(await defer(id, chair)).to.match(/hasNoTie/);
    expect(await take(session, one, id)).to.equal('refused hasNoTie');
    const { sitting } = await viewDeliberation(web.deps, two, id);
    expect(sitting).to.deep.include({ chair: null, mayTakeChair: true });
    expect(await take(session, two, id)).to.equal('taken');
    expect(await defer(id, two)).to.equal('taken');
    expect(await close(session, chair)).to.equal('taken');
  });

  it('closes a session whose file was withdrawn, or has nobody left who may decide it', async () => {
    const [withdrawn, everyone] = [await web.fileInDeliberation(), await web.fileInDeliberation()];
    const session = await open(withdrawn, everyone);
    for (const person of [chair, ...members.slice(1)])
      expect(await recuse(everyone, person, person)).to.equal('taken');
    expect(await close(session, chair)).to.equal('refused agendaConcluded');
    const { organisationId } = (await currentApplication(web.deps, withdrawn)).context;
    const owner = requireVisible((await web.deps.store.peopleOf(organisationId))[0]);
    await withdrawApplication(web.deps, owner, await at(withdrawn));
    expect(await close(session, chair)).to.equal('refused agendaConcluded');
    expect(await room(session, members[0], members[0], false)).to.match(/taken|inRoom/);
    expect(await close(session, chair)).to.equal('taken');
    expect((await currentApplication(web.deps, everyone)).state, 'it waits for another session').to.equal(
      'deliberation',
    );
    const again = await open(everyone);
    const { recusals } = requireVisible(await web.deps.store.session(again)).context;
    expect(
      recusals.map(({ personId }) => personId),
      'a recusal lasts',
    ).to.include.members([chair.id]);
  });
});
