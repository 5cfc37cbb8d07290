import { expect } from 'chai';
import { maxTries, waitAfter } from '../../../src/register/webhooks/backOff.ts';

const [second, minute, hour] = [1000, 60_000, 3_600_000];

describe('register/webhooks/backOff', () => {
  const seeds = Array.from({ length: 200 }, (_, i) => `subscription ${i}`);

  it('waits as the Standard Webhooks specification suggests and up to a tenth more, each in its own way', () => {
    const waits = [
      5 * second,
      5 * minute,
      30 * minute,
      2 * hour,
      5 * hour,
      10 * hour,
      14 * hour,
      20 * hour,
      24 * hour,
    ];
    for (const [i, wait] of waits.entries()) {
      const all = seeds.map((seed) => waitAfter(i + 1, seed) ?? 0);
      expect(Math.min(...all)).to.be.within(wait, wait * 1.02);
      expect(Math.max(...all)).to.be.within(wait * 1.08, wait * 1.1);
    }
    expect(waitAfter(maxTries, 'any')).to.equal(null);
    expect(waitAfter(3, 'same')).to.equal(waitAfter(3, 'same'));
  });

  it('waits as long as it is asked to, up to a day, and never less than by itself', () => {
    expect(waitAfter(1, 'any', hour)).to.equal(hour);
    expect(waitAfter(1, 'any', 1000 * hour)).to.equal(24 * hour);
    expect(waitAfter(4, 'any', minute)).to.be.greaterThan(2 * hour);
  });
});
