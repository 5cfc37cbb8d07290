import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { dayCalendar } from '../../../../src/commands/desk/day/dayCalendar.ts';
import { drawSiteChecks, heldDraw } from '../../../../src/commands/label/surveillance/drawSiteChecks.ts';
import {
  confirmSurveillance,
  raiseSurveillanceFindings,
  recordSiteCheck,
} from '../../../../src/commands/label/surveillance/judgeSurveillance.ts';
import { viewSiteChecks } from '../../../../src/commands/label/views/viewSiteChecks.ts';
import { addDays, dayOf } from '../../../../src/register/day.ts';
import { drawnLabels } from '../../../../src/scoring/siteChecks.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { declare, morningOf, taskOf } from '../../../support/surveillanceSteps.ts';

describe('the draw of site checks', () => {
  let service: TestService;
  let cast: Cast;
  const holders: IssuedLabel[] = [];
  before(async () => {
    service = await testService('site-checks');
    cast = await castOf(service);
    for (const name of ['one', 'two', 'three']) holders.push(await issueLabel(service, cast, name));
    // One declaration is overdue: a risk.
    await morningOf(service, '2027-10-01');
    await declare(service.deps, requireVisible(holders[0]).owner, (await ofLabel(0)).id);
    await declare(service.deps, requireVisible(holders[1]).owner, (await ofLabel(1)).id);
    await morningOf(service, '2027-12-01');
  });
  after(() => service.stop());

  const ofLabel = (i: number) => taskOf(service.deps, requireVisible(holders[i]).number, 'declaration');
  const numbers = () => holders.map(({ number }) => number);
  const checks = async () =>
    (await service.deps.store.surveillancesOf(numbers())).filter(
      ({ context }) => context.task === 'siteCheck',
    );

  it('is for officers alone', async () => {
    for (const person of [requireVisible(holders[0]).owner, cast.reviewers[0], cast.committee[0]])
      expect(await refusalOf(drawSiteChecks(service.deps, person))).to.equal('forbidden');
    expect(await heldDraw(service.deps, 2027)).to.equal(null);
  });

  it('writes seed, labels and weights into the journal before anything follows, and holds once', async () => {
    const stopped = {
      ...service.deps.store,
      commit: async () => Promise.reject(new Error('the power went')),
    };
    const seenBy = () => stopped;
    const broken = { ...service.deps, store: { ...stopped, seenBy } };
    await drawSiteChecks(broken, cast.officer).catch(({ message }: Error) =>
      expect(message).to.equal('the power went'),
    );
    const held = requireVisible(await heldDraw(service.deps, 2027));
    expect(await checks()).to.deep.equal([]);
    // Two officers at once, a month after the interruption: the same labels, each once, and each with its time.
    await morningOf(service, '2027-12-30');
    await Promise.all([
      refusalOf(drawSiteChecks(service.deps, cast.officer)),
      refusalOf(drawSiteChecks(service.deps, cast.rapporteur)),
    ]);
    expect(await heldDraw(service.deps, 2027)).to.deep.equal(held);
    const { random, risk } = drawnLabels(held.draw);
    const visits = (await dayCalendar(service.deps, cast.officer)).filter(
      ({ what }) => what === 'followUp.what.siteCheckDue',
    );
    expect(visits, 'each is in the calendar of the office').to.have.length((await checks()).length);
    expect((await checks()).map(({ context }) => context.labelNumber).sort()).to.deep.equal(
      [...random, ...risk].sort(),
    );
    const { days } = service.deps.procedure.surveillance.siteChecks;
    for (const { context } of await checks())
      expect(dayOf(context.dueAt ?? '')).to.equal(addDays('2027-12-30', days));
    expect(await refusalOf(drawSiteChecks(service.deps, cast.officer))).to.equal('refused siteChecksDrawn');
  });

  it('weighs what the journal then tells: a declaration that is late weighs, a good one does not', async () => {
    const { draw } = requireVisible(await heldDraw(service.deps, 2027));
    const weightOf = (i: number) =>
      draw.labels.find(({ number }) => number === holders[i]?.number)?.weight ?? -1;
    const { weights } = service.deps.procedure.surveillance.siteChecks;
    expect(weightOf(2) - weightOf(0)).to.equal(weights.overdue);
    expect(draw.labels.map(({ number }) => number).sort()).to.deep.equal(numbers().sort());
  });

  it('tells everybody the seed and how many, and nothing of a label’s risks', async () => {
    const { draws } = await viewSiteChecks(service.deps);
    const { draw } = requireVisible(await heldDraw(service.deps, 2027));
    expect(draws).to.deep.equal([
      {
        year: 2027,
        seed: draw.seed,
        on: '2027-12-01',
        labels: 3,
        random: 1,
        risk: drawnLabels(draw).risk.length,
      },
    ]);
  });

  it('tells the holder by letter; an officer records the check, and findings go to the holder and back', async () => {
    await service.work();
    const [check] = await checks();
    const { id, context } = requireVisible(check);
    const holder = requireVisible(holders.find(({ number }) => number === context.labelNumber));
    const told = service.letters.filter(({ subject }) => subject.includes('contrôle sur place'));
    expect(told.map(({ to }) => to)).to.include(holder.owner.email);
    const at = async () => ({
      surveillanceId: id,
      revision: requireVisible(await service.deps.store.surveillance(id)).revision,
    });
    const visit = { kind: 'visit', people: 'Spécimen, présidente', notes: 'Tout est affiché.' } as const;
    const record = async (on: string) =>
      recordSiteCheck(service.deps, cast.officer, { ...(await at()), ...visit, on });
    expect(await refusalOf(record('2028-02-01'))).to.equal('invalid on:dayToCome');
    await record('2027-12-30');
    await raiseSurveillanceFindings(service.deps, cast.officer, {
      ...(await at()),
      reason: 'Les statuts manquent.',
      until: '2028-01-31',
    });
    await declare(service.deps, holder.owner, id);
    await confirmSurveillance(service.deps, cast.officer, { ...(await at()), reason: 'Reçus.' });
    const done = requireVisible(await service.deps.store.surveillance(id));
    expect([done.state, done.visit?.notes, done.declarations.length]).to.deep.equal([
      'confirmed',
      'Tout est affiché.',
      1,
    ]);
  });

  it('draws anew in another year, and leaves a journal that verifies', async () => {
    service.setClock('2028-03-01T08:00:00.000Z');
    await drawSiteChecks(service.deps, cast.officer);
    expect((await viewSiteChecks(service.deps)).draws.map(({ year }) => year)).to.deep.equal([2028, 2027]);
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });
});
