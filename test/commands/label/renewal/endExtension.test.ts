// Tier: all. Budget: 7 s.
import { expect } from 'chai';
import { startRenewal } from '../../../../src/commands/application/renewal/startRenewal.ts';
import { expireDeadlines } from '../../../../src/commands/committee/expireDeadlines.ts';
import { requireVisible } from '../../../../src/commands/common/requireVisible.ts';
import { lifeOf } from '../../../../src/commands/label/labelEntry.ts';
import { remindOfEnds } from '../../../../src/commands/label/renewal/remindOfEnds.ts';
import { addDays, dayOf, endOfDay } from '../../../../src/register/day.ts';
import { validityToday } from '../../../../src/register/validity.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import type { ApplicationState } from '../../../../src/workflow/stored.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { suspendNow } from '../../../support/labelSteps.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

/** What comes of an extended label on its last day, and the day after, by the state of its renewal. */
const outcomes: readonly (readonly [ApplicationState, 'prolonged' | 'expired'])[] = [
  ...(['screening', 'assignment', 'evaluation', 'moderation', 'verification', 'recommendation'] as const).map(
    (state) => [state, 'prolonged'] as const,
  ),
  ...(['deliberation', 'decided', 'agreement', 'refused', 'appealed'] as const).map(
    (state) => [state, 'prolonged'] as const,
  ),
  ['informationRequested', 'expired'],
  ['correction', 'expired'],
];

describe('a label whose renewal is examined', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  let until: string;
  let renewal: string;
  beforeEach(async () => {
    service = await testService('extension');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
    until = requireVisible(await service.deps.store.label(holder.number)).context.until;
    service.setClock(`${addDays(until, -20)}T08:00:00.000Z`);
    renewal = await startRenewal(service.deps, holder.owner, { labelNumber: holder.number });
    await renewalIn('screening');
    await service.work();
    service.letters.length = 0;
  });
  afterEach(() => service.stop());

  const renewalIn = (state: ApplicationState) =>
    service.connection
      .collection<{ _id: string }>('applications')
      .updateOne(
        { _id: renewal },
        { $set: { state, submittedAt: `${addDays(until, -10)}T08:00:00.000Z`, 'context.dueAt': null } },
      );
  const label = async () => requireVisible(await service.deps.store.label(holder.number));
  const entry = async () => requireVisible(await service.deps.store.entry(holder.number));
  /** Days after the end of the period: the clock does what is due, and its letters go. */
  const daysLater = async (days: number) => {
    const at = `${addDays(until, days)}T06:20:00.000Z`;
    service.setClock(at);
    const done = await expireDeadlines(service.deps, new Date(at));
    await remindOfEnds(service.deps, new Date(at));
    await service.work();
    return done;
  };
  const sent = () => service.letters.map(({ kind, to }) => `${kind} ${to.split('@')[0]}`);

  it('holds on for the days of grace of its scheme, and register, page and letter say until when at the latest', async () => {
    expect(await daysLater(0)).to.equal(0);
    expect(await daysLater(1)).to.equal(1);
    const last = addDays(until, 90);
    expect((await label()).context.dueAt).to.equal(endOfDay(last));
    const today = addDays(until, 1);
    for (const life of [await entry(), lifeOf(await label())]) {
      expect(validityToday(life, today)).to.include({
        word: 'extended',
        valid: true,
        until: last,
        periodEnd: until,
      });
      expect(validityToday(life, last).valid).to.equal(true);
      expect(validityToday(life, addDays(last, 1))).to.include({ word: 'expired', valid: false });
    }
    expect(sent()).to.deep.equal(['labelExtended holder']);
    expect(service.letters[0]?.text).to.include(`https://label.example/fr/applications/${renewal}`);
    expect(await daysLater(1)).to.equal(0);
  });

  for (const [state, outcome] of outcomes) {
    it(`is ${outcome} at the end of its extension while its renewal is in ${state}`, async () => {
      await daysLater(1);
      await renewalIn(state);
      service.letters.length = 0;
      expect(await daysLater(89)).to.equal(0);
      expect(await daysLater(90)).to.equal(outcome === 'prolonged' ? 1 : 0);
      expect(await daysLater(91)).to.equal(outcome === 'prolonged' ? 0 : 1);
      expect(await daysLater(90)).to.equal(0);
      const now = await label();
      expect(now.state).to.equal(outcome === 'prolonged' ? 'extended' : 'expired');
      expect((await entry()).state).to.equal(now.state);
      if (outcome === 'expired') return expect(sent()).to.include('labelExpired holder');
      expect(now.context.dueAt).to.equal(endOfDay(addDays(until, 120)));
      expect((await entry()).extendedUntil).to.equal(addDays(until, 120));
      expect(sent()).to.include('labelExtended holder').and.not.include('labelExpired holder');
    });
  }

  it('tells holder and office thirty and seven days before the end of the extension, once each', async () => {
    await daysLater(1);
    service.letters.length = 0;
    await daysLater(59);
    expect(sent()).to.deep.equal([]);
    const both = ['extensionEnds holder', 'extensionWaits officer', 'extensionWaits rapporteur'];
    await daysLater(60);
    expect(sent()).to.have.members(both);
    await daysLater(60);
    await daysLater(59);
    await daysLater(83);
    expect(sent()).to.have.members([...both, ...both]);
    await renewalIn('correction');
    service.letters.length = 0;
    await daysLater(91);
    expect(sent()).to.have.members(['labelExpired holder', 'surveillanceOpened holder']);
  });

  it('is prolonged to a day to come after weeks without a clock, and the journal is whole', async () => {
    await daysLater(1);
    expect(await daysLater(140)).to.equal(1);
    expect(dayOf((await label()).context.dueAt ?? '')).to.equal(addDays(until, 170));
    expect(await daysLater(140)).to.equal(0);
    const { faults } = await createJournal(service.connection).verify();
    // The state of the renewal is set by the test.
    expect(faults.filter(({ stream }) => stream.startsWith('labels/'))).to.deep.equal([]);
  });

  it('is judged once by two clocks', async () => {
    await daysLater(1);
    service.setClock(`${addDays(until, 90)}T06:20:00.000Z`);
    const now = service.deps.clock.now();
    const done = await Promise.all([expireDeadlines(service.deps, now), expireDeadlines(service.deps, now)]);
    expect(done.reduce((sum, one) => sum + one)).to.equal(1);
    expect((await label()).context.dueAt).to.equal(endOfDay(addDays(until, 120)));
  });

  it('expires with its period when nobody sent a renewal, and its holder learns what follows', async () => {
    await renewalIn('draft');
    await daysLater(1);
    expect((await label()).state).to.equal('expired');
    expect(sent()).to.have.members(['labelExpired holder', 'surveillanceOpened holder']);
    const expired = service.letters.find(({ kind }) => kind === 'labelExpired');
    expect(expired?.text).to.include('Retirez maintenant');
  });

  it('expires at the next turn of the clock once it is suspended, as its letter says; the renewal goes on', async () => {
    await daysLater(1);
    service.letters.length = 0;
    await suspendNow(service, cast.officer, holder.number, addDays(until, 60));
    const [told] = service.letters.filter(({ kind }) => kind === 'labelSanction');
    expect(told?.subject).to.include('est suspendu et prend fin');
    expect(told?.text)
      .to.include('Votre demande de renouvellement suit son cours')
      .and.not.include('répondre');
    expect(await daysLater(2)).to.equal(1);
    expect((await label()).state).to.equal('expired');
    expect((await service.deps.store.application(renewal))?.state).to.equal('screening');
  });
});
