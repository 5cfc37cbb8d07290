import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import type { Surveillance } from '../../../../src/commands/items/surveillance.ts';
import { dropSurveillances } from '../../../../src/commands/label/surveillance/followSurveillances.ts';
import { confirmSurveillance } from '../../../../src/commands/label/surveillance/judgeSurveillance.ts';
import { openMarkRemoval } from '../../../../src/commands/label/surveillance/openMarkRemoval.ts';
import { labelTasks } from '../../../../src/commands/label/views/labelTasks.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { declare, morningOf, taskOf } from '../../../support/surveillanceSteps.ts';

describe('the tasks of a label that goes out of use', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('surveillance-ends');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
  });
  after(() => service.stop());

  const open = async () => {
    const label = requireVisible(await service.deps.store.label(holder.number));
    const changes = await openMarkRemoval(service.deps, label);
    if (changes.length > 0) await service.deps.store.commit(changes);
    return changes.length;
  };
  const states = async (task: Surveillance['context']['task']) =>
    (await service.deps.store.surveillancesOf([holder.number]))
      .filter(({ context }) => context.task === task)
      .map(({ state }) => state);

  it('begin with taking the mark away, once, by a day and with a letter', async () => {
    service.setClock('2027-02-01T09:00:00.000Z');
    expect([await open(), await open()]).to.deep.equal([1, 0]);
    await service.work();
    expect((await taskOf(service.deps, holder.number, 'markRemoval')).context.dueAt).to.equal(
      '2027-03-03T22:59:59.999Z',
    );
    expect(
      service.letters.filter(({ subject }) => subject.includes('à enlever')).map(({ to }) => to),
    ).to.deep.equal([holder.owner.email]);
  });

  it('drop that one where the label holds again, and can begin it once more on the same day', async () => {
    await dropSurveillances(service.deps, holder.number);
    await dropSurveillances(service.deps, holder.number);
    expect(await states('markRemoval')).to.deep.equal(['dropped']);
    expect(await open()).to.equal(1);
    expect(await states('markRemoval')).to.deep.equal(['dropped', 'due']);
    await dropSurveillances(service.deps, holder.number);
  });

  it('catch up after fourteen months without a clock: the last of each kind, with time to answer', async () => {
    await morningOf(service, '2028-12-10');
    const all = await service.deps.store.surveillancesOf([holder.number]);
    const opened = all.filter(({ context }) => context.task !== 'markRemoval');
    expect(opened.map(({ slot, context }) => `${context.task} ${slot} ${context.dueAt}`)).to.deep.equal([
      'declaration 2028-11 2029-01-09T22:59:59.999Z',
      'midterm 2028-05 2029-01-09T22:59:59.999Z',
    ]);
    expect(await states('declaration')).to.deep.equal(['due']);
  });

  it('are told as one reminder after three weeks without a clock, and are overdue in order', async () => {
    const sent = () => service.letters.map(({ kind }) => kind);
    const before = sent().length;
    await morningOf(service, '2029-01-04');
    expect(sent().slice(before)).to.deep.equal(['surveillanceDue', 'surveillanceDue']);
    await morningOf(service, '2029-01-30');
    expect([await states('declaration'), await states('midterm')]).to.deep.equal([['overdue'], ['overdue']]);
    await morningOf(service, '2029-01-31');
    expect(sent().filter((kind) => kind === 'surveillanceOverdue')).to.have.lengthOf(2);
  });

  it('are what the holder has to do, what is due first first', async () => {
    const tasks = await labelTasks(service.deps, holder.owner, holder);
    expect(tasks.map(({ what, late }) => `${what} ${late}`).sort()).to.deep.equal([
      'declaration true',
      'midterm true',
      'renewal false',
    ]);
  });

  it('are dropped when the label ends, and the mark is to go, once and by a letter', async () => {
    const declaration = await taskOf(service.deps, holder.number, 'declaration');
    await declare(service.deps, holder.owner, declaration.id);
    await morningOf(service, '2029-11-05');
    expect(requireVisible(await service.deps.store.label(holder.number)).state).to.equal('expired');
    expect([await states('declaration'), await states('midterm')]).to.deep.equal([['dropped'], ['dropped']]);
    expect((await states('markRemoval')).filter((state) => state !== 'dropped')).to.deep.equal(['due']);
    expect((await taskOf(service.deps, holder.number, 'markRemoval')).slot).to.equal('expired-2029-11-05');
  });

  it('take an answer from the holder of an ended label, which an officer checks', async () => {
    const before = await taskOf(service.deps, holder.number, 'markRemoval');
    await declare(service.deps, holder.owner, before.id);
    const { id, revision } = await taskOf(service.deps, holder.number, 'markRemoval');
    await confirmSurveillance(service.deps, cast.officer, {
      surveillanceId: id,
      revision,
      reason: 'Vu en ligne.',
    });
    expect((await taskOf(service.deps, holder.number, 'markRemoval')).state).to.equal('confirmed');
    expect(await refusalOf(declare(service.deps, holder.owner, before.id))).to.equal('refused wrongState');
  });

  it('come no more once the label has ended, and leave a journal that verifies', async () => {
    const before = (await service.deps.store.surveillancesOf([holder.number])).length;
    await morningOf(service, '2031-10-05');
    expect(await service.deps.store.surveillancesOf([holder.number])).to.have.lengthOf(before);
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });
});
