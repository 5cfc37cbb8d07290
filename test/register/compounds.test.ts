import { expect } from 'chai';
import { compoundEnds, compoundsIn } from '../../src/register/compounds.ts';
import { termOf } from '../../src/register/termOf.ts';
import { entryNumbered } from '../support/samples/insertEntries.ts';

const endsWith = (compound: string, end: string) => compoundEnds(compound).includes(termOf(end));

describe('a German compound', () => {
  it('is found by its last word, also where that word has another stem', () => {
    for (const [compound, end] of [
      ['ziegenkase', 'kase'],
      ['roggenbrot', 'brote'],
      ['weizenbier', 'bier'],
      ['milchreis', 'reis'],
      ['gastehauser', 'haus'],
      ['veloreparaturen', 'reparatur'],
      ['bioladen', 'laden'],
    ] as const)
      expect(endsWith(compound, end), compound).to.equal(true);
  });

  it('is found by its first word', () => {
    for (const [word, end] of [
      ['schwein', 'wein'],
      ['preis', 'reis'],
      ['brot', 'brot'],
      ['modeschau', 'haus'],
    ] as const)
      expect(endsWith(word, end), word).to.equal(false);
    expect(compoundEnds('rat')).to.deep.equal([]);
  });

  it('is split in offers only, not in names of organisations', () => {
    const said = {
      offers: [{ name: 'Ziegenkäse', sheet: 'Der Käse aus Bergmilch.' }],
      name: 'Commerce équitable',
      organisation: { commune: 'Annemasse' },
    };
    const words = (language: 'de' | 'fr') =>
      compoundsIn(entryNumbered(1, { ...said, language })).map(({ word }) => word);
    expect(words('de')).to.deep.equal(['ziegenkase', 'bergmilch']);
    expect(words('fr')).to.deep.equal([]);
  });
});
