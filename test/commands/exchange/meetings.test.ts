import { expect } from 'chai';
import { listMeetings } from '../../../src/commands/exchange/views/listMeetings.ts';
import { bodyOf, publishedNeed } from '../../support/exchangeSteps.ts';
import { refusalOf } from '../../support/refusal.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';

describe('who could meet whom', () => {
  let service: TestService;
  before(async () => {
    service = await testService('meetings');
    const mobility = { sector: 'mobility' } as const;
    await insertEntries(service.connection, [
      entryNumbered(1, { offers: ['Livraison à vélo'], organisation: mobility }),
      entryNumbered(2, { offers: ['Paniers remplis'], organisation: mobility }),
      entryNumbered(3, { offers: [{ name: 'Vente', category: 'produce' }], organisation: { sector: null } }),
    ]);
  });
  after(() => service.stop());

  it('is told to officers, by the sectors of who seeks and who has, most needs first', async () => {
    const { deps } = service;
    const text = 'Bientôt.';
    const seeks = await bodyOf(service, 'seeks');
    await publishedNeed(deps, seeks, { title: 'Une livraison', text });
    await publishedNeed(deps, seeks, { title: 'Des paniers', text, category: 'produce' });
    await publishedNeed(deps, seeks, { title: 'Un toit', text });
    for (const by of [seeks.owner, await service.person('reviewer', 'reviewer')])
      expect(await refusalOf(listMeetings(deps, by))).to.equal('forbidden');
    const groups = await listMeetings(deps, await service.person('officer', 'officer'));
    const sector = (await deps.store.organisation(seeks.organisationId))?.sector ?? null;
    expect(groups.map((group) => [group.seeks, group.has, group.meets.length])).to.deep.equal([
      [sector, 'mobility', 2],
      [sector, null, 1],
    ]);
    expect(
      groups[0]?.meets.map(({ need, offers }) => [need.title, offers.map(({ name }) => name)]),
    ).to.deep.equal([
      ['Des paniers', ['Paniers remplis']],
      ['Une livraison', ['Livraison à vélo']],
    ]);
    expect(groups[0]?.meets[0]?.need.organisation).to.equal('Spécimen seeks');
  });
});
