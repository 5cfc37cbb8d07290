import { expect } from 'chai';
import { type TestService, testService } from '../../support/run/service.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';

describe('the search index of entries', () => {
  let service: TestService;
  before(async () => {
    service = await testService('write-entries');
  });
  after(() => service.stop());
  beforeEach(async () => {
    for (const name of ['entries', 'searchRows', 'searchTerms'])
      await service.connection.collection(name).deleteMany({});
  });

  const rowsOf = async (...terms: string[]) => {
    const known = await service.deps.store.knownTerms(terms);
    return Object.fromEntries(known.map(({ term, rows }) => [term, rows]));
  };

  it('counts correctly when many add the same new words at once', async () => {
    const entries = Array.from({ length: 12 }, (_, i) => entryNumbered(i + 1, { offers: [`Pain ${i % 3}`] }));
    await Promise.all(entries.map((entry) => insertEntries(service.connection, [entry])));
    expect(await rowsOf('pain', '0', '=status:active')).to.deep.equal({
      pain: 12,
      '0': 4,
      '=status:active': 12,
    });
  });

  it('is written once per entry, and follows its state', async () => {
    const entry = entryNumbered(1, { offers: ['Pain', 'Pains'] });
    for (let i = 0; i < 3; i += 1) await insertEntries(service.connection, [entry]);
    await insertEntries(service.connection, [{ ...entry, state: 'suspended' }]);
    expect(await rowsOf('pain', '=status:active', '=status:suspended')).to.deep.equal({
      pain: 1,
      '=status:suspended': 1,
    });
  });
});
