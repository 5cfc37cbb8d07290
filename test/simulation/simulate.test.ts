// Tier: all. Budget: 40 s.
import { expect } from 'chai';
import { requireVisible } from '../../src/commands/common/requireVisible.ts';
import { breaks } from './breaks.ts';
import { again, lived } from './lived.ts';

/** A life in which what is wrong shows soon. */
const small = { seed: 20130424, labels: 3, years: 3 };
const short = { seed: 11, labels: 2, years: 1 };

describe('short simulated lives of labels', () => {
  it('go on without a broken invariant, for two label-years', async () => {
    const { fault, labelYears } = await lived(short);
    expect(fault, again(short)).to.equal(null);
    expect(labelYears).to.be.at.least(1.5);
  });

  it('find what is wrong on purpose: letterNotQueued', async () => {
    const { fault } = await lived(small, requireVisible(breaks.letterNotQueued)());
    expect(fault, again(small)).to.match(/never went/);
  });
});
