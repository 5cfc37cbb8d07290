import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { drawnLabels } from '../../src/scoring/siteChecks.ts';

const labels = ['MIE-26-00001-A', 'MIE-26-00002-B', 'MIE-26-00003-C', 'MIE-26-00004-D', 'MIE-26-00005-E'];
const seed = 'a seed that the journal keeps';

/** As someone else would compute it, from what is told alone. */
function ticket(number: string): number {
  const hex = createHash('sha256').update(`${seed}:${number}`).digest('hex');
  return Number(BigInt(`0x${hex}`) >> 204n) / 2 ** 52;
}

describe('scoring/siteChecks', () => {
  const unweighted = labels.map((number) => ({ number, weight: 0 }));

  it('can be computed again by anyone: the lowest tickets are drawn', () => {
    const expected = labels.toSorted((a, b) => ticket(a) - ticket(b)).slice(0, 2);
    expect(drawnLabels({ seed, random: 2, risk: 3, labels: unweighted })).to.deep.equal({
      random: expected,
      risk: [],
    });
  });

  it('does not depend on the order of the labels', () => {
    const drawn = drawnLabels({ seed, random: 2, risk: 0, labels: unweighted });
    expect(drawnLabels({ seed, random: 2, risk: 0, labels: unweighted.toReversed() })).to.deep.equal(drawn);
  });

  it('draws by risk among those with a weight that chance left, a greater weight sooner', () => {
    const { random } = drawnLabels({ seed, random: 1, risk: 0, labels: unweighted });
    const rest = labels.filter((number) => !random.includes(number));
    const last = rest.toSorted((a, b) => ticket(a) - ticket(b)).at(-1) ?? '';
    const weighted = labels.map((number) => ({ number, weight: number === last ? 1e9 : 1 }));
    const drawn = drawnLabels({ seed, random: 1, risk: 2, labels: weighted });
    expect(drawn.random).to.deep.equal(random);
    expect(drawn.risk).to.have.lengthOf(2).and.to.include(last);
    expect(drawn.risk[0]).to.equal(last);
  });

  it('draws no label twice, and no more than there are', () => {
    const all = labels.map((number) => ({ number, weight: 1 }));
    const { random, risk } = drawnLabels({ seed, random: 3, risk: 9, labels: all });
    expect([...random, ...risk].sort()).to.deep.equal(labels);
  });
});
