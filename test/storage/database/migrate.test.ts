import { expect } from 'chai';
import { connect } from '../../../src/storage/database/database.ts';
import { migrateDatabase } from '../../../src/storage/database/migrate.ts';
import { addedIndexes } from '../../../src/storage/database/migrations/addedIndexes.ts';
import { type TestDatabase, testDatabase } from '../../support/run/server.ts';

describe('storage/migrate', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase('migrate');
  });
  after(() => database.drop());

  it('runs each migration once, also when two programs start at the same time', async () => {
    const connections = await Promise.all([1, 2].map(() => connect(database.uri, database.dbName)));
    await Promise.all(connections.map((connection) => migrateDatabase(connection)));
    const functions = [
      '0023-baseline',
      '0041-application-scope',
      '0047-complaints-as-items',
      '0070-mail-log',
    ];
    const written = [...functions, ...Object.keys(addedIndexes)].sort();
    const done = await database.connection.collection('migrations').find({}).toArray();
    expect(done.map(({ _id }) => String(_id)).sort()).to.deep.equal(written);
    const indexes = await database.connection.collection('records').indexes();
    expect(indexes.filter((index) => index.unique).map((index) => index.key)).to.deep.equal([
      { stream: 1, seq: 1 },
    ]);
    await Promise.all(connections.map((connection) => connection.close()));
  });
});
