import { expect } from 'chai';
import { expireDeadlines } from '../../../../src/commands/committee/expireDeadlines.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import type { Condition } from '../../../../src/commands/items/condition.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import { followConditions } from '../../../../src/commands/label/conditions/conditionTimes.ts';
import {
  confirmCondition,
  extendCondition,
  rejectCondition,
  submitConditionProof,
} from '../../../../src/commands/label/conditions/followConditions.ts';
import { statusOn, statusToday } from '../../../../src/register/publicStatus.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { issueConditionalLabel } from '../../../support/issueConditionalLabel.ts';
import type { IssuedLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

const reason = 'Le rapport publié montre les salaires de chaque fonction.';

describe('the conditions of a label', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('conditions');
    cast = await castOf(service);
    holder = await issueConditionalLabel(service, cast, 'holder', [
      { text: 'Publier\nles salaires.', due: '2027-03-31' },
      { text: 'Adopter des statuts.', due: '2027-06-30' },
    ]);
  });
  after(() => service.stop());

  const conditions = () => service.deps.store.conditionsOf(holder.number);
  const condition = async (at: 0 | 1): Promise<Condition> => requireVisible((await conditions())[at]);
  const entry = async () => requireVisible(await service.deps.store.entry(holder.number));
  const of = async (at: 0 | 1) => {
    const { id: conditionId, revision } = await condition(at);
    return { conditionId, revision };
  };
  const prove = async (at: 0 | 1, by: Person = holder.owner) =>
    submitConditionProof(service.deps, by, { ...(await of(at)), proof: 'C’est publié.', documents: [] });
  const confirm = async (at: 0 | 1, by: Person = cast.officer) =>
    confirmCondition(service.deps, by, { ...(await of(at)), reason });
  const reject = async (at: 0 | 1, dueOn: string, by: Person = cast.officer) =>
    rejectCondition(service.deps, by, { ...(await of(at)), reason, dueOn });
  const extend = async (at: 0 | 1, dueOn: string, by: Person = cast.officer) =>
    extendCondition(service.deps, by, { ...(await of(at)), reason, dueOn });
  const letters = async () => {
    await service.work();
    return service.letters
      .splice(0)
      .map(({ kind, to, subject }) => `${kind} ${to.split('@')[0]}: ${subject}`);
  };

  it('open with the signature, and the label says so with the first date', async () => {
    const [first, second] = await conditions();
    expect([first?.state, first?.agreedFor, second?.agreedFor]).to.deep.equal([
      'open',
      '2027-03-31',
      '2027-06-30',
    ]);
    const row = await entry();
    expect([row.standing, row.conditionDue]).to.deep.equal(['conditional', '2027-03-31']);
    expect(statusToday(row, '2026-12-24').word).to.equal('conditional');
    expect((await letters()).filter((one) => one.startsWith('condition'))).to.have.length(1);
  });

  it('are proven by owners and editors, and judged by an officer without part', async () => {
    const reader = await service.person('stranger');
    expect(await refusalOf(prove(0, reader))).to.equal('notFound');
    expect(await refusalOf(prove(0, cast.officer))).to.equal('notFound');
    expect(await refusalOf(confirm(0))).to.equal('refused wrongState');
    const empty = { ...(await of(0)), proof: ' ', documents: [] };
    expect(await refusalOf(submitConditionProof(service.deps, holder.owner, empty))).to.equal(
      'refused proofGiven',
    );
    await prove(0);
    expect((await letters()).join()).to.include('conditionWaits officer');
    for (const by of [holder.owner, cast.reviewers[0], cast.committee[0]])
      expect(await refusalOf(confirm(0, by)), by.email).to.equal('notFound');
    expect(await refusalOf(reject(0, '2020-01-01'))).to.equal('invalid dueOn:dayPast');
    await reject(0, '2027-08-31');
    const { state, words } = await condition(0);
    expect([state, words.map(({ step }) => step)]).to.deep.equal(['open', ['submitProof', 'reject']]);
    expect((await entry()).conditionDue, 'the other one is due first now').to.equal('2027-06-30');
    expect((await letters()).join()).to.include('conditionMoved holder');
  });

  it('are recalled on the days that the procedure names, once', async () => {
    const told: string[] = [];
    for (const day of ['2027-05-31', '2027-05-31', '2027-06-23', '2027-06-29']) {
      service.setClock(`${day}T08:00:00.000Z`);
      await followConditions(service.deps, service.deps.clock.now());
      told.push(...(await letters()));
    }
    expect(told.map((one) => one.split(':')[0])).to.deep.equal(Array(3).fill('conditionDue holder'));
  });

  it('that are not met in time are told to both sides, and change nothing else', async () => {
    service.setClock('2027-07-01T08:00:00.000Z');
    expect(await expireDeadlines(service.deps, service.deps.clock.now())).to.equal(1);
    expect(await expireDeadlines(service.deps, service.deps.clock.now()), 'twice is once').to.equal(0);
    expect((await condition(1)).state).to.equal('unmet');
    const told = (await letters()).join('\n');
    expect(told).to.include('conditionMoved holder').and.include('conditionWaits officer');
    const row = await entry();
    expect([row.state, row.standing, row.conditionDue]).to.deep.equal([
      'active',
      'conditional',
      '2027-06-30',
    ]);
    await extend(1, '2027-09-30');
    expect((await entry()).conditionDue).to.equal('2027-08-31');
  });

  it('are over with the last one met: the label is clean, with a new certificate', async () => {
    await prove(1);
    await confirm(1);
    expect((await entry()).standing).to.equal('conditional');
    const first = (await letters()).join('\n');
    expect(first).to.include('une condition est remplie');
    await prove(0);
    await confirm(0);
    const before = await entry();
    expect([before.standing, before.printedStanding, before.conditionDue]).to.deep.equal([
      'clean',
      'conditional',
      undefined,
    ]);
    const told = (await letters()).join('\n');
    expect(told).to.include('toutes les conditions sont remplies');
    const row = await entry();
    expect([row.revision, row.printedStanding]).to.deep.equal([2, undefined]);
    expect(statusOn(row, '2027-06-30')?.word, 'on an earlier day').to.equal('conditional');
    expect(statusToday(row, '2027-07-02').word).to.equal('active');
    expect(await createJournal(service.connection).verify()).to.deep.include({ faults: [] });
  });
});
