import { expect } from 'chai';
import { newestLabels } from '../../../src/commands/register/readLabels.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';
import { type TestWeb, testWeb } from '../../support/web.ts';

describe('the newest labels', () => {
  let web: TestWeb;
  beforeEach(async () => {
    web = await testWeb('newest-labels');
  });
  afterEach(() => web.stop());

  it('are none in an empty register', async () => {
    expect(await newestLabels(web.deps, 6)).to.deep.equal([]);
  });

  it('are those that were given last and are valid today, whatever was changed since', async () => {
    await insertEntries(web.connection, [
      entryNumbered(1, { changedAt: '2026-11-01T08:00:00.000Z' }),
      entryNumbered(2, { changedAt: '2026-11-01T09:00:00.000Z' }),
      entryNumbered(3),
      entryNumbered(4, { state: 'withdrawn' }),
      entryNumbered(5, { until: '2026-10-31' }),
    ]);
    const numbers = (await newestLabels(web.deps, 2)).map(({ number }) => number);
    expect(numbers).to.deep.equal([entryNumbered(3).number, entryNumbered(2).number]);
  });
});
