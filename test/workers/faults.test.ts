import { expect } from 'chai';
import { requestInformation } from '../../src/commands/application/screening/requestInformation.ts';
import { submitApplication } from '../../src/commands/application/selfAssessment/submitApplication.ts';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { validityToday } from '../../src/register/validity.ts';
import { createLeases } from '../../src/storage/database/createLeases.ts';
import { strike } from '../../src/workers/clock.ts';
import { schedules } from '../../src/workers/schedules.ts';
import { castOf, currentApplication, declarations, filledDraft } from '../support/applicationSteps.ts';
import { insertLabel } from '../support/insertLabel.ts';
import { type TestService, testService } from '../support/run/service.ts';

describe('what time brings, when something goes wrong with it', () => {
  let service: TestService;
  let number: string;
  let logged: string[];
  beforeEach(async () => {
    service = await testService('clock-faults');
    logged = [];
    service.setClock('2029-04-20T10:00:00.000Z');
    ({ number } = await insertLabel(service, 'holder'));
  });
  afterEach(() => service.stop());

  const strikeAs = (holder: string) => {
    const { deps, connection } = service;
    const note = (_: object, message = '') => void logged.push(message);
    const log = { info: () => {}, error: note };
    return strike({ deps, leases: createLeases(connection), schedules, holder, log });
  };
  const strikeAt = async (instant: string) => {
    service.setClock(instant);
    await strikeAs('p');
    await service.work();
  };
  const label = async () => requireVisible(await service.deps.store.label(number));
  const ends = async () => {
    const records = await service.deps.store.records(`labels/${number}`);
    return records.filter(({ facts }) => facts.includes('label.expired')).length;
  };

  it('comes once by two clocks that strike together', async () => {
    service.setClock('2029-05-01T10:00:00.000Z');
    await Promise.all(['one', 'other', 'third'].map(strikeAs));
    expect([(await label()).state, await ends()]).to.deep.equal(['expired', 1]);
    expect(logged).to.deep.equal([]);
  });

  it('is neither undone nor told again by a clock that goes back and forth', async () => {
    await strikeAt('2029-05-01T10:00:00.000Z');
    const [records, sent] = [await service.deps.store.records(`labels/${number}`), service.letters.length];
    for (const instant of [
      '2029-04-21T10:00:00.000Z',
      '2029-05-02T10:00:00.000Z',
      '2029-04-30T10:00:00.000Z',
    ])
      await strikeAt(instant);
    expect((await label()).state).to.equal('expired');
    expect(await ends()).to.equal(1);
    expect(await service.deps.store.records(`labels/${number}`)).to.deep.equal(records);
    expect(service.letters).to.have.length(sent);
    const entry = requireVisible(await service.deps.store.entry(number));
    expect(validityToday(entry, '2029-04-30').word).to.equal('expired');
  });

  it('comes after a leap day that is the last day, and not on it', async () => {
    const rows = { labels: 'context.until', entries: 'until' };
    for (const [name, field] of Object.entries(rows))
      await service.connection
        .collection<{ _id: string }>(name)
        .updateOne({ _id: number }, { $set: { [field]: '2032-02-29' } });
    await strikeAt('2032-02-29T22:59:00.000Z');
    expect((await label()).state).to.equal('active');
    await strikeAt('2032-02-29T23:00:00.000Z');
    expect((await label()).state).to.equal('expired');
  });

  it('tells after weeks of standing still that a file lapsed, and does not remind of it first', async () => {
    const { deps } = service;
    const cast = await castOf(service);
    service.setClock('2029-05-02T09:00:00.000Z');
    const { id, owner } = await filledDraft(deps, await service.person('applicant'));
    await submitApplication(deps, owner, { applicationId: id, ...declarations });
    const { revision } = await currentApplication(deps, id);
    const items = [{ place: null, question: 'Qui signe pour vous ?' }];
    await requestInformation(deps, cast.officer, { applicationId: id, revision, items });
    await service.work();
    const before = service.letters.length;
    await strikeAt('2029-07-02T09:00:00.000Z');
    const told = service.letters.slice(before).filter(({ to }) => to === owner.email);
    expect(told.map(({ kind }) => kind)).to.deep.equal(['applicationLapsed']);
    expect((await currentApplication(deps, id)).state).to.equal('lapsed');
  });
});
