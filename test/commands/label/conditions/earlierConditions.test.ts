import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { followConditions } from '../../../../src/commands/label/conditions/conditionTimes.ts';
import { statusOn } from '../../../../src/register/publicStatus.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { issueConditionalLabel } from '../../../support/issueConditionalLabel.ts';
import type { IssuedLabel } from '../../../support/issueLabel.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

describe('conditions of labels that were granted before they were followed', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('earlier-conditions');
    cast = await castOf(service);
    holder = await issueConditionalLabel(service, cast, 'holder', [
      { text: 'Publier les salaires.', due: '2027-01-15' },
      { text: 'Adopter des statuts.', due: '2028-06-30' },
    ]);
    // As it was stored then: no condition of its own, no day, and a history without standing.
    const { connection } = service;
    await connection.collection('conditions').deleteMany({});
    for (const name of ['labels', 'entries'])
      await connection
        .collection(name)
        .updateMany({}, { $unset: { conditionDue: '', 'history.$[].standing': '' } });
    service.letters.length = 0;
    service.setClock('2027-03-01T08:00:00.000Z');
  });
  after(() => service.stop());

  it('begin with a letter, and leave time where their date is over or near', async () => {
    const before = requireVisible(await service.deps.store.entry(holder.number));
    expect(statusOn(before, '2027-02-01')?.word, 'nothing says so yet').to.equal('active');
    expect(await followConditions(service.deps, service.deps.clock.now())).to.equal(1);
    const opened = await service.deps.store.conditionsOf(holder.number);
    expect(opened.map(({ agreedFor, context }) => [agreedFor, context.dueAt.slice(0, 10)])).to.deep.equal([
      ['2027-01-15', '2027-04-30'],
      ['2028-06-30', '2028-06-30'],
    ]);
    await service.work();
    const letters = service.letters.filter(({ kind }) => kind === 'conditionsOpened');
    expect(letters).to.have.length(1);
    expect(letters[0]?.text).to.include('Publier les salaires. (jusqu’au 30 avril 2027)');
    const row = requireVisible(await service.deps.store.entry(holder.number));
    expect([row.conditionDue, statusOn(row, '2027-02-01')?.word]).to.deep.equal([
      '2027-04-30',
      'conditional',
    ]);
  });

  it('are opened once', async () => {
    expect(await followConditions(service.deps, service.deps.clock.now())).to.equal(0);
  });
});
