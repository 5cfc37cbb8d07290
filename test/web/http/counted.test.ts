import { expect } from 'chai';
import { type Counts, uncounted } from '../../../src/commands/ports/watchPorts.ts';
import { LabelError } from '../../../src/errors.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('answers that are counted', () => {
  let web: TestWeb;
  let seen: string[];
  const counts: Counts = {
    ...uncounted,
    made: (route, status, seconds) => {
      expect(seconds).to.be.at.least(0);
      seen.push(`${route} ${status}`);
    },
    limited: (limit) => seen.push(`limit ${limit}`),
  };
  before(async () => {
    web = await testWeb('counted', { counts });
    await web.publish(specimenEntry);
  });
  after(() => web.stop());
  beforeEach(() => {
    seen = [];
  });

  const { number } = specimenEntry;
  const rows: Readonly<Record<string, string>> = {
    '/': 'page 302',
    '/fr': 'page 200',
    [`/fr/labels/${number}`]: 'page 200',
    '/fr/labels/MIE-26-99999-X': 'page 404',
    [`/badges/${number}.svg`]: 'badge 200',
    [`/api/v1/labels/${number}`]: 'api 200',
    '/robots.txt': 'api 200',
    '/.well-known/security.txt': 'api 404',
    '/fr/sign-in': 'private 200',
    '/fr/account': 'private 302',
    '/wp-admin/setup.php': 'other 404',
    '/fr/no-such-page': 'other 404',
  };
  for (const [path, told] of Object.entries(rows)) {
    it(`${path} is ${told}`, async () => {
      await (await web.browser()).get(path);
      expect(seen).to.deep.equal([told]);
    });
  }

  it('name the limit that was reached, and never who reached it', async () => {
    const take = () =>
      Promise.reject(
        new LabelError('tooManyRequests', {
          params: { limit: 'lookups', retryAfter: 60, minutes: 1, hours: 0 },
        }),
      );
    const full = await testWeb('counted-limit', { counts, limits: { ...web.deps.limits, take } });
    await (await full.browser()).get('/fr');
    expect(seen).to.deep.equal(['page 429', 'limit lookups']);
    await full.stop();
  });
});
