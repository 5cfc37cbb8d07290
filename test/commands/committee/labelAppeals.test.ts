// Tier: all. Budget: 13 s.
import { expect } from 'chai';
import {
  admitAppeal,
  findInadmissible,
  voteOnAppeal,
} from '../../../src/commands/committee/appeal/judgeAppeal.ts';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Person } from '../../../src/commands/items/items.ts';
import { suspendLabel } from '../../../src/commands/label/sanctions/suspension.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import type { AppealOutcome } from '../../../src/workflow/appealEvents.ts';
import { appealReason, panelOf } from '../../support/appealSteps.ts';
import { type Cast, castOf } from '../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../support/issueLabel.ts';
import { appealAt, lodgeOnLabel, settleOn, stayOn, toPanel } from '../../support/labelAppealSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';

const reason = appealReason;

describe('appeals against a decision on a label', () => {
  let service: TestService;
  let cast: Cast;
  let panel: [Person, Person, Person];
  let n = 0;
  before(async () => {
    service = await testService('labelAppeals');
    cast = await castOf(service);
    panel = await panelOf(service);
  });
  after(() => service.stop());

  const label = async (number: string) => requireVisible(await service.deps.store.label(number));
  const entry = async (number: string) => requireVisible(await service.deps.store.entry(number));

  /** A label that was suspended at once. */
  const suspended = async (): Promise<IssuedLabel> => {
    n += 1;
    const holder = await issueLabel(service, cast, `holder-${n}`);
    const { revision } = await label(holder.number);
    const because = {
      code: 'misuse',
      reason,
      todo: 'Enlever le macaron des produits non couverts.',
    } as const;
    const rest = { until: '2027-01-31', urgent: true } as const;
    await suspendLabel(service.deps, cast.officer, { number: holder.number, revision, ...because, ...rest });
    await service.work();
    return holder;
  };
  const lodge = ({ number, owner }: IssuedLabel, by: Person = owner) => lodgeOnLabel(service, by, number);
  const people = () => ({ officer: cast.officer, panel });
  const handOver = (appealId: string) => toPanel(service, people(), appealId);
  const settle = (appealId: string, outcome: AppealOutcome) => settleOn(service, people(), appealId, outcome);
  const at = (appealId: string) => appealAt(service, appealId);
  const told = ({ email }: Person) =>
    service.letters.filter(({ kind, to }) => kind === 'labelAppealProgress' && to === email).length;

  it('come from an owner, once a decision, and in time', async () => {
    const holder = await suspended();
    for (const person of [cast.officer, cast.reviewers[0], await service.person(`stranger-${n}`)])
      expect(await refusalOf(lodge(holder, person)), person.email).to.match(/notFound|byOwner/);
    await lodge(holder);
    expect(await refusalOf(lodge(holder))).to.equal('refused withinAppealWindow');
  });

  it('reinstate the label under its number when they are upheld, with a new certificate', async () => {
    const holder = await suspended();
    const id = await lodge(holder);
    await handOver(id);
    expect(
      await refusalOf(voteOnAppeal(service.deps, panel[0], { appealId: id, outcome: 'partlyUphold' })),
    ).to.equal('refused wholeOutcome');
    await settle(id, 'uphold');
    const { state, context } = await label(holder.number);
    expect([state, context.revision]).to.deep.equal(['active', 2]);
    expect((await entry(holder.number)).state).to.equal('active');
    expect(told(holder.owner)).to.be.greaterThan(2);
  });

  it('leave a decision as it is when they are dismissed, or inadmissible', async () => {
    const holder = await suspended();
    const id = await lodge(holder);
    await handOver(id);
    await settle(id, 'dismiss');
    expect((await label(holder.number)).state).to.equal('suspended');
    const other = await suspended();
    const inadmissible = await lodge(other);
    for (const member of panel.slice(1))
      await findInadmissible(service.deps, member, { ...(await at(inadmissible)), reason });
    expect(requireVisible(await service.deps.store.appeal(inadmissible)).state).to.equal('inadmissible');
    expect((await label(other.number)).state).to.equal('suspended');
  });

  it('make the label hold by a stay, until the appeal is dismissed or the stay lifted', async () => {
    const holder = await suspended();
    const id = await lodge(holder);
    await handOver(id);
    const stay = (step: 'askStay' | 'askToLiftStay') => stayOn(service, people(), id, step);
    const states = async () => [(await label(holder.number)).state, (await entry(holder.number)).state];
    await stay('askStay');
    expect(await states()).to.deep.equal(['active', 'active']);
    await stay('askToLiftStay');
    expect(await states()).to.deep.equal(['suspended', 'suspended']);
    await stay('askStay');
    await settle(id, 'dismiss');
    expect(await states()).to.deep.equal(['suspended', 'suspended']);
  });

  it('keep a stayed label when they are upheld, without another certificate', async () => {
    const holder = await suspended();
    const id = await lodge(holder);
    await handOver(id);
    await stayOn(service, people(), id, 'askStay');
    await settle(id, 'uphold');
    const { state, context } = await label(holder.number);
    expect([state, context.stayed, context.revision]).to.deep.equal(['active', null, 2]);
  });

  it('are upheld for the record alone once the period of the label is over', async () => {
    const holder = await suspended();
    const id = await lodge(holder);
    await handOver(id);
    const { until } = (await label(holder.number)).context;
    service.setClock(`${Number(until.slice(0, 4)) + 1}-01-15T08:00:00.000Z`);
    await settle(id, 'uphold');
    expect(requireVisible(await service.deps.store.appeal(id)).state).to.equal('upheld');
    expect((await label(holder.number)).state).to.equal('suspended');
  });

  it('are judged by nobody who decided on the label or kept it, and leave a journal that holds', async () => {
    service.setClock('2026-12-01T08:00:00.000Z');
    const holder = await suspended();
    const id = await lodge(holder);
    const decider = requireVisible(cast.committee[0]);
    expect(await refusalOf(admitAppeal(service.deps, decider, { ...(await at(id)), reason }))).to.match(
      /notFound|refused/,
    );
    expect(await refusalOf(admitAppeal(service.deps, cast.officer, { ...(await at(id)), reason }))).to.match(
      /notFound|refused/,
    );
    const { faults } = await createJournal(service.connection).verify();
    expect(faults).to.deep.equal([]);
  });
});
