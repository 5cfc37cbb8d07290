import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Cursor, Question } from '../../../src/commands/ports/registerPorts.ts';
import { placesWithin } from '../../../src/register/places/distance.ts';
import { findPlace } from '../../../src/register/places/places.ts';
import { whereTerm } from '../../../src/register/searchRow.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';

const bread = { offers: ['Pain'] };
const at = (postcode: string) => ({ organisation: { postcode, commune: 'Genève' } });
/** By how near it is, what is called so, whether it holds, and its number. */
const inOrder = [9, 2, 7, 4, 3, 8, 1];
const entries = [
  entryNumbered(1, { ...bread, ...at('1208') }),
  entryNumbered(2, { ...at('1204'), name: 'Les Pains' }),
  entryNumbered(3, { ...bread, ...at('1205'), state: 'suspended' }),
  entryNumbered(4, { ...bread, ...at('1205') }),
  entryNumbered(5, { ...bread, ...at('1209') }),
  entryNumbered(6, { offers: ['Vélos'], ...at('1204') }),
  entryNumbered(7, { ...bread, ...at('1205') }),
  entryNumbered(8, { ...at('1201'), offers: [{ name: 'Panier', sheet: 'Du pain.' }] }),
  entryNumbered(9, { ...bread, ...at('1204') }),
];

describe('a search within a distance', () => {
  let service: TestService;
  let read: Question;
  before(async () => {
    service = await testService('nearest-rows');
    await insertEntries(service.connection, entries);
    const { store } = service.deps;
    const near = placesWithin(requireVisible(findPlace('1204')), 2).map((place) => whereTerm(place));
    const terms = await store.knownTerms(near);
    read = {
      words: [await store.knownTerms(['pain'])],
      filters: [],
      around: near.flatMap((place) => terms.find(({ term }) => term === place) ?? []),
      validOn: null,
    };
  });
  after(() => service.stop());

  /** What asks for place after place: a word and places that very many have. */
  const common = (): Question => {
    const many = <Term extends { readonly ranked: object }>(term: Term) => ({
      ...term,
      rows: 90_000,
      ranked: { 1: 90_000, 2: 90_000, 3: 90_000 },
    });
    return {
      ...read,
      words: read.words.map((word) => word.map(many)),
      around: (read.around ?? []).map(many),
    };
  };
  const nth = ({ number }: Cursor) => Number(number.slice(7, 12));

  for (const [way, question] of [
    ['that reads all and puts them in order', () => read],
    ['that goes by the index from place to place', common],
  ] as const)
    it(`pages forward and back from the nearest to the farthest, in a search ${way}`, async () => {
      const { store } = service.deps;
      const all = await store.searchPage(question(), { from: null, back: false, limit: 50 });
      expect(all.map(nth)).to.deep.equal(inOrder);
      for (const [i, from] of all.entries()) {
        const page = async (back: boolean) =>
          (await store.searchPage(question(), { from, back, limit: 2 })).map(nth);
        expect(await page(false), `after ${i}`).to.deep.equal(inOrder.slice(i + 1, i + 3));
        expect(await page(true), `before ${i}`).to.deep.equal(inOrder.slice(Math.max(0, i - 2), i));
      }
    });

  it('leaves out what does not hold on the day, in both', async () => {
    for (const question of [read, common()]) {
      const found = await service.deps.store.searchPage(
        { ...question, validOn: '2026-11-24' },
        { from: null, back: false, limit: 50 },
      );
      expect(found.map(nth)).to.deep.equal(inOrder.filter((n) => n !== 3));
    }
  });
});
