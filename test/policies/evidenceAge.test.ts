import { expect } from 'chai';
import { isOldEvidence, oldestCurrent } from '../../src/policies/evidenceAge.ts';

describe('the age of a document', () => {
  const oldest = oldestCurrent('2026-11-24', 24);

  it('counts from the last day of its period, by the months of the procedure', () => {
    expect(oldest).to.equal('2024-11-24');
    expect(isOldEvidence('2024-11-23', oldest)).to.equal(true);
    expect(isOldEvidence('2024-11-24', oldest)).to.equal(false);
    expect(isOldEvidence('2030-01-01', oldest)).to.equal(false);
    expect(isOldEvidence('2024-11-23', oldestCurrent('2026-11-24', 25))).to.equal(false);
  });

  it('is unknown without a last day', () => {
    expect(isOldEvidence(null, oldest)).to.equal(false);
  });
});
