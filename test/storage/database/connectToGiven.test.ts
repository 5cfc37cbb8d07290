import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { connectToGiven } from '../../../src/storage/database/connectToGiven.ts';
import { embedded } from '../../../src/storage/database/embedded.ts';
import { sources } from '../../../src/storage/database/obtain/sources.ts';
import { freePort } from '../../../src/storage/database/run/port.ts';
import { testFolder } from '../../support/run/folders.ts';
import { databaseOptions, testDatabase } from '../../support/run/server.ts';

describe('connectToGiven', () => {
  let alone: ChildProcess | undefined;

  afterEach(async () => {
    if (alone?.kill('SIGKILL')) await once(alone, 'exit');
  });

  it('accepts a given replica set, and leaves it running', async () => {
    const database = await testDatabase('given');
    const given = await connectToGiven(database.uri, database.dbName);
    await given.close();
    expect(await database.connection.listCollections()).to.deep.equal([]);
    await database.drop();
  });

  it('names the setting when nothing answers', async () => {
    const uri = `mongodb://127.0.0.1:${await freePort()}/?serverSelectionTimeoutMS=100`;
    const error = await connectToGiven(uri, 'test').catch((thrown: Error) => thrown);
    expect(error)
      .to.be.an('error')
      .with.property('message')
      .that.matches(/^The server in MONGODB_URI gives no answer/);
  });

  it('refuses a standalone server, with a message', async () => {
    const folder = await testFolder();
    const port = await freePort();
    const { binary } = await embedded(sources(databaseOptions(folder)), () => {});
    alone = spawn(binary, ['--dbpath', folder, '--port', String(port), '--bind_ip', '127.0.0.1'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    if (alone.stdout) await untilReady(alone.stdout);
    const uri = `mongodb://127.0.0.1:${port}/`;
    const error = await connectToGiven(uri, 'test').catch((thrown: Error) => thrown);
    expect(error).to.be.an('error').with.property('message').that.contains('is not a replica set');
  });
});

async function untilReady(output: NodeJS.ReadableStream): Promise<void> {
  for await (const line of createInterface(output)) if (line.includes('Waiting for connections')) break;
  output.resume();
}
