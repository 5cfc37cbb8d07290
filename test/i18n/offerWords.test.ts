import { expect } from 'chai';
import { languages } from '../../src/criteria/scheme.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { offerLine, offerSays } from '../../src/i18n/offerWords.ts';

describe('an offer in words', () => {
  const i18n = createI18n();
  const { fr } = i18n;
  const bread = { name: 'Pain', type: 'food', sheet: 'Un pain.' } as const;

  it('says its type in the line beside its name', () => {
    expect(offerLine(bread, fr)).to.equal('Aliment');
  });

  it('says its sheet under the name of the field, and nothing where it has none', () => {
    const said = { field: 'sheet', term: 'Fiche simple', text: 'Un pain.' };
    expect(offerSays(bread, 'text', fr)).to.deep.equal([said]);
    expect(offerSays({ ...bread, sheet: '' }, 'text', fr)).to.deep.equal([]);
  });

  it('is asked for under a heading that lists no fields: whoever looks for another one opens it too', () => {
    for (const language of languages)
      expect(i18n[language].t('applicant.offers.described')).to.not.include(',');
  });
});
