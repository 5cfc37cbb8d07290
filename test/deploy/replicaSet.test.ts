import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import mongoose from 'mongoose';
import { embedded } from '../../src/storage/database/embedded.ts';
import { sources } from '../../src/storage/database/obtain/sources.ts';
import { freePort } from '../support/guides/freePort.ts';
import { isThere } from '../support/guides/isThere.ts';
import { serverFolder } from '../support/run/folders.ts';
import { inSteps } from '../support/run/inSteps.ts';
import { databaseOptions } from '../support/run/server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What deploy/make-secrets.sh and deploy/mongo/replica-set.mjs do, with three real servers that ask for a key. */
const directTo = (port: number | undefined) => `mongodb://127.0.0.1:${port}/?directConnection=true`;

describe('the replica set of deploy/compose.yaml', () => {
  if (!isThere('openssl'))
    return void it.skip('is not begun, because this machine has no openssl to make its secrets');
  inSteps();
  let folder: string;
  let ports: number[];
  const servers: ChildProcess[] = [];
  const secret = (name: string) => readFileSync(join(folder, 'secrets', name), 'utf8').trim();
  const uri = (user: string, password: string) =>
    `mongodb://${user}:${password}@${ports.map((port) => `127.0.0.1:${port}`).join(',')}/?replicaSet=rs0&authSource=admin`;

  before(async () => {
    folder = await serverFolder();
    ports = [await freePort(), await freePort(), await freePort()];
  });
  after(async () => {
    for (const server of servers) {
      const closed = once(server, 'close');
      server.kill('SIGKILL');
      await closed;
    }
  });

  const makeSecrets = () =>
    execFileSync('sh', [join(root, 'deploy/make-secrets.sh'), join(folder, 'secrets')]);
  const begin = () => {
    // Beside the packages, as the container has it.
    const script = join(root, 'node_modules/.cache/replica-set.mjs');
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
    copyFileSync(join(root, 'deploy/mongo/replica-set.mjs'), script);
    const env = {
      PATH: process.env.PATH,
      MEMBERS: ports.map((port) => `127.0.0.1:${port}`).join(','),
      SECRETS: join(folder, 'secrets'),
    };
    return execFileSync(process.execPath, [script], { env, encoding: 'utf8' });
  };

  it('has a secret in every file that is named, which stays when they are made again', () => {
    makeSecrets();
    const made = readdirSync(join(folder, 'secrets'));
    const compose = readFileSync(join(root, 'deploy/compose.yaml'), 'utf8');
    expect(made.sort()).deep.equal(
      [...compose.matchAll(/\.\/secrets\/([\w.-]+) }/g)].map(([, name]) => name).sort(),
    );
    const before = made.map(secret);
    makeSecrets();
    expect(made.map(secret)).deep.equal(before);
    expect(statSync(join(folder, 'secrets')).mode & 0o777).equal(0o700);
  });

  it('begins with three members, and changes nothing when it is begun again', async () => {
    const { binary } = await embedded(sources(databaseOptions('')), () => {});
    const key = join(folder, 'keyfile');
    writeFileSync(key, secret('mongo-keyfile'));
    chmodSync(key, 0o400);
    for (const port of ports) {
      const data = join(folder, String(port));
      mkdirSync(data);
      const server = ['--replSet', 'rs0', '--keyFile', key, '--dbpath', data, '--port', String(port)];
      servers.push(spawn(binary, [...server, '--bind_ip', '127.0.0.1', '--quiet'], { stdio: 'ignore' }));
    }
    // As Compose waits for its members.
    for (const port of ports) await (await mongoose.createConnection(directTo(port)).asPromise()).close();
    expect(begin()).match(/^The replica set of .* is ready\.\n$/);
    expect(begin()).match(/is ready\.\n$/);
  });

  it('gives the service an account that reads and writes its own database, and nothing else', async () => {
    const connection = await mongoose
      .createConnection(uri('made-in-ess', secret('mongo-password')))
      .asPromise();
    const client = connection.getClient();
    await client
      .db('made-in-ess')
      .collection('written')
      .insertOne({}, { writeConcern: { w: 3 } });
    expect(await client.db('admin').command({ replSetGetStatus: 1 }))
      .property('members')
      .length(3);
    const refused = await client.db('other').collection('written').insertOne({}).catch(String);
    expect(refused).match(/not authorized/);
    await connection.close();
  });

  it('lets nobody in without a password', async () => {
    const open = await mongoose.createConnection(directTo(ports[0])).asPromise();
    expect(await open.getClient().db('admin').command({ usersInfo: 1 }).catch(String)).match(
      /authentication/,
    );
    await open.close();
  });
});
