import { expect } from 'chai';
import type { Level } from '../../src/criteria/scheme.ts';
import type { Rating } from '../../src/scoring/agreement.ts';
import { alphaInterval } from '../../src/scoring/alphaInterval.ts';
import { krippendorffAlpha } from '../../src/scoring/krippendorffAlpha.ts';
import { ticketOf } from '../../src/scoring/lot.ts';

/** Files of twelve places each, of which two people see so many, by lot, differently: in some files fewer, in some more. */
const filesOf = (files: number, apart: number): Rating[][][] =>
  Array.from({ length: files }, (_, file) =>
    Array.from({ length: 12 }, (_, place) => {
      const lot = (of: string) => ticketOf(of, `${file} ${place}`);
      const level = Math.floor(4 * lot('level')) as Level;
      return [level, (level + Number(lot('apart') < 2 * apart * ticketOf('file', String(file)))) as Level];
    }),
  );

describe('alphaInterval', () => {
  it('lies around alpha, is the same each time, and narrower with more files', () => {
    const width = (files: number) => {
      const some = filesOf(files, 0.4);
      const { low, high } = alphaInterval(some) ?? { low: Number.NaN, high: Number.NaN };
      const alpha = krippendorffAlpha(some.flat()).value ?? Number.NaN;
      expect([low < alpha, alpha < high], `${low} ${alpha} ${high}`).to.deep.equal([true, true]);
      expect(alphaInterval(some)).to.deep.equal({ low, high });
      return high - low;
    };
    expect(width(80)).to.be.lessThan(width(10));
  });

  it('holds the true value about as often as it says', () => {
    const all = filesOf(400, 0.4);
    const truth = krippendorffAlpha(all.flat()).value ?? Number.NaN;
    const held = Array.from({ length: 20 }, (_, n) => alphaInterval(all.slice(20 * n, 20 * (n + 1)))).filter(
      (one) => one && one.low <= truth && truth <= one.high,
    );
    expect(held.length).to.be.at.least(17);
  });

  it('is a point where everyone always agrees, and missing where nothing can be said', () => {
    expect(alphaInterval(filesOf(10, 0))).to.deep.equal({ low: 1, high: 1 });
    expect(alphaInterval([])).to.equal(null);
    expect(alphaInterval(Array(10).fill([[4, 4]]))).to.equal(null);
  });
});
