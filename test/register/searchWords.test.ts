import { expect } from 'chai';
import { isOneTypo, isSlipFor, shortened } from '../../src/register/oneTypo.ts';
import { allWords, tellingWords } from '../../src/register/searchWords.ts';

const termsOf = (text: string) => tellingWords(text).map(({ term }) => term);

describe('the words of a search', () => {
  it('are the same in singular and plural, with and without accents, in three languages', () => {
    for (const forms of [
      'pain pains PAIN',
      'boulangerie boulangeries Boulangeries',
      'légume légumes legumes LÉGUMES',
      'journal journaux',
      'gâteau gâteaux gateau',
      'travail travaux',
      'local locaux locale locales',
      'atelier ateliers',
      'œuvre œuvres oeuvre',
      'jeu jeux',
      'Brot Brote Broten',
      'Haus Häuser',
      'Kind Kinder Kindern',
      'Apfel Äpfel',
      'Buch Bücher Bucher',
      'Wohnung Wohnungen',
      'Bäckerei Bäckereien',
      'Frau Frauen',
      'Straße Straßen strasse',
      'Kurs Kurse',
      'pane pani',
      'libro libri',
      'negozio negozi',
      'amica amiche',
      'gioco giochi',
      'bottega botteghe',
      'laboratorio laboratori',
      'panetteria panetterie',
      'città citta',
    ]) {
      const terms = forms.split(' ').flatMap(termsOf);
      expect(new Set(terms).size, forms).to.equal(1);
    }
  });

  it('differ where the words differ', () => {
    const words = 'pain pan vin eau bois livre lit lait café vélo menu menuiserie savon maison';
    expect(new Set(words.split(' ').flatMap(termsOf)).size).to.equal(words.split(' ').length);
  });

  it('omit stop words, unless nothing else is left', () => {
    expect(tellingWords('L’atelier de la rue').map(({ word }) => word)).to.deep.equal(['atelier', 'rue']);
    expect(tellingWords('Das Brot und die Milch').map(({ word }) => word)).to.deep.equal(['brot', 'milch']);
    expect(tellingWords('il pane della nonna').map(({ word }) => word)).to.deep.equal(['pane', 'nonna']);
    expect(tellingWords('Le').map(({ word }) => word)).to.deep.equal(['le']);
  });

  it('ignore invisible characters, signs and emoji', () => {
    expect(termsOf('\u200fpa\u200bin\u202e, «levain»!')).to.deep.equal(['pain', 'levain']);
    expect(termsOf('🍞 … \u200f {$where:1}')).to.deep.equal(['wher', '1']);
    expect(termsOf('🍞🥖 ((((')).to.deep.equal([]);
    expect(termsOf('хлеб 麦')).to.deep.equal(['хлеб', '麦']);
  });

  it('are stored as written, once each and limited in number', () => {
    expect(allWords('Légumes, légume').map(({ written }) => written)).to.deep.equal(['légumes']);
    expect(allWords('a'.repeat(10_000))[0]?.word).to.have.length(40);
  });
});

describe('one typo', () => {
  it('is a changed, missing, extra or swapped letter', () => {
    for (const typed of ['levian', 'levan', 'levaain', 'lebain', 'evain', 'levaine'])
      expect(isOneTypo(typed, 'levain'), typed).to.equal(true);
    for (const typed of ['levain', 'leviaan', 'elvian', 'lvan', 'levainss'])
      expect(isOneTypo(typed, 'levain'), typed).to.equal(false);
  });

  it('is accepted where both words start alike and differ in no more, unless they are long', () => {
    const slip = (typed: string, meant: string) => {
      const [from, to] = [allWords(typed)[0], allWords(meant)[0]];
      return from !== undefined && to !== undefined && isSlipFor(from, to);
    };
    for (const pair of ['brod Brot', 'pian pain', 'fromaje fromage', 'riparazoni riparazione'])
      expect(slip(...(pair.split(' ') as [string, string])), pair).to.equal(true);
    for (const pair of ['Kleider kleine', 'lait fait', 'Wein kein', 'poire voir', 'Saft santé', 'port posto'])
      expect(slip(...(pair.split(' ') as [string, string])), pair).to.equal(false);
  });

  it('shares a word with what was meant, except in short words and numbers', () => {
    const of = new Set(shortened('levain'));
    for (const typed of ['levian', 'levan', 'levaain', 'lebain', 'evain'])
      expect(
        shortened(typed).some((left) => of.has(left)),
        typed,
      ).to.equal(true);
    expect([shortened('pai'), shortened('2026')]).to.deep.equal([[], []]);
  });
});
