import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { mongo } from 'mongoose';
import { connectToGiven } from '../../../src/storage/database/connectToGiven.ts';
import { embedded } from '../../../src/storage/database/embedded.ts';
import { sources } from '../../../src/storage/database/obtain/sources.ts';
import { freePort } from '../../../src/storage/database/run/port.ts';
import { serverFault } from '../../../src/storage/database/serverFault.ts';
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

  it('says what is the matter with a server that nobody can work with', async () => {
    const { uri, drop } = await testDatabase('refused');
    const { host } = new URL(uri);
    const nobody = `127.0.0.1:${await freePort()}`;
    const wrong: [string, RegExp][] = [
      [`mongodb://${nobody}/?serverSelectionTimeoutMS=100`, /gives no answer: .*ECONNREFUSED/],
      [`mongodb://${host}/?replicaSet=rs0`, /asks for a user and a password/],
      [`mongodb://nobody:nothing@${host}/?replicaSet=rs0`, /refuses the user or the password; authSource/],
      [
        `mongodb://${host}/?replicaSet=other&serverSelectionTimeoutMS=500`,
        /no member of the replica set other: .*rs\.initiate/,
      ],
      // The driver itself ends over what it cannot take apart.
      [`mongodb://${host}/?nothing=known`, /gives no answer: .*nothing/],
    ];
    for (const [address, says] of wrong) {
      const error = await connectToGiven(address, 'test').catch((thrown: Error) => thrown);
      expect(String(error), address)
        .to.match(/^Error: The server in MONGODB_URI /)
        .and.match(says);
    }
    await drop();
  });

  it('says that an account may do nothing in the database named', () => {
    const error = new mongo.MongoServerError({ message: 'not authorized on other to execute', code: 13 });
    expect(serverFault(error, 'other')).to.match(/nothing in the database other: give it readWrite there/);
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
