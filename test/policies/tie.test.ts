import { expect } from 'chai';
import { bars, type ImpartialityRules, type Tie, tieId } from '../../src/policies/tie.ts';

const rules: ImpartialityRules = {
  shareLimit: 5,
  coolingOffMonths: { member: 24, sponsor: 24, client: 12, supplier: 12, board: 24, kin: 0, crossReview: 36 },
};

const tie = (also: Partial<Tie> = {}): Tie => ({
  id: 'P:O:member:declared',
  personId: 'P',
  organisationId: 'O',
  organisation: 'Spécimen',
  kind: 'member',
  source: 'declared',
  share: null,
  since: '2020-01-01',
  ended: null,
  note: '',
  ...also,
});

describe('a tie', () => {
  it('bars while it lasts, and for its cooling-off time to the day', () => {
    expect(bars(tie(), rules, '2026-11-24')).to.equal(true);
    const ended = tie({ ended: '2024-11-24' });
    expect(bars(ended, rules, '2026-11-23')).to.equal(true);
    expect(bars(ended, rules, '2026-11-24')).to.equal(false);
    expect(bars(tie({ kind: 'kin', ended: '2026-11-24' }), rules, '2026-11-24')).to.equal(false);
  });

  it('of a client or supplier bars above the limit, not at it', () => {
    for (const kind of ['client', 'supplier'] as const) {
      expect(bars(tie({ kind, share: 5 }), rules, '2026-11-24')).to.equal(false);
      expect(bars(tie({ kind, share: 5.1 }), rules, '2026-11-24')).to.equal(true);
    }
  });

  it('from a review of each other bars for 36 months after the review', () => {
    const crossed = tie({ kind: 'crossReview', since: '2026-01-31', ended: '2026-01-31' });
    expect(bars(crossed, rules, '2029-01-30')).to.equal(true);
    expect(bars(crossed, rules, '2029-01-31')).to.equal(false);
  });

  it('is the same tie when entered again', () => {
    expect(tieId(tie())).to.equal(tieId(tie({ since: '2025-01-01', note: 'again' })));
    expect(tieId(tie())).not.to.equal(tieId(tie({ source: 'detected' })));
  });
});
