// Tier: all. Budget: 11 s.
import { expect } from 'chai';
import ICAL from 'ical.js';
import { submitApplication } from '../../../../src/commands/application/selfAssessment/submitApplication.ts';
import { conveneSession } from '../../../../src/commands/committee/session/moveSession.ts';
import { planSession } from '../../../../src/commands/committee/session/planSession.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { handOver } from '../../../../src/commands/desk/casework/handOver.ts';
import { endAbsence, setAbsence } from '../../../../src/commands/desk/casework/setAbsence.ts';
import { dayCalendar } from '../../../../src/commands/desk/day/dayCalendar.ts';
import { readWaiting } from '../../../../src/commands/desk/day/readWaiting.ts';
import { type DayGroup, viewDay } from '../../../../src/commands/desk/day/viewDay.ts';
import { digestOf } from '../../../../src/commands/desk/digest/digestOf.ts';
import type { Person, StaffRole } from '../../../../src/commands/items/items.ts';
import { confirmRoles, proposeRoles } from '../../../../src/commands/people/accounts/roles.ts';
import { declareTie } from '../../../../src/commands/review/ties/declareTie.ts';
import { createI18n } from '../../../../src/i18n/i18n.ts';
import { nothing } from '../../../../src/policies/view.ts';
import { workingDaysBetween } from '../../../../src/register/calendar.ts';
import { dayOf } from '../../../../src/register/day.ts';
import { indexDesk } from '../../../../src/storage/desk/indexDesk.ts';
import { dayCalendarText } from '../../../../src/web/desk/day.view.ts';
import {
  advanceToEvaluation,
  castOf,
  currentApplication,
  declarations,
  filledDraft,
} from '../../../support/applicationSteps.ts';
import { sessionVersion } from '../../../support/committeeSession.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { profiled } from '../../../support/run/profiled.ts';
import { queryPlan } from '../../../support/run/queryPlan.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { manyFiles, organisationOf } from '../../../support/samples/manyFiles.ts';
import { specimen } from '../../../support/samples/specimen.ts';
import { updatePerson } from '../../../support/updatePerson.ts';

const tie = { kind: 'kin', share: null, since: '2026-01-01', note: '' } as const;

/** What a day has: what waits, what is late, what comes next. */
type Told = readonly [waits: readonly string[], late: readonly string[], next: readonly string[]];

