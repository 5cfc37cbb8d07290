// Tier: all. Budget: 45 s.
import { followGuide } from '../support/guides/followGuide.ts';
import { freePort } from '../support/guides/freePort.ts';

describe('the scheme owner’s guide', () => {
  followGuide('docs/guides/scheme-owner.md', async () => {
    const [first, ours] = [await freePort(), await freePort()];
    return {
      instead: {
        'PORT=3001': `PORT=${first}`,
        'PORT=3002': `PORT=${ours}`,
        'localhost:3002': `localhost:${ours}`,
      },
    };
  });
});
