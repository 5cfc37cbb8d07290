import { expect } from 'chai';
import { startRenewal } from '../../../../src/commands/application/renewal/startRenewal.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { dataOf } from '../../../../src/commands/items/eventData.ts';
import { remindOfEnds } from '../../../../src/commands/label/renewal/remindOfEnds.ts';
import { addDays } from '../../../../src/register/day.ts';
import type { LabelState } from '../../../../src/register/entry.ts';
import type { ApplicationState } from '../../../../src/workflow/stored.ts';
import { castOf } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

interface Row {
  readonly state: LabelState;
  readonly left: number;
  /** Of the request to renew it; none by default. */
  readonly renewal?: ApplicationState;
  /** The case of the letter; null where none goes. */
  readonly told: string | null;
}

const states: readonly LabelState[] = [
  ...(['issuing', 'active', 'suspended', 'withdrawalPending', 'extended', 'expired'] as const),
  ...(['withdrawn', 'terminated', 'superseded'] as const),
];
const leads = [365, 120, 60, 30, 7, 0] as const;

/** What each state is told on each day, of a label that nobody asked to renew. */
const byState = states.flatMap((state) =>
  leads.map((left): Row => {
    const suspended = state === 'suspended' || state === 'withdrawalPending';
    const active = { 365: 'early', 0: 'lastDay' }[left as number] ?? 'due';
    return { state, left, told: suspended ? 'suspended' : state === 'active' ? active : null };
  }),
);

const byRenewal: readonly Row[] = [
  { state: 'active', left: 120, renewal: 'draft', told: 'draft' },
  { state: 'active', left: 0, renewal: 'draft', told: 'lastDay' },
  { state: 'suspended', left: 60, renewal: 'draft', told: 'suspended' },
  ...(['screening', 'informationRequested', 'evaluation', 'correction', 'decided', 'refused'] as const).map(
    (renewal): Row => ({ state: 'active', left: 30, renewal, told: null }),
  ),
];

