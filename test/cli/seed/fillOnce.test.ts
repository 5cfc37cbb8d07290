import { expect } from 'chai';
import type { Connection } from 'mongoose';
import { fillOnce } from '../../../src/cli/seed/fillOnce.ts';
import type { Entry } from '../../../src/register/entry.ts';
import { publicWords, statusToday } from '../../../src/register/publicStatus.ts';
import { connect } from '../../../src/storage/database/database.ts';
import { migrateDatabase } from '../../../src/storage/database/migrate.ts';
import { createBulk } from '../../../src/storage/register/createBulk.ts';
import { createFirstEntries } from '../../../src/storage/register/createFirstEntries.ts';
import { type TestDatabase, testDatabase } from '../../support/run/server.ts';
import { specimenEntry } from '../../support/samples/specimenEntry.ts';

const today = '2026-11-02';

describe('the first specimens of a register', () => {
  let database: TestDatabase;
  let connection: Connection;
  beforeEach(async () => {
    database = await testDatabase('first');
    connection = await connect(database.uri, database.dbName);
    await migrateDatabase(connection);
  });
  afterEach(async () => {
    await connection.close();
    await database.drop();
  });

  const storageOf = (own: Connection) => ({ bulk: createBulk(own), firstEntries: createFirstEntries(own) });
  const fill = (own = connection) => fillOnce(storageOf(own), { labels: 60, today });
  const rows = () => connection.collection<Entry>('entries');
  const count = () => rows().countDocuments();

  it('are 60 of every public status and standing, all of them marked', async () => {
    expect(await fill()).to.equal(true);
    const entries = await rows().find().toArray();
    expect(entries).to.have.length(60);
    expect(entries.every(({ specimen }) => specimen)).to.equal(true);
    const words = new Set(entries.map((entry) => statusToday(entry, today).word));
    expect([...words].sort()).to.deep.equal([...publicWords].sort());
    const holding = entries.filter(({ state }) => state === 'active').map(({ standing }) => standing);
    expect(new Set(holding)).to.deep.equal(new Set(['clean', 'conditional', 'provisional']));
  });

  it('are added once, and not again to a register that was emptied', async () => {
    expect([await fill(), await count()]).to.deep.equal([true, 60]);
    await rows().deleteMany({});
    expect(await storageOf(connection).firstEntries.areDue(), 'no numbers are taken for nothing').to.equal(
      false,
    );
    expect([await fill(), await count()]).to.deep.equal([false, 0]);
  });

  it('are given once when many programs start at the same time', async () => {
    const others = await Promise.all(Array.from({ length: 4 }, () => connect(database.uri, database.dbName)));
    const gave = await Promise.all(others.map((other) => fill(other)));
    await Promise.all(others.map((other) => other.close()));
    expect([gave.filter(Boolean).length, await count()]).to.deep.equal([1, 60]);
  });

  it('are not added where labels exist or existed', async () => {
    await createBulk(connection).addEntries([specimenEntry]);
    expect([await fill(), await count()]).to.deep.equal([false, 1]);
    await rows().deleteMany({});
    expect([await fill(), await count()]).to.deep.equal([false, 0]);
  });

  it('are added completely after a write that was interrupted', async () => {
    const { firstEntries } = storageOf(connection);
    const cut = await firstEntries.add([specimenEntry, specimenEntry]).then(
      () => 'whole',
      () => 'cut',
    );
    expect([cut, await count(), await firstEntries.areDue()]).to.deep.equal(['cut', 0, true]);
    expect([await fill(), await count()]).to.deep.equal([true, 60]);
  });
});
