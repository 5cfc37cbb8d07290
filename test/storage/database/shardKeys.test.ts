import { expect } from 'chai';
import { shardDatabase } from '../../../src/storage/database/shardDatabase.ts';
import { shardKeys } from '../../../src/storage/database/shardKeys.ts';
import { type TestService, testService } from '../../support/run/service.ts';

describe('the keys of shards', () => {
  let service: TestService;
  before(async () => {
    service = await testService('shard-keys');
    // It comes with its first document, as it has no index of its own.
    await service.connection.createCollection('snapshots').catch(() => {});
  });
  after(() => service.stop());

  it('begin each unique index of their collection: over several shards, the server keeps no other unique', async () => {
    for (const [name, key] of Object.entries(shardKeys)) {
      const indexes = await service.connection.collection(name).indexes();
      const unique = indexes.filter((index) => index.unique).map((index) => Object.keys(index.key));
      const fields = Object.keys(key);
      const others = unique.filter((of) => fields.some((field, i) => of[i] !== field));
      expect(others, name).to.deep.equal([]);
      // One that is spread by a hash has none but the index of its own key.
      if (Object.values(key).includes('hashed')) expect(unique, name).to.deep.equal([]);
    }
  });

  it('are given to a cluster alone: any other server is refused, and nothing is changed', async () => {
    const { connection } = service;
    const before = await connection.collection('snapshots').indexes();
    const refused = await shardDatabase(connection, () => {}).catch(({ message }: Error) => message);
    expect(refused).to.match(/no mongos.*Nothing was changed/);
    expect(await connection.collection('snapshots').indexes()).to.deep.equal(before);
  });
});
