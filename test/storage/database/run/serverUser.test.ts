// Tier: all. Budget: 8 s.
import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import mongoose, { type mongo } from 'mongoose';
import { embedded } from '../../../../src/storage/database/embedded.ts';
import type { OpenDatabase } from '../../../../src/storage/database/mongod.ts';
import type { Mongod } from '../../../../src/storage/database/obtain/source.ts';
import { sources } from '../../../../src/storage/database/obtain/sources.ts';
import { series } from '../../../../src/storage/database/obtain/version.ts';
import { openDatabase } from '../../../../src/storage/database/openDatabase.ts';
import { credentials } from '../../../../src/storage/database/run/credentials.ts';
import { ended } from '../../../../src/storage/database/run/ended.ts';
import { lockHolder, serverFolder } from '../../../../src/storage/database/run/folder.ts';
import { launch } from '../../../../src/storage/database/run/launch.ts';
import { openUri } from '../../../../src/storage/database/run/localUri.ts';
import { makeFirstUser } from '../../../../src/storage/database/run/makeUser.ts';
import { freePort } from '../../../../src/storage/database/run/port.ts';
import { testFolder } from '../../../support/run/folders.ts';
import { databaseOptions } from '../../../support/run/server.ts';

describe('the user of the embedded server', () => {
  let dataDir: string;
  let folder: string;
  let found: Mongod;
  const opened: OpenDatabase[] = [];

  before(async () => {
    found = await embedded(sources(databaseOptions('')), () => {});
  });
  beforeEach(async () => {
    dataDir = await testFolder();
    folder = await serverFolder(dataDir);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.stop()));
  });

  const open = async (): Promise<OpenDatabase> => {
    const database = await openDatabase(databaseOptions(dataDir));
    opened.push(database);
    return database;
  };
  const withClient = async <T>(uri: string, use: (client: mongo.MongoClient) => Promise<T>): Promise<T> => {
    const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 6_000 });
    try {
      return await use(client);
    } finally {
      await client.close();
    }
  };
  const documents = (client: mongo.MongoClient) => client.db('kept').collection<{ _id: number }>('written');
  /** What a stranger of this machine is told who reads, writes, or asks for a user of their own. */
  const strangersGet = async (uri: string) => {
    const codes: unknown[] = [];
    await withClient(openUri(Number(new URL(uri).port)), async (client) => {
      const admin = client.db('admin');
      for (const work of [
        () => documents(client).findOne(),
        () => documents(client).insertOne({ _id: 9 }),
        () => admin.command({ createUser: 'stranger', pwd: 'stranger', roles: ['root'] }),
        () => admin.command({ shutdown: 1 }),
      ]) {
        codes.push(
          await work().then(
            () => 'let in',
            (error: mongo.MongoServerError) => error.codeName,
          ),
        );
      }
    });
    return [...new Set(codes)];
  };

  const stopServer = async (port: number) => {
    const pid = (await lockHolder(folder)) ?? expect.fail('no server runs');
    process.kill(pid, 'SIGTERM');
    await ended(folder, port, pid);
  };

  it('is the only one with access, by secrets that only the owner of the folder can read', async () => {
    const { uri } = await open();
    expect(await strangersGet(uri)).to.deep.equal(['Unauthorized']);
    const { keyFile, password } = await credentials(folder);
    expect(new URL(uri).password)
      .to.equal(password)
      .and.match(/^[0-9a-f]{64}$/);
    for (const file of [keyFile, join(folder, 'made-in-ess.password')]) {
      if (process.platform !== 'win32') expect((await stat(file)).mode & 0o777, file).to.equal(0o600);
    }
    await withClient(uri, async (client) => {
      const { users } = await client.db('admin').command({ usersInfo: { forAllDBs: true } });
      expect(users.map(({ _id }: { _id: string }) => _id)).to.deep.equal(['admin.made-in-ess']);
    });
    const other = await openDatabase(databaseOptions(await testFolder()));
    opened.push(other);
    expect(new URL(other.uri).password, 'another folder, another password').to.not.equal(password);
  });

  it('keeps its secrets at the next start, and restricts them again after the folder was copied', async () => {
    const first = await open();
    await first.stop();
    const { keyFile } = await credentials(folder);
    const key = await readFile(keyFile, 'utf8');
    await chmod(keyFile, 0o644);
    await chmod(join(folder, 'made-in-ess.password'), 0o644);
    const second = await open();
    expect(second.uri).to.equal(first.uri);
    expect(await readFile(keyFile, 'utf8')).to.equal(key);
    if (process.platform !== 'win32') expect((await stat(keyFile)).mode & 0o777).to.equal(0o600);
  });

  for (const [made, runs] of [
    [false, true],
    [false, false],
    [true, true],
    [true, false],
  ] as const) {
    const when = made ? 'right after it was made' : 'before it was made';
    it(`exists after the program was killed ${when}, the server ${runs ? 'running' : 'stopped'}`, async () => {
      const port = await freePort();
      const { keyFile, password } = await credentials(folder);
      const note = { port, dataSeries: series(found.version), hasUser: false };
      await writeFile(join(folder, 'made-in-ess.json'), JSON.stringify(note));
      expect(await launch({ binary: found.binary, folder, port, keyFile })).to.equal('up');
      if (made) await makeFirstUser(port, password);
      if (!runs) await stopServer(port);
      const { uri } = await open();
      await withClient(uri, (client) => documents(client).insertOne({ _id: 1 }));
      expect(await strangersGet(uri)).to.deep.equal(['Unauthorized']);
    });
  }
});
