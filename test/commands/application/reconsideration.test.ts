// Tier: all. Budget: 11 s.
import { expect } from 'chai';
import { startReconsideration } from '../../../src/commands/application/scope/startReconsideration.ts';
import { answerCriterion } from '../../../src/commands/application/selfAssessment/answerCriterion.ts';
import { addOffer } from '../../../src/commands/application/selfAssessment/editOffers.ts';
import { expireDeadlines } from '../../../src/commands/committee/expireDeadlines.ts';
import { partsOn } from '../../../src/commands/common/actor.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import { frozenFile } from '../../../src/commands/file/frozenFile.ts';
import { claimsOf, settledOf } from '../../../src/commands/file/reviewMarks.ts';
import { labelTasks } from '../../../src/commands/label/views/labelTasks.ts';
import { listFollowUp } from '../../../src/commands/label/views/listFollowUp.ts';
import { dateInFull } from '../../../src/issuing/drawing/dates.ts';
import { dayOf } from '../../../src/register/day.ts';
import { type Cast, castOf, currentApplication } from '../../support/applicationSteps.ts';
import { decideInSessionAndAnnounce } from '../../support/committeeSession.ts';
import { insertAnswers } from '../../support/insertAnswers.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import {
  advanceToCommittee,
  doubt,
  doubted,
  filledLabelFile,
  labelFileKinds,
  newOffer,
} from '../../support/labelFileSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { answersOf, specimen } from '../../support/samples/specimen.ts';

