import { expect } from 'chai';
import { homeView } from '../../../src/web/presenters/home.ts';
import { registerView } from '../../../src/web/presenters/register.ts';
import { createI18n } from '../../../src/words/i18n.ts';
import { realScheme } from '../../support/realScheme.ts';
import { specimenEntry } from '../../support/specimenEntry.ts';

const { fr, de } = createI18n();
const withdrawn = {
  ...specimenEntry,
  number: 'MIE-26-00041-F',
  state: 'withdrawn' as const,
  acceptsLeman: false,
  offers: [{ id: 'O3', name: 'Pain d’épices', type: 'food' as const, sheet: '', madeHere: null }],
};
const asked = { query: '', leman: false, type: '', entries: [withdrawn, specimenEntry], today: '2026-11-24' };

describe('the register', () => {
  it('lists offers, those of a valid label first', () => {
    const { results, count } = registerView(asked, fr);
    expect(results.map(({ name, valid }) => [name, valid])).to.deep.equal([
      ['Pain au levain de blé genevois', true],
      ['Ateliers de boulangerie pour écoles', true],
      ['Pain d’épices', false],
    ]);
    expect(count).to.equal('3 offres');
  });

  it('puts the offers that were asked for by name before their neighbours', () => {
    const { results } = registerView({ ...asked, query: 'ÉCOLES' }, fr);
    expect(results[0]?.name).to.equal('Ateliers de boulangerie pour écoles');
  });

  it('keeps one type of offer, and shows which', () => {
    const view = registerView({ ...asked, type: 'service' }, fr);
    expect(view.results.map(({ name }) => name)).to.deep.equal(['Ateliers de boulangerie pour écoles']);
    expect(view.types.filter(({ current }) => current).map(({ value }) => value)).to.deep.equal(['service']);
  });

  it('says of an offer what is known of it, and nothing that is not', () => {
    const [first, , last] = registerView(asked, fr).results;
    expect(first?.line).to.equal('Aliment · 84 % fait ici · accepte le léman');
    expect(last?.line).to.equal('Aliment');
    expect(first?.href).to.equal(`/fr/labels/${specimenEntry.number}`);
  });
});

describe('the front page', () => {
  it('counts the questions of the open criteria and links the latest labels', () => {
    const { scheme } = realScheme();
    const view = homeView({ entries: [specimenEntry], scheme }, de);
    expect(view.steps[0]?.text).to.include(`${scheme.criteria.length} Fragen`);
    expect(view.latest[0]).to.include({
      href: `/de/labels/${specimenEntry.number}`,
      pictogram: 'bread',
      organisation: 'Boulangerie Spécimen, coopérative',
    });
  });
});
