import { expect } from 'chai';
import { requireVisible } from '../../../src/commands/common/requireVisible.ts';
import type { Cursor } from '../../../src/commands/ports/registerPorts.ts';
import { labelsOfSites } from '../../../src/commands/register/labelsOfSites.ts';
import { listPlaces } from '../../../src/commands/register/listPlaces.ts';
import {
  type RegisterAnswer,
  type RegisterQuery,
  searchRegister,
} from '../../../src/commands/register/searchRegister.ts';
import { placesWithin } from '../../../src/register/places/distance.ts';
import { findPlace } from '../../../src/register/places/places.ts';
import { profiled } from '../../support/run/profiled.ts';
import { queryPlan } from '../../support/run/queryPlan.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';

const entries = [
  entryNumbered(1, { name: 'Boulangerie du Rhône', offers: ['Pain au levain', 'Ateliers'] }),
  entryNumbered(2, {
    name: 'Café des Pains',
    offers: ['Repas de midi'],
    organisation: { commune: 'Genève' },
  }),
  entryNumbered(3, {
    name: 'La Ferme',
    offers: [{ name: 'Panier de légumes', sheet: 'Du pain et des légumes du jardin.' }],
    acceptsLeman: false,
  }),
  entryNumbered(4, { name: 'Le Four', offers: ['Pains de seigle'], state: 'suspended' }),
  entryNumbered(5, { name: 'Atelier Vélo', offers: [{ name: 'Réparation de vélos', type: 'service' }] }),
  entryNumbered(6, { name: 'Le Vieux Four', offers: ['Pain de maïs'], until: '2026-11-01' }),
  entryNumbered(7, {
    name: 'Meublerie',
    offers: ['Chaises'],
    organisation: { sector: 'trade', commune: 'GENEVE' },
  }),
];

