// Tier: all. Budget: 8 s.
import { once } from 'node:events';
import { utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect } from 'chai';
import mongoose, { type Connection } from 'mongoose';
import type { OpenDatabase } from '../../../src/storage/database/mongod.ts';
import { openDatabase } from '../../../src/storage/database/openDatabase.ts';
import { answer } from '../../../src/storage/database/run/answer.ts';
import { lockHolder, readNote, serverFolder, writeNote } from '../../../src/storage/database/run/folder.ts';
import { startDatabaseProgram } from '../../support/run/databaseProgram.ts';
import { testFolder } from '../../support/run/folders.ts';
import { databaseOptions } from '../../support/run/server.ts';

describe('mongod', () => {
  let dataDir: string;
  let lines: string[];
  const opened: OpenDatabase[] = [];

  beforeEach(async () => {
    dataDir = await testFolder();
    lines = [];
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.stop()));
  });

  async function open(): Promise<OpenDatabase> {
    const database = await openDatabase(databaseOptions(dataDir, (line) => lines.push(line)));
    opened.push(database);
    return database;
  }

  it('moves to another port when its own is taken, and finds its data', async () => {
    const first = await open();
    await withConnection(first.uri, (c) => c.collection('written').insertOne({ a: 1 }));
    await first.stop();
    const squatter = createServer((socket) => socket.destroy()).listen(portOf(first.uri), '127.0.0.1');
    await once(squatter, 'listening');
    try {
      const second = await open();
      expect(portOf(second.uri)).to.not.equal(portOf(first.uri));
      await withConnection(second.uri, async (c) => {
        await c.collection('written').insertOne({ a: 2 });
        expect(await c.collection('written').countDocuments()).to.equal(2);
      });
    } finally {
      squatter.close();
    }
  });

  it('is shared by two programs, and runs until the last of them exits', async () => {
    const { child, uri } = await startDatabaseProgram(dataDir);
    const server = await serverIn(join(dataDir, 'mongo'));
    const joined = await open();
    expect(joined.uri).to.equal(uri);
    expect(lines.at(-1)).to.match(/^database: joined the running server/);

    child.send('stop');
    await once(child, 'exit');
    await withConnection(uri, (c) => c.collection('written').insertOne({ after: 'the starter left' }));
    expect(await serverIn(join(dataDir, 'mongo'))).to.equal(server);

    await joined.stop();
    expect(await answer(portOf(uri), passwordOf(uri))).to.equal('nobody');
    expect(await lockHolder(join(dataDir, 'mongo'))).to.equal(undefined);
  });

  it('is shared by two programs that start at the same moment', async () => {
    const [first, second] = await Promise.all([open(), open()]);
    expect(first.uri).to.equal(second.uri);
    expect(lines.filter((line) => line.startsWith('database: started'))).to.have.length(1);
    await first.stop();
    expect(await answer(portOf(second.uri), passwordOf(second.uri))).to.be.an('object');
  });

  it('adopts the server of a killed program, with its data', async () => {
    const { child, uri } = await startDatabaseProgram(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');

    const adopted = await open();
    expect(adopted.uri).to.equal(uri);
    await withConnection(uri, async (c) => {
      expect(await c.collection('written').countDocuments({ by: child.pid })).to.equal(1);
    });
    await adopted.stop();
    expect(await answer(portOf(uri), passwordOf(uri))).to.equal('nobody');
  });

  it('takes over the lock of a program that died during a start', async () => {
    const { child } = await startDatabaseProgram(dataDir);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lock = join(dataDir, 'mongo', 'made-in-ess.lock');
    await writeFile(lock, `${child.pid} of-the-dead`);
    const later = new Date(Date.now() + 3_600_000);
    await utimes(lock, later, later);
    await open();
    expect(lines.at(-1)).to.match(/^database: joined/);
  });

  it('comes back after a kill with every write it had acknowledged', async () => {
    const { uri } = await open();
    const folder = join(dataDir, 'mongo');
    await withConnection(uri, async (c) => {
      const written = c.collection<{ _id: number }>('written');
      const acknowledged: number[] = [];
      const failed: number[] = [];
      const first = await serverIn(folder);
      for (let n = 0; n < 600 && failed.length < 3; n += 1) {
        await written.insertOne({ _id: n }).then(
          () => acknowledged.push(n),
          () => failed.push(n),
        );
        if (n === 300) process.kill(first, 'SIGKILL');
      }
      expect(acknowledged.at(-1)).to.equal(599);
      expect(await written.distinct('_id')).to.include.members(acknowledged);
      expect(await serverIn(folder)).to.not.equal(first);
    });
  });

  it('refuses data that no available server can open, without touching them', async () => {
    const folder = await serverFolder(dataDir);
    await writeNote(folder, { port: 1, dataSeries: '99.0', hasUser: true });
    const options = { ...databaseOptions(dataDir), path: '', cacheDir: join(dataDir, 'cache') };
    const error = await openDatabase(options).catch((thrown: Error) => thrown);
    expect(error).to.be.an('error').with.property('message').that.contains('begun by 99.0');
    expect(await readNote(folder)).to.deep.equal({ port: 1, dataSeries: '99.0', hasUser: true });
    expect(await lockHolder(folder)).to.equal(undefined);
  });
});

const options = { dbName: 'program', serverSelectionTimeoutMS: 6_000 };

async function withConnection<T>(uri: string, use: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(uri, options).asPromise();
  try {
    return await use(connection);
  } finally {
    await connection.close();
  }
}

function portOf(uri: string): number {
  return Number(new URL(uri).port);
}

function passwordOf(uri: string): string {
  return new URL(uri).password;
}

async function serverIn(folder: string): Promise<number> {
  const pid = await lockHolder(folder);
  return pid ?? expect.fail('no server runs in the folder');
}