describe('the reconsideration of a label', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  let id: string;
  before(async () => {
    service = await testService('reconsideration');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
  });
  after(() => service.stop());

  const begin = (by = cast.officer, change: Partial<Parameters<typeof startReconsideration>[2]> = {}) =>
    startReconsideration(service.deps, by, {
      labelNumber: holder.number,
      criteria: doubted,
      reason: doubt,
      ...change,
    });
  const kinds = () => service.letters.map(({ kind }) => kind);

  it('is opened by an officer alone, for criteria that the label has, and says why', async () => {
    expect(await refusalOf(begin(holder.owner))).to.equal('forbidden');
    expect(await refusalOf(begin(cast.reviewers[0]))).to.equal('forbidden');
    expect(await refusalOf(begin(cast.officer, { criteria: [] }))).to.equal('invalid criteria:required');
    expect(await refusalOf(begin(cast.officer, { criteria: ['XXX-01'] }))).to.equal(
      'invalid criteria:notAnOption',
    );
    expect(await refusalOf(begin(cast.officer, { reason: 'Parce que.' }))).to.equal(
      'invalid reason:tooShort',
    );
  });

  it('asks its holder for these criteria only, until a day', async () => {
    const { deps } = service;
    const { owner } = holder;
    id = await filledLabelFile(service, cast, holder, 'reconsideration');
    await service.work();
    const letter = service.letters.find(({ kind }) => kind === 'reconsiderationOpened');
    expect(letter?.to).to.equal(owner.email);
    expect(letter?.text).to.include(doubt).and.to.include('TRV-01').and.to.not.include('FIN-01');
    const answer = { criterion: 'FIN-01', level: 4, na: false, evidence: '', comment: '' } as const;
    expect(
      await refusalOf(answerCriterion(deps, owner, { applicationId: id, offerId: '', answer })),
    ).to.equal('notFound');
    const { facts: _, answers: __, ...offer } = newOffer;
    expect(await refusalOf(addOffer(deps, owner, { applicationId: id, ...offer }))).to.equal(
      'refused offersFixed',
    );
    expect(await refusalOf(begin())).to.equal('refused reconsiderationOpen');
    expect((await currentApplication(deps, id)).context.dueAt).to.be.a('string');
  });

  it('is judged over what is new and what the label rests on, and keeps the label', async () => {
    const { deps } = service;
    await advanceToCommittee(service, cast, id, holder);
    const file = await frozenFile(deps, id);
    const claims = claimsOf(file.published.scheme, file.snapshot.content);
    expect(claims.map(({ criterion }) => criterion)).to.have.members([...doubted]);
    const [first, now] = [await frozenFile(deps, holder.applicationId), file].map(settledOf);
    const others = (marks: ReturnType<typeof settledOf>) =>
      requireVisible(marks).organisation.filter(({ criterion }) => !doubted.some((one) => one === criterion));
    expect(others(requireVisible(now ?? null))).to.have.deep.members(others(requireVisible(first ?? null)));
    expect(await refusalOf(begin()), 'sent, it is still the one there is').to.equal(
      'refused reconsiderationOpen',
    );
    const before = requireVisible(await deps.store.label(holder.number));
    await decideInSessionAndAnnounce(deps, cast, id, 'granted');
    await service.work();
    expect((await currentApplication(deps, id)).state).to.equal('granted');
    expect(requireVisible(await deps.store.label(holder.number)).context).to.deep.equal(before.context);
    expect(kinds()).to.include('labelConfirmed');
  });

  it('granted with conditions, makes the label a conditional one, which its holder can contest', async () => {
    const { deps } = service;
    const other = await issueLabel(service, cast, 'conditional');
    const file = await filledLabelFile(service, cast, other, 'reconsideration');
    await advanceToCommittee(service, cast, file, other);
    const conditions = [{ text: 'Adapter le règlement.', due: '2027-06-30' }];
    await decideInSessionAndAnnounce(deps, cast, file, 'grantedWithConditions', conditions);
    await service.work();
    const { context, state } = requireVisible(await deps.store.label(other.number));
    expect([state, context.standing]).to.deep.equal(['active', 'conditional']);
    expect(context.appealable.map(({ against }) => against)).to.deep.equal(['standing']);
    expect((await deps.store.entry(other.number))?.standing).to.equal('conditional');
    const followed = await deps.store.conditionsOf(other.number);
    expect(followed.map(({ text, state: now }) => [text, now])).to.deep.equal([
      ['Adapter le règlement.', 'open'],
    ]);
    const letter = service.letters.findLast(({ kind }) => kind === 'labelConfirmed');
    expect(letter?.text).to.include('Adapter le règlement.').and.to.include('30 juin 2027');
    const [contest] = context.appealable;
    expect(letter?.text).to.include(`recours jusqu’au ${dateInFull(dayOf(contest?.until ?? ''), 'fr')}`);
  });

  it('refused, leaves the label as it is, and can be appealed against', async () => {
    const { deps } = service;
    const second = await filledLabelFile(service, cast, holder, 'reconsideration');
    await advanceToCommittee(service, cast, second, holder);
    await decideInSessionAndAnnounce(deps, cast, second, 'refused');
    await service.work();
    expect((await currentApplication(deps, second)).state).to.equal('refused');
    expect(requireVisible(await deps.store.label(holder.number)).state).to.equal('active');
    const letter = service.letters.findLast(({ kind }) => kind === 'decisionAnnounced');
    expect(letter?.text).to.include('les critères ne sont plus remplis').and.to.include(holder.number);
    const { lines: rows } = await listFollowUp(deps, cast.officer);
    const row = rows.find(({ what }) => what.startsWith('reconsideration'));
    expect(row).to.include({ what: 'reconsiderationRefused', number: holder.number });
  });

  it('granted, takes the offers that do not pass any more off the label, which its holder can contest', async () => {
    const { deps } = service;
    const other = await issueLabel(service, cast, 'reduced');
    const { organisationId, owner, number } = other;
    const criteria = ['OFR-03', 'OFR-04', 'OFR-05'];
    const file = await startReconsideration(deps, cast.officer, {
      labelNumber: number,
      criteria,
      reason: doubt,
    });
    const { offers } = requireVisible(await deps.store.label(number));
    const before = requireVisible(await deps.store.entry(number)).offers;
    for (const { id: offerId, name } of offers) {
      const { answers } = requireVisible(specimen.offers.find((one) => one.name === name));
      const asked = answersOf(answers).filter(({ criterion }) => criteria.includes(criterion));
      await insertAnswers(deps, owner, { applicationId: file, organisationId, offerId }, asked);
    }
    const [kept, lost] = offers.map(({ id: offer }) => offer);
    await advanceToCommittee(service, cast, file, other, (place) =>
      place.offerId === lost ? { level: 0, comment: 'La fiche n’a pas été montrée : spécimen.' } : {},
    );
    await decideInSessionAndAnnounce(deps, cast, file, 'granted');
    await service.work();
    const label = requireVisible(await deps.store.label(number));
    expect(label.offers.map(({ id: offer }) => offer)).to.deep.equal([kept]);
    expect([label.state, label.context.revision]).to.deep.equal(['active', 2]);
    expect(label.context.appealable.map(({ against }) => against)).to.deep.equal(['scope']);
    expect((await deps.store.entry(number))?.offers, 'with all that is said of it').to.deep.equal(
      before.filter((offer) => offer.id === kept),
    );
    const letter = service.letters.findLast(({ kind }) => kind === 'labelConfirmed');
    expect(letter?.text).to.include(requireVisible(offers[1]).name);
    expect(service.letters.filter(({ kind }) => kind === 'labelSanction').map(({ to }) => to)).to.deep.equal([
      owner.email,
    ]);
  });

  for (const [first, second] of [labelFileKinds, labelFileKinds.toReversed()])
    it(`waits for no other request, and keeps none waiting: ${first} first`, async () => {
      const other = await issueLabel(service, cast, `beside-${first}`);
      for (const kind of [first, second] as const) {
        const file = await filledLabelFile(service, cast, other, requireVisible(kind ?? null));
        await advanceToCommittee(service, cast, file, other);
        expect((await currentApplication(service.deps, file)).state, kind).to.equal('deliberation');
      }
    });

  it('counts who had a part in it among those who had one on the file of its label, and of no other', async () => {
    const { deps } = service;
    const desk = await service.person('second-desk', 'officer');
    const other = await issueLabel(service, cast, 'parts');
    await startReconsideration(deps, desk, { labelNumber: other.number, criteria: doubted, reason: doubt });
    const held = async ({ applicationId }: IssuedLabel) => [
      ...(await partsOn(deps, desk, await currentApplication(deps, applicationId))),
    ];
    expect(await held(other)).to.deep.equal(['screened']);
    expect(await held(holder)).to.deep.equal([]);
  });

  it('lapses where its holder sends nothing in time', async () => {
    const { deps } = service;
    const third = await begin();
    const of = { organisationId: holder.organisationId, number: holder.number };
    const [task] = await labelTasks(deps, holder.owner, of);
    expect(task).to.include({ what: 'reconsideration', file: third });
    const { dueAt } = (await currentApplication(deps, third)).context;
    service.setClock(requireVisible(dueAt));
    await expireDeadlines(deps, new Date(requireVisible(dueAt)));
    await service.work();
    expect((await currentApplication(deps, third)).state).to.equal('lapsed');
    const letter = service.letters.findLast(({ kind }) => kind === 'applicationLapsed');
    expect(letter?.text).to.include('critères réexaminés');
  });
});
