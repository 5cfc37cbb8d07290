import { expect } from 'chai';
import type { RegisterAnswer } from '../../../src/commands/register/searchRegister.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { registerView } from '../../../src/web/register/register.view.ts';
import { homeView } from '../../../src/web/site/home.view.ts';
import { offerView } from '../../../src/web/views/offer.view.ts';
import { realScheme } from '../../support/samples/realScheme.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';

const { fr, de } = createI18n();
const withdrawn = {
  ...specimenEntry,
  number: 'MIE-26-00041-F',
  state: 'withdrawn' as const,
  acceptsLeman: false,
  offers: [{ id: 'O3', name: 'Pain d’épices', type: 'food' as const, sheet: '', madeHere: null }],
};
const today = '2026-11-24';
const query = { text: '' };
const answer: RegisterAnswer = {
  entries: [specimenEntry, withdrawn],
  words: [],
  site: null,
  previous: null,
  next: null,
  counts: { total: 2, areAll: true, of: { place: [{ value: 'carouge', count: 2 }] } },
  places: new Map([['carouge', 'Carouge']]),
};
const withName = (name: string) => ({ id: name, name, type: 'food' as const, sheet: '', madeHere: null });
const word = (term: string) => ({
  typed: term,
  wanted: [{ term, written: term, rows: 1, ranked: {} }],
  instead: null,
});

