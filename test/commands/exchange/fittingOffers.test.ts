import { expect } from 'chai';
import { withdrawNeed } from '../../../src/commands/exchange/endNeed.ts';
import { tellFittingNeeds } from '../../../src/commands/exchange/tellFittingNeeds.ts';
import { fittingOffers } from '../../../src/commands/exchange/views/fittingOffers.ts';
import type { Need } from '../../../src/commands/items/need.ts';
import { bodyOf, ownAt, publishedNeed } from '../../support/exchangeSteps.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';

const livery = { name: 'Livraison à vélo', sheet: 'Des paniers et des colis, chaque semaine.' };
const entries = [
  entryNumbered(1, { offers: [livery, 'Réparation de vélos'], organisation: { commune: 'Genève' } }),
  entryNumbered(2, { offers: [livery], organisation: { commune: 'Carouge' } }),
  entryNumbered(3, { offers: ['Paniers de légumes', { name: 'Miel', sheet: 'En paniers.' }] }),
  entryNumbered(4, { offers: [livery], state: 'suspended' }),
  entryNumbered(5, { offers: [livery], until: '2026-11-01' }),
  entryNumbered(6, { offers: [livery], organisation: { id: 'seeks' } }),
  entryNumbered(7, { offers: ['Chaises'] }),
  entryNumbered(9, { offers: [{ name: 'Courses', category: 'deliveries' }] }),
];

describe('offers that fit a need', () => {
  let service: TestService;
  before(async () => {
    service = await testService('fitting-offers');
    await insertEntries(service.connection, entries);
  });
  after(() => service.stop());

  const fitting = (title: string, also: Partial<Pick<Need, 'text' | 'place' | 'category'>> = {}) => {
    const context = { needId: 'N', organisationId: 'seeks', dueAt: '', outcome: null };
    return fittingOffers(service.deps, { title, text: '', place: 'Carouge', ...also, context });
  };
  const offersFor = async (title: string, also: Parameters<typeof fitting>[1] = {}) => {
    const offers = await fitting(title, also);
    return offers.map(({ number, name }) => `${Number(number.slice(7, 12))} ${name}`);
  };

  it('have its words, of labels that hold and of others, near ones first', async () => {
    const text = 'Une livraison à vélo chaque semaine.';
    const found = await offersFor('Livrer 200 paniers', { text });
    expect(found.slice(0, 2)).to.deep.equal(['2 Livraison à vélo', '1 Livraison à vélo']);
    expect(found).to.have.members([
      ...['2 Livraison à vélo', '1 Livraison à vélo', '1 Réparation de vélos', '3 Paniers de légumes'],
    ]);
  });

  it('are of its category too, whatever they are called, and say what they have in common with it', async () => {
    expect(await offersFor('Autre chose', { category: 'deliveries' })).to.deep.equal(['9 Courses']);
    expect(await offersFor('Autre chose', { category: 'bread' })).to.deep.equal([]);
    const offers = await fitting('Des chaises', { category: 'deliveries', place: 'Carouge (GE)' });
    expect(offers.map(({ name, because }) => [name, because])).to.have.deep.members([
      ['Chaises', ['words', 'place']],
      ['Courses', ['category', 'place']],
    ]);
  });

  it('are told to their holders once a week, while the need is open', async () => {
    const { deps } = service;
    const holder = await bodyOf(service, 'holder');
    const seeks = await bodyOf(service, 'looks');
    const offers = [{ name: 'Traduction arabe', sheet: 'De vos lettres.' }];
    const organisation = { id: holder.organisationId };
    await insertEntries(service.connection, [entryNumbered(8, { offers, organisation })]);
    await publishedNeed(deps, seeks, { title: 'Une traduction en arabe' });
    const taken = await publishedNeed(deps, seeks, { title: 'Traduction de chansons' });
    const monday = new Date('2026-11-09T06:40:00.000Z');
    expect(await tellFittingNeeds(deps, new Date('2026-11-16T06:40:00.000Z'))).to.equal(0);
    const revision = async () => (await deps.store.organisation(holder.organisationId))?.revision;
    const read = await revision();
    expect(await tellFittingNeeds(deps, monday)).to.equal(1);
    expect(await revision(), 'an open form of the organisation').to.equal(read);
    expect(await tellFittingNeeds(deps, monday)).to.equal(0);
    await withdrawNeed(deps, seeks.owner, ownAt(taken));
    service.setClock(monday.toISOString());
    await service.work();
    const told = service.letters.filter(({ kind }) => kind === 'needsDigest');
    expect(told.map(({ to }) => to)).to.have.members([holder.owner.email, holder.editor.email]);
    expect(told[0]?.text).to.include('Une traduction en arabe · Carouge').and.not.include('chansons');
  });

  it('are none where no offer is called so', async () => {
    expect(await offersFor('Un toit pour la nuit')).to.deep.equal([]);
    expect(await offersFor('每周送两百个篮子')).to.deep.equal([]);
    expect(await offersFor('🚲')).to.deep.equal([]);
  });
});
