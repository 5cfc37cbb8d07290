import { expect } from 'chai';
import type { Person } from '../../../../src/commands/items/items.ts';
import {
  confirmCondition,
  extendCondition,
  recordConditionCall,
} from '../../../../src/commands/label/conditions/followConditions.ts';
import { imposeCondition } from '../../../../src/commands/label/conditions/imposeCondition.ts';
import { remindOfCondition, remindOfSanction } from '../../../../src/commands/label/remindHolder.ts';
import { answerHearing } from '../../../../src/commands/label/sanctions/hearing.ts';
import {
  extendHearing,
  extendRepair,
  recordCall,
} from '../../../../src/commands/label/sanctions/moreTime.ts';
import { proposeSuspension, proposeWithdrawal } from '../../../../src/commands/label/sanctions/suspension.ts';
import { addDays, dayOf } from '../../../../src/register/day.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { issueLabel } from '../../../support/issueLabel.ts';
import { labelNow, suspendNow } from '../../../support/labelSteps.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { suspension } from '../../../support/samples/suspension.ts';

const reason = 'Spécimen : la personne qui s’en occupe est malade.';
const text = 'Spécimen : tout est enlevé depuis hier.';
const now = '2026-12-02T09:00:00.000Z';
const [today, tomorrow, farAway] = ['2026-12-02', '2026-12-03', '2027-06-30'];