describe('the register', () => {
  it('has a row for each offer that says the words, for every offer of a label whose other texts do', () => {
    const asked = registerView(
      { query, answer: { ...answer, words: [word('ecol')] }, today, isEmpty: false },
      fr,
    );
    expect(asked.results.map(({ name }) => name)).to.deep.equal([
      'Ateliers de boulangerie pour écoles',
      'Pain d’épices',
    ]);
    const { results } = registerView({ query, answer, today, isEmpty: false }, fr);
    const [bread, classes] = results;
    expect(bread).to.include({
      organisation: 'Boulangerie Spécimen, coopérative',
      where: '1227 Carouge',
      price: '6 francs le pain de 500 g',
      delivery: 'À vélo, à Carouge et en ville, par la boulangerie',
      contact: 'https://www.boulangerie-specimen.example/commander',
    });
    expect(bread?.facts).to.deep.equal(['Pain, farine et pâtisserie', '84 % fait ici', 'accepte le léman']);
    expect([bread?.status.word, bread?.until]).to.deep.equal([
      'Label valable',
      'jusqu’au 30 septembre 2029.',
    ]);
    expect(classes?.href).to.equal(`/fr/labels/${specimenEntry.number}/offers/OFFER2`);
    expect(classes).to.include({ price: '', delivery: '', contact: null, more: '' });
  });

  it('leaves out offers of a label that a filter is not about, and says how many they are', () => {
    const rows = (filter: object) =>
      registerView({ query: { ...query, ...filter }, answer, today, isEmpty: false }, fr).results.map(
        ({ name, more }) => [name, more],
      );
    const bread = ['Pain au levain de blé genevois', 'et 1 autre offre'];
    expect(rows({ category: 'bread' })[0]).to.deep.equal(bread);
    expect(rows({ category: 'food' })[0]).to.deep.equal(bread);
    expect(rows({ type: 'service' })[0]?.[0]).to.equal('Ateliers de boulangerie pour écoles');
  });

  it('shows four offers of a label at most, whatever else it covers', () => {
    const offers = ['A', 'B', 'C', 'D', 'E', 'F'].map(withName);
    const many = { ...answer, entries: [{ ...specimenEntry, offers }] };
    const { results } = registerView({ query, answer: many, today, isEmpty: false }, fr);
    expect(results.map(({ name, more }) => name + more)).to.deep.equal([
      'A',
      'B',
      'C',
      'Det 2 autres offres',
    ]);
  });

  it('marks invalid labels by word and shape', () => {
    const last = registerView({ query, answer, today, isEmpty: false }, fr).results.at(-1);
    expect(last?.valid).to.equal(false);
    expect(last?.status).to.include({ word: 'Label retiré', shape: 'struck' });
  });

  it('offers branches of categories, then what is in the chosen one', () => {
    const counts = {
      ...answer.counts,
      ...{ total: 2, areAll: true },
      of: { category: ['food', 'bread', 'knowledge', 'courses'].map((value) => ({ value, count: 1 })) },
    };
    const offered = (filter: object) =>
      registerView(
        { query: { ...query, ...filter }, answer: { ...answer, counts }, today, isEmpty: false },
        fr,
      ).filters.facets.flatMap(({ values }) => values.map(({ text }) => text));
    expect(offered({})).to.deep.equal(['Aliments et boissons', 'Apprendre, culture, loisirs']);
    expect(offered({ category: 'food' })).to.deep.equal(['Pain, farine et pâtisserie']);
    expect(offered({ category: 'bread' })).to.deep.equal([]);
  });

  it('shows ended labels when it is asked to, and says so', () => {
    const filtersOf = (filter: object) =>
      registerView({ query: { ...query, ...filter }, answer, today, isEmpty: false }, fr).filters;
    expect(filtersOf({}).ended).to.equal('/fr/register?valid=any');
    for (const filter of [{ valid: 'any' }, { status: 'expired' }])
      expect(filtersOf(filter).ended, JSON.stringify(filter)).to.equal(null);
    expect(filtersOf({ valid: 'any' }).active[0]).to.include({
      text: 'Aussi les labels échus, retirés ou remplacés',
      href: '/fr/register',
    });
  });

  it('offers further filters, and the removal of active ones', () => {
    const { filters } = registerView(
      { query: { ...query, text: 'pain', type: 'food' }, answer, today, isEmpty: false },
      fr,
    );
    expect(filters.active).to.deep.equal([
      { text: 'Aliment', remove: 'Retirer le filtre «\u00a0Aliment\u00a0»', href: '/fr/register?q=pain' },
    ]);
    expect(filters.facets).to.deep.equal([
      {
        title: 'Commune',
        values: [{ text: 'Carouge', count: '2', href: '/fr/register?q=pain&type=food&place=carouge' }],
      },
    ]);
    expect(filters.kept).to.deep.equal([{ name: 'type', value: 'food' }]);
  });

  it('offers help without results', () => {
    const none = { ...answer, entries: [], words: [word('pain'), { ...word('xyz'), wanted: [] }] };
    const view = registerView(
      { query: { ...query, text: 'pain xyz', leman: 'yes' }, answer: none, today, isEmpty: false },
      fr,
    );
    expect(view.notes).to.deep.equal(['Aucun mot du registre ne ressemble à «\u00a0xyz\u00a0».']);
    expect(view.steps.map(({ href }) => href)).to.deep.equal([
      '/fr/register?q=pain&leman=yes',
      '/fr/register?q=pain+xyz&valid=any&leman=yes',
      '/fr/register?q=pain+xyz',
      '/fr/register',
      '/fr/register/places',
    ]);
  });

  it('says which corrected word it searched', () => {
    const words = [{ ...word('levain'), typed: 'levian', instead: 'levain' }];
    expect(
      registerView({ query, answer: { ...answer, words }, today, isEmpty: false }, fr).notes,
    ).to.deep.equal([
      'Le registre ne connaît pas «\u00a0levian\u00a0». Voici les résultats pour «\u00a0levain\u00a0».',
    ]);
  });
});

describe('an offer in a list', () => {
  it('shows what is known, and nothing else', () => {
    const of = (entry: typeof withdrawn | typeof specimenEntry) =>
      offerView(entry.offers[0] as (typeof entry.offers)[number], entry, fr).line;
    expect(of(specimenEntry)).to.equal('Aliment · 84 % fait ici · accepte le léman');
    expect(of(withdrawn)).to.equal('Aliment');
  });
});

describe('the front page', () => {
  it('counts the questions of the open criteria and links the latest labels', () => {
    const { scheme } = realScheme();
    const view = homeView({ entries: [specimenEntry], scheme }, de);
    expect(view.questions).to.equal(scheme.criteria.length);
    expect(view.latest[0]).to.include({
      href: `/de/labels/${specimenEntry.number}`,
      pictogram: 'bread',
      organisation: 'Boulangerie Spécimen, coopérative',
    });
  });
});