describe('the end of a label', () => {
  let service: TestService;
  let holder: IssuedLabel;
  let renewal: string;
  before(async () => {
    service = await testService('ends');
    const cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
    const { until } = requireVisible(await service.deps.store.label(holder.number)).context;
    service.setClock(`${addDays(until, -100)}T08:00:00.000Z`);
    renewal = await startRenewal(service.deps, holder.owner, { labelNumber: holder.number });
    await set('applications', renewal, { state: 'withdrawn', submittedAt: null });
    await service.work();
    service.letters.length = 0;
  });
  after(() => service.stop());
  afterEach(() => {
    service.letters.length = 0;
  });

  const set = (kind: 'applications' | 'labels', id: string, fields: object) =>
    service.connection.collection<{ _id: string }>(kind).updateOne({ _id: id }, { $set: fields });
  let ends = '2031-01-31';
  /** Each row has an end of its own, of which nothing was told yet. */
  const nextEnd = () => {
    ends = addDays(ends, 1);
    return ends;
  };
  const endingOn = async (until: string, state: LabelState = 'active') => {
    const { history } = requireVisible(await service.deps.store.label(holder.number));
    await set('labels', holder.number, {
      state,
      history: [...history, { state, at: '2026-11-03T08:00:00.000Z' }],
      'context.until': until,
    });
  };
  /** What the clock notes at a time of a day, and the letters that go. */
  const onDay = async (day: string) => {
    service.setClock(`${day}T06:20:00.000Z`);
    const noted = await remindOfEnds(service.deps, service.deps.clock.now());
    await service.work();
    return noted;
  };
  const reminder = async () =>
    dataOf(
      await service.deps.store.lastRecord(`labels/${holder.number}`, 'label.endsSoon'),
      'label.endsSoon',
    );
  const heading = {
    early: 'se prépare',
    due: 'Pensez',
    draft: 'reste à',
    lastDay: 'dernier',
    suspended: 'suspension',
  };

  for (const { state, left, renewal: asked, told } of [...byState, ...byRenewal]) {
    it(`tells a label that is ${state}, ${left} days before${asked ? `, its renewal in ${asked}` : ''}: ${told ?? 'nothing'}`, async () => {
      const until = nextEnd();
      await endingOn(until, state);
      const submittedAt = asked === undefined || asked === 'draft' ? null : '2026-12-01T08:00:00.000Z';
      await set('applications', renewal, { state: asked ?? 'withdrawn', submittedAt });
      expect(await onDay(addDays(until, -left))).to.equal(told === null ? 0 : 1);
      const [letter, ...others] = service.letters.filter(({ kind }) => kind === 'labelEnds');
      expect(others).to.deep.equal([]);
      if (told === null) return expect(letter).to.equal(undefined);
      expect(letter?.to).to.equal(holder.owner.email);
      expect(letter?.html).to.include(heading[told as keyof typeof heading]);
      expect(await onDay(addDays(until, -left))).to.equal(0);
    });
  }

  const withoutRenewal = () => set('applications', renewal, { state: 'withdrawn', submittedAt: null });

  it('is told once after weeks without a clock, for the latest day that applies, and never again for an earlier one', async () => {
    await withoutRenewal();
    const until = nextEnd();
    await endingOn(until);
    expect(await onDay(addDays(until, -366))).to.equal(0);
    expect(await onDay(addDays(until, -365))).to.equal(1);
    expect(await onDay(addDays(until, -20))).to.equal(1);
    expect(await reminder()).to.deep.include({ days: 30, left: 20, missed: [60, 120] });
    expect(service.letters.at(-1)?.text).to.include('remplace aussi 2 rappels');
    for (const days of [20, 120, 366, 31, 8])
      expect(await onDay(addDays(until, -days)), `${days}`).to.equal(0);
    expect(await onDay(addDays(until, -7))).to.equal(1);
    expect(await onDay(addDays(until, 1))).to.equal(0);
  });

  it('is told once by two clocks at the same moment', async () => {
    const until = nextEnd();
    await endingOn(until);
    service.setClock(`${addDays(until, -60)}T06:20:00.000Z`);
    const now = service.deps.clock.now();
    const both = await Promise.all([1, 2].map(() => remindOfEnds(service.deps, now)));
    expect(both.reduce((sum, n) => sum + n)).to.equal(1);
    await service.work();
    expect(service.letters.map(({ kind }) => kind)).to.deep.equal(['labelEnds']);
  });

  it('costs one look at the journal for a label that was told, and nothing else', async () => {
    await withoutRenewal();
    const until = nextEnd();
    await endingOn(until);
    await onDay(addDays(until, -365));
    service.setClock(`${addDays(until, -300)}T06:20:00.000Z`);
    const asked: string[] = [];
    const { store } = service.deps;
    const watched = new Proxy(store, {
      get: (of, name) => {
        asked.push(String(name));
        return Reflect.get(of, name);
      },
    });
    await remindOfEnds({ ...service.deps, store: watched }, service.deps.clock.now());
    expect(asked).to.deep.equal(['labelsEndedBefore', 'lastRecords', 'labelsIn']);
  });

  it('falls on 29 February as on any other day', async () => {
    await endingOn('2032-02-29');
    for (const [day, noted] of [
      ['2031-02-28', 0],
      ['2031-03-01', 1],
      ['2032-01-30', 1],
      ['2032-02-28', 1],
      ['2032-02-29', 1],
      ['2032-03-01', 0],
    ] as const)
      expect(await onDay(day), day).to.equal(noted);
  });

  it('is no news to a reader whose letter waited until the renewal was sent', async () => {
    const until = nextEnd();
    await endingOn(until);
    service.setClock(`${addDays(until, -30)}T06:20:00.000Z`);
    await remindOfEnds(service.deps, service.deps.clock.now());
    await set('applications', renewal, { state: 'screening', submittedAt: '2026-12-01T08:00:00.000Z' });
    await service.work();
    expect(service.letters).to.deep.equal([]);
  });
});
