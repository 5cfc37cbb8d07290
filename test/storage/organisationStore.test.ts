import { expect } from 'chai';
import { migrateDatabase } from '../../src/storage/migrate.ts';
import { founded } from '../support/organisations.ts';
import { profiled } from '../support/profiled.ts';
import { type TestService, testService } from '../support/service.ts';

describe('looking for organisations, invitations and people', () => {
  let service: TestService;
  before(async () => {
    service = await testService('organisation-store');
    const owner = await service.person('owner');
    for (let i = 0; i < 30; i += 1) {
      await founded(service.deps, owner, { name: `Spécimen ${i % 15}`, identifier: '' });
      await service.person(`person-${i}`);
    }
    await founded(service.deps, owner, {});
    await founded(service.deps, owner, { name: 'Autre', postcode: '1003' });
  });
  after(() => service.stop());

  /** How the server went about each read of some work, as it says itself, e.g. `IXSCAN { name: 1 }`. */
  const plansOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    const noted = await profiled(service.connection, work);
    return noted.flatMap(({ planSummary }) => planSummary ?? []);
  };

  it('walks indexes only', async () => {
    const { store } = service.deps;
    const someone = await store.personByEmail('person-3@specimen.example');
    if (!someone) throw new Error('nobody');
    const reads: [string, () => Promise<unknown>][] = [
      ['duplicates', () => store.duplicates(50)],
      ['duplicates under a view', () => store.seenBy({ except: ['x'] }).duplicates(50)],
      ['invitations of an organisation', () => store.invitationsOf('x')],
      ['invitations to an address', () => store.invitationsTo('x@specimen.example')],
      ['reviews of an organisation', () => store.reviewsTowards('x')],
      ['people', () => store.people('', 50)],
      ['people by a beginning', () => store.people('spécimen p', 50)],
      ['the next page of people', () => store.people('spécimen p', 50, someone)],
    ];
    for (const [name, read] of reads) {
      const plans = await plansOf(read);
      expect(plans, name).not.to.deep.equal([]);
      for (const plan of plans) expect(plan, name).to.match(/^IXSCAN|^EOF|^IDHACK/);
    }
  });

  it('finds registrations that look alike, once each, and none outside the view', async () => {
    const groups = await service.deps.store.duplicates(50);
    expect(groups.map((group) => group.length)).to.deep.equal([...Array(15).fill(2), 2]);
    expect(new Set(groups.flat().map(({ id }) => id)).size).to.equal(32);
    const [hidden] = groups[0] ?? [];
    const seen = await service.deps.store.seenBy({ except: [hidden?.id ?? ''] }).duplicates(50);
    expect(seen).to.have.length(15);
    expect(await service.deps.store.duplicates(3)).to.have.length(3);
  });

  it('gives organisations of before a region that nobody has said', async () => {
    const organisations = service.connection.collection<{ _id: string }>('organisations');
    const old = { _id: 'OLD', name: 'Ancienne', revision: 1, identifier: '', postcode: '1200' };
    await organisations.insertOne(old);
    await service.connection
      .collection<{ _id: string }>('migrations')
      .deleteOne({ _id: '0006-organisations' });
    await migrateDatabase(service.connection);
    expect(await organisations.findOne({ _id: 'OLD' })).to.deep.equal({
      ...old,
      region: null,
      formerNames: [],
      mergedInto: null,
    });
  });
});
