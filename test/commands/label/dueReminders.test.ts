import { expect } from 'chai';
import { remindOfAnswers } from '../../../src/commands/application/remindOfAnswers.ts';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { viewDay } from '../../../src/commands/desk/day/viewDay.ts';
import { digestOf } from '../../../src/commands/desk/digest/digestOf.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { answerHearing } from '../../../src/commands/label/sanctions/hearing.ts';
import { remindOfSanctions } from '../../../src/commands/label/sanctions/remindOfSanctions.ts';
import { listPeople } from '../../../src/commands/people/views/listPeople.ts';
import { ownFindings } from '../../../src/commands/review/findings/findingLines.ts';
import { judgeFinding, proposeAction } from '../../../src/commands/review/findings/findings.ts';
import { remindOfFindings } from '../../../src/commands/review/findings/remindOfFindings.ts';
import { remindOfAdmissions } from '../../../src/commands/review/reviewers/remindOfAdmissions.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { addDays, dayOf } from '../../../src/register/day.ts';
import { findingsTask } from '../../../src/web/views/ownFindings.view.ts';
import { type Cast, castOf, currentApplication, filledDraft } from '../../support/applicationSteps.ts';
import { finding, minutes, openFinding, withFindings } from '../../support/correctionRound.ts';
import { issueLabel } from '../../support/issueLabel.ts';
import { labelNow, suspendNow } from '../../support/labelSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('reminders of what is due', () => {
  let service: TestService;
  let cast: Cast;
  let id: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('due-reminders');
    cast = await castOf(service);
    ({ id, owner } = await filledDraft(service.deps, cast.owner));
  });
  afterEach(() => service.stop());

  const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
  /** The e-mails of a kind that went since the last look, by who got them. */
  const mailed = async (kind: string) => {
    await service.work();
    return service.letters
      .splice(0)
      .filter((letter) => letter.kind === kind)
      .map(({ to, text }) => ({ to: to.split('@')[0], text: plain(text) }));
  };
  /** How many reminders go on some days, each morning tried twice. */
  const counted = async (
    remind: (deps: TestService['deps'], now: Date) => Promise<number>,
    days: readonly string[],
  ) => {
    const counts: number[] = [];
    for (const day of days)
      for (const hour of ['06', '07']) {
        const instant = `${day}T${hour}:10:00.000Z`;
        service.setClock(instant);
        counts.push(await remind(service.deps, new Date(instant)));
      }
    return counts;
  };

  it('of a minor finding begin when it is raised, come before its day, and say that it passed', async () => {
    const { deps } = service;
    await withFindings(deps, cast, id, owner, { 'GOU-02': finding('minor', minutes) });
    await service.work();
    const kinds = service.letters.filter(({ to }) => to === owner.email).map(({ kind }) => kind);
    expect(kinds, 'that it is admissible, too').to.include('applicationAccepted');
    const [raised] = await mailed('findingsRaised');
    const { dueAt } = (await openFinding(deps, id, 'minor')).context;
    const due = dayOf(dueAt);
    const day = plain(createI18n().fr.date(due));
    expect(raised?.to).to.equal(owner.email.split('@')[0]);
    expect(raised?.text).to.include(minutes).and.include(day).and.include('GOU-02');
    const task = findingsTask(await ownFindings(deps, owner, id), createI18n().fr);
    expect([task?.waiting, plain(task?.text ?? '')]).to.deep.equal([
      true,
      `1 non-conformité attend votre réponse, jusqu’au ${day}`,
    ]);

    const days = [61, 60, 59].map((left) => addDays(due, -left));
    expect(await counted(remindOfFindings, days)).to.deep.equal([0, 0, 1, 0, 0, 0]);
    const [first] = await mailed('findingDue');
    expect(first?.text).to.include('60 jours').and.include(minutes).and.include(day);

    const { id: findingId, revision } = await openFinding(deps, id, 'minor');
    await proposeAction(deps, owner, { findingId, revision, action: 'Nous l’écrivons.' });
    expect(await counted(remindOfFindings, [addDays(due, -30)]), 'it waits for others').to.deep.equal([0, 0]);
    const answered = await openFinding(deps, id, 'minor');
    await judgeFinding(deps, cast.reviewers[0], {
      ...{ findingId, revision: answered.revision, judgement: 'acceptAction', reason: 'Bonne idée.' },
    });
    const [accepted] = await mailed('findingMoved');
    expect(accepted?.text).to.include(day).and.include('Bonne idée.');
    expect(await counted(remindOfFindings, [addDays(due, -7), addDays(due, -1)])).to.deep.equal([1, 0, 1, 0]);
    const proofs = await mailed('findingDue');
    expect(proofs.map(({ text }) => text.includes('prouver ce que vous avez promis'))).to.deep.equal([true]);

    const over = `${addDays(due, 1)}T06:00:00.000Z`;
    service.setClock(over);
    await expireDeadlines(deps, new Date(over));
    const [late] = await mailed('findingMoved');
    expect(late?.text, 'which day passed').to.include(day);
  });

  it('of a correction say what is missing, come before its day, and what of it passed', async () => {
    const { deps } = service;
    await withFindings(deps, cast, id, owner);
    const [asked] = await mailed('correctionAsked');
    expect(asked?.text).to.include('FIN-01').and.include('Les statuts ne nomment pas le but.');
    expect(asked?.text, 'the minor one has its own day').to.include(minutes);
    const due = dayOf((await currentApplication(deps, id)).context.dueAt ?? '');
    const days = Array.from({ length: 10 }, (_, index) => addDays(due, index - 9));
    const counts = await counted(remindOfAnswers, days);
    expect(counts.filter((count) => count > 0)).to.deep.equal([1, 1]);
    const told = await mailed('answerDue');
    expect(told.map(({ text }) => text.includes('envoyer la correction'))).to.deep.equal([true]);
    const over = `${addDays(due, 1)}T06:00:00.000Z`;
    service.setClock(over);
    await expireDeadlines(deps, new Date(over));
    const [lapsed] = await mailed('applicationLapsed');
    expect(lapsed?.text).to.include(plain(createI18n().fr.date(due)));
  });

  for (const [state, said] of [
    ['agreement', 'signer la convention'],
    ['draft', 'critères réexaminés'],
    ['recommendation', null],
    ['screening', null],
  ] as const)
    it(`of a file in ${state} ${said === null ? 'do not go' : `ask to ${said}`}`, async () => {
      await service.work();
      await mailed('answerDue');
      await service.connection
        .collection<{ _id: string }>('applications')
        .updateOne({ _id: id }, { $set: { state, 'context.dueAt': '2026-12-10T22:59:59.999Z' } });
      expect(await counted(remindOfAnswers, ['2026-12-03', '2026-12-04'])).to.deep.equal(
        said === null ? [0, 0, 0, 0] : [1, 0, 0, 0],
      );
      const told = await mailed('answerDue');
      expect(told.map(({ text }) => text.includes(said ?? ''))).to.deep.equal(said === null ? [] : [true]);
    });

  it('of an admission go to the reviewer and to the administrators, who read on when it is over', async () => {
    const { deps } = service;
    const admin = await service.person('admin', 'administrator');
    const [reviewer] = cast.reviewers;
    const until = (await deps.store.reviewer(reviewer.id))?.admittedUntil ?? '';
    const days = [61, 60, 31, 30, 7, 0, -1].map((left) => addDays(until, -left));
    const all = await counted(remindOfAdmissions, days);
    const each = Number(all[2]);
    expect(each, 'everybody of the cast was admitted on one day').to.be.greaterThan(1);
    expect(all).to.deep.equal([0, 0, each, 0, 0, 0, each, 0, each, 0, 0, 0, 0, 0]);
    const told = await mailed('admissionEnds');
    const own = told.filter(({ to }) => to === reviewer.email.split('@')[0]);
    expect(own, 'late ones are outdone by the last').to.have.length(1);
    expect(own[0]?.text).to.include('Répondez à cet e-mail');
    const admins = told.filter(({ to }) => to === admin.email.split('@')[0]);
    expect(admins.length).to.equal(each);
    expect(admins[0]?.text).to.include('Admettez cette personne');
    const lines = async () =>
      (await digestOf(deps, admin)).lines.filter(({ what }) => what === 'digest.what.admission');
    expect((await lines()).map(({ dueOn, since }) => [dueOn, since])).to.deep.include([until, true]);
    service.setClock(`${addDays(until, 90)}T08:00:00.000Z`);
    expect(await lines(), 'not for ever').to.deep.equal([]);
  });

  it('say to the administrators that no reviewer is admitted, on My day, in its e-mail and where one admits', async () => {
    const { deps, connection } = service;
    const admin = await service.person('admin', 'administrator');
    const told = async () => {
      const { waits } = await viewDay(deps, admin);
      const lines = [...waits.lines, ...(await digestOf(deps, admin)).lines];
      const page = await listPeople(deps, admin, { beginning: '', after: '' });
      const paths = lines.filter(({ what }) => what === 'digest.what.noReviewers').map(({ path }) => path);
      return [paths, page.unadmitted?.map(({ id }) => id).sort() ?? null] as const;
    };
    const profiles = connection.collection<{ _id: string }>('reviewers');
    const people = connection.collection<{ _id: string }>('people');
    const all = (await deps.store.peopleWith('reviewer')).map((one) => one.id).sort();
    const before = await profiles.find().toArray();
    const [first = ''] = all;
    const some = [[], null] as const;
    const none = [['people#admit', 'people#admit'], all] as const;
    const until = '2026-01-01';
    for (const [state, rest, one, expected] of [
      ['all are admitted', {}, {}, some],
      ['all admissions are over', { admittedUntil: until }, { admittedUntil: until }, none],
      ['all are suspended', { suspendedOn: until }, { suspendedOn: until }, none],
      ['none was ever admitted', { admittedUntil: null }, { admittedUntil: null }, none],
      ['one is left', { suspendedOn: until }, {}, some],
      ['who is left is away', { suspendedOn: until }, { awayFrom: until, awayUntil: null }, some],
    ] as const) {
      await profiles.deleteMany({});
      await profiles.insertMany(before);
      await profiles.updateMany({ _id: { $ne: first } }, { $set: { seat: 'independent', ...rest } });
      await profiles.updateOne({ _id: first }, { $set: { seat: 'independent', ...one } });
      expect(await told(), state).to.deep.equal(expected);
    }
    await people.updateOne({ _id: first }, { $set: { roles: [] } });
    expect(await told(), 'who is left lost the role').to.deep.equal([none[0], all.slice(1)]);
    await people.updateMany({ _id: { $in: all } }, { $set: { roles: [] } });
    expect(await told(), 'nobody has the role').to.deep.equal([none[0], []]);
    const ofReviewer = await viewDay(deps, cast.reviewers[0]);
    expect(ofReviewer.waits.lines, 'administrators alone').to.deep.equal([]);
  });

  it('of a suspended label say until when its holder is heard, and until when to put it right', async () => {
    service.setClock('2026-12-01T09:00:00.000Z');
    const holder = await issueLabel(service, cast, 'holder');
    service.letters.length = 0;
    await suspendNow(service, cast.officer, holder.number, '2027-01-31');
    const { hearing } = (await labelNow(service, holder.number)).label.context;
    const heard = dayOf(hearing?.dueAt ?? '');
    const [told] = await mailed('labelSanction');
    expect(told?.text).to.include(`répondez jusqu’au ${plain(createI18n().fr.date(heard))}`);
    expect(told?.text, 'why').to.include('Spécimen : le macaron figure');
    const days = [addDays(heard, -8), addDays(heard, -7)];
    expect(await counted(remindOfSanctions, days)).to.deep.equal([0, 0, 1, 0]);
    expect((await mailed('sanctionDue'))[0]?.text).to.include('Sans réponse de votre part');
    const { at } = await labelNow(service, holder.number);
    await answerHearing(service.deps, holder.owner, { ...at, text: 'Spécimen : enlevés.' });
    expect(await counted(remindOfSanctions, [addDays(heard, -1)]), 'answered').to.deep.equal([0, 0]);
    expect(await counted(remindOfSanctions, ['2027-01-24', '2027-01-30'])).to.deep.equal([1, 0, 1, 0]);
    expect((await mailed('sanctionDue')).at(-1)?.text).to.include('Votre label est suspendu');
  });
});
