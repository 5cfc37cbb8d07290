import { expect } from 'chai';
import { offerTypes } from '../../src/criteria/offer.ts';
import { countedFacts, leftOut, sumOf } from '../../src/criteria/offerLines.ts';
import { realScheme } from '../support/samples/realScheme.ts';

describe('the sum of the lines of an offer', () => {
  const flour = { what: 'Farine', amount: 10, here: 8 };

  it('leaves out of a recipe what the ordinance does not count, in all languages', () => {
    const left = [
      ...['Eau', ' eau ', 'Wasser', 'acqua', 'WATER', 'sel', 'Sel  de cuisine', 'Salz', 'sale', 'salt'],
      ...['sucre de canne', 'Rohrzucker', 'zucchero di canna', 'cane sugar'],
      ...['cacao', 'beurre de cacao', 'Kakao', 'cocoa powder'],
    ];
    for (const what of left)
      for (const here of [0, 5])
        expect(sumOf([flour, { what, amount: 5, here }], 'food'), what).to.deep.equal({ whole: 10, part: 8 });
  });

  it('counts every other material, and what only begins like one that is left out', () => {
    for (const what of ['beurre', 'sucre', 'Zucker', 'eau minérale', 'sel aux herbes', 'chocolat', ''])
      expect(sumOf([flour, { what, amount: 5, here: 2 }], 'food'), what).to.deep.equal({
        whole: 15,
        part: 10,
      });
  });

  it('counts every line of an offer that is no food', () => {
    for (const type of offerTypes.filter((one) => one !== 'food'))
      expect(sumOf([flour, { what: 'eau', amount: 5, here: 2 }], type), type).to.deep.equal({
        whole: 15,
        part: 10,
      });
  });

  it('adds decimals without the error of binary', () => {
    const line = (amount: number) => ({ what: 'Farine', amount, here: amount });
    expect(sumOf([line(0.1), line(0.2)], 'food')).to.deep.equal({ whole: 0.3, part: 0.3 });
  });

  it('names the lines that the figures leave out, and none of figures that were added up with them', () => {
    const { scheme } = realScheme();
    const whole = countedFacts(scheme)?.whole.id ?? '';
    const water = { what: 'Eau', amount: 5, here: 5 };
    const lines = [flour, water];
    expect(leftOut({ lines, facts: { [whole]: 10 } }, 'food', scheme)).to.deep.equal([water]);
    expect(leftOut({ lines, facts: { [whole]: 15 } }, 'food', scheme)).to.deep.equal([]);
    expect(leftOut(undefined, 'food', scheme)).to.deep.equal([]);
  });
});