describe('the search of the register', () => {
  let service: TestService;
  before(async () => {
    service = await testService('register-search');
    await insertEntries(service.connection, entries);
  });
  after(() => service.stop());

  const ask = (asked: Partial<RegisterQuery>): Promise<RegisterAnswer> =>
    searchRegister(service.deps, { text: '', ...asked }, { page: null, counted: true });
  const running = ({ entries: found }: RegisterAnswer) =>
    found.map(({ number }) => Number(number.slice(7, 12)));
  const numbers = async (asked: Partial<RegisterQuery>) => running(await ask(asked));

  it('ranks offers before organisations before the rest, then valid labels, then the newest', async () => {
    expect(await numbers({ text: 'pain' })).to.deep.equal([6, 1, 4, 2, 3]);
  });

  it('lists all for an empty query, valid labels and the newest first', async () => {
    expect(await numbers({})).to.deep.equal([7, 6, 5, 3, 2, 1, 4]);
  });

  it('pages forward and back from every entry in the same order, across ranks and states', async () => {
    const { store } = service.deps;
    const words = [await store.knownTerms(['pain'])];
    const question = { words, filters: [], validOn: null };
    const walk = async (back: boolean, start: Cursor | null) => {
      const seen: Cursor[] = [];
      for (let from = start; ; ) {
        const [next] = await store.searchPage(question, { from, back, limit: 1 });
        if (!next) return seen;
        seen.push(next);
        from = next;
      }
    };
    const forth = await walk(false, null);
    expect(forth.map(({ number }) => Number(number.slice(7, 12)))).to.deep.equal([6, 1, 4, 2, 3]);
    expect(await walk(true, requireVisible(forth.at(-1)))).to.deep.equal(forth.slice(0, -1).reverse());
    const stretch = { from: requireVisible(forth[3]), back: true, limit: 2 };
    expect(await store.searchPage(question, stretch)).to.deep.equal(forth.slice(1, 3));
  });

  it('requires every word, wherever it stands', async () => {
    expect(await numbers({ text: 'boulangeries PAIN' })).to.deep.equal([1]);
    expect(await numbers({ text: 'pain légume' })).to.deep.equal([3]);
    expect(await numbers({ text: 'pain chaise' })).to.deep.equal([]);
    expect(await numbers({ text: 'geneve' })).to.deep.equal([7, 2]);
  });

  it('matches a prefix for the last word', async () => {
    expect(await numbers({ text: 'pain boulang' })).to.deep.equal([1]);
    expect(await numbers({ text: 'boulang pain' }), 'not of others').to.deep.equal([]);
  });

  it('tolerates one typo and says what it searched instead', async () => {
    const answer = await ask({ text: 'lévian' });
    expect(running(answer)).to.deep.equal([1]);
    expect(answer.words).to.have.length(1);
    expect(answer.words[0]).to.include({ typed: 'lévian', instead: 'levain' });
    expect(await numbers({ text: 'xyzxyz' })).to.deep.equal([]);
    expect(await numbers({ text: '🍞', place: 'geneve' }), 'no word at all').to.deep.equal([]);
  });

  it('narrows down by every filter, alone and with words', async () => {
    expect(await numbers({ place: 'geneve' })).to.deep.equal([7, 2]);
    expect(await numbers({ text: 'chaise', place: 'geneve' })).to.deep.equal([7]);
    expect(await numbers({ type: 'service' })).to.deep.equal([5]);
    expect(await numbers({ theme: 'trade' })).to.deep.equal([7]);
    expect(await numbers({ text: 'pain', leman: 'yes' })).to.deep.equal([6, 1, 4, 2]);
    expect(await numbers({ status: 'suspended' })).to.deep.equal([4]);
    expect(await numbers({ form: 'foundation' })).to.deep.equal([]);
    expect(await numbers({ text: 'pain', valid: 'yes' }), 'not after the last day').to.deep.equal([1, 2, 3]);
  });

  it('counts what each filter would leave, on the day of the answer', async () => {
    const { counts } = await ask({ text: 'pain' });
    expect(counts).to.include({ total: 5, areAll: true });
    expect(counts?.of.status).to.deep.equal([
      { value: 'active', count: 3 },
      { value: 'expired', count: 1 },
      { value: 'suspended', count: 1 },
    ]);
    expect(counts?.of.leman).to.deep.equal([{ value: 'yes', count: 4 }]);
    expect((await ask({})).counts?.of.place?.[1]).to.deep.equal({ value: 'geneve', count: 2 });
  });

  it('lists communes once each by name, in any spelling', async () => {
    expect(await listPlaces(service.deps)).to.deep.equal([
      { place: 'carouge', name: 'Carouge', count: 4 },
      { place: 'geneve', name: 'Genève', count: 2 },
    ]);
  });

  it('finds the current version of an entry only', async () => {
    const renamed = entryNumbered(1, { name: 'Fournil', offers: ['Tourtes'] });
    await insertEntries(service.connection, [renamed]);
    const term = { store: service.deps.store, terms: ['levain', 'tourt'] };
    expect((await term.store.knownTerms(term.terms)).map((one) => [one.term, one.rows])).to.deep.equal([
      ['tourt', 1],
    ]);
    expect([await numbers({ text: 'levain' }), await numbers({ text: 'tourte' })]).to.deep.equal([[], [1]]);
    await insertEntries(service.connection, entries);
    expect(await numbers({ text: 'levain' })).to.deep.equal([1]);
  });

  it('asks the database nothing for no number, no term and no site', async () => {
    const { deps, connection } = service;
    const asked = await profiled(connection, async () => {
      expect(await deps.store.entriesWith([])).to.deep.equal([]);
      expect(await deps.store.knownTerms([])).to.deep.equal([]);
      expect((await labelsOfSites(deps, [])).size).to.equal(0);
    });
    expect(asked).to.deep.equal([]);
  });

  it('reads indexes for every query', async () => {
    const all: Partial<RegisterQuery>[] = [
      {},
      { text: 'pain' },
      { text: 'pain leg' },
      { text: 'levian' },
      { text: 'St. Genf Brot' },
      { valid: 'yes' },
      { text: 'pain', place: 'carouge', type: 'food', leman: 'yes', form: 'cooperative', theme: 'food' },
      { status: 'active', valid: 'yes' },
      { place: '1004', within: '10' },
      { text: 'pain', place: '1004', within: '10', valid: 'yes' },
    ];
    // As many places as a distance can have.
    const lausanne = requireVisible(findPlace('1004'));
    const around = placesWithin(lausanne, 10).map(({ postcode, name }, i) =>
      entryNumbered(300 + i, { offers: ['Pain'], organisation: { postcode, commune: name } }),
    );
    await insertEntries(service.connection, around);
    const asked = await profiled(service.connection, async () => {
      for (const one of all) await ask(one);
      await listPlaces(service.deps);
    });
    const answers = await Promise.all(asked.map((one) => queryPlan(service.connection, one)));
    expect(answers.length).to.be.greaterThan(20);
    for (const { question, stages } of answers) {
      expect(stages, question).to.not.include('COLLSCAN');
      expect(stages.join(' '), question).to.not.include('SORT ');
    }
  });
});
