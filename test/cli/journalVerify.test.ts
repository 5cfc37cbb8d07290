import { expect } from 'chai';
import { sentence } from '../../src/cli/journalVerify.ts';
import { locales } from '../support/locales.ts';

const codes = [
  'missing',
  'unchained',
  'changed',
  'headDiffers',
  'itemMissing',
  'stateDiffers',
  'stateDoesNotFollow',
  'scoresDiffer',
  'offersDiffer',
  'snapshotDiffers',
];

describe('journal verify', () => {
  it('names chain, line and what is wrong, on the command line and on the page', () => {
    const { messages } = locales.fr;
    for (const why of codes) {
      const said = sentence({ stream: 'applications/A-2026-000001', seq: 3, why });
      expect(said).to.match(/^applications\/A-2026-000001, line 3: [a-z ]{10,}$/, why);
      expect(messages[`journal.why.${why}`], why).to.be.a('string');
    }
    expect(sentence({ stream: 'applications/A-1', seq: 2, why: 'snapshotDiffers A-1.1' })).to.equal(
      'applications/A-1, line 2: a frozen file is not the one that was sent (A-1.1)',
    );
  });
});
