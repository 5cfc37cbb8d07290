import { expect } from 'chai';
import { newestLabels } from '../../../src/commands/register/readLabels.ts';
import { register, registered } from '../../support/samples/registered.ts';
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
    await register(web.connection, [
      registered(1, { changedAt: '2026-11-01T08:00:00.000Z' }),
      registered(2, { changedAt: '2026-11-01T09:00:00.000Z' }),
      registered(3),
      registered(4, { state: 'withdrawn' }),
      registered(5, { until: '2026-10-31' }),
    ]);
    const numbers = (await newestLabels(web.deps, 2)).map(({ number }) => number);
    expect(numbers).to.deep.equal([registered(3).number, registered(2).number]);
  });
});
