// Tier: all. Budget: 8 s.
import { expect } from 'chai';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import {
  confirmCondition,
  submitConditionProof,
} from '../../../../src/commands/label/conditions/followConditions.ts';
import { imposeCondition } from '../../../../src/commands/label/conditions/imposeCondition.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { panelOf } from '../../../support/appealSteps.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { issueConditionalLabel } from '../../../support/issueConditionalLabel.ts';
import { issueLabel } from '../../../support/issueLabel.ts';
import { lodgeOnLabel, settleOn, toPanel } from '../../../support/labelAppealSteps.ts';
import { labelNow } from '../../../support/labelSteps.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

const text = 'Envoyer la déclaration annuelle avec les comptes.';
const reason = 'La déclaration de 2027 manque depuis deux mois, malgré deux rappels.';

describe('a condition that an officer sets on a label', () => {
  let service: TestService;
  let cast: Cast;
  let panel: Awaited<ReturnType<typeof panelOf>>;
  before(async () => {
    service = await testService('imposeCondition');
    cast = await castOf(service);
    panel = await panelOf(service);
    service.setClock('2026-12-01T09:00:00.000Z');
  });
  after(() => service.stop());
  afterEach(async () => {
    expect((await createJournal(service.connection).verify()).faults).to.deep.equal([]);
  });

  const impose = async (number: string, also = {}, by: Person = cast.officer) => {
    const { at } = await labelNow(service, number);
    await imposeCondition(service.deps, by, { ...at, text, dueOn: '2027-02-28', reason, ...also });
    await service.work();
  };
  const standingOf = async (number: string) => {
    const { label } = await labelNow(service, number);
    const row = requireVisible(await service.deps.store.entry(number));
    return [label.context.standing, row.standing, row.conditionDue ?? null];
  };
  const conditions = async (number: string) =>
    (await service.deps.store.conditionsOf(number)).map(({ text: what, state }) => [what, state]);

  it('comes from an officer alone, with a reason and a day to come', async () => {
    const { number, owner } = await issueLabel(service, cast, 'refused');
    const administrator = await service.person('administers', 'administrator');
    for (const person of [owner, cast.reviewers[0], requireVisible(cast.committee[0]), administrator])
      expect(await refusalOf(impose(number, {}, person)), person.email).to.match(/^refused /);
    expect(await refusalOf(impose(number, { reason: 'Voilà.' }))).to.equal('invalid reason:tooShort');
    expect(await refusalOf(impose(number, { dueOn: '2026-11-30' }))).to.equal('invalid dueOn:dayPast');
    expect(await standingOf(number)).to.deep.equal(['clean', 'clean', null]);
  });

  it('makes the label conditional, for everyone, until it is met; its holder is told why and how to contest it', async () => {
    const { number, owner } = await issueLabel(service, cast, 'holder');
    service.letters.length = 0;
    await impose(number);
    expect(await standingOf(number)).to.deep.equal(['conditional', 'conditional', '2027-02-28']);
    expect((await labelNow(service, number)).label.context.revision, 'its certificate prints it').to.equal(2);
    const told = service.letters.filter(({ kind }) => kind.startsWith('condition'));
    expect(told.map(({ kind, to }) => [kind, to])).to.deep.equal([['conditionImposed', owner.email]]);
    expect(told[0]?.text).to.include(text).and.include(reason).and.include('28 février 2027');
    expect(told[0]?.text.replaceAll('\n', ' ')).to.match(/recours\s+jusqu’au\s+\d+\s+\S+\s+20/);
    const [one] = await service.deps.store.conditionsOf(number);
    const { id: conditionId = '', revision = 0 } = one ?? {};
    const proof = { conditionId, revision, proof: 'Elle est envoyée.', documents: [] };
    await submitConditionProof(service.deps, owner, proof);
    const judged = { conditionId, revision: revision + 1, reason: 'Elle est complète.' };
    await confirmCondition(service.deps, cast.officer, judged);
    expect(await standingOf(number)).to.deep.equal(['clean', 'clean', null]);
  });

  it('falls with an appeal that is upheld, and none of the grant with it', async () => {
    const granted = { text: 'Publier les salaires.', due: '2027-03-31' };
    const plain = await issueLabel(service, cast, 'appeals');
    const conditional = await issueConditionalLabel(service, cast, 'depends', [granted]);
    for (const { number, owner } of [plain, conditional]) {
      await impose(number);
      const appeal = await lodgeOnLabel(service, owner, number, 'standing');
      await toPanel(service, { officer: cast.officer, panel }, appeal);
      await settleOn(service, { officer: cast.officer, panel }, appeal, 'uphold');
    }
    expect(await conditions(plain.number)).to.deep.equal([[text, 'dropped']]);
    expect(await standingOf(plain.number)).to.deep.equal(['clean', 'clean', null]);
    expect(await conditions(conditional.number)).to.deep.equal([
      [granted.text, 'open'],
      [text, 'dropped'],
    ]);
    expect(await standingOf(conditional.number)).to.deep.equal(['conditional', 'conditional', granted.due]);
  });
});