describe('the day of each role, and of two at once', () => {
  let service: TestService;
  let people: Readonly<Record<string, Person>>;
  /** One that its reviewers have had for years, and one that was just sent. */
  let old: string;
  let sent: string;
  before(async () => {
    service = await testService('day');
    const { deps } = service;
    const cast = await castOf(service);
    const first = await filledDraft(deps, cast.owner);
    old = first.id;
    await advanceToEvaluation(deps, cast, old, first.owner);
    const other = await service.person('other-owner');
    service.setClock('2029-11-05T09:00:00.000Z');
    const second = await filledDraft(deps, other, {
      ...specimen.organisation,
      name: 'Autre',
      identifier: '',
    });
    sent = second.id;
    await submitApplication(deps, second.owner, { applicationId: sent, ...declarations });
    const both = async (label: string, ...roles: StaffRole[]) => service.person(label, ...roles);
    people = {
      officer: cast.officer,
      reviewer: cast.reviewers[0],
      'reviewer of it and officer': await updatePerson(deps, cast.reviewers[1], {
        roles: ['reviewer', 'officer'],
      }),
      'another reviewer': cast.moderator,
      member: cast.committee[1],
      chair: cast.committee[0],
      administrator: await both('administrator', 'administrator'),
      'officer and administrator': await both('both', 'officer', 'administrator'),
      'officer and member': await both('serves-and-sits', 'officer', 'committee'),
      'reviewer and member': await both('scores-and-sits', 'reviewer', 'committee'),
      'tied officer': await both('tied', 'officer'),
      'tied member': await both('tied-member', 'committee'),
      'officer who belongs there': await updatePerson(deps, await both('belongs', 'officer'), {
        memberships: requireVisible(await deps.store.person(second.owner.id)).memberships,
      }),
    };
    for (const name of ['tied officer', 'tied member']) {
      const person = requireVisible(people[name]);
      for (const { context } of [await currentApplication(deps, old), await currentApplication(deps, sent)])
        await declareTie(deps, person, {
          ...tie,
          personId: person.id,
          organisationId: context.organisationId,
        });
    }
  });
  after(() => service.stop());

  const words = ({ lines }: DayGroup) => lines.map(({ what }) => what.split('.').at(-1) ?? '');
  const days = async () => {
    const shut = { ...service.deps, store: service.deps.store.seenBy(nothing) };
    const all = Object.entries(people).map(async ([name, { id }]) => {
      const { waits, late, next } = await viewDay(shut, requireVisible(await service.deps.store.person(id)));
      return [name, [words(waits), words(late), words(next)]] as const;
    });
    return Object.fromEntries(await Promise.all(all)) as Readonly<Record<string, Told>>;
  };
  const empty: Told = [[], [], []];

  it('shows what waits, what is late and what comes next, and nothing of a file that one is barred from', async () => {
    const office: Told = [['screen'], ['evaluation'], []];
    expect(await days()).to.deep.equal({
      officer: office,
      reviewer: [[], ['review'], []],
      'reviewer of it and officer': [['screen'], ['review'], []],
      'another reviewer': empty,
      member: empty,
      chair: empty,
      administrator: empty,
      'officer and administrator': office,
      'officer and member': office,
      'reviewer and member': empty,
      'tied officer': empty,
      'tied member': empty,
      'officer who belongs there': [[], ['evaluation'], []],
    });
  });

  it('leads each line to its act, and says by how many working days a file is late', async () => {
    const { waits, late } = await viewDay(service.deps, requireVisible(people.officer));
    expect(waits.lines.map(({ path }) => path)).to.deep.equal([`files/${sent}/screening`]);
    const { submittedAt } = await currentApplication(service.deps, old);
    const counted = workingDaysBetween(
      dayOf(submittedAt ?? ''),
      dayOf(service.deps.clock.now().toISOString()),
    );
    expect(late.lines[0]?.late).to.be.greaterThan(600).and.to.be.lessThan(counted);
  });

  it('has for an administrator the roles that another one proposed, and what of the service needs somebody', async () => {
    const { deps, connection } = service;
    const [proposes, confirms] = [
      requireVisible(people.administrator),
      await service.person('second', 'administrator'),
    ];
    const { id: personId, revision } = await service.person('to-serve');
    await proposeRoles(deps, proposes, { personId, revision, roles: ['officer'] });
    const jobs = connection.collection('jobs');
    const parked = { state: 'parked', handler: 'issueLabel', fact: 'label.opened', stream: 'labels/none' };
    const { insertedId } = await jobs.insertOne({
      ...parked,
      recordId: 'none',
      error: 'Error',
      attempts: 9,
      runAt: new Date(0),
    });
    const told = async (person: Person) => {
      const { waits, late } = await viewDay(deps, person);
      const { count } = await readWaiting(deps, person);
      expect(count, 'in the head').to.equal(waits.count + late.count);
      return waits.lines.map(({ path }) => path);
    };
    expect(await told(confirms)).to.deep.equal([`people/${personId}`, 'health#jobs']);
    expect(await told(proposes), 'who proposed it waits for the other').to.deep.equal(['health#jobs']);
    await confirmRoles(deps, confirms, { personId, revision: revision + 1 });
    await jobs.deleteOne({ _id: insertedId });
    expect([await told(confirms), await told(proposes)]).to.deep.equal([[], []]);
  });

  it('counts in the head what waits and what is late, in the office and in one’s own organisations', async () => {
    const count = async (name: string) =>
      (await readWaiting(service.deps, requireVisible(people[name]))).count;
    expect(await count('officer')).to.equal(2);
    expect(await count('another reviewer')).to.equal(0);
    const owner = requireVisible(await service.deps.store.personByEmail('owner@specimen.example'));
    expect(await readWaiting(service.deps, owner)).to.deep.include({ day: null, count: 0 });
  });

  it('puts what is one’s own before what is nobody’s, and what colleagues have apart, for each pair of roles', async () => {
    const { deps } = service;
    const of = (name: string) => requireVisible(people[name]);
    const item = `files/${sent}` as const;
    const office = [
      'officer',
      'officer and administrator',
      'officer and member',
      'reviewer of it and officer',
    ];
    /** By person: whose the file is that waits; what is in no row waits for nobody else. */
    const told = async () => {
      const found = Object.entries(people).map(async ([name, { id }]) => {
        const person = requireVisible(await deps.store.person(id));
        const { day, count } = await readWaiting(deps, person);
        const { waits, late } = requireVisible(day);
        const digest = await digestOf(deps, person);
        const lines = [...waits.lines, ...waits.others.lines].filter(({ path }) => path.includes(sent));
        const whose = lines.map((line) => (line.whose === 'others' ? line.keeper.name : line.whose));
        const isOwn = waits.lines.length > 0;
        // The letter and the number in the head say the same.
        expect(
          digest.lines.some(({ path }) => path.includes(sent)),
          `digest of ${name}`,
        ).to.equal(isOwn);
        expect(digest.others, `digest of ${name}`).to.equal(waits.others.count);
        // Who belongs there has it in their own organisation.
        if (person.memberships.length === 0) expect(count, name).to.equal((isOwn ? 1 : 0) + late.count);
        return whose.length > 0 ? [[name, whose.join()] as const] : [];
      });
      return Object.fromEntries((await Promise.all(found)).flat());
    };
    const each = (whose: string, also: Readonly<Record<string, string>> = {}) => ({
      ...Object.fromEntries(office.map((name) => [name, whose])),
      ...also,
    });
    const give = (name: string | null) =>
      handOver(deps, of('officer'), { item, to: name && of(name).id, note: '' });
    const away = (name: string, standIn: string | null) =>
      setAbsence(deps, of('officer'), {
        personId: of(name).id,
        from: '2029-11-01',
        until: '2029-11-30',
        standIn: standIn && of(standIn).id,
      });

    expect(await told(), 'nobody’s').to.deep.equal(each('nobody'));
    await give('officer');
    const { name: officer } = of('officer');
    expect(await told(), 'an officer’s').to.deep.equal(each(officer, { officer: 'mine' }));
    await away('officer', 'officer and member');
    const { name: standIn } = of('officer and member');
    expect(await told(), 'while they are away').to.deep.equal(
      each(standIn, { officer: 'mine', 'officer and member': 'mine' }),
    );
    await away('officer', 'tied officer');
    expect(await told(), 'who stands in is barred').to.deep.equal(each('nobody', { officer: 'mine' }));
    await away('officer', null);
    expect(await told(), 'nobody stands in').to.deep.equal(each('nobody', { officer: 'mine' }));
    await endAbsence(deps, of('officer'), { personId: of('officer').id });
    await give('officer and administrator');
    const { organisationId } = (await currentApplication(deps, sent)).context;
    expect((await told())['officer and administrator']).to.equal('mine');
    const tied = await service.person('tied-later', 'officer');
    await give(null);
    await handOver(deps, tied, { item, to: tied.id, note: '' });
    expect((await told()).officer).to.equal(tied.name);
    await declareTie(deps, tied, { ...tie, personId: tied.id, organisationId });
    expect(await told(), 'its owner is barred since').to.deep.equal(each('nobody'));
    await give(null);
  });

  it('refuses who has no role', async () => {
    const owner = requireVisible(await service.deps.store.personByEmail('owner@specimen.example'));
    expect(await refusalOf(viewDay(service.deps, owner))).to.equal('forbidden');
  });

  it('shows a session to whoever meets it, and to who is tied nothing of its files', async () => {
    const { deps, connection } = service;
    const files = connection.collection<{ _id: string }>('applications');
    await files.updateOne({ _id: sent }, { $set: { state: 'deliberation' } });
    const officer = requireVisible(people.officer);
    const agenda = { waits: ['agenda'], next: [] };
    const day = await viewDay(deps, officer);
    expect({ waits: words(day.waits), next: words(day.next) }).to.deep.equal(agenda);
    expect(day.waits.lines[0]?.path).to.equal(`sessions#file.${sent}`);
    const plan = { plannedFor: '2029-12-01T18:00:00.000Z', place: 'Salle des spécimens', agenda: [sent] };
    await conveneSession(deps, officer, await sessionVersion(deps, await planSession(deps, officer, plan)));
    const told = await days();
    const meets = ['officer', 'member', 'chair', 'officer and administrator', 'tied officer', 'tied member'];
    for (const name of meets) expect(told[name]?.[2], name).to.deep.equal(['session']);
    for (const name of ['reviewer', 'another reviewer', 'administrator'])
      expect(told[name]?.[2], name).to.deep.equal([]);
    for (const name of ['tied officer', 'tied member']) expect(told[name]?.[0], name).to.deep.equal([]);
  });

  it('is a file for calendars that another program reads, with nothing of a file that one is barred from', async () => {
    const { deps } = service;
    const read = async (name: string) => {
      const lines = await dayCalendar(deps, requireVisible(people[name]));
      const text = dayCalendarText(lines, deps, createI18n().fr);
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      return { text, events: events.map((event) => new ICAL.Event(event)) };
    };
    const { events } = await read('officer');
    const session = requireVisible(events.find(({ summary }) => summary.startsWith('Séance du comité')));
    expect(session.startDate.toJSDate().toISOString()).to.equal('2029-12-01T18:00:00.000Z');
    expect(session.uid).to.match(/^sessions-\w+@label\.example$/);
    expect(session.sequence).to.be.greaterThan(1);
    const review = requireVisible((await read('reviewer')).events[0]);
    const [mine] = await deps.store.reviewsBy(requireVisible(people.reviewer).id);
    expect(review.startDate.isDate, 'a whole day').to.equal(true);
    expect(review.startDate.toString()).to.equal(dayOf(requireVisible(mine).context.dueAt));
    for (const name of ['tied officer', 'tied member']) {
      const tied = await read(name);
      expect(tied.events, name).to.have.length(1);
      for (const id of [old, sent]) expect(tied.text, name).to.not.include(id);
    }
  });
});

