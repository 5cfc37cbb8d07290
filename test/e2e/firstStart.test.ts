// Tier: all. Budget: 12 s.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'chai';
import { connect } from '../../src/storage/database/database.ts';
import { migrateDatabase } from '../../src/storage/database/migrate.ts';
import { testFolder } from '../support/run/folders.ts';
import { keysFolder, type TestDatabase, testDatabase } from '../support/run/server.ts';
import { builtCli } from '../support/servers/builtCli.ts';

const told = /First start: (\d+) specimens/;

interface Started {
  readonly child: ChildProcess;
  /** All that it said until it listened, or until it ended. */
  readonly said: Promise<string>;
}

describe('the first start of a service', () => {
  let database: TestDatabase;
  const started: ChildProcess[] = [];
  beforeEach(async () => {
    database = await testDatabase('first-start');
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map(ended));
    await database.drop();
  });

  async function serve(settings: NodeJS.ProcessEnv = {}): Promise<Started> {
    const child = spawn(process.execPath, [builtCli, 'serve'], {
      env: {
        PATH: process.env.PATH,
        MONGODB_URI: database.uri,
        MONGODB_NAME: database.dbName,
        DATA_DIR: await testFolder(),
        KEYS_DIR: keysFolder(),
        PORT: '0',
        LOG_LEVEL: 'silent',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    started.push(child);
    return { child, said: heard(child) };
  }

  /** Those of the first start: labels that files came to meanwhile have certificates. */
  const entries = () => database.connection.collection('entries').countDocuments({ files: { $size: 0 } });

  it('in development fills the register before it answers, and the next start changes nothing', async () => {
    const first = await serve();
    expect(told.exec(await first.said)?.[1]).to.equal('60');
    expect(await entries()).to.equal(60);
    await ended(first.child);
    expect(await (await serve()).said).to.not.match(told);
    expect(await entries()).to.equal(60);
  });

  it('fills it once when two start together', async () => {
    const both = await Promise.all([serve(), serve()]);
    const said = await Promise.all(both.map(({ said }) => said));
    expect(said.filter((words) => told.test(words))).to.have.length(1);
    expect(await entries()).to.equal(60);
  });

  it('killed while filling leaves all specimens or none, and the next start completes them', async () => {
    // The numbers are taken first: whoever has them is about to write.
    const connection = await connect(database.uri, database.dbName);
    await migrateDatabase(connection);
    const taken = connection
      .collection<{ _id: string }>('counters')
      .watch([{ $match: { 'documentKey._id': /^label-/ } }]);
    const number = taken.next();
    const { child } = await serve();
    await number;
    await ended(child);
    expect(await entries()).to.be.oneOf([0, 60]);
    await (await serve()).said;
    expect(await entries()).to.equal(60);
    await taken.close();
    await connection.close();
  });

  it('leaves the register empty when set to 0, and in production', async () => {
    const production = {
      MODE: 'production',
      PUBLIC_URL: 'https://label.example',
      SESSION_SECRET: 'u8Q0s3dY7kPzW1nGxR5vLbT2jCfM9hEa',
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'label@label.example',
      SERVICES: 'web',
    };
    for (const settings of [{ FIRST_SPECIMENS: '0' }, production]) {
      const { child, said } = await serve(settings);
      expect(await said)
        .to.include('Made in ESS is at')
        .and.not.match(told);
      expect(await entries()).to.equal(0);
      await ended(child);
    }
  });
});

function heard({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!stdout) throw new Error('the output of the service must be a pipe');
    let said = '';
    createInterface(stdout)
      .on('line', (line) => {
        said += `${line}\n`;
        if (line.includes('Made in ESS is at')) resolve(said);
      })
      .once('close', () => reject(new Error(`it ended before it listened: ${said}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
