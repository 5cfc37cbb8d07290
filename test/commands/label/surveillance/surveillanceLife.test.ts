import { expect } from 'chai';
import { expireDeadlines } from '../../../../src/commands/committee/expireDeadlines.ts';
import { followSurveillances } from '../../../../src/commands/label/surveillance/followSurveillances.ts';
import {
  confirmSurveillance,
  raiseSurveillanceFindings,
} from '../../../../src/commands/label/surveillance/judgeSurveillance.ts';
import { createJournal } from '../../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';
import { declare, morningOf, taskOf } from '../../../support/surveillanceSteps.ts';

describe('the yearly declaration of a label', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('surveillance-life');
    cast = await castOf(service);
    holder = await issueLabel(service, cast, 'holder');
  });
  after(() => service.stop());

  const told = () => service.letters.map(({ kind, to }) => `${kind} ${to}`);
  const since = async (act: () => Promise<unknown>) => {
    const before = told().length;
    await act();
    return told().slice(before);
  };
  const own = () => holder.owner.email;
  /** Both serve as officers. */
  const office = (kind: string) => [cast.officer, cast.rapporteur].map(({ email }) => `${kind} ${email}`);

  it('opens ahead of the end of its month, with a letter, and once', async () => {
    const { since: begun } = (await service.deps.store.label(holder.number))?.context ?? { since: '' };
    expect(begun).to.equal('2026-11-02');
    await morningOf(service, '2027-09-30');
    expect(await service.deps.store.surveillancesOf([holder.number])).to.deep.equal([]);
    expect(await since(() => morningOf(service, '2027-10-01'))).to.deep.equal([
      `surveillanceOpened ${own()}`,
    ]);
    expect((await taskOf(service.deps, holder.number, 'declaration')).context.dueAt).to.equal(
      '2027-11-30T22:59:59.999Z',
    );
    expect(await since(() => morningOf(service, '2027-10-01'))).to.deep.equal([]);
  });

  it('is opened and reminded of once by two clocks', async () => {
    const now = new Date('2027-10-31T07:00:00.000Z');
    service.setClock(now.toISOString());
    const sent = await since(async () => {
      await Promise.all([followSurveillances(service.deps, now), followSurveillances(service.deps, now)]);
      await service.work();
    });
    expect(sent).to.deep.equal([`surveillanceDue ${own()}`]);
    expect(await since(() => morningOf(service, '2027-11-01'))).to.deep.equal([]);
    expect(await since(() => morningOf(service, '2027-11-24'))).to.deep.equal([`surveillanceDue ${own()}`]);
  });

  it('is overdue after its last day, which nothing follows from, and can still be made', async () => {
    expect(await since(() => morningOf(service, '2027-11-30'))).to.deep.equal([]);
    const late = await since(() => morningOf(service, '2027-12-01'));
    expect(late).to.have.members([`surveillanceOverdue ${own()}`, ...office('surveillanceWaits')]);
    expect((await service.deps.store.label(holder.number))?.state).to.equal('active');
    expect(await expireDeadlines(service.deps, new Date('2027-12-01T08:00:00.000Z'))).to.equal(0);
    const { id } = await taskOf(service.deps, holder.number, 'declaration');
    expect(
      await since(async () => {
        await declare(service.deps, holder.owner, id);
        await service.work();
      }),
    ).to.have.members(office('surveillanceWaits'));
    expect((await taskOf(service.deps, holder.number, 'declaration')).state).to.equal('declared');
  });

  it('goes back with findings and a day, is made again and confirmed, each with its letter', async () => {
    const at = async () => {
      const { id, revision } = await taskOf(service.deps, holder.number, 'declaration');
      return { surveillanceId: id, revision };
    };
    const raise = async (until: string) =>
      raiseSurveillanceFindings(service.deps, cast.officer, {
        ...(await at()),
        reason: 'Quels comptes ?',
        until,
      });
    expect(await refusalOf(raise('2027-11-30'))).to.equal('invalid until:dayPast');
    expect(
      await since(async () => {
        await raise('2028-01-31');
        await service.work();
      }),
    ).to.deep.equal([`surveillanceFindings ${own()}`]);
    expect((await taskOf(service.deps, holder.number, 'declaration')).context).to.include({
      dueAt: '2028-01-31T22:59:59.999Z',
      findings: 1,
    });
    await declare(service.deps, holder.owner, (await at()).surveillanceId);
    const confirm = async (reason: string) =>
      confirmSurveillance(service.deps, cast.officer, { ...(await at()), reason });
    expect(await refusalOf(confirm(' '))).to.equal('refused reasonGiven');
    const sent = await since(async () => {
      await confirm('Les comptes sont en ligne.');
      await service.work();
    });
    expect(sent).to.include(`surveillanceConfirmed ${own()}`);
    const done = await taskOf(service.deps, holder.number, 'declaration');
    expect([done.state, done.declarations.length, done.words.length]).to.deep.equal(['confirmed', 2, 2]);
  });

  it('leaves a journal that verifies', async () => {
    const { faults } = await createJournal(service.connection).verify();
    expect(faults).to.deep.equal([]);
  });
});