describe('the day of an officer with 5,000 files, barred from some', () => {
  let service: TestService;
  let officer: Person;
  before(async () => {
    service = await testService('day-many');
    await manyFiles(service.connection, 5000);
    await indexed();
    officer = await service.person('officer', 'officer');
    for (const organisationId of [0, 1, 2].map(organisationOf))
      await declareTie(service.deps, officer, { ...tie, personId: officer.id, organisationId });
  });
  after(() => service.stop());

  const indexed = async () => {
    // Databases of a process are used again, with what they noted of themselves.
    await service.connection.collection('migrations').deleteMany({ _id: /^rows of the desk/ as never });
    await indexDesk(service.connection);
  };

  it('shows a few lines, counts the rest, and tells of no file that is hidden', async () => {
    const { waits, late } = await viewDay(service.deps, officer);
    const lines = [...waits.lines, ...late.lines];
    expect(lines.length).to.be.within(10, 24);
    const hidden = [0, 1, 2].map((n) => organisationOf(4 * n));
    for (const { organisation = '' } of lines) expect(hidden).to.not.include(organisation);
    const files = service.connection.collection('applications');
    const office = ['screening', 'assignment', 'recommendation', 'moderation', 'deliberation'];
    const always = { state: { $in: [...office, 'evaluation', 'verification'] } };
    const seen = { ...always, 'context.organisationId': { $nin: [0, 1, 2].map(organisationOf) } };
    const submitted = await files.countDocuments({ ...seen, submittedAt: { $gt: '' } });
    // Those whose reviews diverge are looked at one by one, and are not counted beyond what is read.
    expect(waits.count + late.count).to.be.within(700, submitted);
  });

  it('reads from indexes only, and no more than it may show', async () => {
    const asked = await profiled(service.connection, () => viewDay(service.deps, officer));
    const questions = await Promise.all(asked.map((question) => queryPlan(service.connection, question)));
    expect(questions.length).to.be.within(12, 80);
    for (const { question, stages, documents } of questions) {
      expect(stages, question).to.not.include('COLLSCAN');
      expect(documents, question).to.be.at.most(250);
    }
  });

  it('begins with one’s own files, then nobody’s, however many of colleagues are older', async () => {
    const { deps, connection } = service;
    const colleague = await service.person('colleague', 'officer');
    const oldest = await deps.store.submittedIn(['screening', 'assignment', 'recommendation'], 1000);
    const own = requireVisible(oldest.at(-1));
    const free = oldest.slice(-4, -1);
    const given = [...oldest.slice(0, -4).map(({ id }) => [id, colleague.id]), [own.id, officer.id]];
    const stored = given.map(([id, owner]) => {
      const { context } = requireVisible(oldest.find((file) => file.id === id));
      return {
        _id: `files/${id}`,
        kind: 'files',
        owner,
        organisationId: context.organisationId,
        applicationId: id,
      };
    });
    await connection
      .collection<{ _id: string }>('casework')
      .insertMany(
        stored.map((one) => ({ ...one, tags: [], taggedAt: null, followers: [], notes: [], revision: 1 })),
      );
    await indexed();
    const { waits, late } = await viewDay(deps, officer);
    const read = [waits, late].flatMap(({ lines, hidden }) => [...lines, ...hidden]);
    const files = read.filter(({ item }) => oldest.some(({ id }) => item === `files/${id}`));
    expect(files[0]?.item).to.equal(`files/${own.id}`);
    expect(files.slice(1).map(({ item }) => item)).to.include.members(free.map(({ id }) => `files/${id}`));
    expect(files.map(({ whose }) => whose)).to.not.include('others');
    expect(waits.others.count + late.others.count).to.be.within(700, 1000);
  });
});
