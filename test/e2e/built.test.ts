// Tier: all.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import supertest from 'supertest';
import { benchHost } from '../bench/ask.ts';
import { type ChildServer, childServer } from '../bench/childServer.ts';
import { productServer } from '../bench/productServer.ts';
import { testFolder } from '../support/run/folders.ts';
import { type TestDatabase, testDatabase } from '../support/run/server.ts';

/** What is loaded only when it is used must be found in the build too, which puts libraries together in its own way. */
describe('the built service', () => {
  let database: TestDatabase;
  let service: ChildServer;
  before(async () => {
    database = await testDatabase('built');
    service = await childServer(productServer(database));
  });
  after(async () => {
    await service?.stop();
    await database?.drop();
  });

  const to = (method: 'get' | 'post', path: string) =>
    supertest(service.address)[method](path).set('Host', benchHost);

  it('shows its pages in every language, with their style', async () => {
    for (const language of ['fr', 'de', 'it', 'en']) {
      const { status, text } = await to('get', `/${language}`);
      expect(status).to.equal(200);
      const style = /rel="stylesheet" href="([^"]+)"/.exec(text)?.[1] ?? 'none';
      expect((await to('get', style)).status, style).to.equal(200);
    }
  });

  it('reads a form with a file, and says what is wrong with one', async () => {
    const nothing = await to('post', '/fr/verify').attach('file', Buffer.from('nothing'), 'a.pdf');
    expect(nothing.status).to.equal(200);
    const large = await to('post', '/fr/verify').attach('file', Buffer.alloc(21 * 1024 * 1024), 'a.pdf');
    expect([large.status, large.text.includes('20\u00a0Mo')]).to.deep.equal([422, true]);
    const two = await to('post', '/fr/verify')
      .attach('file', Buffer.from('a'), 'a')
      .attach('file', Buffer.from('b'), 'b');
    expect(two.status).to.equal(422);
    const broken = await to('post', '/fr/verify').set('Content-Type', 'multipart/form-data').send('--');
    expect(broken.status).to.equal(400);
  });

  it('reads a list, and writes it as a table', async () => {
    const body = { numbers: ['MIE-26-00042-D'] };
    expect((await to('post', '/api/v1/lookup').send(body)).status).to.equal(200);
    const list = await to('post', '/fr/verify/several.csv').type('form').send(body);
    expect(list.text, list.text).to.include('MIE-26-00042-D');
    expect((await to('get', '/fr/verify?q=exemple.ch')).status).to.equal(200);
  });

  it('shows drawn and prepared parts: workflow, criteria, API addresses', async () => {
    const { headers } = await to('get', '/fr/criteria');
    for (const path of [String(headers.location), '/fr/how', '/fr/api'])
      expect((await to('get', path)).status, path).to.equal(200);
  });

  /** Runs the program to its end; all that it said as an error. */
  function ended(command: string[], change: NodeJS.ProcessEnv = {}) {
    const { path, environment } = productServer(database);
    const env = { PATH: process.env.PATH, ...environment, ...change };
    return spawnSync(process.execPath, [path, ...command], { env, encoding: 'utf8' });
  }

  it('saves nothing to check files by when nothing was issued', async () => {
    const file = join(await testFolder(), 'bundle.jsonl');
    const { status, stderr } = ended(['trust-bundle', file]);
    expect(status).to.equal(1);
    expect(stderr).to.include('no key to check files by');
    expect(existsSync(file)).to.equal(false);
  });

  it('exits when it cannot start, although it already listens', async () => {
    const noFolder = join(await testFolder(), 'file');
    await writeFile(noFolder, '');
    const { status, stderr } = ended(['serve'], {
      MODE: 'development',
      PUBLIC_URL: undefined,
      SESSION_SECRET: undefined,
      DATA_DIR: noFolder,
    });
    expect(status, stderr).to.equal(1);
    expect(stderr).to.include(noFolder);
  });
});
