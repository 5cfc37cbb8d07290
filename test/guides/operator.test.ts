// Tier: all. Budget: 45 s.
import { followGuide } from '../support/guides/followGuide.ts';
import { freePort } from '../support/guides/freePort.ts';

describe('the operator’s guide', () => {
  followGuide('docs/guides/operator.md', async () => ({
    instead: { 'PORT=3000': `PORT=${await freePort()}` },
  }));
});
