import { expect } from 'chai';
import { groupBy } from '../src/groupBy.ts';

describe('groupBy', () => {
  it('returns each thing once, in its order, under its key', () => {
    const groups = groupBy(['FIN-01', 'GOU-01', 'FIN-02', 'FIN-01'], (id) => id.slice(0, 3));
    expect([...groups]).to.deep.equal([
      ['FIN', ['FIN-01', 'FIN-02', 'FIN-01']],
      ['GOU', ['GOU-01']],
    ]);
  });
});
