import { randomBytes } from 'node:crypto';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { createReadings } from '../../src/storage/database/createReadings.ts';
import { connect } from '../../src/storage/database/database.ts';
import { openDatabase } from '../../src/storage/database/openDatabase.ts';
import { testFolder } from '../support/run/folders.ts';
import { databaseOptions } from '../support/run/server.ts';
import { report } from './support/report.ts';

/** No file may grow beyond this (bytes): the server's own journal takes 100 MiB from the start. */
const limit = 160 * 1024 * 1024;
const written = 1024 * 1024;

describe('Full disk', () => {
  it('stops the database as it stops in service, and loses nothing that was acknowledged', async function () {
    // A limit on files that nobody but the owner of a process needs rights for; other systems have none of the kind.
    if (process.platform !== 'linux') return this.skip();
    const folder = await testFolder();
    const binary = process.env.MONGOD_BINARY ?? (await cachedServer());
    const small = join(folder, 'mongod-on-a-small-disk');
    await writeFile(small, `#!/bin/sh\nulimit -f ${limit / 512}\nexec '${binary}' "$@"\n`);
    await chmod(small, 0o755);
    const options = { ...databaseOptions(folder), mongodBinary: small };
    const full = await openDatabase(options);
    const before = await connect(`${full.uri}&serverSelectionTimeoutMS=2000`, 'full');
    const rows = before.collection<{ _id: number; bytes: Buffer }>('rows');
    let acknowledged = 0;
    const failure = await (async () => {
      for (; acknowledged < limit; acknowledged += 1) {
        // Nothing of it can be compressed.
        const row = { _id: acknowledged, bytes: randomBytes(written) };
        const error = await rows.insertOne(row).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        if (error) return error;
      }
      return null;
    })();
    expect(failure, 'the database took more than the disk holds').to.be.an('error');
    const refused = await createReadings(before)
      .tryWrite(2000)
      .then(
        () => false,
        () => true,
      );
    expect(refused, '/readyz says that nothing can be written').to.equal(true);
    await before.close();
    await full.stop().catch(() => {});

    const begun = performance.now();
    const roomy = await openDatabase({ ...options, mongodBinary: binary });
    const after = await connect(roomy.uri, 'full');
    await createReadings(after).tryWrite(60_000);
    const seconds = (performance.now() - begun) / 1000;
    const kept = await after
      .collection<{ _id: number }>('rows')
      .distinct('_id', { _id: { $lt: acknowledged } });
    await after.close();
    await roomy.stop();
    await report({
      title: 'Full disk',
      about:
        'A database server may write no file larger than 160 MiB (`ulimit -f`), and is written to until it cannot; then it is started with room.',
      command: "npm run drill -- --grep 'Full disk'",
      figures: [
        { what: 'writes acknowledged', measured: String(acknowledged) },
        { what: 'of them lost', goal: '0', measured: String(acknowledged - kept.length) },
        { what: 'taking writes again after its start', measured: `${seconds.toFixed(1)} s` },
      ],
    });
    expect(kept.length).to.equal(acknowledged);
    expect(acknowledged).to.be.above(10);
  });
});

/** The newest server of the program's own cache. */
async function cachedServer(): Promise<string> {
  const { cacheDir } = databaseOptions('');
  const [newest] = (await readdir(cacheDir))
    .filter((name) => name.startsWith('mongod-'))
    .sort()
    .reverse();
  return join(cacheDir, newest ?? '', 'mongod');
}
