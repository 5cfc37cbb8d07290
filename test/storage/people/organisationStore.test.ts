import { expect } from 'chai';
import { registerSpecimen } from '../../support/organisations.ts';
import { profiled } from '../../support/run/profiled.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { specimen } from '../../support/samples/specimen.ts';

describe('looking for organisations, invitations and people', () => {
  let service: TestService;
  before(async () => {
    service = await testService('organisation-store');
    const owner = await service.person('owner');
    for (let i = 0; i < 30; i += 1) {
      const someone = await service.person(`person-${i}`);
      await registerSpecimen(service.deps, someone, { name: `Spécimen ${i % 15}`, identifier: '' });
    }
    await registerSpecimen(service.deps, owner, {});
    await registerSpecimen(service.deps, owner, { name: 'Autre', postcode: '1003' });
  });
  after(() => service.stop());

  /** How the server went about each read of some work, as it says itself, e.g. `IXSCAN { name: 1 }`. */
  const plansOf = async (work: () => Promise<unknown>): Promise<string[]> => {
    const noted = await profiled(service.connection, work);
    return noted.flatMap(({ planSummary }) => planSummary ?? []);
  };

  it('reads indexes only', async () => {
    const { store } = service.deps;
    const someone = await store.personByEmail('person-3@specimen.example');
    if (!someone) throw new Error('nobody');
    const reads: [string, () => Promise<unknown>][] = [
      ['duplicates', () => store.duplicates(50)],
      ['duplicates under a view', () => store.seenBy({ except: ['x'] }).duplicates(50)],
      ['organisations of a name', () => store.organisationsCalled('Spécimen 1', 10)],
      [
        'organisations of a name under a view',
        () => store.seenBy({ except: ['x'] }).organisationsCalled('Autre', 10),
      ],
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

  it('finds similar registrations, once each, and none outside the view', async () => {
    const groups = await service.deps.store.duplicates(50);
    expect(groups.map((group) => group.organisations.length)).to.deep.equal([...Array(15).fill(2), 2]);
    expect(new Set(groups.flatMap(({ organisations }) => organisations.map(({ id }) => id))).size).to.equal(
      32,
    );
    const [hidden] = groups[0]?.organisations ?? [];
    const seen = await service.deps.store.seenBy({ except: [hidden?.id ?? ''] }).duplicates(50);
    expect(seen).to.have.length(15);
    expect(await service.deps.store.duplicates(3)).to.have.length(3);
  });

  it('returns the first of a large group, once, with its size', async () => {
    const { deps } = service;
    const [many, one] = [await service.person('many'), await service.person('one')];
    const same = { name: 'Remplie', identifier: '', postcode: '1260' };
    const ids: string[] = [];
    for (let i = 0; i < 12; i += 1) ids.push(await registerSpecimen(deps, many, same));
    const mine = async (store = deps.store) =>
      (await store.duplicates(50)).filter(({ organisations }) => organisations[0]?.postcode === '1260');
    const shown = async (store = deps.store) =>
      (await mine(store)).map(({ organisations, count }) => [organisations.map(({ id }) => id), count]);
    expect(await shown()).to.deep.equal([[ids.slice(0, 10), 12]]);
    const [hidden = '', ...seen] = ids;
    expect(await shown(deps.store.seenBy({ except: [hidden] }))).to.deep.equal([[seen.slice(0, 10), 11]]);
    const named = { ...same, identifier: specimen.organisation.identifier };
    const both = [await registerSpecimen(deps, one, named), await registerSpecimen(deps, one, named)];
    const groups = await deps.store.duplicates(50);
    const alike = groups.filter(({ organisations }) => organisations.some(({ id }) => both.includes(id)));
    expect(
      alike.map(({ count }) => count),
      'those of a number, though the names are many',
    ).to.deep.equal([4]);
  });

  it('returns both of two similar groups when one of them goes on', async () => {
    const { deps } = service;
    const many = await service.person('numbered');
    const same = { name: 'Numérotée', identifier: '732 829 320', postcode: '1263' };
    for (let i = 0; i < 12; i += 1) {
      await registerSpecimen(deps, many, { ...same, identifier: i < 10 ? same.identifier : '' });
    }
    const groups = await deps.store.duplicates(50);
    const mine = groups.filter(({ organisations }) => organisations[0]?.postcode === '1263');
    expect(mine.map(({ count }) => count)).to.deep.equal([10, 12]);
  });
});
