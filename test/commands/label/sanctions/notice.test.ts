import { expect } from 'chai';
import { expireDeadlines } from '../../../../src/commands/committee/expireDeadlines.ts';
import type { Person } from '../../../../src/commands/items/items.ts';
import { giveNotice, takeBackNotice } from '../../../../src/commands/label/sanctions/notice.ts';
import { type Cast, castOf } from '../../../support/applicationSteps.ts';
import { type IssuedLabel, issueLabel } from '../../../support/issueLabel.ts';
import { labelNow, suspendNow } from '../../../support/labelSteps.ts';
import { refusalOf } from '../../../support/refusal.ts';
import { type TestService, testService } from '../../../support/run/service.ts';

describe('a label that its holder gives back', () => {
  let service: TestService;
  let cast: Cast;
  let holder: IssuedLabel;
  before(async () => {
    service = await testService('notice');
    cast = await castOf(service);
    service.setClock('2026-12-01T09:00:00.000Z');
    holder = await issueLabel(service, cast, 'holder');
  });
  after(() => service.stop());
  beforeEach(() => {
    service.letters.length = 0;
  });

  const on = '2026-12-31';
  const at = async ({ number } = holder) => (await labelNow(service, number)).at;
  const give = async (by: Person, day = on) =>
    giveNotice(service.deps, by, { ...(await at()), on: day, reason: '' });
  const pass = (instant: string) => {
    service.setClock(instant);
    return expireDeadlines(service.deps, new Date(instant));
  };
  const told = () =>
    service.letters.map(({ subject }) =>
      subject.replace(holder.number, 'N').replaceAll(/[\u00a0\u202f]/g, ' '),
    );

  it('ends by the word of its owner alone, on a day to come', async () => {
    expect(await refusalOf(give(cast.officer))).to.equal('refused byOwner');
    expect(await refusalOf(give(holder.owner, '2026-11-30'))).to.equal('invalid on:dayPast');
    await give(holder.owner);
    expect(await refusalOf(give(holder.owner))).to.equal('refused noNotice');
    await service.work();
    expect(told()).to.have.members([
      'Label N : sa fin est annoncée',
      'Label N : sa fin est annoncée',
      'Label N : sa fin est annoncée',
    ]);
  });

  it('is kept when the notice is taken back until that day', async () => {
    expect(await refusalOf(takeBackNotice(service.deps, cast.officer, await at()))).to.equal(
      'refused byOwner',
    );
    await takeBackNotice(service.deps, holder.owner, await at());
    await pass('2027-01-05T09:00:00.000Z');
    expect((await labelNow(service, holder.number)).label.state).to.equal('active');
    await service.work();
    expect(told()).to.deep.equal(['Label N : vous le gardez']);
    expect(await refusalOf(takeBackNotice(service.deps, holder.owner, await at()))).to.equal(
      'refused noticeGiven',
    );
  });

  it('ends after that day by the clock, once, publicly at the same moment, also while it is suspended', async () => {
    await give(holder.owner, '2027-01-20');
    await suspendNow(service, cast.officer, holder.number, '2027-03-31');
    expect(await pass('2027-01-20T22:59:59.999Z')).to.equal(0);
    expect(await pass('2027-01-20T23:00:00.000Z')).to.equal(1);
    expect(await pass('2027-01-20T23:30:00.000Z')).to.equal(0);
    const { label } = await labelNow(service, holder.number);
    expect([label.state, label.context.hearing, label.context.endsOn]).to.deep.equal([
      'terminated',
      null,
      null,
    ]);
    expect((await service.deps.store.entry(holder.number))?.state).to.equal('terminated');
    await service.work();
    expect(told()).to.include('Votre label N a pris fin');
    expect(await service.deps.store.statusBits('revocation', 1)).to.have.length(1);
  });
});
