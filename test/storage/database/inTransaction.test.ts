import { expect } from 'chai';
import mongoose from 'mongoose';
import { inTransaction } from '../../../src/storage/database/inTransaction.ts';
import { type TestDatabase, testDatabase } from '../../support/run/server.ts';

const { MongoBulkWriteError, MongoNetworkError } = mongoose.mongo;

describe('a transaction', () => {
  let database: TestDatabase;
  before(async () => {
    database = await testDatabase('in-transaction');
  });
  after(() => database.drop());

  const lost = () => new MongoNetworkError('read ECONNRESET', {});
  /** As the driver gives it for a connection that it had given up already: without a label. */
  const lostInBulk = () => new MongoBulkWriteError(lost() as never, {} as never);

  for (const [name, make] of Object.entries({ lost, lostInBulk })) {
    it(`is done once more from its beginning when its connection is ${name}, and is there once`, async () => {
      const rows = database.connection.collection(name);
      let tries = 0;
      await inTransaction(database.connection, async (session) => {
        tries += 1;
        await rows.insertOne({ tries }, { session });
        if (tries === 1) throw make();
      });
      expect((await rows.find().toArray()).map((row) => row.tries)).to.deep.equal([2]);
    });
  }

  it('is not done again for a fault of the work itself', async () => {
    let tries = 0;
    const failed = inTransaction(database.connection, async () => {
      tries += 1;
      throw new Error('no');
    });
    expect(await failed.catch(({ message }: Error) => message)).to.equal('no');
    expect(tries).to.equal(1);
  });
});
