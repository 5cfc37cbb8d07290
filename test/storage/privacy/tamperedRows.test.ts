import { expect } from 'chai';
import type { Person } from '../../../src/commands/items/items.ts';
import { grantRole } from '../../../src/commands/people/accounts/enrolPerson.ts';
import { letPersonBack, removePerson } from '../../../src/commands/people/accounts/removePerson.ts';
import { createJournal } from '../../../src/storage/privacy/createJournal.ts';
import { type Cast, castOf } from '../../support/applicationSteps.ts';
import { issueLabel } from '../../support/issueLabel.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('rows that somebody changed in the database', () => {
  let service: TestService;
  let cast: Cast;
  let number: string;
  before(async () => {
    service = await testService('tampered-rows');
    cast = await castOf(service);
    ({ number } = await issueLabel(service, cast, 'holder'));
  });
  after(() => service.stop());

  const rows = (name: string) => service.connection.collection<{ _id: string }>(name);
  const faults = async () =>
    (await createJournal(service.connection).verify(['people', 'labels'])).faults.map(
      ({ stream, why }) => `${stream} ${why}`,
    );
  /** Changes a row as a person with access to the server would, looks, and puts it back. */
  const changed = async (name: string, id: string, change: object) => {
    const before = await rows(name).findOne({ _id: id });
    await rows(name).updateOne({ _id: id }, change);
    const found = await faults();
    await rows(name).replaceOne({ _id: id }, before ?? expect.fail(id));
    return found;
  };

  it('are roles and an access that no line gives', async () => {
    const { id } = cast.officer;
    const stream = `people/${id}`;
    expect(await faults()).to.deep.equal([]);
    const table: readonly (readonly [object, string])[] = [
      [{ $push: { roles: 'administrator' } }, 'rolesDiffer administrator'],
      [{ $set: { roles: [] } }, 'rolesDiffer officer'],
      [{ $set: { roles: ['chair'] } }, 'rolesDiffer officer, chair'],
      [{ $set: { removedAt: '2026-11-01T08:00:00.000Z' } }, 'accessDiffers'],
    ];
    for (const [change, why] of table)
      expect(await changed('people', id, change), why).to.deep.equal([`${stream} ${why}`]);
  });

  it('are not roles that were given, taken with the access, and proposed anew', async () => {
    const { deps } = service;
    const administrator = await service.person('first', 'administrator');
    const { id } = await service.person('second', 'officer');
    const person = async () => (await deps.store.person(id)) as Person;
    await grantRole(deps, { email: (await person()).email, role: 'reviewer' });
    const input = async () => ({ personId: id, revision: (await person()).revision });
    await removePerson({ ...deps, sessions: { endAll: async () => {} } }, administrator, await input());
    expect(await faults()).to.deep.equal([]);
    expect(await changed('people', id, { $set: { removedAt: null } })).to.deep.equal([
      `people/${id} accessDiffers`,
    ]);
    await letPersonBack(deps, administrator, await input());
    expect(await faults()).to.deep.equal([]);
  });

  it('are what the register shows of a label', async () => {
    const stream = `labels/${number}`;
    const table: readonly (readonly [object, string])[] = [
      [{ $set: { state: 'suspended' } }, 'registerDiffers state'],
      [{ $set: { standing: 'conditional' } }, 'registerDiffers standing'],
      [{ $set: { until: '2099-12-31' } }, 'registerDiffers until'],
      [{ $set: { since: '2020-01-01' } }, 'registerDiffers since'],
      [{ $set: { extendedUntil: '2099-12-31' } }, 'registerDiffers extendedUntil'],
      [{ $set: { revision: 7 } }, 'registerDiffers revision'],
      [{ $set: { successor: 'MIE-26-00001-X' } }, 'registerDiffers successor'],
      [{ $set: { history: [] } }, 'registerDiffers history'],
      [{ $set: { 'offers.0.name': 'Autre spécimen' } }, 'registerDiffers offers'],
    ];
    for (const [change, why] of table)
      expect(await changed('entries', number, change), why).to.deep.equal([`${stream} ${why}`]);
    expect(await changed('labels', number, { $set: { history: [] } })).to.deep.equal([
      `${stream} historyDiffers`,
    ]);
  });

  it('are a row of the register without a label, and a label without its row', async () => {
    const row = (await rows('entries').findOne({ _id: number })) ?? expect.fail(number);
    const forged = { ...row, _id: 'MIE-26-99999-X', specimen: false };
    await rows('entries').insertOne(forged);
    expect(await faults()).to.deep.equal([`labels/${forged._id} itemMissing`]);
    await rows('entries').deleteOne({ _id: forged._id });
    await rows('entries').deleteOne({ _id: number });
    expect(await faults()).to.deep.equal([`labels/${number} registerDiffers entry`]);
    await rows('entries').insertOne(row);
  });
});