describe('what a holder owes in proceedings', () => {
  let service: TestService;
  let cast: Cast;
  let number: string;
  let owner: Person;
  beforeEach(async () => {
    service = await testService('more-time');
    service.setClock(now);
    cast = await castOf(service);
    ({ number, owner } = await issueLabel(service, cast, 'holder'));
  });
  afterEach(() => service.stop());

  const at = async () => (await labelNow(service, number)).at;
  const context = async () => (await labelNow(service, number)).label.context;
  const condition = async () => {
    const [one] = await service.deps.store.conditionsOf(number);
    if (!one) throw new Error('no condition');
    return { one, at: { conditionId: one.id, revision: one.revision } };
  };
  const overdue = async () => {
    await suspendNow(service, cast.officer, number, tomorrow);
    await service.connection
      .collection<{ _id: string }>('labels')
      .updateOne({ _id: number }, { $set: { state: 'withdrawalPending', 'context.dueAt': null } });
  };
  const unmet = async () => {
    const { one } = await condition();
    const dueAt = '2026-11-30T22:59:59.999Z';
    await service.connection
      .collection<{ _id: string }>('conditions')
      .updateOne({ _id: one.id }, { $set: { state: 'unmet', 'context.dueAt': dueAt } });
  };
  const onLabel = {
    of: 'hearing',
    more: async (by: Person, dueOn: string) =>
      extendHearing(service.deps, by, { ...(await at()), dueOn, reason }),
    call: async (by: Person, on: string) => recordCall(service.deps, by, { ...(await at()), on, text }),
    remind: (by: Person) => remindOfSanction(service.deps, by, { number, of: 'hearing' }),
    due: async () => (await context()).hearing?.dueAt ?? null,
    moved: 'labelSanction',
    reminder: 'sanctionDue',
  } as const;
  const onRepair = {
    ...onLabel,
    of: 'repair',
    more: async (by: Person, dueOn: string) =>
      extendRepair(service.deps, by, { ...(await at()), dueOn, reason }),
    remind: (by: Person) => remindOfSanction(service.deps, by, { number, of: 'repair' }),
    due: async () => (await context()).dueAt,
  } as const;
  const onCondition = {
    of: 'condition',
    more: async (by: Person, dueOn: string) =>
      extendCondition(service.deps, by, { ...(await condition()).at, dueOn, reason }),
    call: async (by: Person, on: string) =>
      recordConditionCall(service.deps, by, { ...(await condition()).at, on, text }),
    remind: async (by: Person) =>
      remindOfCondition(service.deps, by, { conditionId: (await condition()).one.id }),
    due: async () => (await condition()).one.context.dueAt,
    moved: 'conditionMoved',
    reminder: 'conditionDue',
  } as const;
  const impose = async () =>
    imposeCondition(service.deps, cast.officer, { ...(await at()), text, dueOn: '2026-12-20', reason });

  /** What is due, how it comes about, and whether a reminder of it can go: of a day that is over none does. */
  const rows = [
    [
      'a hearing on a suspension',
      onLabel,
      true,
      async () => proposeSuspension(service.deps, cast.officer, { ...(await at()), ...suspension }),
    ],
    [
      'a hearing on a withdrawal',
      onLabel,
      true,
      async () =>
        proposeWithdrawal(service.deps, cast.officer, {
          ...(await at()),
          code: 'misuse',
          reason: suspension.reason,
        }),
    ],
    [
      'the hearing of an urgent suspension',
      onLabel,
      true,
      () => suspendNow(service, cast.officer, number, '2027-01-31'),
    ],
    [
      'what a label is suspended for',
      onRepair,
      true,
      () => suspendNow(service, cast.officer, number, '2027-01-31'),
    ],
    ['what it was suspended for, late', onRepair, false, overdue],
    ['a condition', onCondition, true, impose],
    [
      'a condition that is late',
      onCondition,
      false,
      async () => {
        await impose();
        await unmet();
      },
    ],
  ] as const;
  for (const [name, owed, isAhead, begin] of rows) {
    it(`gets more time, a reminder and a note of a call: ${name}`, async () => {
      await begin();
      await service.work();
      service.letters.length = 0;
      /** The e-mails since the last look, to the holder. */
      const told = async () => {
        await service.work();
        return service.letters.splice(0).filter(({ to }) => to === owner.email);
      };
      for (const by of [cast.owner, owner, cast.committee[1]])
        for (const act of [() => owed.more(by, farAway), () => owed.call(by, today), () => owed.remind(by)])
          expect(await refusalOf(act()), by.name).not.to.equal('taken');

      expect(await refusalOf(owed.remind(cast.officer))).to.equal(isAhead ? 'taken' : 'refused wrongState');
      const reminders = await told();
      expect(reminders.map(({ kind }) => kind)).to.deep.equal(isAhead ? [owed.reminder] : []);
      if (isAhead) expect(await refusalOf(owed.remind(cast.officer))).to.equal('refused remindedToday');

      const before = (await owed.due()) ?? '';
      expect(await refusalOf(owed.more(cast.officer, addDays(today, -1))), 'over').to.include(
        'dueOn:dayPast',
      );
      if (isAhead)
        expect(await refusalOf(owed.more(cast.officer, dayOf(before))), 'the same day').to.equal(
          'refused laterThanBefore',
        );
      await owed.more(cast.officer, farAway);
      expect(dayOf((await owed.due()) ?? ''), 'the new day').to.equal(farAway);
      const [moved, ...others] = await told();
      expect([moved?.kind, others.length]).to.deep.equal([owed.moved, 0]);
      expect(moved?.text.replaceAll(/[\u00a0\u202f]/g, ' '))
        .to.include('30 juin 2027')
        .and.include(reason);

      expect(await refusalOf(owed.call(cast.officer, tomorrow))).to.include('calledOn:callToCome');
      await owed.call(cast.officer, today);
      expect(dayOf((await owed.due()) ?? ''), 'a call moves no day').to.equal(farAway);
      const [noted] = await told();
      expect(noted?.kind).to.equal(owed.moved);
      expect(noted?.text.replaceAll(/[\u00a0\u202f]/g, ' '))
        .to.include('2 décembre 2026')
        .and.include(text);
    });
  }

  it('is not answered by a call: the holder is heard until the day, and answers', async () => {
    await proposeSuspension(service.deps, cast.officer, { ...(await at()), ...suspension });
    await recordCall(service.deps, cast.officer, { ...(await at()), on: today, text });
    expect((await context()).hearing?.answered).to.equal(false);
    await answerHearing(service.deps, owner, { ...(await at()), text });
    expect(
      await refusalOf(extendHearing(service.deps, cast.officer, { ...(await at()), dueOn: farAway, reason })),
    ).to.equal('refused hearingUnanswered');
  });

  it('is judged after a call, where it is a condition', async () => {
    await impose();
    await recordConditionCall(service.deps, cast.officer, { ...(await condition()).at, on: today, text });
    expect((await condition()).one.state).to.equal('proofSubmitted');
    await confirmCondition(service.deps, cast.officer, { ...(await condition()).at, reason });
    expect((await condition()).one.state).to.equal('met');
  });
});
