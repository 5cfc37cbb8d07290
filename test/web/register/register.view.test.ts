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
const word = (term: string) => ({
  typed: term,
  wanted: [{ term, written: term, rows: 1, ranked: {} }],
  instead: null,
});

describe('the register', () => {
  it('says each label in one sentence, the requested offers first', () => {
    const [first] = registerView(
      { query, answer: { ...answer, words: [word('ecol')] }, today, isEmpty: false },
      fr,
    ).results;
    expect(first?.offers.map(({ name }) => name)).to.deep.equal([
      'Ateliers de boulangerie pour écoles',
      'Pain au levain de blé genevois',
    ]);
    expect(first).to.include({
      organisation: 'Boulangerie Spécimen, coopérative',
      where: ', Carouge\u00a0: ',
    });
    expect([first?.status.word, first?.until]).to.deep.equal([
      'Label valable',
      'jusqu’au 30 septembre 2029.',
    ]);
    expect(first?.offers[0]?.href).to.equal(`/fr/labels/${specimenEntry.number}/offers/OFFER2`);
  });

  it('marks invalid labels by word and shape', () => {
    const [, last] = registerView({ query, answer, today, isEmpty: false }, fr).results;
    expect(last?.valid).to.equal(false);
    expect(last?.status).to.include({ word: 'Label retiré', shape: 'struck' });
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
      'Le registre ne connaît pas «\u00a0levian\u00a0». Voici ce qui répond à «\u00a0levain\u00a0».',
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
