import { expect } from 'chai';
import { describedBy, isOfferField, offerAsked, offerFields } from '../../src/criteria/offer.ts';

describe('what an offer says of itself', () => {
  const said = { sheet: 'Un pain.', type: 'food', name: 'Pain' };

  it('is its fields alone, in their order', () => {
    const described = describedBy({ ...said, ...{ facts: {}, id: 'O1' } });
    expect(Object.entries(described)).to.deep.equal([
      ['name', 'Pain'],
      ['type', 'food'],
      ['sheet', 'Un pain.'],
    ]);
  });

  it('is refused where a field lacks that must be said, or the type is none', () => {
    for (const held of [{ ...said, sheet: undefined }, { ...said, type: 'car' }, {}])
      expect(() => describedBy(held)).to.throw();
  });

  it('has each field asked for and shown somewhere, and no other', () => {
    expect(Object.keys(offerAsked)).to.deep.equal(offerFields);
    expect(['name', 'facts', 'toString', ''].filter(isOfferField)).to.deep.equal(['name']);
  });
});
