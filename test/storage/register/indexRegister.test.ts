import { expect } from 'chai';
import { searchRegister } from '../../../src/commands/register/searchRegister.ts';
import { indexRegister } from '../../../src/storage/register/indexRegister.ts';
import { type TestService, testService } from '../../support/run/service.ts';
import { entryNumbered, insertEntries } from '../../support/samples/insertEntries.ts';

describe('storage/indexRegister', () => {
  let service: TestService;
  before(async () => {
    service = await testService('index-register');
    // A database that served another test may remember that it was done.
    await service.connection.collection('migrations').deleteMany({ _id: /^register by / as never });
    await insertEntries(service.connection, [
      entryNumbered(1, { organisation: { sector: 'trade' } }),
      entryNumbered(2, { organisation: { sector: 'health' } }),
    ]);
  });
  after(() => service.stop());

  const counted = async () => {
    const asked = { page: null, counted: true };
    const { entries, counts } = await searchRegister(service.deps, { text: '', theme: 'trade' }, asked);
    return [entries.map(({ number }) => number), counts?.total];
  };
  /** As a program that did not know the filter would have left it. */
  const forget = async () => {
    const { connection } = service;
    await connection
      .collection('searchTerms')
      .deleteMany({ _id: { $in: ['=theme:trade', '=theme:health'] as never[] } });
    await connection
      .collection('searchRows')
      .updateMany({}, { $pull: { words: { $in: ['=theme:trade', '=theme:health'] } } as never });
    await connection.collection('searchRows').updateMany({}, { $unset: { 'facets.theme': '' } });
  };

  it('makes labels searchable by a filter added later, once', async () => {
    const all = await counted();
    expect(all).to.deep.equal([[entryNumbered(1).number], 1]);
    await forget();
    expect(await counted()).to.deep.equal([[], 0]);
    await indexRegister(service.connection);
    expect(await counted()).to.deep.equal(all);
    await forget();
    await indexRegister(service.connection);
    expect(await counted(), 'not at each start').to.deep.equal([[], 0]);
  });
});
