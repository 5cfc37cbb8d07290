import { expect } from 'chai';
import { createI18n } from '../../src/i18n/i18n.ts';
import { offerLine, offerSays } from '../../src/i18n/offerWords.ts';

describe('an offer in words', () => {
  const { fr } = createI18n();
  const bread = { name: 'Pain', type: 'food', sheet: 'Un pain.' } as const;

  it('says its type in the line beside its name', () => {
    expect(offerLine(bread, fr)).to.equal('Aliment');
  });

  it('says its sheet under the name of the field, and nothing where it has none', () => {
    expect(offerSays(bread, 'text', fr)).to.deep.equal([{ term: 'Fiche simple', text: 'Un pain.' }]);
    expect(offerSays({ ...bread, sheet: '' }, 'text', fr)).to.deep.equal([]);
  });
});
