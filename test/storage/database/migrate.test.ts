import { expect } from 'chai';
import { connect } from '../../../src/storage/database/database.ts';
import { migrateDatabase } from '../../../src/storage/database/migrate.ts';
import { addedIndexes } from '../../../src/storage/database/migrations/addedIndexes.ts';
import {
  expectedIndexes,
  makeMissingIndexes,
  missingIndexes,
} from '../../../src/storage/database/migrations/expectedIndexes.ts';
import { olderProcesses, processName } from '../../../src/storage/database/olderProcesses.ts';
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
      '0190-issued-papers',
      '0276-files-in-log',
    ];
    const written = [...functions, '0101-redundant-indexes', ...Object.keys(addedIndexes)].sort();
    const done = await database.connection.collection('migrations').find({}).toArray();
    expect(done.map(({ _id }) => String(_id)).sort()).to.deep.equal(written);
    const indexes = await database.connection.collection('records').indexes();
    expect(indexes.filter((index) => index.unique).map((index) => index.key)).to.deep.equal([
      { stream: 1, seq: 1 },
    ]);
    expect(await missingIndexes(database.connection)).to.deep.equal(new Map());
    const there = await Promise.all(
      (await database.connection.listCollections()).map(async ({ name }) =>
        (await database.connection.collection(name).indexes()).map((index) => `${name} ${index.name}`),
      ),
    );
    const own = there.flat().filter((name) => !name.endsWith(' _id_'));
    expect(own.sort()).to.deep.equal([...expectedIndexes().keys()].sort());
    await Promise.all(connections.map((connection) => connection.close()));
  });

  it('makes an index again that somebody dropped', async () => {
    const { connection } = database;
    await connection.collection('backups').dropIndexes();
    expect(await makeMissingIndexes(connection)).to.deep.equal(['backups finishedAt_-1']);
    expect(await missingIndexes(connection)).to.deep.equal(new Map());
  });

  it('starts beside the next version, and not on what a newer one has taken away or a restore has left', async () => {
    const { connection } = database;
    const done = connection.collection<{ _id: string; at?: Date; phase?: string }>('migrations');
    const refusals: string[] = [];
    const at = new Date('2030-01-02T00:00:00.000Z');
    for (const row of [
      { _id: '9998-wider', phase: 'expand', at },
      { _id: '9999-narrower', phase: 'contract', at },
      { _id: '9999-before-the-rule', at },
      { _id: '0007-before-the-baseline', at },
      { _id: 'restoring', at },
    ]) {
      await done.insertOne(row);
      refusals.push(
        await migrateDatabase(connection).then(
          () => 'starts',
          (error: Error) => error.message,
        ),
      );
      await done.deleteOne({ _id: row._id });
    }
    const [wider, narrower, before, older, restoring] = refusals;
    expect(wider).to.equal('starts');
    expect(narrower).to.match(
      /changed by a newer version .*\(9999-narrower of 2030-01-02\).* Take that version or a newer one/,
    );
    expect(before).to.match(/changed by a newer version/);
    expect(older).to.match(
      /is of a version before 0023-baseline \(0007-before-the-baseline\), .*Name another/,
    );
    expect(older).to.not.match(/newer/);
    expect(restoring).to.match(/is being restored .* or was by half/);
  });

  it('knows which of the clients of a server are older programs of the service', () => {
    const driver = { name: 'nodejs|Mongoose' };
    const older = (appName: string | undefined, of: object = driver) =>
      olderProcesses(
        [
          {
            ...(appName !== undefined && { appName }),
            client: '10.0.0.7:50123',
            clientMetadata: { driver: of },
          },
        ],
        'label',
      ).length > 0;
    expect(older(undefined), 'before the first that says its name').to.equal(true);
    expect(older('made-in-ess/label 0000')).to.equal(true);
    expect(older(processName('label')), 'this one').to.equal(false);
    expect(older('made-in-ess/label 9999'), 'a newer one').to.equal(false);
    expect(older('made-in-ess/other 0000'), 'on another database').to.equal(false);
    expect(older('mongosh 2.3', { name: 'nodejs|mongosh' })).to.equal(false);
    expect(older(undefined, { name: 'mongo-go-driver' })).to.equal(false);
  });
});
