import { expect } from 'chai';
import { reaches } from '../../src/scoring/reaches.ts';
import { shown, shownMissing } from '../../src/scoring/shown.ts';

describe('shown', () => {
  it('truncates to one decimal, so that a missed threshold never looks reached', () => {
    expect([49.96, 49.99, 53.333, 72.75, 50, 0, 100].map(shown)).to.deep.equal([
      49.9, 49.9, 53.3, 72.7, 50, 0, 100,
    ]);
    expect(shown(0.1 + 0.2)).to.equal(0.3);
    expect(shown(49.99999999999999)).to.equal(50);
  });

  it('rounds missing points up, so that they never look like none', () => {
    expect([0.04, 5, 6.01, 4.625].map(shownMissing)).to.deep.equal([0.1, 5, 6.1, 4.7]);
    expect(shownMissing(0.1 + 0.2)).to.equal(0.3);
  });
});

describe('reaches', () => {
  it('accepts a sum of thirds as the whole, and nothing less', () => {
    expect(reaches(49.99999999999999, 50)).to.equal(true);
    expect(reaches(49.999, 50)).to.equal(false);
    expect(reaches(50, 50)).to.equal(true);
  });
});
