// Tier: all. Budget: 5 s.
import { expect } from 'chai';
import {
  confirmCondition,
  extendCondition,
  submitConditionProof,
} from '../../../../src/commands/label/conditions/followConditions.ts';
import { proposeSuspension } from '../../../../src/commands/label/sanctions/suspension.ts';
import { confirmSurveillance } from '../../../../src/commands/label/surveillance/judgeSurveillance.ts';
import { listFollowUp } from '../../../../src/commands/label/views/listFollowUp.ts';
import { viewSanctions } from '../../../../src/commands/label/views/viewSanctions.ts';
import type { SanctionCode } from '../../../../src/register/sanction.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { issueConditionalLabel } from '../../../support/issueConditionalLabel.ts';
import type { IssuedLabel } from '../../../support/issueLabel.ts';
import { labelNow } from '../../../support/labelSteps.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { declare, morningOf, taskOf } from '../../../support/surveillanceSteps.ts';

const todo = 'Spécimen : faites ce qui manque.';

describe('a suspension that is proposed for something', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  beforeEach(async () => {
    service = await testService('settled-proposal');
    cast = await castOf(service);
    const conditions = [{ text: 'Publier l’écart de salaires.', due: '2027-10-31' }];
    holder = await issueConditionalLabel(service, cast, 'holder', conditions);
    await morningOf(service, '2027-10-01');
    await morningOf(service, '2027-12-01');
    service.letters.length = 0;
  });
  afterEach(() => service.stop());

  const condition = async () => {
    const [one] = await service.deps.store.conditionsOf(holder.number);
    return { conditionId: one?.id ?? '', revision: one?.revision ?? 0 };
  };
  const propose = async (code: SanctionCode) => {
    const { at } = await labelNow(service, holder.number);
    const reason = 'Spécimen : ceci manque encore aujourd’hui.';
    await proposeSuspension(service.deps, cast.officer, { ...at, code, reason, todo });
  };
  const prove = async () =>
    submitConditionProof(service.deps, holder.owner, {
      ...(await condition()),
      ...{ proof: 'Publié.', documents: [] },
    });
  const declaration = () => taskOf(service.deps, holder.number, 'declaration');
  const judged = { reason: 'Spécimen : nous l’avons lu, tout y est.' };
  const settle: Readonly<Record<string, () => Promise<unknown>>> = {
    'is proven': prove,
    'is proven and confirmed': async () => {
      await prove();
      await confirmCondition(service.deps, cast.officer, { ...(await condition()), ...judged });
    },
    'gets more time': async () =>
      extendCondition(service.deps, cast.officer, { ...(await condition()), ...judged, dueOn: '2028-01-31' }),
    'is declared': async () => declare(service.deps, holder.owner, (await declaration()).id),
    'is declared and confirmed': async () => {
      await declare(service.deps, holder.owner, (await declaration()).id);
      const { id: surveillanceId, revision } = await declaration();
      await confirmSurveillance(service.deps, cast.officer, { surveillanceId, revision, ...judged });
    },
  };

  for (const [code, what, how, dropped] of [
    ['conditionUnmet', 'condition', 'is proven', false],
    ['conditionUnmet', 'condition', 'is proven and confirmed', true],
    ['conditionUnmet', 'condition', 'gets more time', true],
    ['declarationMissing', 'declaration', 'is declared', false],
    ['declarationMissing', 'declaration', 'is declared and confirmed', true],
    ['misuse', 'condition', 'is proven and confirmed', false],
    ['declarationMissing', 'condition', 'is proven and confirmed', false],
    ['conditionUnmet', 'declaration', 'is declared and confirmed', false],
  ] as const)
    it(`${dropped ? 'is given up' : 'stays open'} (${code}) when a ${what} ${how}`, async () => {
      await propose(code);
      await settle[how]?.();
      await service.work();
      const { label } = await labelNow(service, holder.number);
      expect([label.state, label.context.hearing === null]).to.deep.equal(['active', dropped]);
      const told = service.letters.filter(({ kind, subject }) => {
        return kind === 'labelSanction' && subject.includes('abandonnée');
      });
      expect(told.map(({ to }) => to)).to.deep.equal(dropped ? [holder.owner.email] : []);
      if (dropped) expect(label.words?.at(-1)?.text).to.equal(judged.reason);
    });

  it('asks the officer where it could not be given up by itself', async () => {
    await propose('conditionUnmet');
    await service.connection.collection('conditions').updateMany({}, { $set: { state: 'met' } });
    const { lines } = await listFollowUp(service.deps, cast.officer);
    expect(lines.map(({ what }) => what)).to.include('suspensionSettled');
    expect((await viewSanctions(service.deps, cast.officer, holder.applicationId)).isSettled).to.equal(true);
  });

  it('is offered in the follow-up only where its form is there', async () => {
    const offered = async () => {
      const { lines } = await listFollowUp(service.deps, cast.officer);
      return lines.flatMap(({ what, proposal }) => (proposal ? what : [])).toSorted();
    };
    expect(await offered()).to.deep.equal(['conditionUnmet', 'declarationOverdue']);
    await propose('misuse');
    expect(await offered(), 'one is being heard').to.deep.equal([]);
    for (const state of ['suspended', 'withdrawalPending', 'withdrawn', 'expired', 'terminated']) {
      await service.connection
        .collection<{ _id: string }>('labels')
        .updateOne({ _id: holder.number }, { $set: { state, 'context.hearing': null } });
      expect(await offered(), state).to.deep.equal([]);
    }
    await service.connection
      .collection<{ _id: string }>('labels')
      .updateOne({ _id: holder.number }, { $set: { state: 'extended' } });
    expect(await offered()).to.deep.equal(['conditionUnmet', 'declarationOverdue']);
  });

  for (const [task, findings, offers] of [
    ['declaration', 0, true],
    ['midterm', 0, true],
    ['siteCheck', 0, false],
    ['siteCheck', 1, true],
    ['markRemoval', 0, false],
  ] as const)
    it(`is ${offers ? 'offered' : 'not offered'} for a late ${task} with ${findings} findings`, async () => {
      const { id } = await declaration();
      await service.connection
        .collection<{ _id: string }>('surveillances')
        .updateOne({ _id: id }, { $set: { 'context.task': task, 'context.findings': findings } });
      const { lines } = await listFollowUp(service.deps, cast.officer);
      const row = lines.find(({ path }) => path.endsWith(id));
      expect(row?.proposal !== undefined).to.equal(offers);
      const { ground } = await viewSanctions(service.deps, cast.officer, holder.applicationId, {
        surveillance: id,
      });
      expect(ground !== null).to.equal(offers);
    });
});
