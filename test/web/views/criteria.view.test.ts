import { expect } from 'chai';
import { categories } from '../../../src/criteria/category.ts';
import { offerTypes } from '../../../src/criteria/offer.ts';
import { languages } from '../../../src/criteria/scheme.ts';
import { createI18n } from '../../../src/i18n/i18n.ts';
import { criteriaView } from '../../../src/web/views/criteria.view.ts';
import { criterionView } from '../../../src/web/views/criterion.view.ts';
import { offerPictogram } from '../../../src/web/views/offer.view.ts';
import { drawing } from '../../../templates/components/pictogram.ts';
import { realScheme } from '../../support/samples/realScheme.ts';

const i18n = createI18n();
const { scheme, texts } = realScheme();

/** The page of one criterion, in French by default. */
function criterion(id: string, language: (typeof languages)[number] = 'fr') {
  const found = scheme.criteria.find((known) => known.id === id);
  if (!found) throw new Error(`no criterion ${id}`);
  return criterionView({ scheme, text: texts[language], criterion: found }, i18n[language]);
}

describe('the pages of criteria', () => {
  for (const language of languages) {
    it(`show every theme, criterion and exclusion in ${language}`, () => {
      const view = criteriaView({ scheme, text: texts[language] }, i18n[language]);
      expect(view.themes.map(({ id }) => id)).to.deep.equal(scheme.themes.map(({ id }) => id));
      expect(view.themes.flatMap(({ criteria }) => criteria).length).to.equal(scheme.criteria.length);
      expect(view.exclusions.length).to.equal(scheme.exclusions.length);
      for (const { id } of scheme.criteria) {
        const page = criterion(id, language);
        expect(page.levels.length, id).to.equal(5);
        expect(page.evidence.length, id).to.be.greaterThan(0);
        expect(
          page.figure?.parts.some(({ text }) => /^[FO]\d\d$/.test(text)),
          id,
        ).to.not.equal(true);
      }
    });
  }

  it('mark the compulsory level, and when it is due', () => {
    const page = criterion('LUC-03');
    expect(page.minimum).to.deep.include({ level: 2, due: 'first' });
    expect(page.levels.filter(({ due }) => due).map(({ level }) => level)).to.deep.equal(['2']);
    expect(criterion('LUC-04').minimum?.due).to.equal('renewal');
    expect(criterion('LUC-05').minimum).to.equal(undefined);
  });

  it('write a formula with the names of its figures, and draw its thresholds', () => {
    const { figure } = criterion('LUC-01');
    expect(figure?.parts.map(({ text }) => text).filter((text) => text.length === 1)).to.deep.equal([
      '(',
      '−',
      ')',
      '÷',
    ]);
    expect(figure?.formula).to.include('Bénéfice total des 3 dernières années');
    expect(figure?.bar.ticks.map(({ text }) => text)).to.deep.equal(['25 %', '51 %', '75 %', '100 %']);
    expect(criterion('FIN-01').figure).to.equal(null);
  });

  it('link the previous and the next criterion, in reading order', () => {
    expect(criterion('FIN-01').previous).to.equal(null);
    expect(criterion('FIN-01').next?.href).to.equal('/fr/criteria/1.1.0/FIN-02');
    expect(criterion('LUC-01').previous?.href).to.equal('/fr/criteria/1.1.0/FIN-04');
    expect(criterion(scheme.criteria.at(-1)?.id ?? '').next).to.equal(null);
  });
});

describe('the pictograms', () => {
  it('exist for every word, theme, type and category of offer', () => {
    const themes = criteriaView({ scheme, text: texts.fr }, i18n.fr).themes.map(({ pictogram }) => pictogram);
    const types = offerTypes.map((type) => offerPictogram({ type }));
    const inCategories = categories.map((category) => offerPictogram({ type: 'service', category }));
    const wanted = [
      ...scheme.glossary.map(({ pictogram }) => pictogram),
      ...themes,
      ...types,
      ...inCategories,
    ];
    expect(wanted.filter((name) => !drawing(name))).to.deep.equal([]);
    expect(themes, 'each theme has its own').to.deep.equal([...new Set(themes)]);
  });
});
