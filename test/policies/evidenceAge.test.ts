import { expect } from 'chai';
import { isOldEvidence } from '../../src/policies/evidenceAge.ts';

describe('the age of a document', () => {
  const today = '2026-11-24';

  it('is told two years after its last day, not a day before', () => {
    expect(isOldEvidence('2024-11-23', today)).to.equal(true);
    expect(isOldEvidence('2024-11-24', today)).to.equal(false);
    expect(isOldEvidence('2030-01-01', today)).to.equal(false);
  });

  it('is told of none whose last day nobody said', () => {
    expect(isOldEvidence(null, today)).to.equal(false);
  });
});
